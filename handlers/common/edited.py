"""Editing a message that was taken changes nothing: its writer is told where to correct it; other edits are ignored."""

from aiogram import F, Router
from aiogram.types import Message

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.screen import Screen

router = Router(name="edited")


@router.edited_message(F.text | F.caption, ~F.text.startswith("/"))
async def edited(_message: Message, ctx: Context) -> None:
    """Whose texts are taken (a form's answers, a realtor's listings) learns that the first wording counts."""
    t = ctx.t
    if await ctx.state.get_state() is not None:
        await ctx.chat.show(Screen(t("I read an answer once, edits do not reach me. Just send it again.")))
    elif ctx.me.roles:
        text = t("I have read this message as it was first. Correct the card itself, or send the new text.")
        await ctx.chat.show(Screen(text, [[menu_button(t)]]))
