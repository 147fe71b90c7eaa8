"""What is asked about a lease: days, part, rent, due day; the contract, the deposit and reminders can wait."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.usual_questions import paper_question
from bot.forms.wording import asking, field_now, label, said, with_now
from bot.localization import Localizer, lines, quiet
from bot.names.days import read_day
from domain.estate.leases.lease import next_month
from domain.estate.leases.lease_terms import NUMBER, check_days, rent_of
from domain.estate.leases.past_rent import PastRent
from domain.matching.intake.answers import parse_area
from domain.metres import Metres
from domain.money import Money
from domain.people.person import Person
from domain.refusal import Refusal
from domain.typed.calendar_words import months_later
from domain.typed.days import Toward, is_month_first
from domain.typed.not_understood import NotUnderstood
from domain.typed.periods import parse_day_of_month, parse_first_day, parse_last_day
from handlers.manager.leases.letting import Letting, term_is_free
from handlers.manager.leases.words import due_day_words, reminder_label, rent_words
from handlers.money.asking import read_amount

A_DAY = dt.timedelta(days=1)
ALL_OF_IT = "all"
OPEN_ENDED = "open"
LEAST_LIKELY = 100
"""Roubles, soms, dollars a month: who types less means thousands, and is asked."""
DUE_DAYS = (1, 5, 10, 15, 20, 25, 31)
REMINDERS = (-7, -3, -1, 0, 1, 3, 7)
_PER_METRE = re.compile(
    r"(.+?)\s?(?:/|за|per)\s?(?:1\s)?(?:кв\.?\s?м\.?|м2|м²|метр[а-я]*|м|m2|m²|sqm|sq\.?\s?m)\.?", re.IGNORECASE
)


def _days(t: Localizer, days: Sequence[dt.date]) -> list[Choice]:
    return [Choice(t.date(day), day.isoformat()) for day in dict.fromkeys(days)]


def _starts(t: Localizer, draft: Letting, _me: Person) -> list[Choice]:
    soonest = draft.free_from or draft.today
    # what is let until then cannot be let from the first of that month
    earlier = [] if draft.free_from else [soonest.replace(day=1)]
    return _days(t, [soonest, next_month(soonest), *earlier])


def _start_now(t: Localizer, draft: Letting) -> str | None:
    return t.date(draft.starts_on) if draft.starts_on is not None else None


def _with_start(draft: Letting, day: dt.date) -> Letting:
    check_days(day, draft.ends_on)
    due_day = day.day if draft.proposed else draft.due_day
    return replace(draft, starts_on=day, due_day=due_day)


def _read_start(text: str, draft: Letting, ctx: AnswerContext) -> Letting:
    return _with_start(draft, parse_first_day(text, draft.today, month_first=is_month_first(ctx.me.country)))


def _ask_end(t: Localizer, draft: Letting) -> Markup:
    question = (
        t("Until which day? A day, or for how long more: 30 November, 6 months")
        if draft.prolong_from
        else t("Until which day, or for how long? For example: 31 May, 11 months")
    )
    now = t.date(draft.ends_on) if draft.ends_on is not None else (t("open-ended") if draft.end_said else None)
    return with_now(t, question, now)


def _ends(t: Localizer, draft: Letting, _me: Person) -> list[Choice]:
    start = draft.prolong_from or draft.starts_on or draft.today
    labels = {11: t("11 months"), 12: t("A year")}
    terms = [Choice(named, (months_later(start, months) - A_DAY).isoformat()) for months, named in labels.items()]
    return [*terms, Choice(t("Open-ended"), OPEN_ENDED)]


def _with_end(draft: Letting, day: dt.date | None) -> Letting:
    check_days(draft.starts_on, day)
    return replace(draft, ends_on=day, end_said=True, proposed=False)


def _pick_end(value: str, draft: Letting) -> Letting:
    return _with_end(draft, None if value == OPEN_ENDED else dt.date.fromisoformat(value))


def _read_end(text: str, draft: Letting, ctx: AnswerContext) -> Letting:
    start = draft.prolong_from or draft.starts_on or draft.today
    month_first = is_month_first(ctx.me.country)
    return _with_end(draft, parse_last_day(text, start, draft.today, month_first=month_first))


def _ask_area(t: Localizer, draft: Letting) -> Markup:
    question = t("All of it, or how many square metres?")
    free = t("Free now: {free}", free=Metres(draft.free)) if draft.free and draft.free != draft.whole else None
    now = t.area(draft.area) if draft.area else None
    return lines(with_now(t, question, now), quiet(free) if free else None)


def _areas(t: Localizer, draft: Letting, _me: Person) -> list[Choice]:
    choices = [Choice(t("All of it, {area}", area=Metres(draft.whole or 0)), ALL_OF_IT)]
    if draft.free and draft.whole and draft.free < draft.whole:
        choices.append(Choice(t.area(draft.free), str(draft.free)))
    return choices


def _with_area(draft: Letting, area: int | None) -> Letting:
    if area is not None and draft.whole is not None and area > draft.whole:
        raise Refusal("The whole object has {whole}; a part cannot be larger.", whole=Metres(draft.whole))
    return replace(draft, area=None if area == draft.whole else area, area_said=True)


def _read_area(text: str, draft: Letting, _around: AnswerContext) -> Letting:
    try:
        area = parse_area(text)
    except NotUnderstood as refusal:
        if draft.whole is None:
            raise
        raise Refusal(
            "“{text}” is no area of it. The whole object has {whole}: write that number, or a smaller one.",
            text=refusal.params["text"],
            whole=Metres(draft.whole),
        ) from None
    return _with_area(draft, area)


def _ask_rent(t: Localizer, draft: Letting) -> Markup:
    question = t("What is the rent a month? For example: 46000")
    more = quiet(t("Or the price of a square metre: 850 per m²")) if draft.rented else None
    rent = draft.rent_money
    return lines(with_now(t, question, rent_words(t, rent, draft.rented) if rent else None), more)


def read_rent(text: str, currency: str, area: int | None) -> int:
    """A month's rent, typed as it is or as the price of a square metre; a doubtful one is asked about by its caller."""
    match = _PER_METRE.fullmatch(" ".join(text.split()))
    if match is None:
        return read_amount(text, currency)
    if not area:
        raise Refusal("To count by square metres, say first how large the object is.")
    return rent_of(read_amount(match[1], currency), area)


