"""Choosing whom to write to: one's managers and one's people, in pages, or found by typing a part of the name."""

from functools import partial

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_found
from bot.lists.list_search import MOST_SEARCHED
from bot.screen import Button, Screen, label_of
from domain.letters.correspondence import names_apart
from domain.letters.find_correspondents import find_correspondents
from domain.letters.tell_tenants import let_objects
from domain.people.person import Action
from handlers.letters.callbacks import ChooseWhom, OpenLetterList, TellTenants, WriteLetter
from handlers.letters.words import who_exactly
from handlers.letters.writing import Writing

router = Router(name="choose_whom")

PAGE = 5


@router.callback_query(ChooseWhom.filter())
async def choose(_query: object, callback_data: ChooseWhom, ctx: Context) -> None:
    """Show a page; what is typed from now on is looked for."""
    await ctx.forms.leave(ctx.state)
    search = (await ctx.state.get_data()).get("whom") if callback_data.found else None
    await ctx.state.set_state(Writing.whom)
    await ctx.chat.show(await _screen(ctx, search, callback_data.page))


@router.message(StateFilter(Writing.whom), F.text, ~F.text.startswith("/"))
async def find(message: Message, ctx: Context) -> None:
    """Show those whose names have it."""
    typed = " ".join((message.text or "").split())[:MOST_SEARCHED]
    await ctx.state.update_data(whom=typed)
    await ctx.chat.show(await _screen(ctx, typed, 0))


@router.message(StateFilter(Writing.whom), ~F.text.startswith("/"))
async def no_name(_message: Message, ctx: Context) -> None:
    """Something else than a name."""
    await ctx.chat.show(await _screen(ctx, None, 0))


async def _screen(ctx: Context, search: str | None, asked: int) -> Screen:
    t, me = ctx.t, ctx.me
    page = await page_found(partial(find_correspondents, ctx.work, me, search=search), asked, PAGE)
    called = names_apart(page.found.items)
    items = [
        Item(who_exactly(t, one), label_of(called[one.party.id]), WriteLetter(party=one.party.id))
        for one in page.found.items
    ]
    if search is not None:
        empty = t("Nobody is called “{name}” here. Type another part of the name.", name=search)
        title, note = t("✍️ To whom: “{name}”", name=search), None
    else:
        empty = t("There is nobody to write to yet: first somebody has to join you, or to invite you.")
        title, note = t("✍️ To whom?"), t("Choose, or type a part of the name.")
    has_tenants = me.may(Action.MANAGE_OBJECTS) and search is None and bool(await let_objects(ctx.work, me))
    return list_screen(
        t,
        title=title,
        page=page.of(items),
        turn=lambda to: ChooseWhom(page=to, found=search is not None),
        empty=empty,
        note=note if page.found.total else None,
        filters=[[Button(t("📣 All tenants"), TellTenants())]] if has_tenants else [],
        actions=[Button(t("✖️ Show all"), ChooseWhom())] if search is not None else [],
        back=OpenLetterList(),
    )
