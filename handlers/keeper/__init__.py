"""What whoever keeps objects can do, a manager or an owner alone: objects, leases, people, money, costs, readings."""

from handlers import Registry
from handlers.keeper import costs, day, leases, meters, money, object_files, objects, people


def register_ahead(registry: Registry) -> None:
    """Hand in what is asked before it is looked whose a message is: photos for the object on the screen."""
    objects.register_ahead(registry)


def register(registry: Registry) -> None:
    """Hand in the conversations about objects."""
    people.register(registry)
    objects.register(registry)
    leases.register(registry)
    day.register(registry)
    money.register(registry)
    costs.register(registry)
    meters.register(registry)
    object_files.register(registry)
