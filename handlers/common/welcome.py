"""A stranger, first contact: what this is, and one tap to the first useful thing, in either language."""

from bot.menus import Menus
from bot.press import OpenHelp, Press
from bot.screen import Button, Screen, pairs
from bot.speech import LANGUAGES, Speech, bold, lines
from domain.people.person import AVAILABLE_ROLES, Person, Role
from handlers.common.presses import BecomeRealtor, Speak

LANGUAGE_NAMES = {"ru": "🌐 Русский", "en": "🌐 English"}
"""Each in its own language, so that whoever reads it finds it."""

INVITATIONS = {Role.REALTOR: "🏠 I am a realtor"}
"""What somebody says to begin, by the role that it leads to; gettext messages."""
BEGINNINGS: dict[Role, Press] = {Role.REALTOR: BecomeRealtor()}


def welcome_screen(t: Speech, me: Person, menus: Menus) -> Screen:
    """Greet, say who works here, and ask what the person came for."""
    other = next(one for one in LANGUAGES if one != t.language)
    text = lines(
        bold(t("Hello, {name}!", name=me.first_name)),
        t(
            "Here realtors find deals for each other: one has the flat, another has the client. "
            "Fit, commission and contacts are settled right in this chat."
        ),
        "",
        t("What shall we begin with?"),
    )
    aside = [Button(LANGUAGE_NAMES[other], Speak(language=other)), Button(t("❓ How it works"), OpenHelp())]
    return Screen(text, [*pairs([*invitations(t), *menus.switches(t, me)]), aside])


def invitations(t: Speech) -> list[Button]:
    """A button for every role that can be taken up by now."""
    return [Button(t(INVITATIONS[role]), BEGINNINGS[role]) for role in AVAILABLE_ROLES]
