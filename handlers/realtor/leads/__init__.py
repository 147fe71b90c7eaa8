"""A realtor's leads in the chat."""
