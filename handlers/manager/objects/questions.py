"""What is asked about an object: a line is enough to begin with, the rest can be said now or later."""

import re
from dataclasses import fields, replace

from markupsafe import Markup

from bot.files.card_photos import photos_question
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.wording import asking, capital, field_now, label, said
from bot.localization import Localizer, lines, quiet
from bot.names.currencies import currencies, currency_name, currency_sign, find_currency
from bot.names.places import cities, place_name, read_city
from domain.estate.objects.premises import Category
from domain.estate.objects.premises_draft import ADDRESS, HOLDER, PremisesDraft, check_window
from domain.estate.objects.read_premises import read_premises
from domain.matching.intake.answers import parse_area
from domain.refusal import Refusal
from domain.typed import limits
from handlers.manager.objects.words import category_name

Draft = PremisesDraft
_WINDOW = re.compile(r"(?:с |from )?(\d{1,2})(?:\s?(?:-|–|—|по|до|to)\s?|\s)(\d{1,2})(?:\s?числ[оа])?", re.ASCII)


def _ask_line(t: Localizer, _draft: Draft) -> Markup:
    return lines(
        t("What is the object called, or where is it?"),
        quiet(t("All in one line will do: Studio on Arbat, 28.5 m², Arbat 12")),
    )


def _read_line(text: str, draft: Draft, _around: AnswerContext) -> Draft:
    """All that the line says; what was known before stays unless the line says otherwise."""
    if len(text) > limits.NAME + ADDRESS:
        raise Refusal("That is too long for a name. Write the description later, in its own place.")
    read = read_premises(said(text, limits.NAME + ADDRESS, "Write a name or an address, for example: Lesnaya, 4."))
    known = {one.name: value for one in fields(read) if (value := getattr(read, one.name)) and one.name not in USUAL}
    return replace(draft, **known)


USUAL = ("readings_from_day", "readings_until_day")
"""What a line never says."""


def _currency(t: Localizer, code: str) -> Choice:
    sign = currency_sign(t, code)
    return Choice(
        code if sign == code else f"{code} {sign}", code, Markup("{} · {}").format(code, currency_name(t, code))
    )


def _read_currency(text: str, draft: Draft, ctx: AnswerContext) -> Draft:
    found = find_currency(text)
    if found.certain is not None:
        return replace(draft, currency=found.certain)
    if found.maybe:
        raise AmbiguousAnswer([_currency(ctx.t, code) for code in found.maybe])
    raise Refusal(
        "I do not know the currency “{said}”. Write its name, sign or country: yen, ₾, Uzbekistan", said=text[:40]
    )


def _read_window(text: str, draft: Draft, _around: AnswerContext) -> Draft:
    match = _WINDOW.fullmatch(" ".join(text.lower().split()))
    if match is None:
        raise Refusal("The days for readings are from 1 to 31, the first one not after the last: 20–25.")
    first, last = int(match[1]), int(match[2])
    check_window(first, last)
    return replace(draft, readings_from_day=first, readings_until_day=last)


def _window_now(_t: Localizer, draft: Draft) -> str:
    return f"{draft.readings_from_day}–{draft.readings_until_day}"


LINE = Question[Draft](
    key="line",
    field="title",
    kind=AnswerKind.OBJECT_LINE,
    ask=_ask_line,
    read=_read_line,
)
"""What a new object begins with."""

NAME = Question[Draft](
    key="name",
    kind=AnswerKind.TITLE,
    label=label("What it is called"),
    ask=asking("What shall it be called?", field_now("title")),
    value=lambda text, _draft, _ctx: said(text, limits.NAME, "Write a name or an address, for example: Lesnaya, 4."),
    known=lambda draft: draft.title is not None,
)

REST: tuple[Question[Draft], ...] = (
    Question(
        key="category",
        kind=AnswerKind.CHOICE,
        label=label("Kind"),
        ask=asking("What is it?", lambda t, d: category_name(t, d.category) if d.category else None),
        choices=lambda t, _draft, _me: [Choice(capital(category_name(t, one)), one.value) for one in Category],
        of=Category,
        optional=True,
        per_row=3,
    ),
    Question(
        key="area",
        kind=AnswerKind.AREA,
        label=label("Area"),
        ask=asking(
            "What is the area in square metres? For example: 54 or 54.5",
            lambda t, d: t.area(d.area) if d.area is not None else None,
        ),
        value=lambda text, _draft, _ctx: parse_area(text),
        optional=True,
    ),
    Question(
        key="address",
        kind=AnswerKind.STREET,
        label=label("Address"),
        ask=asking("Street and house? For example: Lesnaya, 4", field_now("address")),
        value=lambda text, _draft, _ctx: said(
            text, ADDRESS, "Write the street and the house, for example: Lesnaya, 4."
        ),
        optional=True,
        later=True,
    ),
    Question(
        key="city",
        kind=AnswerKind.CITY,
        label=label("City"),
        ask=asking("Which city? Choose, or type its name.", lambda t, d: place_name(t, d.city) if d.city else None),
        value=lambda text, _draft, ctx: read_city(text, ctx),
        choices=cities,
        of=str,
        optional=True,
        later=True,
    ),
    Question(
        key="balance_sheet_holder",
        kind=AnswerKind.TITLE,
        label=label("On whose balance"),
        ask=asking(
            "On whose balance sheet is it? A company or a person, for example: Romashka Ltd",
            field_now("balance_sheet_holder"),
        ),
        value=lambda text, _draft, _ctx: said(text, HOLDER, "Write a company or a person, for example: Romashka Ltd."),
        optional=True,
        later=True,
    ),
    Question(
        key="description",
        kind=AnswerKind.TEXT,
        label=label("Description"),
        ask=asking("What else is worth knowing about it?", field_now("description")),
        value=lambda text, _draft, _ctx: said(
            text, limits.LONG_TEXT, "Write it in words, for example: the keys are with me."
        ),
        optional=True,
        later=True,
        most_typed=limits.LONG_TEXT,
    ),
    Question(
        key="currency",
        kind=AnswerKind.CURRENCY,
        label=label("Currency"),
        ask=asking(
            "In which currency are its rent and bills? If it is not here, write its name, sign or country.",
            lambda t, d: currency_name(t, d.currency) if d.currency else None,
        ),
        read=_read_currency,
        choices=lambda t, _draft, me: [_currency(t, code) for code in currencies(t, me.currency, me.country)],
        choice=_currency,
        of=str,
        later=True,
    ),
    Question(
        key="readings",
        kind=AnswerKind.DAYS_OF_MONTH,
        label=label("Days for readings"),
        ask=asking("On which days of the month do tenants send readings? For example: 20–25", _window_now),
        read=_read_window,
        known=lambda _draft: True,
        later=True,
    ),
    photos_question(),
)
