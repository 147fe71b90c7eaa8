"""A confirmation restates what will happen, offers the safe choice first, and works once."""

import secrets

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.screen import Button, Screen


def new_nonce() -> str:
    """A single-use mark for a confirming button: the effect is done once under it, whoever presses how often."""
    return secrets.token_hex(4)


def confirm_screen(question: Markup, *, keep: tuple[Markup, CallbackData], go: tuple[Markup, CallbackData]) -> Screen:
    """Ask before something that is hard to take back."""
    return Screen(question, [[Button(keep[0], keep[1])], [Button(go[0], go[1])]])
