"""A stranger, first contact: what this is, and one tap to the first useful thing, in either language."""

from bot.callbacks import OpenHelp
from bot.localization import LANGUAGES, Localizer, bold, lines
from bot.menus import Menus
from bot.screen import Button, Screen, pairs
from domain.people.person import Person
from handlers.common.callbacks import Speak
from handlers.common.roles.role_words import invitations

LANGUAGE_NAMES = {"ru": "🌐 Русский", "en": "🌐 English"}
"""Each in its own language, so that whoever reads it finds it."""


def welcome_screen(t: Localizer, me: Person, menus: Menus) -> Screen:
    """Greet, say who works here, and ask what the person came for."""
    other = next(one for one in LANGUAGES if one != t.language)
    text = lines(
        bold(t("Hello, {name}!", name=me.first_name)),
        t(
            "Here realtors find deals for each other, and landlords, tenants and managers keep rented objects: "
            "leases, payments, meters, income. All in this chat."
        ),
        "",
        t("What shall we begin with?"),
    )
    aside = [Button(LANGUAGE_NAMES[other], Speak(language=other)), Button(t("❓ How it works"), OpenHelp())]
    return Screen(text, [*pairs([*invitations(t), *menus.switches(t, me)]), aside])
