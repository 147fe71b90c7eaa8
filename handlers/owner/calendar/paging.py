"""Pages of events that are turned by places in the list, so that what comes or goes meanwhile shifts nothing."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.localization import Localizer
from bot.screen import BLANK, Button, Row, label_of
from domain.calendar.event import Occurrence
from domain.calendar.list_events import EventPage
from handlers.owner.calendar.callbacks import OpenEvent
from handlers.owner.calendar.words import event_line, event_name, sign_of, signed


def paging(t: Localizer, page: EventPage, turn: Callable[[Occurrence, bool], CallbackData]) -> Row:
    """The row that turns pages, and where in the list one is; nothing if one page is all."""
    if len(page.items) >= page.total or not page.items:
        return []
    first, last = page.ahead + 1, page.ahead + len(page.items)
    before = Button("‹", turn(page.items[0], True)) if page.ahead else Button(BLANK, NoAction())
    after = Button("›", turn(page.items[-1], False)) if page.has_more else Button(BLANK, NoAction())
    return [before, Button(t("{first}–{last} of {total}", first=first, last=last, total=page.total), NoAction()), after]


def event_lines(t: Localizer, page: EventPage, *, with_day: bool) -> list[Markup]:
    """A line for each event of the page, numbered like its button."""
    return [
        t(
            "{number}. {event}",
            number=str(number),
            event=event_line(t, one, page.premises, page.today, with_day=with_day),
        )
        for number, one in enumerate(page.items, start=page.ahead + 1)
    ]


def event_rows(t: Localizer, page: EventPage) -> list[Row]:
    """A button for each event of the page."""
    return [
        [Button(_label(t, number, one, page), OpenEvent(event=one.id))]
        for number, one in enumerate(page.items, start=page.ahead + 1)
    ]


def _label(t: Localizer, number: int, one: Occurrence, page: EventPage) -> str:
    sums = signed(t, one.comes_in, one.goes_out, one.currency).unescape()
    parts = (f"{number}.", sign_of(one, page.today), sums, event_name(t, one).unescape())
    return label_of(" ".join(part for part in parts if part))
