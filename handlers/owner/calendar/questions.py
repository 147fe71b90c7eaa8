"""What is asked about an event: object, day, money, words, how often it comes back, and when to be reminded."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.meaning import by_beginnings
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.usual_questions import paper_question
from bot.forms.wording import asking, field_now, label, said
from bot.localization import Localizer, lines
from bot.names.days import read_day
from bot.typed_buttons import NO, same_label
from domain.calendar.draft import MOST_DESCRIPTION, check_day
from domain.calendar.event import MORNING, REMINDED
from domain.calendar.line import NamedObject
from domain.calendar.line.objects import take_object
from domain.calendar.line.text import Text
from domain.calendar.repetition import Repeat, repeat_of
from domain.calendar.typed import parse_sum
from domain.disambiguation import told_apart
from domain.money import Money
from domain.people.person import Person
from domain.refusal import Refusal
from domain.typed.calendar_words import months_later
from domain.typed.days import Toward
from domain.typed.limits import NAME
from domain.typed.repetitions import find_repetition
from domain.typed.times import parse_time
from handlers.owner.calendar.entry import EventEntry, Way

WAYS: dict[Way, str] = {
    "in": "➕ Income",
    "out": "➖ Expense",
    "both": "Both",
    "none": "Only a reminder",
}
REPEATS = {
    Repeat.NONE: "Once",
    Repeat.WEEKLY: "Every week",
    Repeat.TWO_WEEKS: "Every two weeks",
    Repeat.MONTHLY: "Every month",
    Repeat.QUARTERLY: "Every quarter",
    Repeat.HALF_YEARLY: "Every half-year",
    Repeat.YEARLY: "Every year",
}
_IN_WORDS = by_beginnings(
    {
        "in": r"прид|прих|доход|поступ|получ(?!ится)|заход|плюс|in(?!\w)|com|receiv|earn",
        "out": r"уйд|уход|расход|трат|потрат|плач|плат|заплат|оплат|минус|out(?!\w)|go|pay|spen",
        "both": r"оба|обе|и то|both",
        "none": r"напомн|напомин|ничего|никак|без денег|remind|none|neither|nothing",
    }
)
"""Beginnings of the words by which people say it."""
EARLY = {0: "On the day only", 1: "A day before", 3: "3 days before", 7: "7 days before"}
OFTEN_IN = ("Rent", "Deposit")
OFTEN_OUT = ("Repair", "Utilities", "Insurance", "Tax", "Mortgage", "Cleaning")
"""What most events are about, offered as descriptions."""
HOURS = (8, 9, 10, 12, 15, 18, 20)


NEW_OBJECT = 0
"""Stands for the id of an object that is made with the event."""


def object_choice(t: Localizer, value: str) -> Choice:
    """An object as a button; the value is its id with its name."""
    return Choice(value.partition(":")[2] or t("an object"), value)


def object_value(id_: int, name: str) -> str:
    """The value behind an object's button."""
    return f"{id_}:{name}"


def called(objects: Sequence[NamedObject]) -> dict[int, str]:
    """What each is called, beside others of its name by its address."""
    return told_apart((one.id, one.name, (one.address if one.address != one.name else None,)) for one in objects)


def _objects(t: Localizer, draft: EventEntry, _me: Person) -> Sequence[Choice]:
    return [object_choice(t, object_value(number, name)) for number, name in called(draft.objects).items()]


def _read_object(text: str, draft: EventEntry, ctx: AnswerContext) -> EventEntry:
    if not draft.objects:
        return replace(draft, new_object=said(text, NAME, "What shall the object be called? For example: Arbat."))
    heard = take_object(Text(text[:MOST_DESCRIPTION]), draft.objects)
    if len(heard.objects) == 1:
        return draft.about(heard.objects[0].id)
    if heard.objects:
        several = called(heard.objects).items()
        raise AmbiguousAnswer([object_choice(ctx.t, object_value(number, name)) for number, name in several])
    raise Refusal("None of your objects is called so. Choose one, or write a word of its name.")


def _days(t: Localizer, draft: EventEntry, _me: Person) -> Sequence[Choice]:
    today = draft.today
    next_month = months_later(today.replace(day=1), 1)
    days = {today: t("Today"), today + dt.timedelta(days=1): t("Tomorrow")}
    for day in (next_month, next_month - dt.timedelta(days=1), next_month.replace(day=5)):
        days.setdefault(day, t.fact(day))
    return [Choice(name, day.isoformat()) for day, name in days.items()]


