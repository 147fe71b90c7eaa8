"""Rented objects: who owns and keeps them, who rents them and on what terms, what they use and what they cost."""
