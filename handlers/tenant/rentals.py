"""What a tenant rents: the list, and one object with everything about its lease, meters, utilities and contract."""

from collections.abc import Sequence

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name
from bot.files.photo_carousel import carousel, photo_at
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.lists.list_screen import Item, list_screen, page_among
from bot.localization import Localizer, bold, lines
from bot.opening import opens
from bot.screen import Button, Row, Screen, fits_caption, label_of
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.my_rentals import Rental, my_rentals, show_rental
from domain.estate.money.account import LeaseAccount
from domain.ledger.entry import Entry
from domain.metering.meter_row import MeterRow
from domain.metering.readings_to_send import ReadingsToSend, readings_to_send
from domain.money import Money
from domain.refusal import NotFound
from handlers.letters.callbacks import WriteLetter
from handlers.manager.objects.words import category_name, essence, place
from handlers.money.words import article_name, balance_lines
from handlers.tenant.callbacks import MyContract, MyRentals, MyStatement, OpenRental, RentalFiles, SendReadings
from handlers.tenant.paying_buttons import paying
from handlers.utilities.callbacks import BillsOf
from handlers.utilities.meter_words import meter_label, values_of

router = Router(name="rentals")

HUNDRED = 100
MOST_ARTICLES = 6
MOST_METERS = 5
LAST = 31
"""The due day of who pays by the end of the month."""


@opens(router, MyRentals)
async def rentals_screen(ctx: Context, press: MyRentals) -> Screen:
    """The list: photo and all are a tap away."""
    t = ctx.t
    rentals = (await my_rentals(ctx.work, ctx.me)).all
    page = page_among(rentals, press.page)
    return list_screen(
        t,
        title=t("🏠 My rentals"),
        page=page.of(_item(t, one, place) for place, one in page.places),
        turn=press,
        empty=t("Nothing yet. Whoever lets you the place adds the lease, and it appears here."),
    )


def _item(t: Localizer, rental: Rental, number: int) -> Item:
    account = rental.account
    premises = account.premises
    state = _state(t, rental)
    name = Markup("{}. {}").format(number, bold(premises.name))
    line = lines(name, essence(t, premises) or None, state)
    return Item(line, label_of(f"{number}. {premises.name}", "🏠"), OpenRental(lease=account.lease.id))


def _state(t: Localizer, rental: Rental) -> Markup:
    account = rental.account
    if account.owed.minor:
        return t("to pay: {sum}", sum=account.owed)
    if rental.is_over:
        return t("ended on {date}", date=account.lease.ends_on)
    return t("nothing owed")


@router.callback_query(OpenRental.filter())
async def open_rental(_query: object, callback_data: OpenRental, ctx: Context) -> None:
    """Everything about one."""
    lease_id = LeaseId(callback_data.lease)
    rental = await show_rental(ctx.work, ctx.me, lease_id)
    to_send = await readings_to_send(ctx.work, ctx.me, lease_id)
    screen = _card(ctx.t, rental, to_send, callback_data.photo, can_pay=ctx.telegram_payments.is_open)
    await ctx.chat.show(screen, new=callback_data.new)


def _card(t: Localizer, rental: Rental, to_send: ReadingsToSend, photo: int, *, can_pay: bool) -> Screen:
    account = rental.account
    lease, premises = account.lease, account.premises
    about = lines(
        bold(premises.name),
        _where(t, rental) or None,
        price_line(t, account),
        _contract(t, rental),
        due_line(t, lease.due_day),
        "",
        *balance_lines(t, account, own=True),
        *_meters(t, to_send.rows),
    )
    utilities = _utilities(t, rental.utilities)
    text = lines(about, *utilities)
    if premises.photos and not fits_caption(text):
        text = lines(about, *utilities[:2])
    documents = Button(t("📎 Documents"), RentalFiles(lease=lease.id))
    readings: Row = [Button(t("🔢 Readings"), SendReadings(lease=lease.id))] if to_send.rows else []
    bills: Row = [Button(t("💡 Utilities"), BillsOf(lease=lease.id))] if rental.utilities else []
    turning = carousel(t, premises.photos, photo, lambda to: OpenRental(lease=lease.id, photo=to))
    rows = [
        turning,
        paying(t, lease.id, can_pay=can_pay),
        [Button(t("🧾 Statement"), MyStatement(lease=lease.id)), documents],
        [*readings, *bills],
        [
            Button(t("✍️ Write"), WriteLetter(party=account.tenant.id, premises=premises.id)),
            Button(t("‹ Back"), MyRentals()),
            menu_button(t),
        ],
    ]
    return Screen(text, rows, photo_at(premises.photos, photo))


