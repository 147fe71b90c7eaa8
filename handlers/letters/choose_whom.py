"""Choosing whom to write to: one's keepers and one's people, in pages, or found by typing a part of the name."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.forms import Forms, Surrounding
from bot.lists import Item, Page, list_screen, on_page
from bot.screen import Button, Screen, label_of
from bot.searching import MOST_SEARCHED
from domain.messages.correspondence import names_apart
from domain.messages.find_correspondents import find_correspondents
from domain.messages.tell_tenants import let_objects
from domain.people.person import Action
from handlers.letters.presses import ChooseWhom, Letters, TellTenants, WriteLetter
from handlers.letters.words import who_exactly
from handlers.letters.writing import Writing

router = Router(name="choose_whom")

PAGE = 5


@router.callback_query(ChooseWhom.filter())
async def choose(_query: object, callback_data: ChooseWhom, around: Surrounding, forms: Forms) -> None:
    """Show a page; what is typed from now on is looked for."""
    await forms.leave(around.state)
    search = (await around.state.get_data()).get("whom") if callback_data.found else None
    await around.state.set_state(Writing.whom)
    await around.chat.show(await _screen(around, search, callback_data.page))


@router.message(StateFilter(Writing.whom), F.text, ~F.text.startswith("/"))
async def find(message: Message, around: Surrounding) -> None:
    """Show those whose names have it."""
    typed = " ".join((message.text or "").split())[:MOST_SEARCHED]
    await around.state.update_data(whom=typed)
    await around.chat.show(await _screen(around, typed, 0))


@router.message(StateFilter(Writing.whom), ~F.text.startswith("/"))
async def no_name(_message: Message, around: Surrounding) -> None:
    """Something else than a name."""
    await around.chat.show(await _screen(around, None, 0))


async def _screen(around: Surrounding, search: str | None, asked: int) -> Screen:
    t, me = around.t, around.me
    found = await find_correspondents(around.work, me, search=search, offset=asked * PAGE, limit=PAGE)
    number = on_page(asked, found.total, PAGE)
    if number != asked:
        found = await find_correspondents(around.work, me, search=search, offset=number * PAGE, limit=PAGE)
    called = names_apart(found.items)
    items = [
        Item(who_exactly(t, one), label_of(called[one.party.id]), WriteLetter(party=one.party.id))
        for one in found.items
    ]
    if search is not None:
        empty = t("Nobody is called “{name}” here. Type another part of the name.", name=search)
        title, note = t("✍️ To whom: “{name}”", name=search), None
    else:
        empty = t("There is nobody to write to yet: first somebody has to join you, or to invite you.")
        title, note = t("✍️ To whom?"), t("Choose, or type a part of the name.")
    has_tenants = me.may(Action.KEEP_ESTATE) and search is None and bool(await let_objects(around.work, me))
    return list_screen(
        t,
        title=title,
        page=Page(items, found.total, number, PAGE),
        turn=lambda to: ChooseWhom(page=to, found=search is not None),
        empty=empty,
        note=note if found.total else None,
        filters=[[Button(t("📣 All tenants"), TellTenants())]] if has_tenants else [],
        actions=[Button(t("✖️ Show all"), ChooseWhom())] if search is not None else [],
        back=Letters(),
    )