def _read_rent(text: str, draft: Letting, ctx: AnswerContext) -> Letting:
    rent = read_rent(text, draft.currency, draft.rented)
    money = Money(rent, draft.currency)
    if money.major < LEAST_LIKELY and not _PER_METRE.fullmatch(" ".join(text.split())):
        meant = [Money(rent * factor, draft.currency) for factor in (1000, 1)]
        raise AmbiguousAnswer([Choice(ctx.t.money(one), str(one.minor)) for one in meant])
    return replace(draft, rent=rent)


def _due_days(t: Localizer, draft: Letting, _me: Person) -> list[Choice]:
    start = draft.starts_on
    known = sorted({*DUE_DAYS, *((start.day,) if start is not None else ())})
    return [Choice(t("last") if one == DUE_DAYS[-1] else str(one), str(one)) for one in known]


def _past_rent(t: Localizer, _draft: Letting, _me: Person) -> list[Choice]:
    return [
        Choice(t("All paid on time"), PastRent.PAID.value),
        Choice(t("Not all"), PastRent.OPEN.value),
    ]


def _has_past(draft: Letting) -> bool:
    """Whether a month has fallen due before today, or may have as long as the due day is not known.

    The steps are counted by it, so it must not become true only when they are nearly through.
    """
    if draft.starts_on is None or draft.prolong_from is not None:
        return False
    if draft.due_day is None:
        return draft.starts_on < draft.today
    month = draft.starts_on
    day = min(draft.due_day, calendar.monthrange(month.year, month.month)[1])
    return max(month.replace(day=day), draft.starts_on) < draft.today


def _deposits(t: Localizer, draft: Letting, _me: Person) -> list[Choice]:
    rent = draft.rent_money
    return [Choice(t("A month: {rent}", rent=rent), str(rent.minor))] if rent is not None else []


def _contract_days(t: Localizer, draft: Letting, _me: Person) -> list[Choice]:
    return _days(t, [one for one in (draft.starts_on, draft.today) if one is not None])


def _reminders(t: Localizer, draft: Letting, _me: Person) -> list[Choice]:
    offered = sorted({*REMINDERS, *draft.reminders})
    return [Choice(reminder_label(t, one), str(one)) for one in offered]


def _toggle_reminder(value: str, draft: Letting) -> Letting:
    day = int(value)
    chosen = [one for one in draft.reminders if one != day]
    if day not in draft.reminders:
        chosen.append(day)
    return replace(draft, reminders=tuple(sorted(chosen)))