def due_line(t: Localizer, due_day: int) -> Markup:
    """By which day of every month it is paid."""
    if due_day == LAST:
        return t("Payment: every month, by its last day")
    return t("Payment: every month, by day {day}", day=due_day)


def _where(t: Localizer, rental: Rental) -> Markup:
    premises = rental.account.premises
    kind = capital(category_name(t, premises.category)) if premises.category is not None else None
    return Markup(" · ").join(part for part in (kind, place(t, premises)) if part)


def price_line(t: Localizer, account: LeaseAccount) -> Markup:
    """Area, price of a square metre, and what a month costs."""
    monthly = account.lease.rent_on(max(account.today, account.lease.starts_on))
    area = account.lease.area or account.premises.area
    said = t("{sum} a month", sum=monthly)
    if not area:
        return said
    metre = Money((2 * monthly.minor * HUNDRED + area) // (2 * area), monthly.currency)
    size = Markup.escape(t.area(area))
    return t("{area} · {price} per m² · {month}", area=size, price=metre, month=said)


def _contract(t: Localizer, rental: Rental) -> Markup:
    """Number, date and term."""
    lease = rental.account.lease
    until = t("until {date}", date=lease.ends_on) if lease.ends_on is not None else t("open-ended")
    if lease.contract_number and lease.contract_date:
        named = t("Contract {number} of {date}", number=lease.contract_number, date=lease.contract_date)
    elif lease.contract_number:
        named = t("Contract {number}", number=lease.contract_number)
    elif lease.contract_date:
        named = t("Contract of {date}", date=lease.contract_date)
    else:
        named = t("Rented since {date}", date=lease.starts_on)
    return t("{contract}, {until}", contract=named, until=until)


def _meters(t: Localizer, rows: Sequence[MeterRow]) -> list[Markup]:
    said = [_meter(t, one) for one in rows[:MOST_METERS]]
    return [Markup(), bold(t("Last readings")), *said] if said else []


def _meter(t: Localizer, row: MeterRow) -> Markup:
    label = meter_label(t, row.meter)
    if row.last_values is None:
        return t("{meter}: not read yet", meter=label)
    on = row.latest.on if row.latest is not None else row.meter.first_on
    return t("{meter}: {values}, {date}", meter=label, values=values_of(t, row.last_values), date=on)


def _utilities(t: Localizer, charges: Sequence[Entry]) -> list[Markup]:
    if not charges or charges[0].month is None:
        return []
    whole = Money(sum(one.minor for one in charges), charges[0].currency)
    title = t("Utilities for {month}: {sum}", month=month_name(t, charges[0].month), sum=whole)
    said = [
        Markup("• ") + t("{what}: {sum}", what=capital(article_name(t, one.article)), sum=one.money)
        for one in charges[:MOST_ARTICLES]
    ]
    return [Markup(), bold(title), *said]


@router.callback_query(MyContract.filter())
async def send_contract(_query: object, callback_data: MyContract, ctx: Context) -> None:
    """The contract, as a message below."""
    rental = await show_rental(ctx.work, ctx.me, LeaseId(callback_data.lease))
    file = rental.account.lease.contract_file
    if file is None:
        raise NotFound("The contract has not been added yet. Ask for it in a letter.")
    await ctx.chat.send_stored(file, protect=True)
