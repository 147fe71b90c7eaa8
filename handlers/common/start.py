"""/start and /menu: a stranger is asked what they came for, a known person gets the menu of the role in front."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext

from bot.chat import Chat
from bot.forms import Forms
from bot.menus import Menus
from bot.press import Menu
from bot.screen import Screen
from bot.speech import Speech
from domain.people.person import Person
from domain.work import Work

router = Router(name="start")


@router.message(CommandStart())
@router.message(Command("menu"))
@router.callback_query(Menu.filter())
async def show_menu(
    _event: object,
    chat: Chat,
    me: Person,
    t: Speech,
    work: Work,
    state: FSMContext,
    forms: Forms,
    menus: Menus,
) -> None:
    """Leave whatever was being filled in and show the menu."""
    await forms.leave(state)
    await chat.show(await menu_screen(work, me, t, menus))


async def menu_screen(work: Work, me: Person, t: Speech, menus: Menus) -> Screen:
    """The menu of the role in front, or the first question."""
    menu = menus.of(me)
    if menu is not None:
        return await menu.render(work, me, t)
    return Screen(t("Hello, {name}!", name=me.first_name))
