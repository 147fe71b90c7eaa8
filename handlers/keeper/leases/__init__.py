"""Leases: agreed, shown, changed, prolonged, ended, called off."""

from handlers import Conversation


def register(_told: Conversation) -> None:
    """Hand in the conversations about leases."""
