"""The push that tells somebody that an admin has given them a role, or taken it away."""

from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.menus import role_name
from bot.screen import Screen
from bot.telegram.sender import PushContent
from domain.people.person import Person, Role
from domain.work import Work


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
