"""A manager looks at the final readings of a lease, and enters those that the tenant has not sent."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, label_of, pairs
from domain.estate.leases.lease import LeaseId
from domain.metering.meter_row import MeterRow
from domain.metering.show_final_readings import FinalReadings as FinalReadingsView
from domain.metering.show_final_readings import show_final_readings
from handlers.manager.callbacks import OpenFinalReadings, OpenLease
from handlers.manager.meters.callbacks import EnterFinal
from handlers.utilities.meter_words import SIGNS, amounts_of, kinds_apart, meter_label, reading_words

router = Router(name="final_readings")

MOST_METERS = 8


@router.callback_query(OpenFinalReadings.filter())
async def final_readings(_query: object, callback_data: OpenFinalReadings, ctx: Context) -> None:
    """All meters of the lease."""
    await ctx.forms.leave(ctx.state)
    await show_final(ctx, LeaseId(callback_data.lease), new=callback_data.new)


async def show_final(ctx: Context, lease_id: LeaseId, note: Markup | None = None, *, new: bool = False) -> None:
    """The same with what has just happened."""
    view = await show_final_readings(ctx.work, ctx.me, lease_id)
    await ctx.chat.show(final_screen(ctx.t, view, note), new=new)


def final_screen(t: Localizer, view: FinalReadingsView, note: Markup | None = None) -> Screen:
    """What each meter showed at the end, or that it is missing, with the way to enter it."""
    text = lines(
        *((note, "") if note else ()),
        bold(t("Final readings")) + Markup(" · ") + view.premises.name,
        t("{tenant}, until {date}", tenant=view.tenant.name, date=view.last),
        "",
        *(_line(t, one) for one in view.rows[:MOST_METERS]),
        None if view.rows else t("There are no meters here yet."),
    )
    called = kinds_apart(t, [one.meter for one in view.rows])
    buttons = [
        Button(
            label_of(called[one.meter.id], f"{'✍️' if one.current is None else '✏️'} {SIGNS[one.meter.kind]}"),
            EnterFinal(meter=one.meter.id, lease=view.lease.id),
        )
        for one in view.rows[:MOST_METERS]
    ]
    return Screen(text, [*pairs(buttons), [Button(t("‹ Lease"), OpenLease(lease=view.lease.id)), menu_button(t)]])


def _line(t: Localizer, row: MeterRow) -> Markup:
    label = meter_label(t, row.meter)
    if row.current is None:
        return t("{meter}: missing", meter=label)
    said = t("{meter}: {values}", meter=label, values=reading_words(t, row.current))
    if row.used is None:
        return said
    return said + Markup(", ") + t("used {use}", use=amounts_of(t, row.used, row.meter.unit))
