"""Whatever nobody understood still gets an answer: what can be typed here, or why an old button does nothing."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.chat import Chat
from bot.forms import menu_button
from bot.menus import Menus
from bot.screen import Screen
from bot.speech import Speech
from domain.people.person import Person
from domain.work import Work
from handlers.common.start import menu_screen

router = Router(name="fallback")


@router.message()
async def not_understood(_message: Message, chat: Chat, t: Speech) -> None:
    """Say that this was not understood, and what to do."""
    await chat.show(Screen(t("I did not understand that. Everything I can do is in the menu."), [[menu_button(t)]]))


@router.callback_query()
async def unknown_button(_query: CallbackQuery, chat: Chat, me: Person, t: Speech, work: Work, menus: Menus) -> None:
    """An old button, or one that was never ours."""
    await chat.toast(t("This button is from an older version. Here is the menu as it is now."))
    await chat.show(await menu_screen(work, me, t, menus))
