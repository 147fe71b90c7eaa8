"""Pasted texts in the chat: understood, looked over, saved."""
