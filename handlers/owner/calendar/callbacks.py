"""The buttons of the income calendar, by which its screens lead to each other and other screens lead to it."""

from typing import Literal

from bot.callbacks import ABSTRACT, Callback, Id, MaybeId, Small
from bot.callbacks import CalendarMonth as CalendarMonth  # noqa: PLC0414  (an object's card leads there too)
from domain.calendar.looking import What

Extent = Literal["", "one", "following", "all"]
"""How much of a repeating event; empty while it has not been asked."""
Field = Literal[
    "",
    "premises_id",
    "day",
    "income",
    "expense",
    "description",
    "at",
    "remind_before",
    "repeat",
    "until",
    "receipt",
]
Span = Literal["month", "next", "past", "all", "own"]
"""Which days: this month, the next thirty, before today, all, or those typed."""


class CalendarDay(Callback, prefix="icd"):
    """What one day holds; from a place in its list on."""

    day: Small
    """Its number in the calendar (proleptic ordinal)."""
    premises: MaybeId = 0
    row: MaybeId = 0
    """The event after which the page begins, or before which it ends; 0 for the first page."""
    back: bool = False
    new: bool = False


class OfEvent(Callback, prefix=ABSTRACT):
    """The buttons of one event."""

    event: Id


class OpenEvent(OfEvent, prefix="ico"):
    """One event."""

    new: bool = False


class EventReceipt(OfEvent, prefix="ick"):
    """Send the receipt of an event."""


class AsCost(Callback, prefix="icy"):
    """Note what is being looked over as a cost of its object, instead of an event."""

    nonce: str


class AddEvent(Callback, prefix="ica"):
    """Begin to enter an event, perhaps on a day and about an object."""

    day: Small = 0
    premises: MaybeId = 0
    new: bool = False


class EditEvent(OfEvent, prefix="ice"):
    """Change a field of an event as it was at this version; without a field or an extent, choose one."""

    version: Small
    extent: Extent = ""
    field: Field = ""
    new: bool = False


class DeleteEvent(OfEvent, prefix="icx"):
    """Delete an event; of a repeating one, how much of it is asked first."""

    extent: Extent = ""


class UndoDeletion(Callback, prefix="icu"):
    """Bring back what was deleted."""

    removal: Id


class FinishEvent(OfEvent, prefix="icf"):
    """It is done, as planned; on a reminder, `notification` is its notification."""

    notification: MaybeId = 0


class FinishOtherwise(OfEvent, prefix="icg"):
    """It is done with another sum, or on another day."""

    new: bool = False


class ReopenEvent(OfEvent, prefix="icr"):
    """It is not done after all."""

    notification: MaybeId = 0


class SnoozeEvent(OfEvent, prefix="ics"):
    """Remind of it again in so many days."""

    days: Small
    notification: MaybeId = 0


class FinishAll(Callback, prefix="ich"):
    """Everything that the reminder names is done."""

    notification: Id


class SnoozeAll(Callback, prefix="icz"):
    """Remind of everything that is not done in so many days."""

    notification: Id
    days: Small


class EventsList(Callback, prefix="icl"):
    """Events, narrowed down, from a place in the list on."""

    premises: MaybeId = 0
    span: Span = "next"
    what: What = What.ALL
    found: bool = False
    """Only those that match the words typed."""
    row: MaybeId = 0
    """The event after which the page begins, or before which it ends; 0 for the first page."""
    day: Small = 0
    """The day of that event, by which its place is known even when it is gone."""
    back: bool = False


class ListChoice(Callback, prefix="icc"):
    """Choose what the list is narrowed down to: its days, or its object."""

    by: Literal["span", "object"]
    premises: MaybeId = 0
    span: Span = "next"
    what: What = What.ALL
    found: bool = False
    page: Small = 0


class FindEvents(Callback, prefix="icq"):
    """Type what to look for, or which days."""

    by: Literal["words", "days"] = "words"
    premises: MaybeId = 0
    span: Span = "next"
    what: What = What.ALL


class CalendarTotals(Callback, prefix="ict"):
    """What a month or a year comes to."""

    month: Small = 0
    """As in `CalendarMonth`; of a year, any month of it."""
    year: bool = False
    premises: MaybeId = 0
    currency: str = ""
    """Whose picture is shown; empty for the first."""


class CalendarForecast(Callback, prefix="icp"):
    """What the coming months will bring."""

    months: Small = 3
    premises: MaybeId = 0
    currency: str = ""


class SendWorkbook(Callback, prefix="icw"):
    """Send a year of the calendar as a workbook."""

    year: Small
    premises: MaybeId = 0


class SendPhoneFile(Callback, prefix="ici"):
    """Send the calendar as a file that a phone's calendar opens."""

    premises: MaybeId = 0
