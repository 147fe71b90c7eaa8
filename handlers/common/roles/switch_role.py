"""A person with several roles switches by one tap; the menu and the commands follow."""

import dataclasses

from aiogram import Router

from bot.callbacks import SwitchRole
from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.pin.pin_middleware import OPEN
from bot.telegram.commands import publish_commands_of
from domain.people.about_me import about_me
from domain.people.switch_role import switch_role
from handlers.common.privacy.leaving import arrive
from handlers.common.roles.start import menu_screen

router = Router(name="switch_role")


@router.callback_query(SwitchRole.filter(), flags=OPEN)
async def switch(_query: object, callback_data: SwitchRole, ctx: Context, forms: Forms) -> None:
    """Put the role in front and open its menu."""
    await switch_role(ctx.work, ctx.me, callback_data.role)
    me = (await about_me(ctx.work, ctx.me)).person
    await publish_commands_of(ctx.chat.bot, ctx.menus, me)
    await arrive(forms, ctx, await menu_screen(dataclasses.replace(ctx, me=me)))
