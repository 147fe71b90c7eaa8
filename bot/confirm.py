"""A confirmation restates what will happen, offers the safe choice first, and works once.

It can be answered by a typed yes or no, too; what cannot be undone takes the tap (`by_word=False`).
What is done after it, or by a button at once, may have been overtaken by somebody else; what is shown next says so:

    await show_card(ctx, lead_id, await outcome(ctx, restore_lead(ctx.work, ctx.me, lead_id), t("Active again.")))
"""

from collections.abc import Awaitable

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.forms.model import Context
from bot.screen import Asked, Button, Screen
from domain.refusal import Conflict, Refusal


def confirm_screen(
    question: Markup, *, keep: tuple[Markup, CallbackData], go: tuple[Markup, CallbackData], by_word: bool = True
) -> Screen:
    """Ask before something that is hard to take back."""
    asked = Asked(no=keep[1], yes=go[1] if by_word else None)
    return Screen(question, [[Button(keep[0], keep[1])], [Button(go[0], go[1])]], asks=asked)


async def outcome(ctx: Context, doing: Awaitable[object], done: Markup, *, unless: type[Refusal] = Conflict) -> Markup:
    """Do it; what is said above the card that follows: that it is `done`, or what was in the way."""
    try:
        await doing
    except unless as refusal:
        return ctx.t.refusal(refusal)
    return done


async def outcome_or_toast(ctx: Context, doing: Awaitable[object], done: Markup | None = None) -> Markup | None:
    """The same, but that somebody was quicker is said over the chat, and nothing above the card."""
    try:
        await doing
    except Conflict as conflict:
        await ctx.chat.toast(ctx.t.refusal(conflict))
        return None
    return done
