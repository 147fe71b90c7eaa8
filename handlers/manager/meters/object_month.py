"""A month of an object's use: which readings are there, every tenant's bill, what stood empty; closing the month."""

import datetime as dt

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.charts.words import month_name, short_month
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen, label_of, pairs
from bot.sheets.workbook import file_name, workbook
from domain.estate.leases.lease import months_back, next_month
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import Party
from domain.metering.bill_month import bill_as_it_is, bill_by_average, count_anew
from domain.metering.bill_view import BillView
from domain.metering.meter_row import MeterRow
from domain.metering.show_object_month import ObjectMonth as ObjectMonthView
from domain.metering.show_object_month import show_object_month, show_object_year
from domain.money import Money
from handlers.manager.callbacks import ObjectMeters
from handlers.manager.meters.callbacks import (
    BillAsItIs,
    BillByAverage,
    CountAnew,
    EnterReading,
    OpenObjectMonth,
    YearSheet,
)
from handlers.utilities.bill_words import vacant_lines
from handlers.utilities.callbacks import OpenBill
from handlers.utilities.meter_words import SIGNS, amounts_of, in_press, kinds_apart, meter_label, month_of, values_of
from handlers.utilities.year_table import year_table

router = Router(name="object_month")

MOST_METERS = 4
MOST_BILLS = 4
"""Buttons that leave room for the rest."""
MOST_LINES = 10


@router.callback_query(OpenObjectMonth.filter())
async def object_month(_query: object, callback_data: OpenObjectMonth, ctx: Context) -> None:
    """The month."""
    await ctx.forms.leave(ctx.state)
    month = month_of(callback_data.month) if callback_data.month else None
    await _show(ctx, PremisesId(callback_data.premises), month, new=callback_data.new)


@router.callback_query(BillByAverage.filter())
async def by_average(_query: object, callback_data: BillByAverage, ctx: Context) -> None:
    """Bill it with averages."""
    premises_id, month = PremisesId(callback_data.premises), month_of(callback_data.month)
    count = await bill_by_average(ctx.work, ctx.me, premises_id, month)
    said = ctx.t.n(
        "{count} reading taken by the average; the next real one puts it right.",
        "{count} readings taken by the average; the next real ones put them right.",
        count,
    )
    await _show(ctx, premises_id, month, said, new=callback_data.new)


@router.callback_query(BillAsItIs.filter())
async def as_it_is(_query: object, callback_data: BillAsItIs, ctx: Context) -> None:
    """Ask, then bill it without what is missing."""
    t, premises_id, month = ctx.t, PremisesId(callback_data.premises), month_of(callback_data.month)
    back = OpenObjectMonth(premises=premises_id, month=callback_data.month)
    view = await show_object_month(ctx.work, ctx.me, premises_id, month)
    if view.missing and not callback_data.sure:
        names = Markup(", ").join(meter_label(t, one.meter) for one in view.missing)
        question = lines(
            bold(t("Bill {month} without these readings?", month=month_name(t, month))),
            names,
            t("Their use will be billed with the next reading."),
        )
        go = (t("💡 Bill without them"), callback_data.model_copy(update={"sure": True}))
        await ctx.chat.show(confirm_screen(question, keep=(t("‹ Wait"), back), go=go))
        return
    await bill_as_it_is(ctx.work, ctx.me, premises_id, month)
    await _show(ctx, premises_id, month, t("Billed."))


@router.callback_query(CountAnew.filter())
async def anew(_query: object, callback_data: CountAnew, ctx: Context) -> None:
    """Ask, then bill it by the tariffs as they are now."""
    t, premises_id, month = ctx.t, PremisesId(callback_data.premises), month_of(callback_data.month)
    back = OpenObjectMonth(premises=premises_id, month=callback_data.month)
    if not callback_data.sure:
        question = lines(
            bold(t("Count {month} anew?", month=month_name(t, month))),
            t("By the tariffs and leases of now. A bill that comes out otherwise is taken back and booked anew."),
        )
        go = (t("🔄 Count anew"), callback_data.model_copy(update={"sure": True}))
        await ctx.chat.show(confirm_screen(question, keep=(t("‹ Leave it"), back), go=go))
        return
    count = await count_anew(ctx.work, ctx.me, premises_id, month)
    said = (
        t.n("{count} bill changed.", "{count} bills changed.", count) if count else t("Everything was right already.")
    )
    await _show(ctx, premises_id, month, said)


@router.callback_query(YearSheet.filter())
async def year_sheet(_query: object, callback_data: YearSheet, ctx: Context) -> None:
    """The file, below."""
    t, premises_id = ctx.t, PremisesId(callback_data.premises)
    premises, bills = await show_object_year(ctx.work, ctx.me, premises_id, callback_data.year)
    title = t("Utilities {year} {object}", year=str(callback_data.year), object=premises.name)
    content = await workbook(t, year_table(t, title, [(party.name, bill) for party, bill in bills]))
    await ctx.chat.send_document(content, file_name(title), title)


async def _show(
    ctx: Context, premises_id: PremisesId, month: dt.date | None, note: Markup | None = None, *, new: bool = False
) -> None:
    view = await show_object_month(ctx.work, ctx.me, premises_id, month)
    await ctx.chat.show(month_screen(ctx.t, view, note), new=new)


