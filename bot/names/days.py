"""A day that somebody types into a form, read in the order of day and month that their country writes."""

import datetime as dt

from bot.forms.model import AnswerContext
from domain.typed.days import Toward, is_month_first, parse_day


def read_day(text: str, ctx: AnswerContext, today: dt.date, toward: Toward = Toward.NEAREST) -> dt.date:
    """The day; a `Refusal` with an example, or `EitherDay`, which the form offers as two buttons."""
    return parse_day(text, today, toward, month_first=is_month_first(ctx.me.country))
