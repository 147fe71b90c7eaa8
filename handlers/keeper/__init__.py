"""What whoever keeps objects can do, a manager or an owner alone: objects, leases, people, money, costs, readings."""

from handlers import Conversation
from handlers.keeper import costs, day, leases, meters, money, object_files, objects, people


def register_ahead(told: Conversation) -> None:
    """Hand in what is asked before it is looked whose a message is: photos for the object on the screen."""
    objects.register_ahead(told)


def register(told: Conversation) -> None:
    """Hand in the conversations about objects."""
    people.register(told)
    objects.register(told)
    leases.register(told)
    day.register(told)
    money.register(told)
    costs.register(told)
    meters.register(told)
    object_files.register(told)
