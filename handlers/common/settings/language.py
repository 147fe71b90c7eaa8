"""Choosing the language: everything is said in it from the next message on, the commands menu included.

The bot has words in two languages. Who chooses another is told so plainly: they read English (Russian, where many have
learned it), while figures, sums and dates are written the way of their own language.
"""

import dataclasses
from dataclasses import dataclass

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.callbacks import Callback, OpenSettings
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.forms.screens import menu_button
from bot.localization import LANGUAGES, Localizer, bold, lines
from bot.names.languages import find_language, language_name, languages, own_name
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen, label_of, marked
from bot.telegram.commands import publish_commands_of
from domain.people.about_me import about_me
from domain.people.change_preferences import change_language
from domain.refusal import Refusal
from handlers.common.callbacks import OpenLanguage, Speak
from handlers.common.privacy.leaving import arrive, step_out, with_note
from handlers.common.roles.start import menu_screen
from handlers.common.roles.welcome import LANGUAGE_NAMES
from handlers.common.settings.show_settings import settings_screen

router = Router(name="language")


class FindLanguage(Callback, prefix="fla"):
    """Look for another language."""


@dataclass
class LanguageDraft:
    """The language that is chosen."""

    language: str | None = None


def _ask(t: Localizer, _draft: LanguageDraft) -> Markup:
    return lines(
        t("Which language is yours? Choose it, or write its name or a part of it."),
        t("I have words in Russian and English only; figures, sums and dates I write in any language."),
    )


def _choice(t: Localizer, code: str) -> Choice:
    name = own_name(code)
    return Choice(label_of(name, "🌐"), code, Markup("{} · {}").format(name, language_name(t, code)))


def _read(text: str, _draft: LanguageDraft, answering: AnswerContext) -> LanguageDraft:
    found = find_language(text)
    if found.certain is not None:
        return LanguageDraft(found.certain)
    if found.maybe:
        raise AmbiguousAnswer([_choice(answering.t, code) for code in found.maybe])
    raise Refusal("I do not know the language “{said}”. Write its name, or how it begins: Germ, Kyrg.", said=text[:40])


async def _back(_filled: CompletedForm[LanguageDraft], ctx: Context) -> None:
    await ctx.chat.show(await settings_screen(ctx))


FORM = Form(
    name="language",
    title=lambda t: t("Language"),
    draft=LanguageDraft,
    questions=(
        Question[LanguageDraft](
            key="language",
            kind=AnswerKind.LANGUAGE,
            ask=_ask,
            read=_read,
            choices=lambda t, _draft, _me: [_choice(t, code) for code in languages(t) if code not in LANGUAGES],
            choice=_choice,
            pick=lambda value, _draft: LanguageDraft(value),
        ),
    ),
    done=lambda filled, ctx: _speak(ctx, filled.draft.language or ctx.me.language),
    back=_back,
)


@router.message(Command("language"), flags=OPEN)
@router.callback_query(OpenLanguage.filter(), flags=OPEN)
async def show_languages(_event: object, ctx: Context) -> None:
    """Offer the languages that have words, and the way to all others."""
    t = ctx.t
    spoken = [marked(LANGUAGE_NAMES[one], Speak(language=one), chosen=one == ctx.me.language) for one in LANGUAGES]
    text = lines(bold(t("Language")), "", t("Which language shall I speak?"))
    rows = [
        spoken,
        [Button(t("🔎 Another language"), FindLanguage())],
        [Button(t("‹ Back"), OpenSettings()), menu_button(t)],
    ]
    await arrive(ctx, Screen(text, rows))


@router.callback_query(FindLanguage.filter())
async def find(_query: object, ctx: Context) -> None:
    """Offer all the others, by pages or by name."""
    await step_out(ctx)
    await ctx.forms.start(FORM, ctx, LanguageDraft(), only="language")


@router.callback_query(Speak.filter(), flags=OPEN)
async def speak(_query: object, callback_data: Speak, ctx: Context) -> None:
    """Speak the language of the button."""
    await step_out(ctx)
    await _speak(ctx, callback_data.language)


async def _speak(ctx: Context, language: str) -> None:
    """Speak the chosen language; who has not begun yet is asked again what they came for."""
    await change_language(ctx.work, ctx.me, language)
    me = (await about_me(ctx.work, ctx.me)).person
    await publish_commands_of(ctx.chat.bot, ctx.menus, me)
    anew = dataclasses.replace(ctx, me=me, t=Localizer(me.language, me.zone, ctx.t.now))
    t = anew.t
    screen = await menu_screen(anew) if me.active_role is None else await settings_screen(anew)
    if language in LANGUAGES:
        if ctx.chat.is_press:
            await ctx.chat.toast(t("From now on in English."))
        await ctx.chat.show(screen)
        return
    note = t(
        "I have no words in this language yet ({language}), so I go on in English. "
        "Figures, sums and dates are written the way you are used to.",
        language=language_name(t, language),
    )
    await ctx.chat.show(with_note(note, screen))
