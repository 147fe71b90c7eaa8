"""What a platform admin can do: see how the platform does, give and take roles, try again what was set aside."""

from bot.localization import Localizer, bold, lines
from bot.menus import Command, Help, RoleMenu
from bot.screen import Button
from domain.people.person import Role
from handlers import Registry
from handlers.admin import change_role, look_after
from handlers.admin.callbacks import GiveRole, ShowStatus, TakeRole
from handlers.admin.status_screen import menu_of_admin

COMMANDS = (
    Command("status", "How the platform is doing"),
    Command("grant", "Give somebody a role"),
    Command("revoke", "Take a role away"),
    Command("redrive", "Try again what was set aside"),
)


def register(registry: Registry) -> None:
    """Hand in the admin's menu and commands."""
    registry.menus.add(
        RoleMenu(
            role=Role.ADMIN,
            title=lambda t: t("🛠 Administration"),
            render=menu_of_admin,
            commands=COMMANDS,
            help=_help,
        )
    )
    registry.include(change_role, look_after)


def _help(t: Localizer) -> Help:
    text = lines(
        bold(t("How administration works")),
        "",
        t("/grant @anna realtor gives a role, /revoke takes it away; what you leave out I ask."),
        t("/status shows what is waiting and what has failed."),
        t("/redrive tries again what failed three times."),
    )
    buttons = [
        Button(t("🩺 Status"), ShowStatus()),
        Button(t("🔑 Give a role"), GiveRole()),
        Button(t("🚫 Take a role"), TakeRole()),
    ]
    return Help(text, buttons)
