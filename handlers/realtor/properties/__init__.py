"""A realtor's properties in the chat."""
