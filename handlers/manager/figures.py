"""A manager looks at the figures of one of their owners, or of all of them together."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_found
from bot.opening import opens
from bot.screen import Button, Screen, label_of
from domain.estate.parties.list_parties import list_parties, names_apart
from domain.estate.parties.party import ShownParties
from domain.people.person import Action
from handlers.manager.callbacks import AddParty
from handlers.manager.figures_callbacks import OpenMoneyFigures, OwnersFigures

router = Router(name="manager_figures")


@opens(router, OwnersFigures, command="figures")
async def owners_screen(ctx: Context, press: OwnersFigures) -> Screen:
    """A page of owners."""
    t = ctx.t
    ctx.me.must(Action.MANAGE_FOR_OTHERS)
    page = await page_found(partial(list_parties, ctx.work, ctx.me, ShownParties.OWNERS), press.page)
    found = page.found
    called = names_apart(found.items)
    items = [
        Item(
            Markup("• {}").format(called[one.party.id]),
            label_of(called[one.party.id], "👤"),
            OpenMoneyFigures(owner=one.party.id, period=12),
        )
        for one in found.items
    ]
    everything = [Button(t("💰 All together"), OpenMoneyFigures(period=12))] if found.total > 1 else []
    return list_screen(
        t,
        title=t("Figures of an owner"),
        page=page.of(items),
        turn=press,
        empty=t("There are no owners yet. Add the first: a name and a phone, and I make a link for them."),
        actions=everything if found.total else [Button(t("➕ Client"), AddParty(kind="owner"))],
    )
