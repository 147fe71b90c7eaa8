"""A cost as somebody states it, before it is booked: what it must be, and how it becomes a row."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.costs.cost import MOST_ARTICLE, Cost, CostKind
from domain.estate.objects.premises import PremisesId
from domain.files.stored_file import FileId
from domain.money import Money
from domain.people.person import PersonId
from domain.refusal import Refusal
from domain.typed.limits import tidy

MOST_NOTE = 300
"""Characters."""
MOST_MINOR = 10_000_000_000_000
"""More than any month of any building costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostDraft:
    """A cost as somebody states it; the object gives the currency."""

    article: str
    kind: CostKind
    month: dt.date
    minor: int
    note: str | None = None
    receipt: FileId | None = None

    def check(self, currency: str) -> None:
        """Raise a `Refusal` that says what cannot be booked."""
        article_of(self.article)
        note_of(self.note)
        if not 0 < self.minor <= MOST_MINOR:
            raise Refusal("A cost is more than nothing and at most {most}.", most=Money(MOST_MINOR, currency))

    def on(
        self, premises_id: PremisesId, currency: str, now: dt.datetime, by: PersonId, key: str | None = None
    ) -> Cost:
        """The row that books it."""
        self.check(currency)
        return Cost(
            premises_id=premises_id,
            article=article_of(self.article),
            kind=self.kind,
            month=self.month.replace(day=1),
            minor=self.minor,
            currency=currency,
            booked_at=now,
            booked_by=by,
            note=note_of(self.note),
            receipt=self.receipt,
            key=key,
        )


def article_of(text: str) -> str:
    """What a cost is for, in a few words, beginning with a capital letter."""
    words = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    if not words or not any(one.isalnum() for one in words):
        raise Refusal("Say in a word or two what the cost is for: Water, Cleaning, Roof repair.")
    if len(words) > MOST_ARTICLE:
        raise Refusal("An article has up to {most} characters. The rest goes into the note.", most=MOST_ARTICLE)
    return words[0].upper() + words[1:]


def note_of(text: str | None) -> str | None:
    """What else is worth remembering; None if nothing is."""
    return tidy(text, MOST_NOTE)
