"""How often a bot may write.

30 messages a second in all, one a second to a person with short bursts, 20 a minute to a group.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sandbox.refusals import too_many_requests


@dataclass
class FloodBucket:
    """Tokens that come back with time; a message takes one."""

    burst: float
    per_second: float
    tokens: float
    at: datetime

    def wait(self, now: datetime) -> float:
        """Seconds until there is a token; 0 if there is one."""
        self.tokens = min(self.burst, self.tokens + (now - self.at).total_seconds() * self.per_second)
        self.at = now
        return max(0.0, (1 - self.tokens) / self.per_second)


class FloodLimits:
    """Telegram's flood control; off unless switched on, since time may stand still in a test."""

    OVERALL = (30.0, 30.0)  # burst, tokens a second
    PRIVATE = (4.0, 1.0)
    GROUP = (20.0, 20 / 60)

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.is_on = False
        self._overall: FloodBucket | None = None
        self._chats: dict[int, FloodBucket] = {}

    def on(self) -> None:
        """Starts to count, with all buckets full."""
        self.is_on = True
        self._overall = None
        self._chats.clear()

    def off(self) -> None:
        """Lets everything through."""
        self.is_on = False

    def spend(self, chat_id: int, messages: int = 1) -> None:
        """Counts messages to a chat; 429 with `retry_after` in whole seconds if it is too soon for them."""
        if not self.is_on:
            return
        now = self._clock()
        if self._overall is None:
            self._overall = FloodBucket(*self.OVERALL, self.OVERALL[0], now)
        terms = self.GROUP if chat_id < 0 else self.PRIVATE
        chat = self._chats.setdefault(chat_id, FloodBucket(*terms, terms[0], now))
        wait = max(self._overall.wait(now), chat.wait(now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        # An album may go below zero: Telegram lets it through and is stricter afterwards.
        self._overall.tokens -= messages
        chat.tokens -= messages
