"""A question on the screen is answered in words: yes, no, or the label of a button does what its tap would."""

import datetime as dt
from typing import Any

from aiogram import Dispatcher, F, Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message, Update, User

from bot.forms.model import Context
from bot.latest_screen import ASKED
from bot.pin.pin_middleware import OPEN
from bot.screen import Screen
from bot.typed_buttons import LONGEST, NO, YES, same_label
from domain.notifications.show_inbox import told_since

router = Router(name="yes_or_no")

FRESH = dt.timedelta(minutes=15)
"""After that a yes may be meant for anything."""


async def answers(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether the words answer the question that was shown last; hands on which button they mean (`press`)."""
    asked = (await ctx.state.get_data()).get(ASKED)
    text = message.text or ""
    if asked is None or len(text) > LONGEST:
        return False
    said, when = same_label(text), dt.datetime.fromisoformat(asked["at"])
    if ctx.work.now() - when > FRESH:
        return False
    if said in asked["labels"]:
        return {"press": asked["labels"][said], "when": when}
    if said in YES | NO:
        return {"press": asked["yes" if said in YES else "no"], "when": when}
    return False


# the button that is pressed for them asks for the PIN by itself where it has to
@router.message(F.text, StateFilter(None), answers, flags=OPEN)
async def answer(
    message: Message,
    press: str | None,
    when: dt.datetime,
    ctx: Context,
    dispatcher: Dispatcher,
    event_update: Update,
) -> None:
    """Press the button for them, unless a message came between, which the words may be meant for."""
    if press is None or await told_since(ctx.work, ctx.me, when):
        await ctx.chat.show(Screen(ctx.t("To be sure: please tap a button under the question.")))
        return
    bot, sender = ctx.chat.bot, message.from_user
    assert isinstance(sender, User)  # noqa: S101  (a private chat)
    query = CallbackQuery(id="", from_user=sender, chat_instance="", data=press)
    # of the same update, so that what it does is done once however often that is delivered
    update = Update(update_id=event_update.update_id, callback_query=query)
    await dispatcher.feed_update(bot, update.as_(bot))
