"""What a link to the bot leads to: the beginning of what it carries ("inv_") says which conversation takes the rest."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.utils.deep_linking import create_start_link

from bot.forms.model import Context

Follow = Callable[[str, Context], Awaitable[None]]
"""Takes what follows the beginning."""


@dataclass
class DeepLinks:
    """The conversations that links lead to."""

    by_beginning: dict[str, Follow] = field(default_factory=dict)

    def add(self, beginning: str, follow: Follow) -> None:
        """Make a kind of link known; what it begins with ends with an underscore."""
        self.by_beginning[beginning] = follow

    def find(self, carried: str) -> tuple[Follow, str] | None:
        """Who takes a link, and what they get; None for one that is not known."""
        beginning, mark, rest = carried.partition("_")
        follow = self.by_beginning.get(beginning + mark)
        return None if follow is None else (follow, rest)


async def link_to(bot: Bot, carried: str) -> str:
    """The link that brings this to the bot; at most 64 of the characters `A-Za-z0-9_-`."""
    return await create_start_link(bot, carried)
