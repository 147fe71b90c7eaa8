"""In the list of events one types words to look for, or the days to look at: "1.12-15.12", "December"."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Router

from bot.asking import asking, label, said
from bot.forms import Answering, Filled, Form, Forms, Question, Surrounding
from domain.calendar.typed import parse_event_day
from domain.days import months_later, parse_day, parse_month
from domain.refusal import Refusal
from handlers.owner.calendar.events_list import keep_typed, list_screen
from handlers.owner.calendar.presses import EventsList, FindEvents

router = Router(name="calendar_find_events")

MOST_SEARCHED = 60
"""Characters."""
_BETWEEN = re.compile(r"\s+(?:до|по|to|until)\s+|\s*[–—]\s*|\s+-\s+|(?<=[\d.])-(?=\d)")
_FROM = re.compile(r"^(?:с|со|от|from|между|between)\s+", re.IGNORECASE)


@dataclass(kw_only=True)
class Wanted:
    """What is looked for."""

    today: dt.date
    words: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None


def _read_words(text: str, draft: Wanted, _around: Answering) -> Wanted:
    typed = said(text, MOST_SEARCHED, "Please type a word of it: rent, plumber, a street.")
    return replace(draft, words=" ".join(typed.split()))


def _read_days(text: str, draft: Wanted, _around: Answering) -> Wanted:
    parts = _BETWEEN.split(_FROM.sub("", text.strip()))
    if len(parts) == 1:
        try:
            month = parse_month(text, draft.today)
        except Refusal:
            day = parse_event_day(text, draft.today)
            return replace(draft, first=day, last=day)
        return replace(draft, first=month, last=months_later(month, 1) - dt.timedelta(days=1))
    if len(parts) != 2:
        raise Refusal("Write the first and the last day, like 1.12-15.12, or a month.")
    first, last = (parse_day(part, draft.today) for part in parts)
    if first > last:
        raise Refusal("The first day is after the last one: {first}, {last}.", first=first, last=last)
    return replace(draft, first=first, last=last)


async def _show(filled: Filled[Wanted], around: Surrounding) -> None:
    press, draft = _list(filled.context), filled.draft
    if draft.words is not None:
        await keep_typed(around, words=draft.words)
        press = press.model_copy(update={"found": True})
    if draft.first is not None and draft.last is not None:
        await keep_typed(around, first=draft.first.isoformat(), last=draft.last.isoformat())
        press = press.model_copy(update={"span": "own"})
    await around.chat.show(await list_screen(around, press))


async def _back(filled: Filled[Wanted], around: Surrounding) -> None:
    await around.chat.show(await list_screen(around, _list(filled.context)))


def _list(context: dict[str, Any]) -> EventsList:
    return EventsList(premises=context["premises"], span=context["span"], what=context["what"])


FORM = Form(
    name="find_events",
    title=label("Find events"),
    draft=Wanted,
    questions=(
        Question(
            key="words",
            ask=asking("What are you looking for? Type a part of the description or of the object's name."),
            read=_read_words,
        ),
        Question(
            key="days",
            ask=asking("Which days? Write the first and the last one, like 1.12-15.12, or a month, like December."),
            read=_read_days,
        ),
    ),
    done=_show,
    back=_back,
)


@router.callback_query(FindEvents.filter())
async def find(_query: object, callback_data: FindEvents, around: Surrounding, forms: Forms) -> None:
    """Ask what to look for, or which days."""
    today = around.t.now.astimezone(around.t.zone).date()
    context = callback_data.model_dump(mode="json")
    await forms.leave(around.state)
    await forms.start(FORM, around, Wanted(today=today), only=callback_data.by, context=context)
