"""A manager looks at the figures of one of their owners, or of all of them together."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms import Forms, Surrounding
from bot.lists import Item, Page, list_screen, on_page
from bot.screen import Button, label_of
from domain.estate.list_parties import list_parties, names_apart
from domain.estate.party import ShownParties
from domain.people.person import Action
from handlers.keeper.figures_presses import Money, OwnersFigures
from handlers.keeper.presses import AddParty

router = Router(name="manager_figures")


@router.message(Command("figures"))
async def from_command(_message: object, around: Surrounding, forms: Forms) -> None:
    """The first page."""
    await forms.leave(around.state)
    await _show(around, OwnersFigures())


@router.callback_query(OwnersFigures.filter())
async def whose(_query: object, callback_data: OwnersFigures, around: Surrounding) -> None:
    """A page of owners."""
    await _show(around, callback_data)


async def _show(around: Surrounding, press: OwnersFigures) -> None:
    t = around.t
    around.me.must(Action.MANAGE)
    page = Page((), 0, press.page)
    found = await list_parties(around.work, around.me, ShownParties.OWNERS, offset=press.page * page.size)
    number = on_page(press.page, found.total)
    if number != press.page:
        found = await list_parties(around.work, around.me, ShownParties.OWNERS, offset=number * page.size)
    called = names_apart(found.items)
    items = [
        Item(
            Markup("• {}").format(called[one.party.id]),
            label_of(called[one.party.id], "👤"),
            Money(owner=one.party.id, period=12),
        )
        for one in found.items
    ]
    everything = [Button(t("💰 All together"), Money(period=12))] if found.total > 1 else []
    screen = list_screen(
        t,
        title=t("Figures of an owner"),
        page=Page(items, found.total, number),
        turn=lambda to: OwnersFigures(page=to),
        empty=t("There are no owners yet. Add the first: a name and a phone, and I make a link for them."),
        actions=everything if found.total else [Button(t("➕ Client"), AddParty(kind="owner"))],
    )
    await around.chat.show(screen, new=press.new)
