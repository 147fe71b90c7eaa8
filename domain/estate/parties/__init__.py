"""Owners and tenants whom a manager knows, and the invitations that bring them into the bot."""
