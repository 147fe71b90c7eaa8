"""What each area keeps about a person can be handed to them, and is erased when they ask for it."""

import dataclasses
import datetime as dt
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from domain.people.person import Person
from domain.work import Work


@dataclass(frozen=True, slots=True)
class PersonalDataArea:
    """One area of the product; both run in the transaction of who calls them."""

    name: str
    """In the exported document."""
    export: Callable[[Work, Person], Awaitable[Any]]
    """Everything about the person, ready for JSON."""
    erase: Callable[[Work, Person], Awaitable[None]]
    """Take out of use what is the person's, and out of everything what tells who they are."""


def plain(value: Any, *without: str) -> Any:
    """An entity as a dictionary ready for JSON, without the named fields."""
    match value:
        case Enum():
            return value.value
        case dt.datetime() | dt.date():
            return value.isoformat()
        case list() | tuple():
            return [plain(one) for one in value]
        case dict():
            return {str(key): plain(one) for key, one in value.items()}
        case _ if dataclasses.is_dataclass(value):
            names = [one.name for one in dataclasses.fields(value) if one.name not in without]
            return {name: plain(getattr(value, name)) for name in names}
        case _:
            return value
