"""Somebody who is here already takes up another role: those they do not have yet, a tap each."""

from aiogram import Router

from bot.forms import Forms, Surrounding, menu_button
from bot.press import AboutMe
from bot.screen import Button, Screen, pairs
from bot.speech import bold, lines
from handlers.common.leaving import arrive
from handlers.common.presses import MoreRoles
from handlers.common.role_words import invitations

router = Router(name="more_roles")


@router.callback_query(MoreRoles.filter())
async def show(_query: object, around: Surrounding, forms: Forms) -> None:
    """Offer them."""
    t, others = around.t, invitations(around.t, around.me)
    if others:
        text = lines(
            bold(t("One more role")), "", t("Roles do not get in each other's way: a tap switches between them.")
        )
    else:
        text = lines(bold(t("One more role")), "", t("You have all the roles that can be taken up here."))
    back = [Button(t("‹ Back"), AboutMe()), menu_button(t)]
    await arrive(forms, around, Screen(text, [*pairs(others), back]))
