"""/help: how it works for the role in front, in a few lines, with the three most useful things as buttons."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms import Forms, Surrounding, menu_button
from bot.lock import OPEN
from bot.press import OpenHelp, OpenSettings
from bot.screen import Button, Screen, pairs
from bot.speech import Speech, bold, lines
from handlers.common.leaving import arrive
from handlers.common.presses import OpenPrivacy
from handlers.common.role_words import invitations

router = Router(name="help")


@router.message(Command("help"), flags=OPEN)
@router.callback_query(OpenHelp.filter(), flags=OPEN)
async def show_help(_event: object, around: Surrounding, forms: Forms) -> None:
    """Say how it works."""
    menu = around.menus.of(around.me)
    written = menu.help(around.t) if menu is not None and menu.help is not None else None
    if written is None:
        await arrive(forms, around, _general(around.t))
        return
    t = around.t
    text = lines(written.text, "", _always(t))
    await arrive(forms, around, Screen(text, [written.buttons, _others(t), [menu_button(t)]]))


def _general(t: Speech) -> Screen:
    """For who has no role yet."""
    text = lines(
        bold(t("How it works")),
        "",
        t("A realtor sends a listing or a client's request as ordinary text; I make a card of it."),
        t("I look for what fits among colleagues' cards and say why it fits and why not."),
        t("You agree on the commission here, and then both get each other's contact."),
        "",
        _always(t),
    )
    return Screen(text, [*pairs(invitations(t)), _others(t), [menu_button(t)]])


def _always(t: Speech) -> Markup:
    return t("/menu leads back from anywhere, /cancel leaves a form.")


def _others(t: Speech) -> list[Button]:
    return [Button(t("⚙️ Settings"), OpenSettings()), Button(t("🔒 My data"), OpenPrivacy())]
