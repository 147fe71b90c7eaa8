"""What a manager can do: see what needs doing today, and keep owners and tenants."""

from handlers import Conversation
from handlers.manager import figures, menu


def register(told: Conversation) -> None:
    """Hand in the manager's menu; the conversations are those of whoever keeps objects."""
    told.menus.add(menu.menu(told.menus))
    told.routers += [menu.router, figures.router]
