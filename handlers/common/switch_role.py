"""A person with several roles switches by one tap; the menu and the commands follow."""

import dataclasses

from aiogram import Router

from bot.commands import publish_commands_of
from bot.forms import Forms, Surrounding
from bot.lock import OPEN
from bot.press import SwitchRole
from domain.people.about_me import about_me
from domain.people.switch_role import switch_role
from handlers.common.leaving import arrive
from handlers.common.start import menu_screen

router = Router(name="switch_role")


@router.callback_query(SwitchRole.filter(), flags=OPEN)
async def switch(_query: object, callback_data: SwitchRole, around: Surrounding, forms: Forms) -> None:
    """Put the role in front and open its menu."""
    await switch_role(around.work, around.me, callback_data.role)
    me = (await about_me(around.work, around.me)).person
    await publish_commands_of(around.chat.bot, around.menus, me)
    await arrive(forms, around, await menu_screen(dataclasses.replace(around, me=me)))
