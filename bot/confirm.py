"""A confirmation restates what will happen, offers the safe choice first, and works once."""

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.screen import Button, Screen


def confirm_screen(question: Markup, *, keep: tuple[Markup, CallbackData], go: tuple[Markup, CallbackData]) -> Screen:
    """Ask before something that is hard to take back."""
    return Screen(question, [[Button(keep[0], keep[1])], [Button(go[0], go[1])]])
