"""What an owner can do: see objects, money and tenants, keep them alone or through a manager, and the calendar."""

from handlers import Registry
from handlers.owner import calendar, figures, home


def register(registry: Registry) -> None:
    """Hand in the owner's menu and conversations."""
    registry.menus.add(home.menu(registry.menus))
    calendar.register(registry)
    figures.register(registry)