def _on(day: dt.date, draft: EventEntry) -> EventEntry:
    check_day(day, draft.today)
    is_past = day < draft.today
    return replace(draft, day=day, done=draft.done if draft.done_said else is_past, done_said=draft.done_said)


def _repeat_meant(text: str) -> str | None:
    if same_label(text) in NO | {"неповторяется", "одинраз", "однократно"}:
        return Repeat.NONE.value
    # of a day or a limit among the words nothing would be left
    found = find_repetition(text.casefold()) if not any(one.isdigit() for one in text) else None
    repeat = repeat_of(found.every) if found is not None else None
    return repeat.value if repeat is not None else None


def _with_sum(field: str, text: str, draft: EventEntry, other: int | None) -> EventEntry:
    sum_ = parse_sum(text, draft.code)
    if other and sum_.currency != draft.code:
        raise Refusal(
            "Income and expense of one event are in one currency; this one is in {currency}.", currency=draft.code
        )
    return draft.with_sum(field, sum_)


def _sum_now(field: str) -> object:
    def now(t: Localizer, draft: EventEntry) -> Markup | None:
        minor = getattr(draft, field)
        return t.fact(Money(minor, draft.code)) if minor else None

    return now


def _usual(t: Localizer, draft: EventEntry, _me: Person) -> Sequence[Choice]:
    comes = [t(one).unescape() for one in OFTEN_IN] if draft.income or not draft.expense else []
    goes = [t(one).unescape() for one in OFTEN_OUT] if draft.expense else []
    return [Choice(name, name) for name in (*comes, *goes)]


def _read_description(text: str, draft: EventEntry, _around: AnswerContext) -> EventEntry:
    typed = said(text, MOST_DESCRIPTION, "Please write it in words, for example: rent for December.")
    return replace(draft, description=" ".join(typed.split()))


def _ends(t: Localizer, draft: EventEntry, _me: Person) -> Sequence[Choice]:
    start = draft.day or draft.today
    step = 12 if draft.repeat is Repeat.YEARLY else 1
    ends = [months_later(start, months * step) for months in (5, 11)]
    return [Choice(t("Until {date}", date=end), end.isoformat()) for end in ends]


def _read_until(text: str, draft: EventEntry, ctx: AnswerContext) -> EventEntry:
    start = draft.day or draft.today
    return _until(read_day(text, ctx, max(start, draft.today), Toward.NEXT), draft)


def _until(day: dt.date, draft: EventEntry) -> EventEntry:
    if draft.day is not None and day < draft.day:
        raise Refusal("It would end on {until}, before it begins on {day}.", until=day, day=draft.day)
    check_day(day, draft.today)
    return replace(draft, until=day)


def _or_at_once(ask: Callable[[Localizer, EventEntry], Markup]) -> Callable[[Localizer, EventEntry], Markup]:
    """The question; while nothing else is known, with the way to say everything in one line."""

    def asked(t: Localizer, draft: EventEntry) -> Markup:
        is_new = draft.amount is None and (not draft.way or (draft.receipt is not None and draft.expense is None))
        return lines(ask(t, draft), t("Or all at once: 12 December rent 45000 Arbat") if is_new else None)

    return asked


