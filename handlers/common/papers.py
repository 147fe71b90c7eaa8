"""A photo or a file that says nothing of itself is kept, sealed, until its sender has said what it is."""

from collections.abc import Sequence

from aiogram.types import Message

from bot.callbacks import DropPending, OpenPending
from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.localization import bold, lines, quiet
from bot.message_kinds import keep_recognised
from bot.screen import Button, Row, Screen
from bot.telegram.message_content import has_picture, shortened, words_of
from domain.people.person import Action
from handlers.letters.callbacks import OpenLetterList


async def ask_of_paper(sent: Sequence[Message], ctx: Context, forms: Forms) -> None:
    """Ask what it is: a receipt, a photo of a property, or something that goes elsewhere."""
    t, me, words = ctx.t, ctx.me, words_of(sent)
    kinds = sorted(forms.kinds.of_papers(me), key=lambda one: one.role is not me.active_role)
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
            for one in forms.kinds
            if one.takes_photos and one.role in me.all_roles
        ]
    letters = [Button(t("✉️ Messages"), OpenLetterList())] if me.may(Action.WRITE_LETTERS) else []
    drop = Button(t("🗑 Not needed"), DropPending(text=kept.id))
    await ctx.chat.show(Screen(text, [*rows, letters, [drop, menu_button(t)]]))
