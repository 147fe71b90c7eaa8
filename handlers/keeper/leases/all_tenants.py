"""The tenants of all one's objects: what they rent, until when, what they owe, how to reach them."""

from functools import partial

from aiogram import Router
from aiogram.filters import Command

from bot.forms import Forms, Surrounding
from bot.lists import Item, Page, list_screen, on_page
from bot.screen import Button, Screen, label_of
from bot.speech import Speech, lines
from domain.estate.all_tenants import all_tenants
from domain.estate.show_lease import LeaseView
from handlers.keeper.leases.show_lease import PAGE
from handlers.keeper.leases.words import lease_line
from handlers.keeper.presses import AllTenants, MyObjects, OpenLease, PeopleList

router = Router(name="all_tenants")


@router.message(Command("tenants"))
async def from_command(_message: object, around: Surrounding, forms: Forms) -> None:
    """The first page."""
    await forms.leave(around.state)
    await around.chat.show(await _screen(around, AllTenants()))


@router.callback_query(AllTenants.filter())
async def turn(_query: object, callback_data: AllTenants, around: Surrounding) -> None:
    """The page that the button means."""
    await around.chat.show(await _screen(around, callback_data))


async def _screen(around: Surrounding, press: AllTenants) -> Screen:
    t = around.t
    look = partial(all_tenants, around.work, around.me, limit=PAGE)
    found = await look(offset=press.page * PAGE)
    number = on_page(press.page, found.total, PAGE)
    if number != press.page:
        found = await look(offset=number * PAGE)
    return list_screen(
        t,
        title=t("Tenants"),
        page=Page(
            [_item(t, at, one) for at, one in enumerate(found.items, number * PAGE + 1)], found.total, number, PAGE
        ),
        turn=lambda page: AllTenants(page=page),
        empty=t("Nobody rents anything yet. An object's card makes a lease."),
        actions=[
            Button(t("🏠 Objects"), MyObjects()),
            *([Button(t("👥 People"), PeopleList(kind="tenant"))] if found.keeps_any else []),
        ],
    )


def _item(t: Speech, number: int, one: LeaseView) -> Item:
    line = lines(lease_line(t, number, one), t("   🏠 {object}", object=one.premises.name))
    return Item(line, label_of(f"{number}. {one.tenant.name}"), OpenLease(lease=one.lease.id))