def month_screen(t: Localizer, view: ObjectMonthView, note: Markup | None = None) -> Screen:
    """A month of an object."""
    currency = view.premises.currency
    bills = [_bill_line(t, party, bill) for party, bill in view.bills]
    total = [t("Total: {sum}", sum=Money(view.total, currency))] if len(view.bills) > 1 else []
    text = lines(
        *((note, "") if note else ()),
        bold(t("Utilities for {month}", month=month_name(t, view.month))) + Markup(" · ") + view.premises.name,
        *_state(t, view),
        *(("", *(_meter_line(t, one) for one in view.rows[:MOST_LINES])) if view.rows else ()),
        *(("", *bills[:MOST_LINES], *total) if bills else ("", t("Nobody rented in this month."))),
        *vacant_lines(t, view.vacant, currency),
    )
    return Screen(text, [*_bills(view), *_readings(t, view), *_closing(t, view), _turn(t, view), _last(t, view)])


def _state(t: Localizer, view: ObjectMonthView) -> list[Markup]:
    if not view.has_tariffs:
        return [t("There are no tariffs yet, so nothing can be billed.")]
    if view.missing:
        read = len(view.rows) - len(view.missing)
        facts = {"read": read, "total": len(view.rows), "date": view.window.closes}
        if view.today <= view.window.closes:
            return [t("Readings: {read} of {total}, until {date}", **facts)]
        return [t("⚠️ Readings: {read} of {total}, the period closed on {date}", **facts)]
    return [t("✅ Billed")] if view.is_booked else []


def _meter_line(t: Localizer, row: MeterRow) -> Markup:
    label = meter_label(t, row.meter)
    if row.current is None:
        return t("{meter}: missing", meter=label)
    said = t("{meter}: {values}", meter=label, values=values_of(t, row.current.values))
    if row.used is not None:
        use = amounts_of(t, row.used, row.meter.unit)
        said = t("{meter}: {values}, used {use}", meter=label, values=values_of(t, row.current.values), use=use)
    return t("{reading}, by the average", reading=said) if row.current.is_average else said


def _bill_line(t: Localizer, party: Party, bill: BillView) -> Markup:
    total = Money(bill.total, bill.premises.currency)
    facts = {"tenant": bold(party.name), "sum": total}
    if not bill.articles:
        return t("{tenant}: nothing to bill yet", tenant=bold(party.name))
    if not bill.is_booked:
        return t("{tenant}: {sum} by now", **facts)
    if bill.owed == 0:
        return t("{tenant}: {sum}, paid", **facts)
    return t("{tenant}: {sum}, due on {date}", date=bill.due_on, **facts)


def _bills(view: ObjectMonthView) -> list[Row]:
    month = in_press(view.month)
    buttons = [
        Button(label_of(party.name, "💡"), OpenBill(lease=bill.lease.id, month=month))
        for party, bill in view.bills[:MOST_BILLS]
    ]
    return pairs(buttons)


def _readings(t: Localizer, view: ObjectMonthView) -> list[Row]:
    """The readings to enter."""
    if not view.is_manager:
        return []
    month, missing = in_press(view.month), view.missing[:MOST_METERS]
    called = kinds_apart(t, [one.meter for one in missing])
    buttons = [
        Button(
            label_of(f"{SIGNS[one.meter.kind]} {called[one.meter.id]}", "✍️"),
            EnterReading(meter=one.meter.id, month=month),
        )
        for one in missing
    ]
    return pairs(buttons)


def _closing(t: Localizer, view: ObjectMonthView) -> list[Row]:
    """What closes the month, or counts it anew."""
    if not view.is_manager or not view.bills or not view.has_tariffs:
        return []
    premises, month = view.premises.id, in_press(view.month)
    if view.missing and not view.is_booked:
        average = Button(t("🧮 By the average"), BillByAverage(premises=premises, month=month))
        return [[average, Button(t("💡 Without them"), BillAsItIs(premises=premises, month=month))]]
    if view.is_booked:
        return [[Button(t("🔄 Count anew"), CountAnew(premises=premises, month=month))]]
    if not any(bill.articles for _, bill in view.bills):
        return []
    return [[Button(t("💡 Bill now"), BillAsItIs(premises=premises, month=month, sure=True))]]


def _turn(t: Localizer, view: ObjectMonthView) -> Row:
    premises, before, after = view.premises.id, months_back(view.month, 2)[0], next_month(view.month)
    following = (
        Button(f"{short_month(t, after)} ›", OpenObjectMonth(premises=premises, month=in_press(after)))
        if after <= view.today
        else Button("·", NoAction())
    )
    return [
        Button(f"‹ {short_month(t, before)}", OpenObjectMonth(premises=premises, month=in_press(before))),
        Button(t("📊 Excel {year}", year=str(view.month.year)), YearSheet(premises=premises, year=view.month.year)),
        following,
    ]


def _last(t: Localizer, view: ObjectMonthView) -> Row:
    return [Button(t("‹ Meters"), ObjectMeters(premises=view.premises.id)), menu_button(t)]
