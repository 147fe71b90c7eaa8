"""The queue of updates: confirmed by offset, forgotten in time, handed to one poller at a time."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sandbox.refusals import OTHER_POLLER, conflict
from sandbox.wire import Json

LIFE_OF_MESSAGE = timedelta(hours=24)
LIFE_OF_QUERY = timedelta(seconds=150)
# What a bot gets only if it asks for it by name.
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_SHORT_LIVED = {"callback_query", "shipping_query", "pre_checkout_query"}
MAX_BATCH = 100


@dataclass
class QueuedUpdate:
    """An update waiting to be confirmed; a repeated one waits until it has been delivered again."""

    json: Json
    expires: datetime
    lane: int
    is_repeated: bool = False
    is_delivered: bool = False

    @property
    def id(self) -> int:
        """Its update_id; 0 for an injected update that has none."""
        value = self.json.get("update_id", 0)
        return value if isinstance(value, int) else 0


class Updates:
    """The bot's queue; `log` keeps every update that was ever put in."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        # Ids go on growing when the process starts anew (fifty a second would catch up): a bot that kept its
        # database must not take new updates for old ones.
        self.next_id = 1 + int(clock().timestamp() * 50) % 2**30
        self.queue: list[QueuedUpdate] = []
        self.log: list[Json] = []
        self.allowed: list[str] | None = None
        self.on_new: Callable[[QueuedUpdate], None] | None = None  # the webhook's ear
        self._doubled = 0
        self._waiting: asyncio.Future[str] | None = None

    def put(self, kind: str, body: Json, lane: int) -> Json | None:
        """Queues an update that the bot wants; `lane` is the chat (or user) it belongs to."""
        if not self._is_wanted(kind):
            return None
        return self.inject({kind: body}, lane=lane, life=LIFE_OF_QUERY if kind in _SHORT_LIVED else LIFE_OF_MESSAGE)

    def inject(self, raw: Json, *, lane: int = 0, life: timedelta = LIFE_OF_MESSAGE) -> Json:
        """Queues any JSON as an update, however wrong; it gets the next update_id unless it brings one."""
        if "update_id" not in raw:
            raw = {"update_id": self.next_id, **raw}
            self.next_id += 1
        self._enqueue(QueuedUpdate(raw, self._clock() + life, lane))
        if self._doubled > 0:
            self._doubled -= 1
            self.repeat()
        return raw

    def double_next(self, times: int = 1) -> None:
        """Delivers each of the next updates twice."""
        self._doubled += times

    def repeat(self, update_id: int | None = None) -> Json:
        """Delivers an update (the last one, or that of the id) once more, as Telegram does when in doubt."""
        again = next(one for one in reversed(self.log) if update_id in (None, one.get("update_id")))
        lane = _lane_of(again)
        self._enqueue(QueuedUpdate(again, self._clock() + LIFE_OF_MESSAGE, lane, is_repeated=True))
        return again

    def _enqueue(self, update: QueuedUpdate) -> None:
        self.queue.append(update)
        self.log.append(update.json)
        if self.on_new is not None:
            self.on_new(update)
        self._wake("new")

    def _is_wanted(self, kind: str) -> bool:
        if self.allowed:
            return kind in self.allowed
        return kind not in _NOT_BY_DEFAULT

    def allow(self, kinds: Any) -> None:
        """Takes over `allowed_updates`: None keeps what was said before, an empty list is the default set."""
        if isinstance(kinds, list):
            self.allowed = [str(kind) for kind in kinds] or None

    def pending(self) -> list[QueuedUpdate]:
        """What waits and has not outlived its time."""
        now = self._clock()
        self.queue = [update for update in self.queue if update.expires > now]
        return self.queue

    def confirm(self, offset: int) -> None:
        """Forgets what a poller confirms: all before the offset, or all but the last `-offset`."""
        if offset < 0:
            self.queue = self.pending()[offset:]
        elif offset > 0:
            self.queue = [
                update
                for update in self.pending()
                if update.id >= offset or (update.is_repeated and not update.is_delivered)
            ]

    def drop(self, update: QueuedUpdate) -> None:
        """Forgets one update, delivered by webhook."""
        if update in self.queue:
            self.queue.remove(update)

    def clear(self) -> None:
        """Forgets all that waits (`drop_pending_updates`)."""
        self.queue.clear()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """One getUpdates: returns at once if there is something, else on the first update or after `seconds`.

        A second poll sends the first one away with 409.
        """
        self._wake("other poller")
        self.confirm(offset)
        if not self.pending() and seconds > 0:
            await self._wait(seconds)
        batch = self.pending()[: min(max(limit, 1), MAX_BATCH)]
        for update in batch:
            update.is_delivered = True
        return [update.json for update in batch]

    async def _wait(self, seconds: float) -> None:
        ours: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting = ours
        try:
            reason = await asyncio.wait_for(ours, seconds)
        except TimeoutError:
            return
        finally:
            if self._waiting is ours:
                self._waiting = None
        if reason == "other poller":
            raise conflict(OTHER_POLLER)

    def _wake(self, reason: str) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(reason)


def _lane_of(update: Json) -> int:
    for body in update.values():
        if isinstance(body, dict):
            place = body.get("chat") or body.get("message", {}).get("chat") or body.get("from") or {}
            return int(place.get("id", 0))
    return 0
