"""A person with several roles switches by one tap; the menu and the commands follow."""

import dataclasses

from aiogram import Router

from bot.callbacks import AboutMe, SwitchRole
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.menus import role_name
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen, pairs
from bot.telegram.commands import publish_commands_of
from bot.telegram.sender import PushContent
from domain.people.about_me import about_me
from domain.people.person import Person, Role
from domain.people.switch_role import switch_role
from domain.work import Work
from handlers.common.callbacks import MoreRoles
from handlers.common.privacy.leaving import arrive
from handlers.common.roles.role_words import invitations
from handlers.common.roles.start import menu_screen

router = Router(name="switch_role")


@router.callback_query(SwitchRole.filter(), flags=OPEN)
async def switch(_query: object, callback_data: SwitchRole, ctx: Context) -> None:
    """Put the role in front and open its menu."""
    await switch_role(ctx.work, ctx.me, callback_data.role)
    me = (await about_me(ctx.work, ctx.me)).person
    await publish_commands_of(ctx.chat.bot, ctx.menus, me)
    await arrive(ctx, await menu_screen(dataclasses.replace(ctx, me=me)))


@router.callback_query(MoreRoles.filter())
async def show(_query: object, ctx: Context) -> None:
    """Offer them."""
    t, others = ctx.t, invitations(ctx.t, ctx.me)
    if others:
        text = lines(
            bold(t("One more role")), "", t("Roles do not get in each other's way: a tap switches between them.")
        )
    else:
        text = lines(bold(t("One more role")), "", t("You have all the roles that can be taken up here."))
    back = [Button(t("‹ Back"), AboutMe()), menu_button(t)]
    await arrive(ctx, Screen(text, [*pairs(others), back]))


async def role_changed(_work: Work, person: Person, t: Localizer, data: dict[str, object]) -> PushContent | None:
    """Said only if it is still so."""
    role = Role(str(data["role"]))
    if bool(data["given"]) is not (role in person.roles):
        return None
    name = role_name(t, role)
    if data["given"]:
        text = lines(bold(t("You have a new role: {role}", role=name)), t("Its menu is one tap away."))
    else:
        text = lines(
            bold(t("You no longer have the role: {role}", role=name)),
            t("What you have added is kept. If this is a mistake, write to whoever runs this bot."),
        )
    return PushContent(Screen(text, [[menu_button(t, new=True)]]))
