"""Utility bills as their tenant, the keeper and the owner of the object see them: by article, with the arithmetic."""

from handlers import Conversation
from handlers.utilities import photo_answers, show_bill


def register(told: Conversation) -> None:
    """Hand in the conversations about bills."""
    told.routers += [photo_answers.router, show_bill.router]
