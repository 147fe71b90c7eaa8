"""Photos that are sent while a card's photos are on the screen belong to that card, whether it has any yet or not.

What the latest screen takes photos for is kept with the conversation (`bot.latest_screen`).
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from aiogram.types import Message

from bot.callbacks import Callback
from bot.forms.model import Context
from bot.forms.runner import Forms
from bot.latest_screen import PHOTOS_FOR
from bot.localization import lines
from bot.screen import Screen
from bot.telegram.message_content import has_picture, left_out, unused_words, words_of
from domain.plainness import Plainness

P = TypeVar("P", bound=Callback)


def photos_sent_to(kind: type[P]) -> Callable[..., Awaitable[bool | dict[str, P]]]:
    """A filter: photos while a screen that takes them for this is the latest; hands on which (`shown`).

    Words with the photos may say that they are something else: another listing, a receipt.
    """

    async def is_sent(message: Message, album: Sequence[Message], ctx: Context, forms: Forms) -> bool | dict[str, P]:
        packed: Any = (await ctx.state.get_data()).get(PHOTOS_FOR) if has_picture(message) else None
        shown = kind.of(packed) if packed is not None else None
        if shown is None:
            return False
        levels = await forms.kinds.of_words(words_of(album or [message]), ctx)
        return {"shown": shown} if all(level < Plainness.PROBABLY for _, level in levels) else False

    return is_sent


async def say_unused(sent: Sequence[Message], ctx: Context) -> None:
    """Name what of the message is not used."""
    unused = lines(left_out(ctx.t, sent), unused_words(ctx.t, sent))
    if unused:
        await ctx.chat.send(Screen(unused, []))