QUESTIONS: tuple[Question[EventEntry], ...] = (
    Question(
        key="premises_id",
        kind=AnswerKind.OBJECT,
        label=label("Object"),
        ask=_or_at_once(asking("Which object is it about?", lambda _t, draft: draft.named())),
        read=_read_object,
        choices=_objects,
        choice=object_choice,
        pick=lambda value, draft: draft.about(int(value.partition(":")[0])),
        known=lambda draft: draft.has_object,
    ),
    Question(
        key="day",
        kind=AnswerKind.DAY,
        label=label("Date"),
        ask=_or_at_once(
            asking("On which day? Choose one or write it: 12 December, 12.12, on Friday.", field_now("day"))
        ),
        read=lambda text, draft, ctx: _on(read_day(text, ctx, draft.today), draft),
        choices=_days,
        pick=lambda value, draft: _on(dt.date.fromisoformat(value), draft),
        per_row=3,
    ),
    Question(
        key="way",
        kind=AnswerKind.CHOICE,
        label=label("Income or expense"),
        ask=asking("Does money come in or go out?"),
        choices=lambda t, _draft, _me: [Choice(t(name), way) for way, name in WAYS.items()],
        pick=lambda value, draft: draft.going(next(way for way in WAYS if way == value)),
        meant=_IN_WORDS,
        known=lambda draft: bool(draft.way),
    ),
    Question(
        key="income",
        kind=AnswerKind.MONEY,
        label=label("Income"),
        ask=asking("How much will come in? For example 45000 or 12.5k.", _sum_now("income")),  # type: ignore[arg-type]
        read=lambda text, draft, _around: _with_sum("income", text, draft, draft.expense),
        hangs_on=("way",),
        applies=lambda draft: draft.way in ("in", "both"),
    ),
    Question(
        key="expense",
        kind=AnswerKind.MONEY,
        label=label("Expense"),
        ask=asking("How much will go out? For example 4500 or 12.5k.", _sum_now("expense")),  # type: ignore[arg-type]
        read=lambda text, draft, _around: _with_sum("expense", text, draft, draft.income),
        hangs_on=("way",),
        applies=lambda draft: draft.way in ("out", "both"),
    ),
    Question(
        key="description",
        kind=AnswerKind.TITLE,
        label=label("Description"),
        ask=asking("What is it? Choose or write a few words.", field_now("description")),
        read=_read_description,
        choices=_usual,
        of=str,
        optional=True,
        per_row=3,
    ),
    Question(
        key="repeat",
        kind=AnswerKind.CHOICE,
        label=label("Repeats"),
        ask=asking("Does it come back?", lambda t, draft: t(REPEATS[draft.repeat]) if draft.repeat_said else None),
        choices=lambda t, _draft, _me: [Choice(t(name), repeat.value) for repeat, name in REPEATS.items()],
        meant=_repeat_meant,
        pick=lambda value, draft: replace(
            draft,
            repeat=Repeat(value),
            repeat_said=True,
            until=draft.until if Repeat(value) is not Repeat.NONE else None,
        ),
        known=lambda draft: draft.repeat_said,
        per_row=3,
    ),
    Question(
        key="done",
        kind=AnswerKind.YES_NO,
        label=label("Done already"),
        ask=asking("This day is past. Has it happened? If it repeats, this is for every time up to today."),
        choices=lambda t, _draft, _me: [Choice(t("✅ Yes, it is done"), "yes"), Choice(t("Not yet"), "no")],
        pick=lambda value, draft: replace(draft, done=value == "yes", done_said=True),
        known=lambda draft: draft.done_said,
        hangs_on=("day",),
        applies=lambda draft: draft.is_past or draft.done,
    ),
    Question(
        key="until",
        kind=AnswerKind.LAST_DAY,
        label=label("Until when"),
        ask=asking("Until when does it repeat? Skip this if there is no end in sight.", field_now("until")),
        read=_read_until,
        choices=_ends,
        pick=lambda value, draft: _until(dt.date.fromisoformat(value), draft),
        optional=True,
        hangs_on=("repeat",),
        applies=lambda draft: draft.repeat is not Repeat.NONE,
        later=True,
    ),
    Question(
        key="at",
        kind=AnswerKind.TIME,
        label=label("Time"),
        ask=asking(
            "At what time shall I remind you? Choose or write it, like 18:30.",
            lambda t, draft: t.clock(MORNING if draft.at is None else draft.at),
        ),
        value=lambda text, _draft, _ctx: parse_time(text),
        choices=lambda t, _draft, _me: [Choice(t.clock(hour * 60), str(hour * 60)) for hour in HOURS],
        of=int,
        optional=True,
        later=True,
        per_row=4,
    ),
    Question(
        key="remind_before",
        kind=AnswerKind.CHOICE,
        label=label("Remind early"),
        ask=asking(
            "Shall I remind you early as well?",
            lambda t, draft: t(EARLY[draft.remind_before]) if draft.remind_before in EARLY else None,
        ),
        choices=lambda t, _draft, _me: [Choice(t(EARLY[days]), str(days)) for days in REMINDED],
        of=int,
        optional=True,
        skip=lambda draft: draft,
        known=lambda _draft: False,
        later=True,
    ),
    paper_question("receipt", asking("Send a photo of the receipt, or a PDF."), label("🧾 Receipt")),
)