STARTS = Question[Letting](
    key="starts_on",
    kind=AnswerKind.DAY,
    label=label("First day"),
    ask=asking("From which day? For example: 1 December", _start_now),
    read=_read_start,
    choices=_starts,
    pick=lambda value, draft: _with_start(draft, dt.date.fromisoformat(value)),
    check=term_is_free,
)
ENDS = Question[Letting](
    key="ends_on",
    kind=AnswerKind.LAST_DAY,
    label=label("Last day"),
    ask=_ask_end,
    read=_read_end,
    choices=_ends,
    pick=_pick_end,
    known=lambda draft: draft.ends_on is not None or draft.end_said,
    check=term_is_free,
)
AREA = Question[Letting](
    key="area",
    kind=AnswerKind.AREA,
    label=label("Area"),
    ask=_ask_area,
    read=_read_area,
    choices=_areas,
    pick=lambda value, draft: _with_area(draft, None if value == ALL_OF_IT else int(value)),
    known=lambda draft: draft.area_said,
    check=term_is_free,
    applies=lambda draft: draft.whole is not None,
)
RENT = Question[Letting](
    key="rent",
    kind=AnswerKind.MONEY,
    label=label("Rent"),
    ask=_ask_rent,
    read=_read_rent,
    of=int,
)
DUE_DAY = Question[Letting](
    key="due_day",
    kind=AnswerKind.DAY_OF_MONTH,
    label=label("Due day"),
    ask=asking(
        "By which day of the month is the rent due?", lambda t, d: due_day_words(t, d.due_day) if d.due_day else None
    ),
    read=lambda text, draft, _: replace(draft, due_day=parse_day_of_month(text), proposed=False),
    choices=_due_days,
    pick=lambda value, draft: replace(draft, due_day=int(value), proposed=False),
    per_row=4,
)
PAST = Question[Letting](
    key="past",
    kind=AnswerKind.YES_NO,
    label=label("Paid so far"),
    ask=asking("The lease began earlier. Was the rent that has fallen due since then paid?"),
    choices=_past_rent,
    of=PastRent,
    hangs_on=("starts_on", "due_day"),
    applies=_has_past,
)
LATER: tuple[Question[Letting], ...] = (
    Question(
        key="deposit",
        kind=AnswerKind.MONEY,
        label=label("Security deposit"),
        ask=asking(
            "Which deposit has been agreed? For example: 46000",
            lambda t, d: t.money(Money(d.deposit, d.currency)) if d.deposit is not None else None,
        ),
        value=lambda text, draft, _ctx: read_amount(text, draft.currency),
        choices=_deposits,
        of=int,
        optional=True,
        later=True,
    ),
    Question(
        key="contract_number",
        kind=AnswerKind.MARK,
        label=label("Contract number"),
        ask=asking("What is the number of the contract?", field_now("contract_number")),
        value=lambda text, _draft, _ctx: said(
            text, NUMBER, "Write the number as it stands on the contract, for example: 14/2."
        ),
        optional=True,
        later=True,
    ),
    Question(
        key="contract_date",
        kind=AnswerKind.PAST_DAY,
        label=label("Contract date"),
        ask=asking("Of which day is the contract?", field_now("contract_date")),
        value=lambda text, draft, ctx: read_day(text, ctx, draft.today, Toward.LAST),
        choices=_contract_days,
        of=dt.date.fromisoformat,
        optional=True,
        later=True,
    ),
    paper_question(
        "contract_file",
        asking(
            "Send the contract: a PDF, another document or a photo. The tenant will see it too.",
            lambda t, d: t("there is one, a new one takes its place") if d.contract_file else None,
        ),
        label("Contract file"),
    ),
    Question(
        key="utilities_due_day",
        kind=AnswerKind.DAY_OF_MONTH,
        label=label("Utilities due"),
        ask=asking(
            "By which day of the next month are utilities due?", lambda t, d: due_day_words(t, d.utilities_due_day)
        ),
        value=lambda text, _draft, _ctx: parse_day_of_month(text),
        choices=_due_days,
        of=int,
        known=lambda _draft: True,
        later=True,
        per_row=4,
    ),
    Question(
        key="reminders",
        kind=AnswerKind.CHOICES,
        label=label("Reminders"),
        ask=asking(
            "When is the tenant reminded of the rent? Tap to choose and to take back; nothing chosen means never."
        ),
        choices=_reminders,
        pick=_toggle_reminder,
        chosen=lambda draft: frozenset(str(one) for one in draft.reminders),
        known=lambda _draft: True,
        later=True,
        per_row=2,
    ),
)
NEW = (STARTS, ENDS, AREA, RENT, DUE_DAY, PAST, *LATER)
"""In the order of asking."""
EDITED = (STARTS, ENDS, AREA, DUE_DAY, *LATER)
"""What can be changed; the rent has questions of its own."""
