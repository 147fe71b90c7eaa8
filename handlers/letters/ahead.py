"""Heard before everything else: a reply to a letter, a letter that is corrected, and a button that ends writing one."""

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Filter, StateFilter
from aiogram.types import CallbackQuery, Message

from bot.callbacks import KNOWN, NoAction
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen
from domain.letters.edit_letter import edit_letter
from domain.letters.letter import LetterId
from domain.letters.show_letters import show_letter
from domain.people.person import Action
from domain.refusal import NotFound
from handlers.letters import callbacks
from handlers.letters.callbacks import OpenLetters
from handlers.letters.writing import Writing, stop

router = Router(name="letters_ahead")

GOES_ON = {one.__prefix__ for one in KNOWN if one.__module__ == callbacks.__name__} | {NoAction.__prefix__}
"""Buttons about letters do not end writing."""


class ElsewhereFilter(Filter):
    """A button that has nothing to do with letters."""

    async def __call__(self, query: CallbackQuery) -> bool:
        """Whether it is one."""
        return (query.data or "").split(":", 1)[0] not in GOES_ON


@router.callback_query(StateFilter(Writing), ElsewhereFilter(), flags=OPEN)
async def leave_writing(_query: CallbackQuery, ctx: Context) -> None:
    """Whoever goes elsewhere writes no letter any more; the button does what it does."""
    await stop(ctx.state)
    raise SkipHandler


@router.edited_message(F.text | F.caption)
async def corrected(message: Message, ctx: Context) -> None:
    """The letter says what the message says now, if the message was a letter."""
    t = ctx.t
    if not ctx.me.may(Action.WRITE_LETTERS):
        raise SkipHandler
    try:
        letter_id = await edit_letter(ctx.work, ctx.me, message.message_id, message.text or message.caption or "")
    except NotFound:
        raise SkipHandler from None
    _view, between = await show_letter(ctx.work, ctx.me, LetterId(letter_id))
    text = t("✏️ Corrected. {name} sees the new words.", name=between.name)
    history = Button(t("📜 History"), OpenLetters(other=between.party.id))
    await ctx.chat.show(Screen(text, [[history, menu_button(t)]]))
