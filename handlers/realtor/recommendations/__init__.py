"""Recommendations in the chat: card after card, with reasons."""
