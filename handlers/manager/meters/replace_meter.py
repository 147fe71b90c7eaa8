"""A manager replaces a meter: the old one's last value, the new one's first, on which day, and the new one's number."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer, bold, lines
from bot.names.days import read_day
from domain.metering.meter import MOST_NUMBER, MeterId, Unit, Values
from domain.metering.record import Expected
from domain.metering.replace_meter import replace_meter
from domain.metering.show_meters import MeterCard, show_meter
from domain.metering.typed import leading_digits, parse_values
from domain.people.person import Person
from domain.refusal import Refusal
from domain.typed.days import Toward
from handlers.manager.meters.callbacks import ReplaceMeter
from handlers.manager.meters.meter_card import show_card
from handlers.utilities.doubts import confirmed, doubt_turned, doubt_unusual
from handlers.utilities.meter_words import meter_label, values_of

router = Router(name="replace_meter")


@dataclass(frozen=True, kw_only=True)
class Replacing:
    """A replacement while it is described."""

    today: dt.date
    label: str
    zones: int
    decimals: int
    unit: Unit
    known: Expected
    last: Values | None = None
    sure: bool = False
    """That the last values, several times the usual use, are right."""
    turned: Values = ()
    """What whole turns have added to the last values."""
    first: Values | None = None
    on: dt.date | None = None
    number: str | None = None


def _values(text: str, draft: Replacing) -> Values:
    values = parse_values(text, draft.decimals, draft.zones)
    if len(values) != draft.zones:
        raise Refusal("This meter has {zones} zones, and each needs its value.", zones=draft.zones)
    return values


def _ask_last(t: Localizer, draft: Replacing) -> Markup:
    known = draft.known
    before = (
        t("Last time: {value} on {date}", value=values_of(t, known.previous), date=known.previous_on)
        if known.previous is not None
        else None
    )
    return lines(
        bold(draft.label),
        before,
        t("What did the old meter show at the end?"),
    )


def _read_last(text: str, draft: Replacing, answering: AnswerContext) -> Replacing:
    values = _values(text, draft)
    turned = (0,) * draft.zones
    doubt_turned(answering.t, draft.known, values, turned, leading_digits(text, draft.zones), draft.unit, [])
    draft.known.check(values)
    doubt_unusual(answering.t, draft.known, values, draft.unit)
    return replace(draft, last=values, turned=(), sure=False)


def _pick_last(value: str, draft: Replacing) -> Replacing:
    last, turned = confirmed(value)
    return replace(draft, last=last, turned=turned, sure=True)


def _days(t: Localizer, draft: Replacing, _me: Person) -> list[Choice]:
    yesterday = draft.today - dt.timedelta(days=1)
    return [Choice(t("Today"), draft.today.isoformat()), Choice(t("Yesterday"), yesterday.isoformat())]


def _read_day(text: str, draft: Replacing, answering: AnswerContext) -> Replacing:
    day = read_day(text, answering, draft.today, Toward.LAST)
    if day > draft.today:
        raise Refusal("That day has not come yet. On which day was the meter replaced?")
    return replace(draft, on=day)


async def _save(filled: CompletedForm[Replacing], ctx: Context) -> None:
    draft = filled.draft
    if draft.last is None or draft.first is None:
        raise Refusal("This meter has {zones} zones, and each needs its value.", zones=draft.zones)
    meter_id = await replace_meter(
        ctx.work.once(f"form:{filled.nonce}"),
        ctx.me,
        MeterId(filled.context["meter"]),
        draft.last,
        draft.first,
        draft.on or draft.today,
        draft.number,
        sure=draft.sure,
        turned=draft.turned,
    )
    said = ctx.t("Replaced. From now on readings are taken from the new meter.")
    await show_card(ctx, MeterId(meter_id), said)


FORM: Form[Replacing] = Form(
    name="replace_meter",
    title=lambda t: t("New meter instead"),
    draft=Replacing,
    questions=(
        Question(
            key="last",
            kind=AnswerKind.READING,
            ask=_ask_last,
            read=_read_last,
            pick=_pick_last,
        ),
        Question(
            key="first",
            kind=AnswerKind.READING,
            ask=lambda t, _draft: t("And what did the new one show at the beginning?"),
            value=lambda text, draft, _ctx: _values(text, draft),
            choices=lambda t, draft, _me: [Choice(values_of(t, (0,) * draft.zones), "0")],
            pick=lambda _value, draft: replace(draft, first=(0,) * draft.zones),
        ),
        Question(
            key="on",
            kind=AnswerKind.PAST_DAY,
            ask=lambda t, _draft: t("On which day was it replaced?"),
            read=_read_day,
            choices=_days,
            of=dt.date.fromisoformat,
        ),
        Question(
            key="number",
            kind=AnswerKind.MARK,
            ask=lambda t, _draft: t("The new meter's number, if you have it?"),
            value=lambda text, _draft, _ctx: " ".join(text.split()),
            optional=True,
            most_typed=MOST_NUMBER,
        ),
    ),
    done=_save,
)


@router.callback_query(ReplaceMeter.filter())
async def begin(_query: object, callback_data: ReplaceMeter, ctx: Context) -> None:
    """Ask about the old meter first."""
    card = await show_meter(ctx.work, ctx.me, MeterId(callback_data.meter))
    card.row.meter.must_be_active()
    await ask_of_replacement(ctx, card, new=callback_data.new)


async def ask_of_replacement(ctx: Context, card: MeterCard, *, new: bool = False) -> None:
    """Ask what the old meter showed at the end, and then about the new one."""
    meter = card.row.meter
    draft = Replacing(
        today=card.today,
        label=str(meter_label(ctx.t, meter).unescape()),
        zones=meter.zones,
        decimals=meter.decimals,
        unit=meter.unit,
        known=card.row.expected,
    )
    await ctx.forms.start(FORM, ctx, draft, context={"meter": meter.id}, new=new)
