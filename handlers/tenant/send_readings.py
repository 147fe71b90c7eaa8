"""A tenant sends the readings of a period, one meter after another, each kept at once, and sees what they come to."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Choice, CompletedForm, Context, Form
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Screen
from domain.estate.leases.lease import LeaseId
from domain.metering.meter import MeterId, Values
from domain.metering.meter_row import MeterRow
from domain.metering.readings_to_send import ReadingsToSend, readings_to_send
from domain.metering.send_reading import report_meter, send_reading
from domain.people.person import Person
from domain.refusal import Conflict, Refusal
from handlers.tenant.callbacks import ReadingsSum, ReadMeter, SendReadings
from handlers.tenant.readings_screen import readings_screen
from handlers.utilities.entering import Entering, about_meter, replaced_choice, value_questions
from handlers.utilities.meter_words import amounts_of, values_of

router = Router(name="send_readings")


@dataclass(frozen=True, kw_only=True)
class Sending(Entering):
    """One of the meters of a lease."""

    lease: int
    number: int
    of: int
    """Which of so many it is."""
    one_only: bool = False
    """Corrected by itself; otherwise the next one follows."""
    ends_on: dt.date | None = None
    """The last day of the lease, if these are its final readings."""
    saved: str | None = None
    """The meter before, in words."""


def _first(t: Localizer, draft: Sending) -> Markup:
    where = quiet(t("meter {number} of {of}", number=draft.number, of=draft.of)) if draft.of > 1 else None
    final = t("Final readings: the lease ends on {date}.", date=draft.ends_on) if draft.ends_on is not None else None
    return lines(*(part for part in (Markup.escape(draft.saved) if draft.saved else None, final, where) if part))


def _others(t: Localizer, _draft: Sending, _me: Person) -> list[Choice]:
    return [replaced_choice(t)]


async def _done(filled: CompletedForm[Sending], ctx: Context) -> None:
    draft, work = filled.draft, ctx.work.once(f"form:{filled.nonce}")
    lease, meter = LeaseId(draft.lease), MeterId(draft.meter)
    if draft.replaced:
        await report_meter(work, ctx.me, lease, meter)
        await _said_replaced(ctx, draft)
        return
    try:
        await send_reading(
            work, ctx.me, lease, meter, draft.values, photo=draft.file, sure=draft.sure, turned=draft.turned
        )
    except Refusal as refusal:
        await _refused(ctx, draft, refusal)
        return
    to_send = await readings_to_send(ctx.work, ctx.me, lease)
    said = _saved(ctx.t, draft, to_send.row(meter))
    following = next((one for one in to_send.missing if one.meter.id != meter), None)
    if following is None or draft.one_only:
        await ctx.chat.show(await readings_screen(ctx, to_send, said))
        return
    await ctx.forms.start(FORM, ctx, _sending(to_send, following, saved=said))


async def _refused(ctx: Context, draft: Sending, refusal: Refusal) -> None:
    """What has changed while the number was typed: more is known of the meter, or it is too late."""
    to_send = await readings_to_send(ctx.work, ctx.me, LeaseId(draft.lease))
    row = next((one for one in to_send.rows if one.meter.id == draft.meter), None)
    if not to_send.may_send or row is None:
        await ctx.chat.show(await readings_screen(ctx, to_send, ctx.t.refusal(refusal)))
        return
    said = str(ctx.t.refusal(refusal).unescape())
    await ctx.forms.start(FORM, ctx, replace(draft, known=row.expected, values=(), turned=(), sure=False, saved=said))


def _saved(t: Localizer, draft: Sending, row: MeterRow) -> Markup:
    values = values_of(t, draft.values)
    used: Values | None = row.used
    if used is None:
        return t("✓ {meter}: {values}", meter=draft.label(t), values=values)
    return t(
        "✓ {meter}: {values}, used {use}", meter=draft.label(t), values=values, use=amounts_of(t, used, draft.unit)
    )


async def _said_replaced(ctx: Context, draft: Sending) -> None:
    t = ctx.t
    text = lines(
        bold(t("🔧 Passed on")),
        t("{meter}: the old meter's last value and the new one's first will be entered for you.", meter=draft.label(t)),
    )
    rows = [[Button(t("✍️ The other meters"), ReadingsSum(lease=draft.lease)), menu_button(t)]]
    await ctx.chat.show(Screen(text, rows))


FORM: Form[Sending] = Form(
    name="send_reading",
    title=lambda t: t("Readings"),
    draft=Sending,
    questions=value_questions(_first, _others),
    done=_done,
)


@router.callback_query(SendReadings.filter())
async def send_readings(_query: object, callback_data: SendReadings, ctx: Context) -> None:
    """Ask about the first meter that is still missing; show all of them if none is, or it is not the time."""
    to_send = await readings_to_send(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.forms.leave(ctx.state)
    if not to_send.may_send or not to_send.missing:
        await ctx.chat.show(await readings_screen(ctx, to_send), new=callback_data.new)
        return
    await ctx.forms.start(FORM, ctx, _sending(to_send, to_send.missing[0]), new=callback_data.new)


@router.callback_query(ReadMeter.filter())
async def read_meter(_query: object, callback_data: ReadMeter, ctx: Context) -> None:
    """Ask about this one."""
    to_send = await readings_to_send(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.forms.leave(ctx.state)
    try:
        row = to_send.row(MeterId(callback_data.meter))
        if not to_send.may_send:
            raise Conflict("The period is over: what was sent can no longer be changed here.")
    except Conflict as changed:
        await ctx.chat.toast(ctx.t.refusal(changed), alert=True)
        await ctx.chat.show(await readings_screen(ctx, to_send), new=callback_data.new)
        return
    draft = _sending(to_send, row, one_only=True)
    await ctx.forms.start(FORM, ctx, draft, new=callback_data.new)


@router.callback_query(ReadingsSum.filter())
async def readings_sum(_query: object, callback_data: ReadingsSum, ctx: Context) -> None:
    """All meters."""
    await ctx.forms.leave(ctx.state)
    to_send = await readings_to_send(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.chat.show(await readings_screen(ctx, to_send), new=callback_data.new)


def _sending(to_send: ReadingsToSend, row: MeterRow, *, one_only: bool = False, saved: Markup | None = None) -> Sending:
    place = [one.meter.id for one in to_send.rows].index(row.meter.id)
    return Sending(
        **about_meter(row),
        lease=to_send.lease.id,
        number=place + 1,
        of=len(to_send.rows),
        one_only=one_only,
        ends_on=to_send.lease.ends_on if to_send.is_final else None,
        saved=str(saved.unescape()) if saved is not None else None,
    )
