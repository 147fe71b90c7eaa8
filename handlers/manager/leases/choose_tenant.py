"""A manager says who rents an object, or what a tenant rents: from the lists, a page at a time."""

from functools import partial

from aiogram import Router

from bot.forms.model import Context
from bot.lists.list_screen import PAGE, Item, list_screen, page_found
from bot.opening import opens
from bot.screen import Button, Screen, label_of
from domain.estate.objects.list_premises import PremisesSort, list_premises
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import premises_to_change
from domain.estate.parties.list_parties import list_parties, names_apart
from domain.estate.parties.party import PartyId, ShownParties
from domain.estate.parties.show_party import show_party
from handlers.manager.callbacks import AddLease, AddObject, AddTenant, OpenObject, OpenParty
from handlers.manager.leases.add_lease import begin_with
from handlers.manager.leases.callbacks import ChooseTenant, LetTo, PickTenant
from handlers.manager.objects.words import SIGN, object_line
from handlers.manager.parties.words import person_line

router = Router(name="choose_tenant")


@router.callback_query(AddLease.filter())
async def begin(_query: object, callback_data: AddLease, ctx: Context) -> None:
    """Ask who rents it."""
    await ctx.forms.leave(ctx.state)
    await ctx.chat.show(await _tenants(ctx, ChooseTenant(premises=callback_data.premises)), new=callback_data.new)


@router.callback_query(PickTenant.filter())
async def pick(_query: object, callback_data: PickTenant, ctx: Context) -> None:
    """Go on with the terms."""
    await begin_with(PremisesId(callback_data.premises), PartyId(callback_data.party), ctx)


@opens(router, ChooseTenant)
async def _tenants(ctx: Context, press: ChooseTenant) -> Screen:
    """Another page of tenants."""
    t = ctx.t
    premises = await premises_to_change(ctx.work, ctx.me, PremisesId(press.premises))
    page = await page_found(partial(list_parties, ctx.work, ctx.me, ShownParties.TENANTS), press.page, PAGE)
    called = names_apart(page.found.items)
    items = [
        Item(
            person_line(t, one),
            label_of(called[one.party.id], "👤"),
            PickTenant(premises=premises.id, party=one.party.id),
        )
        for one in page.found.items
    ]
    return list_screen(
        t,
        title=t("Who rents {object}?", object=premises.name),
        page=page.of(items),
        turn=press,
        empty=t("First add the tenant: a name and a phone. Their lease comes right after that."),
        actions=[Button(t("➕ Tenant"), AddTenant(premises=premises.id))],
        back=OpenObject(premises=premises.id),
    )


@opens(router, LetTo, leaves_form=True)
async def _objects(ctx: Context, press: LetTo) -> Screen:
    """Ask what this tenant rents."""
    t = ctx.t
    party = (await show_party(ctx.work, ctx.me, PartyId(press.party))).party
    page = await page_found(partial(list_premises, ctx.work, ctx.me, sort=PremisesSort.FREE), press.page, PAGE)
    items = [
        Item(
            object_line(t, at, one),
            label_of(f"{at}. {one.premises.name}", SIGN),
            PickTenant(premises=one.premises.id, party=party.id),
        )
        for at, one in page.places
    ]
    return list_screen(
        t,
        title=t("What does {name} rent?", name=party.name),
        page=page.of(items),
        turn=press,
        empty=t("First add the object: a name or an address is enough."),
        actions=[Button(t("➕ Object"), AddObject())],
        back=OpenParty(party=party.id),
    )
