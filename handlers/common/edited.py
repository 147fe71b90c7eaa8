"""Editing a message that was taken changes nothing: its writer is told where to correct it; other edits are ignored."""

from aiogram import F, Router
from aiogram.types import Message

from bot.forms import Surrounding, menu_button
from bot.screen import Screen

router = Router(name="edited")


@router.edited_message(F.text | F.caption, ~F.text.startswith("/"))
async def edited(_message: Message, around: Surrounding) -> None:
    """Whose texts are taken (a form's answers, a realtor's listings) learns that the first wording counts."""
    t = around.t
    if await around.state.get_state() is not None:
        await around.chat.show(Screen(t("I read an answer once, edits do not reach me. Just send it again.")))
    elif around.me.roles:
        text = t("I have read this message as it was first. Correct the card itself, or send the new text.")
        await around.chat.show(Screen(text, [[menu_button(t)]]))
