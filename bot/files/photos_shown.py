"""Photos that are sent while a card's photos are on the screen belong to that card, whether it has any yet or not.

What the latest screen takes photos for is kept with the conversation, and forgotten when another screen is shown.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.callbacks import Callback
from bot.chat import Chat
from bot.forms.model import Context
from bot.localization import lines
from bot.message_kinds import MessageKinds
from bot.screen import Screen
from bot.telegram.message_content import has_picture, left_out, shortened, words_of
from domain.plainness import Plainness

KEPT = "photos_for"
P = TypeVar("P", bound=Callback)


async def remember(chat: Chat, state: FSMContext) -> None:
    """Keep what the screen that was shown last takes photos for; nothing changes where none was shown."""
    if chat.latest is None:
        return
    data = await state.get_data()
    press = chat.latest.photos_for
    packed = press.pack() if press is not None else None
    if data.get(KEPT) != packed:
        rest = {name: value for name, value in data.items() if name != KEPT}
        await state.set_data({**rest, KEPT: packed} if packed is not None else rest)


def photos_sent_to(kind: type[P]) -> Callable[..., Awaitable[bool | dict[str, P]]]:
    """A filter: photos while a screen that takes them for this is the latest; hands on which (`shown`)."""

    async def is_sent(message: Message, state: FSMContext) -> bool | dict[str, P]:
        packed: Any = (await state.get_data()).get(KEPT)
        shown = kind.of(packed) if packed is not None and has_picture(message) else None
        return {"shown": shown} if shown is not None else False

    return is_sent


async def says_otherwise(sent: Sequence[Message], ctx: Context, kinds: MessageKinds) -> bool:
    """Whether words with the photos say that they are something else: another listing, a receipt."""
    words = words_of(sent)
    levels = [await one.recognise(words, ctx) for one in kinds] if words else []
    return any(level >= Plainness.PROBABLY for level in levels)


async def say_unused(sent: Sequence[Message], ctx: Context) -> None:
    """Name what of the message is not used."""
    t, words = ctx.t, words_of(sent)
    about_words = t("The words under it are not used: “{words}”", words=shortened(words)) if words else None
    unused = lines(left_out(t, sent), about_words)
    if unused:
        await ctx.chat.send(Screen(unused, []))
