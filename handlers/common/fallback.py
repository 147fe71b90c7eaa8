"""Whatever nobody understood still gets an answer: what can be sent here, or why an old button does nothing."""

import contextlib
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, PreCheckoutQuery
from markupsafe import Markup

from bot.callbacks import DropPending, NoAction, OpenHelp, OpenPending
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.message_kinds import keep_recognised
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Row, Screen
from bot.telegram.message_content import cannot_be_read, has_file, has_picture, has_words_or_file, shortened, words_of
from domain.people.person import Action
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
async def not_understood(message: Message, album: Sequence[Message], ctx: Context) -> None:
    """Say that this was not understood, and what to do."""
    t = ctx.t
    if ctx.me.active_role is None:
        note = None if has_words_or_file(message) else cannot_be_read(t, message)
        note = note or await kept_for_later(album or [message], ctx)
        greeting = await menu_screen(ctx)
        await ctx.chat.show(with_note(note, greeting) if note is not None else greeting)
        return
    if has_file(message) and ctx.forms.kinds.of_papers(ctx.me):
        await ask_of_paper(album or [message], ctx)
        return
    writes_letters = ctx.me.may(Action.WRITE_LETTERS)
    letters = [Button(t("✉️ Messages"), OpenLetterList())] if writes_letters else []
    text = _why_not(t, message, writes_letters=writes_letters)
    await ctx.chat.show(Screen(text, [letters, [Button(t("❓ How it works"), OpenHelp()), menu_button(t)]]))


def _why_not(t: Localizer, message: Message, *, writes_letters: bool) -> Markup:
    if message.text:
        return t("I did not understand that. Everything I can do is in the menu.")
    if has_file(message):
        return _not_asked_for(t, message, writes_letters=writes_letters)
    return cannot_be_read(t, message)


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


@router.edited_message(F.text | F.caption, ~F.text.startswith("/"))
async def edited(_message: Message, ctx: Context) -> None:
    """Whose texts are taken (a form's answers, a realtor's listings) learns that the first wording counts."""
    t = ctx.t
    if await ctx.state.get_state() is not None:
        await ctx.chat.show(Screen(t("I read an answer once, edits do not reach me. Just send it again.")))
    elif ctx.me.roles:
        text = t("I have read this message as it was first. Correct the card itself, or send the new text.")
        await ctx.chat.show(Screen(text, [[menu_button(t)]]))


async def ask_of_paper(sent: Sequence[Message], ctx: Context) -> None:
    """Ask what it is: a receipt, a photo of a property, or something that goes elsewhere."""
    t, me, words = ctx.t, ctx.me, words_of(sent)
    kinds = sorted(ctx.forms.kinds.of_papers(me), key=lambda one: one.role is not me.active_role)
    kept = (await keep_recognised(kinds[0], sent, ctx))[0]
    is_picture = all(has_picture(one) for one in sent)
    text = lines(
        bold(t("I do not know what this photo is for.") if is_picture else t("I do not know what this file is for.")),
        quiet(shortened(words)) if words else None,
        t("A receipt with words under it is saved in one tap: receipt 2300 electricity Lesnaya yesterday."),
        t("Open the object, the meter or the payment it belongs to, and send it there; or send it as a message."),
    )
    rows: list[Row] = [
        [Button(one.paper(t), OpenPending(text=kept.id, kind=one.name))] for one in kinds if one.paper is not None
    ]
    if is_picture:
        rows += [
            [Button(one.take(t), OpenPending(text=kept.id, kind=one.name))]
            for one in ctx.forms.kinds
            if one.takes_photos and one.role in me.all_roles
        ]
    letters = [Button(t("✉️ Messages"), OpenLetterList())] if me.may(Action.WRITE_LETTERS) else []
    drop = Button(t("🗑 Not needed"), DropPending(text=kept.id))
    await ctx.chat.show(Screen(text, [*rows, letters, [drop, menu_button(t)]]))
