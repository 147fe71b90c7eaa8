"""Whatever nobody understood still gets an answer: what can be sent here, or why an old button does nothing."""

import contextlib
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, PreCheckoutQuery
from markupsafe import Markup

from bot.callbacks import NoAction, OpenHelp
from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen
from bot.telegram.message_content import cannot_be_read, has_file, has_picture, has_words_or_file
from domain.people.person import Action
from handlers.common.papers import ask_of_paper
from handlers.common.privacy.leaving import with_note
from handlers.common.roles.start import menu_screen
from handlers.common.waiting import kept_for_later
from handlers.letters.callbacks import OpenLetterList

unknown_commands = Router(name="unknown_commands")
router = Router(name="fallback")


@unknown_commands.message(F.text.regexp(r"^/[A-Za-z]"), flags=OPEN)
async def no_such_command(_message: Message, ctx: Context) -> None:
    """A command that is not there, or not for this person; a form stays as it is."""
    t = ctx.t
    if await ctx.state.get_state() is not None:
        await ctx.chat.show(Screen(t("I do not know this command. I am still waiting for your answer above.")))
    else:
        await ctx.chat.show(Screen(t("I do not know this command. Everything is in the menu."), [[menu_button(t)]]))


@router.pre_checkout_query()
async def unknown_bill(query: PreCheckoutQuery, t: Localizer) -> None:
    """A bill that nobody here has made, or not in this release: no money moves."""
    with contextlib.suppress(TelegramBadRequest):
        await query.answer(
            ok=False, error_message=t("This bill is not valid any more. Please ask for a new one.").unescape()
        )


@router.message(F.successful_payment, flags=OPEN)
async def unknown_payment(_message: Message) -> None:
    """Money that nobody knows what for: it is set aside and the admins are told, until somebody has looked."""
    raise LookupError("a payment has arrived for a bill that is not known")


@router.message(flags=OPEN)
async def not_understood(
    message: Message,
    album: Sequence[Message],
    ctx: Context,
    forms: Forms,
) -> None:
    """Say that this was not understood, and what to do."""
    t = ctx.t
    if ctx.me.active_role is None:
        note = None if has_words_or_file(message) else cannot_be_read(t, message)
        note = note or await kept_for_later(album or [message], ctx, forms)
        greeting = await menu_screen(ctx)
        await ctx.chat.show(with_note(note, greeting) if note is not None else greeting)
        return
    if has_file(message) and forms.kinds.of_papers(ctx.me):
        await ask_of_paper(album or [message], ctx, forms)
        return
    writes_letters = ctx.me.may(Action.WRITE_LETTERS)
    if message.text:
        text = t("I did not understand that. Everything I can do is in the menu.")
    elif has_file(message):
        text = _not_asked_for(t, message, writes_letters=writes_letters)
    else:
        text = cannot_be_read(t, message)
    letters = [Button(t("✉️ Messages"), OpenLetterList())] if writes_letters else []
    await ctx.chat.show(Screen(text, [letters, [Button(t("❓ How it works"), OpenHelp()), menu_button(t)]]))


def _not_asked_for(t: Localizer, message: Message, *, writes_letters: bool) -> Markup:
    """A picture or a file that nothing has asked for: where it can go."""
    what = (
        t("I do not know what this photo is for.")
        if has_picture(message)
        else t("I do not know what this file is for.")
    )
    where = (
        t("Open the object, the meter or the payment it belongs to, and send it there; or send it as a message.")
        if writes_letters
        else t("Photos belong to a property: send them with its description, or open its card and add them there.")
    )
    return lines(what, where)


@router.callback_query(NoAction.filter(), flags=OPEN)
async def only_shows(_query: CallbackQuery) -> None:
    """A button that only shows something."""


@router.callback_query(flags=OPEN)
async def unknown_button(_query: CallbackQuery, ctx: Context) -> None:
    """An old button, or one that was never ours; what it stands on may be worth keeping."""
    await ctx.chat.toast(ctx.t("This button is from an older version. Here is the menu as it is now."))
    await ctx.chat.show(await menu_screen(ctx), new=True)
