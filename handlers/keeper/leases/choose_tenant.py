"""A keeper says who rents an object, or what a tenant rents: from the lists, a page at a time."""

from functools import partial

from aiogram import Router

from bot.forms import Forms, Surrounding
from bot.lists import PAGE, Item, Page, list_screen, on_page
from bot.screen import Button, Screen, label_of
from domain.estate.list_parties import list_parties, names_apart
from domain.estate.list_premises import PremisesSort, list_premises
from domain.estate.party import PartyId, ShownParties
from domain.estate.premises import PremisesId
from domain.estate.show_party import show_party
from domain.estate.show_premises import premises_to_change
from handlers.keeper.leases.add_lease import begin_with
from handlers.keeper.leases.presses import ChooseTenant, LetTo, PickTenant
from handlers.keeper.objects.words import SIGN, object_line
from handlers.keeper.people.words import person_line
from handlers.keeper.presses import AddLease, AddObject, AddTenant, OpenObject, OpenParty

router = Router(name="choose_tenant")


@router.callback_query(AddLease.filter())
async def begin(_query: object, callback_data: AddLease, around: Surrounding, forms: Forms) -> None:
    """Ask who rents it."""
    await forms.leave(around.state)
    await around.chat.show(await _tenants(around, ChooseTenant(premises=callback_data.premises)), new=callback_data.new)


@router.callback_query(ChooseTenant.filter())
async def turn(_query: object, callback_data: ChooseTenant, around: Surrounding) -> None:
    """Another page of tenants."""
    await around.chat.show(await _tenants(around, callback_data))


@router.callback_query(LetTo.filter())
async def let_to(_query: object, callback_data: LetTo, around: Surrounding, forms: Forms) -> None:
    """Ask what this tenant rents."""
    await forms.leave(around.state)
    await around.chat.show(await _objects(around, callback_data))


@router.callback_query(PickTenant.filter())
async def pick(_query: object, callback_data: PickTenant, around: Surrounding, forms: Forms) -> None:
    """Go on with the terms."""
    await begin_with(PremisesId(callback_data.premises), PartyId(callback_data.party), around, forms)


async def _tenants(around: Surrounding, press: ChooseTenant) -> Screen:
    t = around.t
    premises = await premises_to_change(around.work, around.me, PremisesId(press.premises))
    look = partial(list_parties, around.work, around.me, ShownParties.TENANTS, limit=PAGE)
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
        page=Page(items, found.total, number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=t("First add the tenant: a name and a phone. Their lease comes right after that."),
        actions=[Button(t("➕ Tenant"), AddTenant(premises=premises.id))],
        back=OpenObject(premises=premises.id),
    )


async def _objects(around: Surrounding, press: LetTo) -> Screen:
    t = around.t
    party = (await show_party(around.work, around.me, PartyId(press.party))).party
    look = partial(list_premises, around.work, around.me, sort=PremisesSort.FREE, limit=PAGE)
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
        page=Page(items, found.total, number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=t("First add the object: a name or an address is enough."),
        actions=[Button(t("➕ Object"), AddObject())],
        back=OpenParty(party=party.id),
    )
