"""Utility bills as their tenant, the manager and the owner of the object see them: by article, with the arithmetic."""

from handlers import Registry
from handlers.utilities import photo_answers, show_bill


def register(registry: Registry) -> None:
    """Hand in the conversations about bills."""
    registry.include(photo_answers, show_bill)
