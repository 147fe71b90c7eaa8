"""The push that tells somebody that an admin has given them a role, or taken it away."""

from bot.forms import menu_button
from bot.menus import role_name
from bot.screen import Screen
from bot.sender import Event
from bot.speech import Speech, bold, lines
from domain.people.person import Person, Role
from domain.work import Work


async def role_changed(_work: Work, person: Person, t: Speech, data: dict[str, object]) -> Event | None:
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
    return Event(Screen(text, [[menu_button(t, new=True)]]))
