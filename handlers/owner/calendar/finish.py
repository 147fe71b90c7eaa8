"""What has happened is marked as done by a tap, as planned or with what it really came to; and taken back."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.confirm import outcome, outcome_or_toast
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.forms.wording import asking
from bot.localization import Localizer
from bot.names.days import read_day
from domain.calendar.event import OccurrenceId
from domain.calendar.finish_event import finish_event, reopen_event, snooze_event
from domain.calendar.show_event import show_event
from domain.calendar.typed import parse_sum
from domain.money import Money
from domain.people.person import Person
from domain.refusal import Conflict, Refusal
from domain.typed.days import Toward
from handlers.owner.calendar.callbacks import FinishEvent, FinishOtherwise, ReopenEvent, SnoozeEvent
from handlers.owner.calendar.event import show_card
from handlers.owner.calendar.reminder import show_reminder

router = Router(name="calendar_finish")


@router.callback_query(FinishEvent.filter())
async def finish(_query: object, callback_data: FinishEvent, ctx: Context) -> None:
    """It is done, as planned."""
    event, notice = OccurrenceId(callback_data.event), None
    try:
        await finish_event(ctx.work, ctx.me, event)
        notice = ctx.t("Done.")
    except Conflict as conflict:
        await ctx.chat.toast(ctx.t.refusal(conflict))
    await _after(ctx, event, callback_data.notification, notice)


@router.callback_query(ReopenEvent.filter())
async def reopen(_query: object, callback_data: ReopenEvent, ctx: Context) -> None:
    """It is not done after all."""
    event = OccurrenceId(callback_data.event)
    await outcome_or_toast(ctx, reopen_event(ctx.work, ctx.me, event))
    await _after(ctx, event, callback_data.notification, None)


@router.callback_query(SnoozeEvent.filter())
async def snooze(_query: object, callback_data: SnoozeEvent, ctx: Context) -> None:
    """Remind of it later."""
    t, event = ctx.t, OccurrenceId(callback_data.event)
    if not await snooze_event(ctx.work, ctx.me, [event], callback_data.days):
        await ctx.chat.toast(t("This is done already, or no longer here."))
    await _after(ctx, event, callback_data.notification, None)


async def _after(ctx: Context, event: OccurrenceId, notification: int, notice: Markup | None) -> None:
    """Show where the button stood: the reminder, or the card."""
    if notification:
        await show_reminder(ctx, notification)
    else:
        await show_card(ctx, event, notice)


@dataclass(kw_only=True)
class EventOutcome:
    """What it came to; sums that were not planned are not asked about."""

    income: int
    expense: int
    currency: str
    today: dt.date
    planned_day: dt.date
    on: dt.date | None = None
    income_said: bool = False
    expense_said: bool = False


def _read_income(text: str, draft: EventOutcome, _around: AnswerContext) -> EventOutcome:
    return replace(draft, income=_in_currency(text, draft), income_said=True)


def _read_expense(text: str, draft: EventOutcome, _around: AnswerContext) -> EventOutcome:
    return replace(draft, expense=_in_currency(text, draft), expense_said=True)


def _in_currency(text: str, draft: EventOutcome) -> int:
    sum_ = parse_sum(text, draft.currency)
    if sum_.currency != draft.currency:
        raise Refusal("This event is in {currency}; write the sum in it.", currency=draft.currency)
    return sum_.minor


def _as_planned(field: str) -> object:
    def offered(t: Localizer, draft: EventOutcome, _me: Person) -> list[Choice]:
        minor = getattr(draft, field)
        return [Choice(t("As planned: {sum}", sum=Money(minor, draft.currency)), str(minor))]

    return offered


def _days(t: Localizer, draft: EventOutcome, _me: Person) -> list[Choice]:
    yesterday = draft.today - dt.timedelta(days=1)
    days = dict.fromkeys((draft.today, yesterday, draft.planned_day))
    named = {draft.today: t("Today"), yesterday: t("Yesterday")}
    return [Choice(named.get(day, t.fact(day)), day.isoformat()) for day in days if day <= draft.today]


async def _done(filled: CompletedForm[EventOutcome], ctx: Context) -> None:
    draft, event = filled.draft, OccurrenceId(filled.context["event"])
    work = ctx.work.once(f"form:{filled.nonce}")
    notice = await outcome(
        ctx, finish_event(work, ctx.me, event, income=draft.income, expense=draft.expense, on=draft.on), ctx.t("Done.")
    )
    await show_card(ctx, event, notice)


FORM = Form(
    name="finish_event",
    title=lambda t: t("What it came to"),
    draft=EventOutcome,
    questions=(
        Question[EventOutcome](
            key="income",
            kind=AnswerKind.MONEY,
            ask=asking("How much has come in?"),
            read=_read_income,
            choices=_as_planned("income"),  # type: ignore[arg-type]
            pick=lambda value, draft: replace(draft, income=int(value), income_said=True),
            known=lambda draft: draft.income_said,
            applies=lambda draft: draft.income > 0 or draft.income_said,
        ),
        Question[EventOutcome](
            key="expense",
            kind=AnswerKind.MONEY,
            ask=asking("How much has gone out?"),
            read=_read_expense,
            choices=_as_planned("expense"),  # type: ignore[arg-type]
            pick=lambda value, draft: replace(draft, expense=int(value), expense_said=True),
            known=lambda draft: draft.expense_said,
            applies=lambda draft: draft.expense > 0 or draft.expense_said,
        ),
        Question[EventOutcome](
            key="on",
            kind=AnswerKind.PAST_DAY,
            ask=asking("When was it?"),
            value=lambda text, draft, ctx: read_day(text, ctx, draft.today, Toward.LAST),
            choices=_days,
            of=dt.date.fromisoformat,
        ),
    ),
    done=_done,
)


@router.callback_query(FinishOtherwise.filter())
async def finish_otherwise(_query: object, callback_data: FinishOtherwise, ctx: Context) -> None:
    """Ask what it came to, and when."""
    view = await show_event(ctx.work, ctx.me, OccurrenceId(callback_data.event))
    one = view.occurrence
    if one.done_on is not None:
        conflict = Conflict("This was marked as done already, on {date}.", date=one.done_on)
        await ctx.chat.toast(ctx.t.refusal(conflict))
        await show_card(ctx, one.id)
        return
    draft = EventOutcome(
        income=one.income,
        expense=one.expense,
        currency=one.currency,
        today=view.today,
        planned_day=one.day,
    )
    await ctx.forms.start(FORM, ctx, draft, context={"event": one.id}, new=callback_data.new)
