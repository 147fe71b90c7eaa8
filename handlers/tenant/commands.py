"""The tenant's commands: each leads where its button does, to the only lease or to the choice between several."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from bot.forms import Forms, Surrounding, menu_button
from bot.screen import Button, Screen, label_of
from bot.speech import bold
from domain.estate.lease import LeaseId
from domain.estate.my_rentals import Rental, my_rentals
from domain.metering.readings_to_send import readings_to_send
from handlers.tenant.i_paid import begin_report
from handlers.tenant.my_statement import show_statement
from handlers.tenant.pay import begin_paying
from handlers.tenant.presses import IPaid, MyStatement, PayLease, SendReadings
from handlers.tenant.readings_screen import readings_screen
from handlers.tenant.rentals import rentals_screen
from handlers.tenant.rentals_apart import rentals_apart

router = Router(name="tenant_commands")

MOST_OFFERED = 6


@router.message(Command("rentals"))
async def rentals(_message: object, around: Surrounding, forms: Forms) -> None:
    """What I rent."""
    await forms.leave(around.state)
    await around.chat.show(await rentals_screen(around))


@router.message(Command("pay"))
async def pay(_message: object, around: Surrounding, forms: Forms) -> None:
    """Pay."""
    await _of_one(around, forms, lambda lease: begin_paying(around, lease), lambda lease: PayLease(lease=lease))


@router.message(Command("paid"))
async def paid(_message: object, around: Surrounding, forms: Forms) -> None:
    """Report a payment."""
    await _of_one(around, forms, lambda lease: begin_report(around, lease), lambda lease: IPaid(lease=lease))


@router.message(Command("statement"))
async def statement(_message: object, around: Surrounding, forms: Forms) -> None:
    """Charges and payments."""
    await _of_one(around, forms, lambda lease: show_statement(around, lease), lambda lease: MyStatement(lease=lease))


@router.message(Command("readings"))
async def readings(_message: object, around: Surrounding, forms: Forms) -> None:
    """Send readings."""
    await _of_one(around, forms, lambda lease: _show_readings(around, lease), lambda lease: SendReadings(lease=lease))


async def _show_readings(around: Surrounding, lease_id: LeaseId) -> None:
    to_send = await readings_to_send(around.work, around.me, lease_id)
    await around.chat.show(await readings_screen(around, to_send))


async def _of_one(
    around: Surrounding,
    forms: Forms,
    do: Callable[[LeaseId], Awaitable[None]],
    press: Callable[[int], CallbackData],
) -> None:
    await forms.leave(around.state)
    present = (await my_rentals(around.work, around.me)).present
    if not present:
        await around.chat.show(await rentals_screen(around))
    elif len(present) == 1:
        await do(present[0].account.lease.id)
    else:
        await around.chat.show(_which(around, present, press))


def _which(around: Surrounding, rentals: tuple[Rental, ...], press: Callable[[int], CallbackData]) -> Screen:
    t = around.t
    called = rentals_apart(t, rentals)
    named = [(called[one.account.lease.id], one.account.lease.id) for one in rentals[:MOST_OFFERED]]
    rows = [[Button(label_of(name, "🏠"), press(lease))] for name, lease in named]
    return Screen(bold(t("Which one?")), [*rows, [menu_button(t)]])
