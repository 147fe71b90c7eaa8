"""A manager ends a lease on a day, after seeing what becomes of the rent, the debt and the deposit; or calls it off."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name
from bot.confirm import confirm_screen, outcome
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.forms.wording import asking, capital, label
from bot.localization import Localizer, bold, lines
from bot.names.days import read_day
from bot.screen import Screen
from domain.estate.leases.end_lease import LeaseEnding, call_off_lease, end_lease, look_at_end
from domain.estate.leases.lease import LeaseId, days_in_month, next_month
from domain.estate.leases.show_lease import show_lease
from domain.people.person import Person
from domain.refusal import Conflict, Refusal
from handlers.manager.callbacks import OpenLease
from handlers.manager.leases.callbacks import CallOff, EndLease, is_present
from handlers.manager.leases.show_lease import show_card

router = Router(name="end_lease")


@dataclass(kw_only=True)
class LastDay:
    """The last day."""

    last: dt.date | None = None
    today: dt.date = dt.date.min
    before: dt.date | None = None
    """The present last day: only an earlier one can be chosen."""


def _choices(t: Localizer, draft: LastDay, _me: Person) -> list[Choice]:
    today = draft.today
    end = today.replace(day=days_in_month(today))
    coming = next_month(today)
    days = [today, end, coming.replace(day=days_in_month(coming))]
    earlier = [one for one in dict.fromkeys(days) if draft.before is None or one < draft.before]
    return [Choice(t.date(day), day.isoformat()) for day in earlier]


async def _show(filled: CompletedForm[LastDay], ctx: Context) -> None:
    press = EndLease(**filled.context)
    last = filled.draft.last or filled.draft.today
    ending = await look_at_end(ctx.work, ctx.me, LeaseId(press.lease), last)
    await ctx.chat.show(ending_screen(ctx.t, ending, press))


FORM = Form(
    name="end_lease",
    title=label("End of the lease"),
    draft=LastDay,
    questions=(
        Question[LastDay](
            key="last",
            kind=AnswerKind.LAST_DAY,
            ask=asking("Which is its last day? For example: 30 November"),
            value=lambda text, draft, ctx: read_day(text, ctx, draft.today),
            choices=_choices,
            of=dt.date.fromisoformat,
        ),
    ),
    done=_show,
    back=lambda filled, ctx: show_card(ctx, filled.context["lease"]),
)


@router.callback_query(EndLease.filter())
async def end(_query: object, callback_data: EndLease, ctx: Context) -> None:
    """Ask on which day, or end it."""
    t, lease_id = ctx.t, LeaseId(callback_data.lease)
    view = await show_lease(ctx.work, ctx.me, lease_id)
    if not view.may_manage or not is_present(callback_data.version, view.lease.version):
        await ctx.chat.toast(t.refusal(Conflict()))
        await show_card(ctx, lease_id, new=callback_data.new)
        return
    await ctx.forms.leave(ctx.state)
    if not (callback_data.sure and callback_data.day):
        context = {**callback_data.model_dump(), "version": view.lease.version}
        draft = LastDay(today=view.account.today, before=view.lease.ends_on)
        await ctx.forms.start(FORM, ctx, draft, only="last", context=context, new=callback_data.new)
        return
    last = dt.date.fromordinal(callback_data.day)
    await show_card(
        ctx,
        lease_id,
        await outcome(
            ctx,
            end_lease(ctx.work, ctx.me, lease_id, callback_data.version, last),
            t("It ends on {date}. What is still owed stays in the statement.", date=last),
            unless=Refusal,
        ),
    )


def ending_screen(t: Localizer, ending: LeaseEnding, press: EndLease) -> Screen:
    """What would become of it, with the safe choice first."""
    account, lease = ending.account, ending.account.lease
    text = lines(
        bold(t("End the lease on {date}?", date=ending.last)),
        t("{tenant} · {object}", tenant=account.tenant.name, object=account.premises.name),
        "",
        *_months(t, ending),
        _balance(t, ending),
        t("Deposit held: {sum}. Settle it in the statement.", sum=ending.deposit) if ending.deposit.minor > 0 else None,
    )
    sure = press.model_copy(update={"day": ending.last.toordinal(), "sure": True, "new": False})
    keep = (t("‹ Leave it as it is"), OpenLease(lease=lease.id))
    return confirm_screen(text, keep=keep, go=(t("🏁 End it"), sure))


def _months(t: Localizer, ending: LeaseEnding) -> list[Markup]:
    said = [
        t.n(
            "{month}: charged {before}, {days} of {count} day are {after}",
            "{month}: charged {before}, {days} of {count} days are {after}",
            one.days_in_month,
            month=capital(month_name(t, one.month)),
            before=one.before,
            days=one.days,
            after=one.after,
        )
        for one in ending.months
    ]
    return said or [t("No rent that was charged changes.")]


def _balance(t: Localizer, ending: LeaseEnding) -> Markup:
    balance = ending.balance
    if balance.minor < 0:
        return t("The debt that stays: {sum}", sum=ending.account.money(-balance.minor))
    if balance.minor > 0:
        return t("Paid too much, to be given back: {sum}", sum=balance)
    return t("Nothing is owed.")


@router.callback_query(CallOff.filter())
async def call_off(_query: object, callback_data: CallOff, ctx: Context) -> None:
    """Ask, or take it back."""
    t, lease_id = ctx.t, LeaseId(callback_data.lease)
    view = await show_lease(ctx.work, ctx.me, lease_id)
    if not callback_data.sure:
        question = lines(
            bold(t("Take this lease back?")),
            t("{tenant} · {object}", tenant=view.tenant.name, object=view.premises.name),
            "",
            t("As if it had never been agreed: its charges are taken back. To end one that ran, choose End."),
        )
        sure = callback_data.model_copy(update={"sure": True})
        keep = (t("‹ Leave it as it is"), OpenLease(lease=lease_id))
        await ctx.chat.show(confirm_screen(question, keep=keep, go=(t("🗑 Take back"), sure)))
        return
    await show_card(
        ctx,
        lease_id,
        await outcome(
            ctx, call_off_lease(ctx.work, ctx.me, lease_id, callback_data.version), t("Taken back."), unless=Refusal
        ),
    )
