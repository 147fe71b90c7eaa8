"""Each kind of notification has its words: as a push, as a line of the inbox, and as what opening it shows.

A role's package hands them in for the kinds it knows; the inbox, the pushes and the digests find them here.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

from markupsafe import Markup

from bot.localization import Localizer
from bot.screen import Screen
from bot.telegram.sender import PushContent
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """One entry of the inbox."""

    what: Markup
    """What happened, in a line."""
    name: Markup
    """What it is about, for the button that opens it."""


Line = Callable[[Work, Person, Localizer, Notification], Awaitable[InboxEntry]]
Push = Callable[[Work, Person, Localizer, Notification], Awaitable[PushContent | None]]
Opened = Callable[[Work, Person, Localizer, Notification], Awaitable[Screen]]
Name = Callable[[Work, Person, Localizer, int], Awaitable[Markup]]


@dataclass(frozen=True, slots=True)
class NotificationView:
    """The words of one kind of notification."""

    sign: str
    line: Line
    """Its entry in the inbox."""
    push: Push
    """The message that tells it; None if there is nothing to say any more."""
    opened: Opened
    """What it leads to, as that is now."""
    is_kept: bool = False
    """Sent even to who has read it in the inbox meanwhile, because the message is worth keeping."""


V = TypeVar("V")


def view_of(
    sign: str,
    load: Callable[[Work, Person, Notification], Awaitable[V]],
    *,
    line: Callable[[Localizer, V, Notification], InboxEntry],
    push: Callable[[Localizer, V, Notification], PushContent | None],
    opened: Callable[[Localizer, V, Notification], Screen],
) -> NotificationView:
    """The words of a kind that is about one thing: `load` finds it as it is now, the others only say it.

    views.by_kind[NotificationKind.PARTY_LEFT] = view_of(
        "👤",
        _party,
        line=lambda t, view, _notification: InboxEntry(t("{name} has left", name=view.name), escape(view.name)),
        push=_left,
        opened=lambda t, view, _notification: party_screen(t, view),
    )
    """

    async def as_line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
        return line(t, await load(work, me, notification), notification)

    async def as_push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
        return push(t, await load(work, me, notification), notification)

    async def as_opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
        return opened(t, await load(work, me, notification), notification)

    return NotificationView(sign, as_line, as_push, as_opened)


@dataclass
class NotificationViews:
    """The words of all kinds, and the names of the things they are about."""

    by_kind: dict[NotificationKind, NotificationView] = field(default_factory=dict)
    names: dict[str, Name] = field(default_factory=dict)
    """How a lead or a property is called in a digest; by the kind of thing ("property")."""
