"""The tenants of all one's objects: what they rent, until when, what they owe, how to reach them."""

from functools import partial

from aiogram import Router

from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_found
from bot.localization import Localizer, lines
from bot.opening import opens
from bot.screen import Button, Screen, label_of
from domain.estate.leases.all_tenants import all_tenants
from domain.estate.leases.show_lease import LeaseView
from handlers.manager.callbacks import AllTenants, MyObjects, OpenLease, PeopleList
from handlers.manager.leases.show_lease import PAGE
from handlers.manager.leases.words import lease_line

router = Router(name="all_tenants")


@opens(router, AllTenants, command="tenants")
async def _screen(ctx: Context, press: AllTenants) -> Screen:
    """The page that the button means."""
    t = ctx.t
    page = await page_found(partial(all_tenants, ctx.work, ctx.me), press.page, PAGE)
    return list_screen(
        t,
        title=t("Tenants"),
        page=page.of(_item(t, at, one) for at, one in page.places),
        turn=press,
        empty=t("Nobody rents anything yet. An object's card makes a lease."),
        actions=[
            Button(t("🏠 Objects"), MyObjects()),
            *([Button(t("👥 People"), PeopleList(kind="tenant"))] if page.found.manages_any else []),
        ],
    )


def _item(t: Localizer, number: int, one: LeaseView) -> Item:
    line = lines(lease_line(t, number, one), t("   🏠 {object}", object=one.premises.name))
    return Item(line, label_of(f"{number}. {one.tenant.name}"), OpenLease(lease=one.lease.id))
