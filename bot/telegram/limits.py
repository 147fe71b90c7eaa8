"""Telegram's limits: about 30 messages a second in all, one a second to a chat after a short burst."""

import datetime as dt
from dataclasses import dataclass

from domain.clock import Clock

ALL_PER_SECOND = 25
"""Below Telegram's 30, so that answers to people always find room."""
CHAT_PER_SECOND = 1
CHAT_BURST = 3
FORGET_AFTER = dt.timedelta(minutes=5)


@dataclass(slots=True)
class TokenBucket:
    """Tokens that come back with time."""

    rate: float
    most: float
    tokens: float
    at: dt.datetime

    def refill(self, now: dt.datetime) -> None:
        """Give back what has come since."""
        self.tokens = min(self.most, self.tokens + (now - self.at).total_seconds() * self.rate)
        self.at = now


class RateLimits:
    """Says when a chat may be written to next."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._all = TokenBucket(ALL_PER_SECOND, ALL_PER_SECOND, ALL_PER_SECOND, clock.now())
        self._chats: dict[int, TokenBucket] = {}
        self._paused: dict[int, dt.datetime] = {}

    def take(self, chat_id: int) -> dt.datetime | None:
        """Take the right to send one message now; or tell when to ask again."""
        now = self._clock.now()
        paused = self._paused.get(chat_id)
        if paused is not None and paused > now:
            return paused
        chat = self._chats.get(chat_id)
        if chat is None:
            self._forget_idle(now)
            chat = self._chats[chat_id] = TokenBucket(CHAT_PER_SECOND, CHAT_BURST, CHAT_BURST, now)
        for bucket in (self._all, chat):
            bucket.refill(now)
        for bucket in (self._all, chat):
            if bucket.tokens < 1:
                return now + dt.timedelta(seconds=(1 - bucket.tokens) / bucket.rate)
        self._all.tokens -= 1
        chat.tokens -= 1
        return None

    def pause(self, chat_id: int, seconds: float) -> dt.datetime:
        """Telegram has asked to leave the chat alone for so long."""
        until = self._clock.now() + dt.timedelta(seconds=seconds)
        self._paused[chat_id] = until
        return until

    def _forget_idle(self, now: dt.datetime) -> None:
        if len(self._chats) < 10_000:
            return
        self._chats = {key: one for key, one in self._chats.items() if now - one.at < FORGET_AFTER}
        self._paused = {key: until for key, until in self._paused.items() if until > now}
