"""Owners and tenants whom a keeper knows, and the invitations that bring them into the bot."""
