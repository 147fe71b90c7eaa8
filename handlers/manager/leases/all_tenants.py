"""The tenants of all one's objects: what they rent, until when, what they owe, how to reach them."""

from functools import partial

from aiogram import Router
from aiogram.filters import Command

from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.lists.list_screen import Item, ListPage, list_screen, on_page
from bot.localization import Localizer, lines
from bot.screen import Button, Screen, label_of
from domain.estate.leases.all_tenants import all_tenants
from domain.estate.leases.show_lease import LeaseView
from handlers.manager.callbacks import AllTenants, MyObjects, OpenLease, PeopleList
from handlers.manager.leases.show_lease import PAGE
from handlers.manager.leases.words import lease_line

router = Router(name="all_tenants")


@router.message(Command("tenants"))
async def from_command(_message: object, ctx: Context, forms: Forms) -> None:
    """The first page."""
    await forms.leave(ctx.state)
    await ctx.chat.show(await _screen(ctx, AllTenants()))


@router.callback_query(AllTenants.filter())
async def turn(_query: object, callback_data: AllTenants, ctx: Context) -> None:
    """The page that the button means."""
    await ctx.chat.show(await _screen(ctx, callback_data))


async def _screen(ctx: Context, press: AllTenants) -> Screen:
    t = ctx.t
    look = partial(all_tenants, ctx.work, ctx.me, limit=PAGE)
    found = await look(offset=press.page * PAGE)
    number = on_page(press.page, found.total, PAGE)
    if number != press.page:
        found = await look(offset=number * PAGE)
    return list_screen(
        t,
        title=t("Tenants"),
        page=ListPage(
            [_item(t, at, one) for at, one in enumerate(found.items, number * PAGE + 1)], found.total, number, PAGE
        ),
        turn=lambda page: AllTenants(page=page),
        empty=t("Nobody rents anything yet. An object's card makes a lease."),
        actions=[
            Button(t("🏠 Objects"), MyObjects()),
            *([Button(t("👥 People"), PeopleList(kind="tenant"))] if found.manages_any else []),
        ],
    )


def _item(t: Localizer, number: int, one: LeaseView) -> Item:
    line = lines(lease_line(t, number, one), t("   🏠 {object}", object=one.premises.name))
    return Item(line, label_of(f"{number}. {one.tenant.name}"), OpenLease(lease=one.lease.id))
