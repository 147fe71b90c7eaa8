"""An event while it is entered or corrected: the draft with what the form has to know around it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from domain.calendar.draft import EventDraft
from domain.calendar.line import NamedObject
from domain.estate.objects.premises import Premises
from domain.money import Money

Way = Literal["", "in", "out", "both", "none"]
"""Income, an expense, both, or no money at all; empty while it has not been said."""
MOST_OBJECTS = 200
"""Kept with the form; of more than that, one is found by the object's own card."""


@dataclass(kw_only=True)
class EventEntry(EventDraft):
    """The draft, and what has been said about it beyond its own fields."""

    home: str
    """The person's own currency."""
    today: dt.date
    objects: tuple[NamedObject, ...] = ()
    kept: tuple[int, ...] = ()
    """The objects of these that the person keeps themselves, with their costs."""
    is_named: bool = False
    """Whether the currency was named with a sum, so that it is not the object's."""
    way: Way = ""
    amount: int | None = None
    """A sum of which it has not been said whether it comes or goes."""
    repeat_said: bool = False
    done_said: bool = False
    new_object: str | None = None
    """What an object will be called that is made together with the event."""

    @property
    def code(self) -> str:
        """The currency of the sums as far as it is known."""
        return self.currency or self.home

    @property
    def is_past(self) -> bool:
        """Whether its day is over."""
        return self.day is not None and self.day < self.today

    def about(self, premises_id: int) -> "EventEntry":
        """With this object, whose currency is that of sums without one."""
        currency = self.currency
        if not self.is_named:
            currency = next((one.currency for one in self.objects if one.id == premises_id), self.code)
        changed = replace(self, premises_id=premises_id, currency=currency)
        for name in ("income", "expense", "amount"):
            minor = getattr(self, name)
            if minor is not None:
                setattr(changed, name, Money.of(Money(minor, self.code).major, changed.code).minor)
        return changed

    def going(self, way: Way) -> "EventEntry":
        """With money that comes, goes, does both or neither; a sum said before goes that way."""
        income, expense = self.income or None, self.expense or None
        sums: dict[Way, tuple[int | None, int | None]] = {
            "in": (_first(self.amount, income, expense), 0),
            "out": (0, _first(self.amount, expense, income)),
            "both": (income, expense),
        }
        comes, goes = sums.get(way, (0, 0))
        return replace(self, way=way, income=comes, expense=goes, amount=None)

    def with_sum(self, field: str, sum_: Money) -> "EventEntry":
        """With this income or expense, in its currency."""
        is_named = self.is_named or sum_.currency != self.code
        changed = replace(self, currency=sum_.currency, is_named=is_named)
        setattr(changed, field, sum_.minor)
        return changed

    def draft(self) -> EventDraft:
        """What is saved."""
        return EventDraft(**{one.name: getattr(self, one.name) for one in fields(EventDraft)})

    @classmethod
    def of_draft(cls, draft: EventDraft, **ctx: Any) -> "EventEntry":
        """The draft with what is around it."""
        return cls(**{one.name: getattr(draft, one.name) for one in fields(EventDraft)}, **ctx)

    def named(self) -> str | None:
        """What the object is called."""
        return next((one.name for one in self.objects if one.id == self.premises_id), self.new_object)

    @property
    def has_object(self) -> bool:
        """Whether it is known which object it is about, one that is to be made or one that there is."""
        return self.premises_id is not None or self.new_object is not None


def _first(*sums: int | None) -> int | None:
    return next((one for one in sums if one is not None), None)


def named_objects(premises: Sequence[Premises]) -> tuple[NamedObject, ...]:
    """Objects as a form and a line of words know them."""
    return tuple(NamedObject.of(one) for one in premises[:MOST_OBJECTS])
