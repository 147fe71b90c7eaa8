"""What a manager does, hired or a landlord alone: objects, leases, parties, money, costs, readings, the day."""

from handlers import Registry
from handlers.manager import costs, day, figures, leases, menu, meters, money, object_files, objects, parties


def register_ahead(registry: Registry) -> None:
    """Hand in what is asked before it is looked whose a message is: photos for the object on the screen."""
    objects.register_ahead(registry)


def register(registry: Registry) -> None:
    """Hand in the menu of the role, which landlords do not have, and the conversations about objects."""
    registry.menus.add(menu.menu(registry.menus))
    registry.include(menu, figures)
    parties.register(registry)
    objects.register(registry)
    leases.register(registry)
    day.register(registry)
    money.register(registry)
    costs.register(registry)
    meters.register(registry)
    object_files.register(registry)
