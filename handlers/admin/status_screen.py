"""How the platform is doing: what waits, what failed, and how many people there are by role."""

from markupsafe import Markup

from bot.callbacks import OpenHelp, OpenSettings
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.menus import role_name
from bot.screen import Button, Row, Screen
from domain.people.look_after import PlatformStatus
from domain.people.person import Person, Role
from domain.work import Work
from handlers.admin.callbacks import GiveRole, Redrive, ShowStatus, TakeRole


async def menu_of_admin(_work: Work, _me: Person, t: Localizer) -> Screen:
    """The admin's menu; the figures are a tap away, because they are read from everywhere."""
    return Screen(
        lines(bold(t("Administration")), "", t("What is to be done?")),
        [
            [Button(t("🩺 Status"), ShowStatus())],
            [Button(t("🔑 Give a role"), GiveRole()), Button(t("🚫 Take a role"), TakeRole())],
            [Button(t("⚙️ Settings"), OpenSettings()), Button(t("❓ How it works"), OpenHelp())],
        ],
    )


def status_screen(t: Localizer, now: PlatformStatus, note: Markup | None = None) -> Screen:
    """The figures, and what can be done about them."""
    waiting = t.ago(now.oldest_waiting) if now.oldest_waiting is not None else None
    text = lines(
        bold(t("Status")),
        note,
        "",
        t("Updates waiting since: {ago}", ago=waiting) if waiting else t("No update is waiting."),
        t("Set aside after three failures: {count}", count=now.set_aside),
        t("Messages on their way: {count}", count=now.on_their_way),
        t("Messages that could not be sent: {count}", count=now.undeliverable),
        "",
        *_people(t, now),
    )
    rows: list[Row] = [[Button(t("🔄 Refresh"), ShowStatus())]]
    if now.set_aside:
        rows.insert(0, [Button(t("♻️ Try {count} again", count=now.set_aside), Redrive())])
    rows.append([Button(t("🔑 Give a role"), GiveRole()), Button(t("🚫 Take a role"), TakeRole())])
    return Screen(text, [*rows, [menu_button(t)]])


def _people(t: Localizer, now: PlatformStatus) -> list[Markup]:
    said = [
        t("{role}: {count}", role=role_name(t, role), count=now.people[role]) for role in Role if role in now.people
    ]
    return [*said, t("without a role: {count}", count=now.people.get(None, 0))]
