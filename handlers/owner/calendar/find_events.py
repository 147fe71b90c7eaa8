"""In the list of events one types words to look for, or the days to look at: "1.12-15.12", "December"."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Router

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, CompletedForm, Context, Form, Question
from bot.forms.wording import asking, label
from bot.lists.list_search import SearchWords, ask_what, words_question
from bot.names.days import read_day
from domain.refusal import Refusal
from domain.typed.calendar_words import months_later
from domain.typed.months import parse_month
from handlers.owner.calendar.callbacks import EventsList, FindEvents
from handlers.owner.calendar.events_list import keep_typed, list_screen

router = Router(name="calendar_find_events")

_BETWEEN = re.compile(r"\s+(?:до|по|to|until)\s+|\s*[–—]\s*|\s+-\s+|(?<=[\d.])-(?=\d)")
_FROM = re.compile(r"^(?:с|со|от|from|между|between)\s+", re.IGNORECASE)


@dataclass(kw_only=True)
class WantedEvents(SearchWords):
    """What is looked for, or in which days."""

    today: dt.date
    first: dt.date | None = None
    last: dt.date | None = None


def _read_days(text: str, draft: WantedEvents, ctx: AnswerContext) -> WantedEvents:
    parts = _BETWEEN.split(_FROM.sub("", text.strip()))
    if len(parts) == 1:
        try:
            month = parse_month(text, draft.today)
        except Refusal:
            day = read_day(text, ctx, draft.today)
            return replace(draft, first=day, last=day)
        return replace(draft, first=month, last=months_later(month, 1) - dt.timedelta(days=1))
    if len(parts) != 2:
        raise Refusal("Write the first and the last day, like 1.12-15.12, or a month.")
    first, last = (read_day(part, ctx, draft.today) for part in parts)
    if first > last:
        raise Refusal("The first day is after the last one: {first}, {last}.", first=first, last=last)
    return replace(draft, first=first, last=last)


async def _show(filled: CompletedForm[WantedEvents], ctx: Context) -> None:
    press, draft = _list(filled.context), filled.draft
    if draft.words is not None:
        await keep_typed(ctx, words=draft.words)
        press = press.model_copy(update={"found": True})
    if draft.first is not None and draft.last is not None:
        await keep_typed(ctx, first=draft.first.isoformat(), last=draft.last.isoformat())
        press = press.model_copy(update={"span": "own"})
    await ctx.chat.show(await list_screen(ctx, press))


async def _back(filled: CompletedForm[WantedEvents], ctx: Context) -> None:
    await ctx.chat.show(await list_screen(ctx, _list(filled.context)))


def _list(context: Mapping[str, Any]) -> EventsList:
    return EventsList(premises=context["premises"], span=context["span"], what=context["what"])


FORM = Form(
    name="find_events",
    title=label("Find events"),
    draft=WantedEvents,
    questions=(
        words_question(
            asking("What are you looking for? Type a part of the description or of the object's name."),
            "Please type a word of it: rent, plumber, a street.",
        ),
        Question(
            key="days",
            kind=AnswerKind.DAYS,
            ask=asking("Which days? Write the first and the last one, like 1.12-15.12, or a month, like December."),
            read=_read_days,
        ),
    ),
    done=_show,
    back=_back,
)


@router.callback_query(FindEvents.filter())
async def find(_query: object, callback_data: FindEvents, ctx: Context) -> None:
    """Ask what to look for, or which days."""
    today = ctx.t.today
    await ask_what(ctx, FORM, WantedEvents(today=today), callback_data, only=callback_data.by)
