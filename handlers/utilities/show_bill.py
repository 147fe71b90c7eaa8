"""The utility bill of a month with the photos it rests on, the list of all bills, and a year of them as a workbook."""

from aiogram import Router

from bot.callbacks import OpenLease, OpenRental, PayLease
from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.lists.list_screen import Item, list_screen, page_among
from bot.localization import Localizer, lines
from bot.opening import opens
from bot.screen import Button, Row, Screen, pairs
from bot.sheets.workbook import file_name, workbook
from domain.estate.leases.lease import LeaseId
from domain.metering.bill_view import BillView
from domain.metering.reading import Reading, ReadingId
from domain.metering.show_bill import BillsView, Proof, list_bills, show_bill, show_proof
from domain.money import Money
from handlers.utilities.bill_words import bill_text
from handlers.utilities.callbacks import BillsOf, BillsSheet, OpenBill, OpenObjectMonth, ShowProof
from handlers.utilities.meter_words import SIGNS, in_press, meter_label, month_of, reading_words
from handlers.utilities.year_table import year_table

router = Router(name="utility_bills")

MOST_PHOTOS = 6
ON_PAGE = 6


@router.callback_query(OpenBill.filter())
async def open_bill(_query: object, callback_data: OpenBill, ctx: Context) -> None:
    """One month."""
    view = await show_bill(ctx.work, ctx.me, LeaseId(callback_data.lease), month_of(callback_data.month))
    await ctx.chat.show(bill_screen(ctx.t, view, can_pay=ctx.telegram_payments.is_open), new=callback_data.new)


@opens(router, BillsOf)
async def bills_of(ctx: Context, press: BillsOf) -> Screen:
    """All months."""
    return _list(ctx.t, await list_bills(ctx.work, ctx.me, LeaseId(press.lease)), press)


@router.callback_query(ShowProof.filter())
async def proof(_query: object, callback_data: ShowProof, ctx: Context) -> None:
    """The photo, in a message of its own."""
    found = await show_proof(ctx.work, ctx.me, LeaseId(callback_data.lease), ReadingId(callback_data.reading))
    await ctx.chat.show(_proof_screen(ctx.t, found, callback_data.lease), new=True)


@router.callback_query(BillsSheet.filter())
async def bills_sheet(_query: object, callback_data: BillsSheet, ctx: Context) -> None:
    """The file, below."""
    t, year = ctx.t, callback_data.year
    view = await list_bills(ctx.work, ctx.me, LeaseId(callback_data.lease))
    bills = [one for one in view.bills if one.month.year == year]
    title = t("Utilities {year} {object}", year=str(year), object=view.premises.name)
    content = await workbook(t, year_table(t, title, [(None, one) for one in bills]))
    await ctx.chat.send_document(content, file_name(title), title)


def bill_screen(t: Localizer, view: BillView, *, can_pay: bool) -> Screen:
    """A month's bill, with what can be done about it."""
    return Screen(bill_text(t, view), [*proof_rows(t, view), *_ways(t, view, can_pay=can_pay)])


def pay_button(t: Localizer, lease: int, *, can_pay: bool, new: bool = False) -> Button:
    """Pay here; where nothing can be paid here, the same leads to the report of a payment, and says so."""
    return Button(t("💳 Pay") if can_pay else t("✔️ I paid"), PayLease(lease=lease, new=new))


def proof_rows(t: Localizer, view: BillView) -> list[Row]:
    """The photos of the readings."""
    photos = [
        Button(
            t("📷 {sign} {date}", sign=SIGNS[view.meters[one.meter_id].kind], date=one.on),
            ShowProof(lease=view.lease.id, reading=one.id),
        )
        for one in view.photos[:MOST_PHOTOS]
    ]
    return pairs(photos)


def _ways(t: Localizer, view: BillView, *, can_pay: bool) -> list[Row]:
    lease = view.lease.id
    pay = [pay_button(t, lease, can_pay=can_pay)] if view.is_mine and view.owed > 0 else []
    return [
        [*pay, Button(t("💡 All months"), BillsOf(lease=lease))],
        [Button(t("‹ Back"), _back(view)), menu_button(t)],
    ]


def _back(view: BillView) -> OpenRental | OpenObjectMonth:
    """The tenant's own object, or the month of the object for who keeps or owns it."""
    if view.is_mine:
        return OpenRental(lease=view.lease.id)
    return OpenObjectMonth(premises=view.premises.id, month=in_press(view.month))


def _list(t: Localizer, view: BillsView, press: BillsOf) -> Screen:
    page = page_among(view.bills, press.page, ON_PAGE)
    years = sorted({one.month.year for one in view.bills}, reverse=True)[:3]
    sheets = [
        Button(t("📊 Excel {year}", year=str(year)), BillsSheet(lease=view.lease.id, year=year)) for year in years
    ]
    return list_screen(
        t,
        title=t("Utilities · {object}", object=view.premises.name),
        page=page.of(_item(t, one) for one in page.found.items),
        turn=press,
        empty=t("No utility bills yet: the first one comes with the readings of a month."),
        filters=[sheets] if len(view.bills) <= ON_PAGE else [],
        actions=[] if len(view.bills) <= ON_PAGE else sheets[:1],
        back=OpenRental(lease=view.lease.id) if view.is_mine else OpenLease(lease=view.lease.id),
    )


def _item(t: Localizer, one: BillView) -> Item:
    month = capital(month_name(t, one.month))
    total = Money(one.total, one.premises.currency)
    if one.owed == 0:
        line = t("{month}: {sum}, paid", month=month, sum=total)
    elif one.owed == one.total:
        line = t("{month}: {sum}, due on {date}", month=month, sum=total, date=one.due_on)
    else:
        owed = Money(one.owed, one.premises.currency)
        line = t("{month}: {sum}, {owed} to be paid by {date}", month=month, sum=total, owed=owed, date=one.due_on)
    return Item(line, month, OpenBill(lease=one.lease.id, month=in_press(one.month)))


def _proof_screen(t: Localizer, found: Proof, lease: int) -> Screen:
    reading: Reading = found.reading
    text = lines(meter_label(t, found.meter), reading_words(t, reading))
    back = OpenBill(lease=lease, month=in_press(reading.month), new=True)
    return Screen(text, [[Button(t("💡 Bill"), back), menu_button(t, new=True)]], found.photo)
