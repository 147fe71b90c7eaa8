"""Choosing the language: everything is said in it from the next message on, the commands menu included."""

import dataclasses

from aiogram import Router
from aiogram.filters import Command

from bot.commands import publish_commands_of
from bot.forms import Forms, Surrounding, menu_button
from bot.press import OpenSettings
from bot.screen import Button, Screen
from bot.speech import LANGUAGES, Speech, bold, lines
from domain.people.about_me import about_me
from domain.people.change_preferences import change_language
from handlers.common.leaving import arrive, marked
from handlers.common.presses import OpenLanguage, Speak
from handlers.common.settings import settings_screen
from handlers.common.start import menu_screen
from handlers.common.welcome import LANGUAGE_NAMES

router = Router(name="language")


@router.message(Command("language"))
@router.callback_query(OpenLanguage.filter())
async def show_languages(_event: object, around: Surrounding, forms: Forms) -> None:
    """Offer the languages."""
    t = around.t
    choices = [marked(LANGUAGE_NAMES[one], Speak(language=one), chosen=one == t.language) for one in LANGUAGES]
    text = lines(bold(t("Language")), "", t("Which language shall I speak?"))
    screen = Screen(text, [choices, [Button(t("‹ Back"), OpenSettings()), menu_button(t)]])
    await arrive(forms, around, screen)


@router.callback_query(Speak.filter())
async def speak(_query: object, callback_data: Speak, around: Surrounding, forms: Forms) -> None:
    """Speak the chosen language; who has not begun yet is asked again what they came for."""
    await change_language(around.work, around.me, callback_data.language)
    me = (await about_me(around.work, around.me)).person
    await publish_commands_of(around.chat.bot, around.menus, me)
    anew = dataclasses.replace(around, me=me, t=Speech(me.language, me.zone, around.t.now))
    await around.chat.toast(anew.t("From now on in English."))
    screen = await menu_screen(anew) if me.active_role is None else await settings_screen(anew)
    await arrive(forms, anew, screen)
