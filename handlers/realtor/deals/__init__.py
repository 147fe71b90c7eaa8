"""Matches and deals in the chat: offers, answers, completion, and what each side is told."""
