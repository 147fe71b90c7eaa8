"""What a tenant can do: see what is due and pay it, send readings, read the contract, write to who keeps the object."""

from handlers import Conversation


def register(_told: Conversation) -> None:
    """Hand in the tenant's menu and conversations."""
