"""What an owner can do: see objects, money and tenants, keep them alone or through a manager, and the calendar."""

from handlers import Conversation
from handlers.owner import calendar, figures, home


def register(told: Conversation) -> None:
    """Hand in the owner's menu and conversations."""
    told.menus.add(home.menu(told.menus))
    calendar.register(told)
    figures.register(told)
