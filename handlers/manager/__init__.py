"""What a manager can do: see what needs doing today, and keep owners and tenants."""

from handlers import Registry
from handlers.manager import figures, menu


def register(registry: Registry) -> None:
    """Hand in the manager's menu; the conversations are those of whoever keeps objects."""
    registry.menus.add(menu.menu(registry.menus))
    registry.routers += [menu.router, figures.router]
