"""The tenant's commands: each leads where its button does, to the only lease or to the choice between several."""

from collections.abc import Awaitable, Callable, Iterable

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.lists.object_labels import facts_of
from bot.localization import Localizer, bold
from bot.screen import Button, Screen, label_of
from domain.disambiguation import told_apart
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.my_rentals import Rental, my_rentals
from domain.metering.readings_to_send import readings_to_send
from handlers.tenant.callbacks import IPaid, MyRentals, MyStatement, PayLease, SendReadings
from handlers.tenant.i_paid import begin_report
from handlers.tenant.my_statement import show_statement
from handlers.tenant.pay import begin_paying
from handlers.tenant.readings_screen import readings_screen
from handlers.tenant.rentals import rentals_screen

router = Router(name="tenant_commands")

MOST_OFFERED = 6


@router.message(Command("rentals"))
async def rentals(_message: object, ctx: Context) -> None:
    """What I rent."""
    await ctx.forms.leave(ctx.state)
    await ctx.chat.show(await rentals_screen(ctx, MyRentals()))


@router.message(Command("pay"))
async def pay(_message: object, ctx: Context) -> None:
    """Pay."""
    await _of_one(ctx, lambda lease: begin_paying(ctx, lease), lambda lease: PayLease(lease=lease))


@router.message(Command("paid"))
async def paid(_message: object, ctx: Context) -> None:
    """Report a payment."""
    await _of_one(ctx, lambda lease: begin_report(ctx, lease), lambda lease: IPaid(lease=lease))


@router.message(Command("statement"))
async def statement(_message: object, ctx: Context) -> None:
    """Charges and payments."""
    await _of_one(ctx, lambda lease: show_statement(ctx, lease), lambda lease: MyStatement(lease=lease))


@router.message(Command("readings"))
async def readings(_message: object, ctx: Context) -> None:
    """Send readings."""
    await _of_one(ctx, lambda lease: _show_readings(ctx, lease), lambda lease: SendReadings(lease=lease))


async def _show_readings(ctx: Context, lease_id: LeaseId) -> None:
    to_send = await readings_to_send(ctx.work, ctx.me, lease_id)
    await ctx.chat.show(await readings_screen(ctx, to_send))


async def _of_one(ctx: Context, do: Callable[[LeaseId], Awaitable[None]], press: Callable[[int], CallbackData]) -> None:
    await ctx.forms.leave(ctx.state)
    present = (await my_rentals(ctx.work, ctx.me)).present
    if not present:
        await ctx.chat.show(await rentals_screen(ctx, MyRentals()))
    elif len(present) == 1:
        await do(present[0].account.lease.id)
    else:
        await ctx.chat.show(_which(ctx, present, press))


def _which(ctx: Context, rentals: tuple[Rental, ...], press: Callable[[int], CallbackData]) -> Screen:
    t = ctx.t
    called = rentals_apart(t, rentals)
    named = [(called[one.account.lease.id], one.account.lease.id) for one in rentals[:MOST_OFFERED]]
    rows = [[Button(label_of(name, "🏠"), press(lease))] for name, lease in named]
    return Screen(bold(t("Which one?")), [*rows, [menu_button(t)]])


def rentals_apart(t: Localizer, rentals: Iterable[Rental]) -> dict[LeaseId, str]:
    """Two of one name differ by the address, the area or the city, and by a number where even that is the same."""
    accounts = [one.account for one in rentals]
    return told_apart((one.lease.id, one.premises.name, facts_of(t, one.premises, one.lease.area)) for one in accounts)
