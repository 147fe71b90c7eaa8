"""A manager looks at the figures of one of their owners, or of all of them together."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.lists.list_screen import Item, ListPage, list_screen, on_page
from bot.screen import Button, label_of
from domain.estate.parties.list_parties import list_parties, names_apart
from domain.estate.parties.party import ShownParties
from domain.people.person import Action
from handlers.manager.callbacks import AddParty
from handlers.manager.figures_callbacks import OpenMoneyFigures, OwnersFigures

router = Router(name="manager_figures")


@router.message(Command("figures"))
async def from_command(_message: object, ctx: Context, forms: Forms) -> None:
    """The first page."""
    await forms.leave(ctx.state)
    await _show(ctx, OwnersFigures())


@router.callback_query(OwnersFigures.filter())
async def whose(_query: object, callback_data: OwnersFigures, ctx: Context) -> None:
    """A page of owners."""
    await _show(ctx, callback_data)


async def _show(ctx: Context, press: OwnersFigures) -> None:
    t = ctx.t
    ctx.me.must(Action.MANAGE_FOR_OTHERS)
    page = ListPage((), 0, press.page)
    found = await list_parties(ctx.work, ctx.me, ShownParties.OWNERS, offset=press.page * page.size)
    number = on_page(press.page, found.total)
    if number != press.page:
        found = await list_parties(ctx.work, ctx.me, ShownParties.OWNERS, offset=number * page.size)
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
    screen = list_screen(
        t,
        title=t("Figures of an owner"),
        page=ListPage(items, found.total, number),
        turn=lambda to: OwnersFigures(page=to),
        empty=t("There are no owners yet. Add the first: a name and a phone, and I make a link for them."),
        actions=everything if found.total else [Button(t("➕ Client"), AddParty(kind="owner"))],
    )
    await ctx.chat.show(screen, new=press.new)
