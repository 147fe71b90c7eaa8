"""The tenant's home: what is due comes first, then readings if they are asked for now, and the ways to everything else.

With several leases each has a line, and the most urgent ones a button.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.callbacks import OpenHelp, OpenSettings, ShowInbox
from bot.localization import Localizer, bold, lines
from bot.menus import Command, Help, Menus, RoleMenu
from bot.screen import Button, Row, Screen, label_of
from bot.telegram.telegram_payments import TelegramPayments
from domain.estate.leases.my_rentals import Rental, Rentals, my_rentals
from domain.letters.list_letters import unread_letters
from domain.metering.final import is_final_on
from domain.metering.readings_to_send import ReadingsToSend, readings_to_send
from domain.notifications.show_inbox import count_unread
from domain.people.person import Person, Role
from domain.work import Work
from handlers.letters.callbacks import OpenLetterList, WriteLetter
from handlers.money.words import balance_lines, late_words, things_lines
from handlers.tenant.callbacks import IPaid, MyContract, MyRentals, MyStatement, OpenRental, PayLease, SendReadings
from handlers.tenant.commands import rentals_apart
from handlers.tenant.paying_buttons import paying

COMMANDS = (
    Command("pay", "Pay the rent"),
    Command("paid", "Report a payment"),
    Command("readings", "Send meter readings"),
    Command("rentals", "What I rent"),
    Command("statement", "Charges and payments"),
    Command("messages", "Messages"),
)
MOST_LEASES = 3
"""Leases with buttons of their own on the home screen; the rest is in the list."""
MOST_LINES = 6
MOST_SWITCHES = 3
"""Other roles in one row: all that people can take up."""


@dataclass(frozen=True, slots=True)
class _Latest:
    """What is new besides money."""

    readings: Sequence[ReadingsToSend]
    """Leases whose readings are asked for now."""
    letters: int
    unread: int


def menu(menus: Menus, telegram_payments: TelegramPayments) -> RoleMenu:
    """What a tenant opens with; `menus` knows the person's other roles."""
    return RoleMenu(
        role=Role.TENANT,
        title=lambda t: t("🛋 Tenant"),
        render=_render(menus, telegram_payments),
        commands=COMMANDS,
        help=lambda t: _help(t, telegram_payments),
    )


def _render(
    menus: Menus, telegram_payments: TelegramPayments
) -> Callable[[Work, Person, Localizer], Awaitable[Screen]]:
    async def render(work: Work, me: Person, t: Localizer) -> Screen:
        rentals = await my_rentals(work, me)
        latest = await _latest(work, me, rentals)
        aside: list[Row] = [[_inbox(t, latest), Button(t("⚙️ Settings"), OpenSettings())]]
        if switches := menus.switches(t, me)[:MOST_SWITCHES]:
            aside.append(switches)
        match rentals.present:
            case ():
                return _empty(t, rentals, aside)
            case (one,):
                return _of_one(t, one, latest, aside, can_pay=telegram_payments.is_open)
            case several:
                return _of_several(t, several, latest, aside, can_pay=telegram_payments.is_open)

    return render


async def _latest(work: Work, me: Person, rentals: Rentals) -> _Latest:
    asked = []
    for one in rentals.present:
        if not one.is_over or is_final_on(one.account.lease, one.account.today):
            to_send = await readings_to_send(work, me, one.account.lease.id)
            if to_send.may_send and to_send.missing:
                asked.append(to_send)
    return _Latest(asked, await unread_letters(work, me), await count_unread(work, me))


def _inbox(t: Localizer, latest: _Latest) -> Button:
    label = t("🔔 News: {count}", count=latest.unread) if latest.unread else t("🔔 News")
    return Button(label, ShowInbox())


def _of_one(t: Localizer, rental: Rental, latest: _Latest, aside: list[Row], *, can_pay: bool) -> Screen:
    account = rental.account
    lease = account.lease.id
    things = account.to_pay()
    text = lines(
        bold(account.premises.name),
        *balance_lines(t, account, own=True),
        *(("", *things_lines(t, account, things)) if things else ()),
        *(_readings_line(t, one) for one in latest.readings),
    )
    contract = [Button(t("📄 Contract"), MyContract(lease=lease))] if account.lease.contract_file is not None else []
    rows: list[Row] = [
        paying(t, lease, can_pay=can_pay),
        *([Button(t("🔢 Send readings"), SendReadings(lease=one.lease.id))] for one in latest.readings),
        [Button(t("🏠 My rental"), OpenRental(lease=lease)), *contract],
        [Button(t("🧾 Statement"), MyStatement(lease=lease)), _letters(t, rental, latest)],
    ]
    return Screen(text, [*rows, *aside])


