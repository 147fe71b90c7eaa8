"""/help: how it works for the role in front, in a few lines, with the three most useful things as buttons."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.callbacks import OpenHelp, OpenSettings
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen, fitted, pairs
from domain.people.person import Person
from handlers.common.callbacks import OpenPrivacy
from handlers.common.privacy.leaving import arrive
from handlers.common.roles.role_words import invitations

router = Router(name="help")


@router.message(Command("help"), flags=OPEN)
@router.callback_query(OpenHelp.filter(), flags=OPEN)
async def show_help(_event: object, ctx: Context) -> None:
    """Say how it works."""
    menu = ctx.menus.of(ctx.me)
    written = menu.help(ctx.t) if menu is not None and menu.help is not None else None
    if written is None:
        await arrive(ctx, _general(ctx.t, ctx.me))
        return
    t = ctx.t
    text = lines(written.text, "", _always(t))
    await arrive(ctx, Screen(text, [*fitted(written.buttons), _others(t), [menu_button(t)]]))


def _general(t: Localizer, me: Person) -> Screen:
    """For who has no role yet, or one that says nothing of itself."""
    text = lines(
        bold(t("How it works")),
        "",
        t("🏠 A realtor sends a listing or a request in plain words: I find what fits among colleagues, and say why."),
        t("🔑 A landlord adds an object and a tenant: I charge the rent, remind of it and count what it brings."),
        t("🛋 A tenant sees what is due, reports payments and sends meter readings."),
        t("🧰 A manager keeps the objects of others the same way, and writes to both sides."),
        "",
        _always(t),
    )
    return Screen(text, [*pairs(invitations(t, me)), _others(t), [menu_button(t)]])


def _always(t: Localizer) -> Markup:
    return t("/menu leads back from anywhere, /cancel leaves a form.")


def _others(t: Localizer) -> list[Button]:
    return [Button(t("⚙️ Settings"), OpenSettings()), Button(t("🔒 My data"), OpenPrivacy())]
