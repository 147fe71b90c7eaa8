"""The PIN in the chat."""