def _of_several(t: Localizer, rentals: Sequence[Rental], latest: _Latest, aside: list[Row], *, can_pay: bool) -> Screen:
    called = rentals_apart(t, rentals)
    text = lines(
        bold(t("My rentals: {count}", count=len(rentals))),
        *(_short_line(t, one, called[one.account.lease.id]) for one in rentals[:MOST_LINES]),
        *(_readings_line(t, one, called[one.lease.id]) for one in latest.readings),
    )
    owing = [one for one in rentals if one.account.owed.minor][:MOST_LEASES]
    rows: list[Row] = [[_pay_button(one, called[one.account.lease.id], can_pay=can_pay)] for one in owing]
    readings = [
        Button(label_of(called[one.lease.id], "🔢"), SendReadings(lease=one.lease.id))
        for one in latest.readings[:MOST_LEASES]
    ]
    letters = t("✉️ Messages: {count}", count=latest.letters) if latest.letters else t("✉️ Messages")
    return Screen(
        text,
        [*rows, readings, [Button(t("🏠 My rentals"), MyRentals()), Button(letters, OpenLetterList())], *aside],
    )


def _pay_button(rental: Rental, called: str, *, can_pay: bool) -> Button:
    lease = rental.account.lease.id
    press = PayLease(lease=lease) if can_pay else IPaid(lease=lease)
    return Button(label_of(called, "💳" if can_pay else "✔️"), press)


def _short_line(t: Localizer, rental: Rental, called: str) -> Markup:
    """A lease in a line: what is owed since when, or what comes next."""
    account = rental.account
    name = bold(called)
    things = account.to_pay()
    if account.overdue.minor:
        said = t("overdue: {late}", late=late_words(t, account))
    elif things:
        said = t("{sum} is due today", sum=account.owed)
    elif account.next_payment is not None:
        money, day = account.next_payment
        said = t("next {sum} on {day}", sum=money, day=day)
    else:
        said = t("nothing to pay")
    return Markup("• {}: {}").format(name, said)


def _readings_line(t: Localizer, to_send: ReadingsToSend, name: str | None = None) -> Markup:
    assert to_send.window is not None  # noqa: S101  (only those that may be sent)
    facts = {"done": to_send.done, "total": len(to_send.rows), "day": to_send.window.closes}
    said = t("🔢 Readings: {done} of {total} sent, until {day}", **facts)
    return said if name is None else Markup("{} · {}").format(said, name)


def _letters(t: Localizer, rental: Rental, latest: _Latest) -> Button:
    if latest.letters:
        return Button(t("✉️ Messages: {count}", count=latest.letters), OpenLetterList())
    return Button(t("✍️ Write"), WriteLetter(party=rental.account.tenant.id))


def _empty(t: Localizer, rentals: Rentals, aside: list[Row]) -> Screen:
    over: Row = [Button(t("🏠 Earlier rentals"), MyRentals())] if rentals.all else []
    if not rentals.parties:
        text = lines(
            bold(t("You rent nothing here yet")),
            t("Your landlord or their manager sends you a link. One tap on it, and your lease is here."),
        )
        return Screen(text, [over, [Button(t("❓ How it works"), OpenHelp())], *aside])
    text = lines(
        bold(t("Your lease is not here yet")),
        t("As soon as it is added, you see here what to pay and when, the meters and the contract. I shall tell you."),
    )
    write: Row = [
        Button(t("✍️ Write"), WriteLetter(party=rentals.parties[0].id)),
        Button(t("❓ How it works"), OpenHelp()),
    ]
    return Screen(text, [over, write, *aside])


def _help(t: Localizer, telegram_payments: TelegramPayments) -> Help:
    here = t("1. I remind you before the due day. Pay right here by card, or report what you have paid elsewhere.")
    elsewhere = t("1. I remind you before the due day. Pay as usual and report it with a photo of the receipt.")
    text = lines(
        bold(t("How it works for tenants")),
        here if telegram_payments.is_open else elsewhere,
        t("2. When readings are asked for, type what each meter shows: the sum is counted at once."),
        t("3. The statement says what each amount is made of, the contract and letters are a tap away."),
    )
    return Help(text, [Button(t("🏠 My rentals"), MyRentals()), Button(t("✉️ Messages"), OpenLetterList())])
