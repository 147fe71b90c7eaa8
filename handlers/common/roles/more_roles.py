"""Somebody who is here already takes up another role: those they do not have yet, a tap each."""

from aiogram import Router

from bot.callbacks import AboutMe
from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.localization import bold, lines
from bot.screen import Button, Screen, pairs
from handlers.common.callbacks import MoreRoles
from handlers.common.privacy.leaving import arrive
from handlers.common.roles.role_words import invitations

router = Router(name="more_roles")


@router.callback_query(MoreRoles.filter())
async def show(_query: object, ctx: Context, forms: Forms) -> None:
    """Offer them."""
    t, others = ctx.t, invitations(ctx.t, ctx.me)
    if others:
        text = lines(
            bold(t("One more role")), "", t("Roles do not get in each other's way: a tap switches between them.")
        )
    else:
        text = lines(bold(t("One more role")), "", t("You have all the roles that can be taken up here."))
    back = [Button(t("‹ Back"), AboutMe()), menu_button(t)]
    await arrive(forms, ctx, Screen(text, [*pairs(others), back]))
