"""A manager says who rents an object, or what a tenant rents: from the lists, a page at a time."""

from functools import partial

from aiogram import Router

from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.lists.list_screen import PAGE, Item, ListPage, list_screen, on_page
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
async def begin(_query: object, callback_data: AddLease, ctx: Context, forms: Forms) -> None:
    """Ask who rents it."""
    await forms.leave(ctx.state)
    await ctx.chat.show(await _tenants(ctx, ChooseTenant(premises=callback_data.premises)), new=callback_data.new)


@router.callback_query(ChooseTenant.filter())
async def turn(_query: object, callback_data: ChooseTenant, ctx: Context) -> None:
    """Another page of tenants."""
    await ctx.chat.show(await _tenants(ctx, callback_data))


@router.callback_query(LetTo.filter())
async def let_to(_query: object, callback_data: LetTo, ctx: Context, forms: Forms) -> None:
    """Ask what this tenant rents."""
    await forms.leave(ctx.state)
    await ctx.chat.show(await _objects(ctx, callback_data))


@router.callback_query(PickTenant.filter())
async def pick(_query: object, callback_data: PickTenant, ctx: Context, forms: Forms) -> None:
    """Go on with the terms."""
    await begin_with(PremisesId(callback_data.premises), PartyId(callback_data.party), ctx, forms)


async def _tenants(ctx: Context, press: ChooseTenant) -> Screen:
    t = ctx.t
    premises = await premises_to_change(ctx.work, ctx.me, PremisesId(press.premises))
    look = partial(list_parties, ctx.work, ctx.me, ShownParties.TENANTS, limit=PAGE)
    found = await look(offset=press.page * PAGE)
    number = on_page(press.page, found.total)
    if number != press.page:
        found = await look(offset=number * PAGE)
    called = names_apart(found.items)
    items = [
        Item(
            person_line(t, one),
            label_of(called[one.party.id], "👤"),
            PickTenant(premises=premises.id, party=one.party.id),
        )
        for one in found.items
    ]
    return list_screen(
        t,
        title=t("Who rents {object}?", object=premises.name),
        page=ListPage(items, found.total, number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=t("First add the tenant: a name and a phone. Their lease comes right after that."),
        actions=[Button(t("➕ Tenant"), AddTenant(premises=premises.id))],
        back=OpenObject(premises=premises.id),
    )


async def _objects(ctx: Context, press: LetTo) -> Screen:
    t = ctx.t
    party = (await show_party(ctx.work, ctx.me, PartyId(press.party))).party
    look = partial(list_premises, ctx.work, ctx.me, sort=PremisesSort.FREE, limit=PAGE)
    found = await look(offset=press.page * PAGE)
    number = on_page(press.page, found.total)
    if number != press.page:
        found = await look(offset=number * PAGE)
    items = [
        Item(
            object_line(t, at, one),
            label_of(f"{at}. {one.premises.name}", SIGN),
            PickTenant(premises=one.premises.id, party=party.id),
        )
        for at, one in enumerate(found.items, number * PAGE + 1)
    ]
    return list_screen(
        t,
        title=t("What does {name} rent?", name=party.name),
        page=ListPage(items, found.total, number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=t("First add the object: a name or an address is enough."),
        actions=[Button(t("➕ Object"), AddObject())],
        back=OpenParty(party=party.id),
    )
