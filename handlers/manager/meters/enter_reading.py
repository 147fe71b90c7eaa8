"""A manager enters what a meter showed: for which month, on which day, what; also long after the period closed."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.forms.wording import capital
from bot.localization import Localizer, quiet
from bot.names.days import read_day
from domain.estate.leases.lease import LeaseId, months_back
from domain.metering.around import days_of
from domain.metering.enter_reading import enter_reading
from domain.metering.meter import MeterId
from domain.metering.meter_row import meter_row
from domain.metering.show_final_readings import show_final_readings
from domain.metering.show_meters import MeterCard, show_meter
from domain.people.person import Person
from domain.refusal import Conflict, Refusal
from domain.typed.days import Toward
from domain.typed.months import parse_month
from handlers.manager.meters.callbacks import EnterFinal, EnterReading
from handlers.manager.meters.final_readings import show_final
from handlers.manager.meters.meter_card import show_card
from handlers.manager.meters.replace_meter import ask_of_replacement
from handlers.utilities.entering import Entering, about_meter, value_questions
from handlers.utilities.meter_words import month_of

router = Router(name="enter_reading")

MONTHS = 3
"""Offered as buttons."""


@dataclass(frozen=True, kw_only=True)
class ByManager(Entering):
    """A reading of any month."""

    today: dt.date
    closes: dt.date
    """When the readings of the month were to be there: the day that is offered first."""
    month: dt.date
    on: dt.date | None = None
    final_of: int | None = None
    """The lease at whose end it is taken."""


def _first(t: Localizer, draft: ByManager) -> Markup:
    if draft.final_of is not None:
        return quiet(t("Final reading, the lease ends on {date}", date=draft.closes))
    return quiet(t("For {month}", month=month_name(t, draft.month)))


def _days(t: Localizer, draft: ByManager, _me: Person) -> list[Choice]:
    usual = min(draft.closes, draft.today)
    days = dict.fromkeys((draft.today, usual))
    return [Choice(t("Today") if one == draft.today else t.date(one), one.isoformat()) for one in days]


def _read_day(text: str, draft: ByManager, answering: AnswerContext) -> ByManager:
    day = read_day(text, answering, draft.today, Toward.LAST)
    if day > draft.today:
        raise Refusal("{date} has not come yet. On which day did the meter show this?", date=day)
    return replace(draft, on=day)


async def _save(filled: CompletedForm[ByManager], ctx: Context) -> None:
    draft, meter_id = filled.draft, MeterId(filled.draft.meter)
    if draft.replaced:
        await ask_of_replacement(ctx, await show_meter(ctx.work, ctx.me, meter_id))
        return
    await enter_reading(
        ctx.work.once(f"form:{filled.nonce}"),
        ctx.me,
        meter_id,
        draft.month,
        draft.on or draft.today,
        draft.values,
        photo=draft.file,
        sure=draft.sure,
        turned=draft.turned,
        final_of=LeaseId(draft.final_of) if draft.final_of is not None else None,
    )
    if draft.final_of is not None:
        await show_final(ctx, LeaseId(draft.final_of), ctx.t("Saved."))
        return
    await show_card(ctx, meter_id, ctx.t("Saved."))


FORM: Form[ByManager] = Form(
    name="enter_reading",
    title=lambda t: t("Reading"),
    draft=ByManager,
    questions=(
        *value_questions(_first, lambda _t, _draft, _me: []),
        Question(
            key="on",
            kind=AnswerKind.PAST_DAY,
            ask=lambda t, _draft: t("On which day did it show this? For example: 25.11 or yesterday."),
            read=_read_day,
            choices=_days,
            of=dt.date.fromisoformat,
            hangs_on=("value0", "value1", "value2", "value3"),
            applies=lambda draft: not draft.replaced,
        ),
    ),
    done=_save,
)


@dataclass(frozen=True, kw_only=True)
class WhichMonth:
    """For which month a reading is entered."""

    today: dt.date
    month: dt.date | None = None


def _months(t: Localizer, draft: WhichMonth, _me: Person) -> list[Choice]:
    months = reversed(months_back(draft.today.replace(day=1), MONTHS))
    return [Choice(capital(month_name(t, one)), one.isoformat()) for one in months]


def _read_month(text: str, draft: WhichMonth, _answering: AnswerContext) -> WhichMonth:
    month = parse_month(text, draft.today)
    if month > draft.today:
        raise Refusal("That month has not begun yet.")
    return replace(draft, month=month)


async def _month_chosen(filled: CompletedForm[WhichMonth], ctx: Context) -> None:
    card = await show_meter(ctx.work, ctx.me, MeterId(filled.context["meter"]))
    await ctx.forms.start(FORM, ctx, _entering(card, filled.draft.month or card.today.replace(day=1)))


MONTH_FORM: Form[WhichMonth] = Form(
    name="month_of_reading",
    title=lambda t: t("Reading"),
    draft=WhichMonth,
    questions=(
        Question(
            key="month",
            kind=AnswerKind.MONTH,
            ask=lambda t, _draft: t("For which month? Choose, or write another one: 11.2026."),
            read=_read_month,
            choices=_months,
            of=dt.date.fromisoformat,
            per_row=3,
        ),
    ),
    done=_month_chosen,
    back=lambda filled, ctx: show_card(ctx, MeterId(filled.context["meter"])),
)


@router.callback_query(EnterReading.filter())
async def enter(_query: object, callback_data: EnterReading, ctx: Context) -> None:
    """Ask for the value, or for the month first."""
    card = await show_meter(ctx.work, ctx.me, MeterId(callback_data.meter))
    card.row.meter.must_be_active()
    if callback_data.month:
        draft = _entering(card, month_of(callback_data.month))
        await ctx.forms.start(FORM, ctx, draft, new=callback_data.new)
        return
    await ctx.forms.start(
        MONTH_FORM,
        ctx,
        WhichMonth(today=card.today),
        only="month",
        context={"meter": callback_data.meter},
        new=callback_data.new,
    )


@router.callback_query(EnterFinal.filter())
async def enter_final(_query: object, callback_data: EnterFinal, ctx: Context) -> None:
    """Ask for the value at the end of the lease."""
    view = await show_final_readings(ctx.work, ctx.me, LeaseId(callback_data.lease))
    row = next((one for one in view.rows if one.meter.id == callback_data.meter), None)
    if row is None:
        raise Conflict("This meter is no longer in use. Here are the meters as they are now.")
    draft = ByManager(
        **about_meter(row),
        today=view.today,
        closes=view.last,
        month=view.last.replace(day=1),
        on=view.today if view.today <= view.last else None,
        final_of=view.lease.id,
    )
    await ctx.forms.start(FORM, ctx, draft)


def _entering(card: MeterCard, month: dt.date) -> ByManager:
    row = meter_row(card.row.meter, card.counting, month)
    window = days_of(card.premises).of(month)
    return ByManager(
        **about_meter(row),
        today=card.today,
        closes=window.closes,
        month=month,
        on=card.today if window.covers(card.today) else None,
    )
