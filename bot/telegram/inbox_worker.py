"""Lanes: each chat's updates are handled one after another, different chats at the same time, and none is dropped.

An attempt is counted before the work begins, so an update that kills the process is tried a few times and then set
aside; what was in hand when a process died is tried again one by one before anything else, so that those beside the
guilty one are not blamed. A failing one is tried again after a moment, then set aside: the person hears one apology,
the admins are told. That Telegram itself fails (no answer, 5xx, 429) is never held against an update: it is tried
again, with longer and longer pauses, until it works, and what was written after it in the chat waits for its turn.
"""

import asyncio
import contextlib
import datetime as dt
import json
import logging
from collections.abc import Awaitable, Callable, Sequence

from aiogram import Bot, Dispatcher
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.types import Message, Update
from pydantic import ValidationError

from bot.nonces import nonces_of
from bot.telegram.deduplication import DeduplicationMiddleware
from bot.telegram.fsm_storage import FsmStorage
from bot.telegram.reading_updates import UnreadableUpdate, read_update
from domain.clock import Clock
from domain.delivery import ChatState, ClaimedUpdate, Inbox, SentLog

log = logging.getLogger(__name__)

MOST_FAILURES = 3
MOST_DEATHS = 5
"""More than failures: a process is also killed for reasons that the update in hand has no part in."""
ALONE_SECONDS = 5.0
"""How long one that was interrupted is tried again with nothing new begun beside it."""
AT_ONCE = 16
"""Chats worked on at the same time in one process."""
RETRY_AFTER = dt.timedelta(seconds=1)
LONGEST_PAUSE_SECONDS = 30
"""Between two tries while Telegram is away."""
RENEW_SECONDS = 20
IDLE_SECONDS = 0.5
"""How long to wait for a hint of new work before looking again (another process may have brought it)."""

GiveUp = Callable[[Sequence[ClaimedUpdate], Exception | None], Awaitable[None]]


class InboxWorker:
    """Works through the inbox."""

    def __init__(
        self,
        inbox: Inbox,
        dispatcher: Dispatcher,
        bot: Bot,
        conversations: FsmStorage,
        clock: Clock,
        give_up: GiveUp,
        deduplication: DeduplicationMiddleware,
        sent_log: SentLog,
    ) -> None:
        self._inbox = inbox
        self._dispatcher = dispatcher
        self._bot = bot
        self._conversations = conversations
        self._clock = clock
        self._give_up = give_up
        self._deduplication = deduplication
        self._sent_log = sent_log
        self.on_finished = asyncio.Event()
        """Set whenever an update has been handled: it may have left something to send."""
        self._running: dict[str, asyncio.Task[None]] = {}

    async def run(self, hint: asyncio.Event, stop: asyncio.Event) -> None:
        """Work until stopped; what is in hand is finished first."""
        while not stop.is_set():
            hint.clear()
            await self._start_what_waits()
            waiters = [
                asyncio.create_task(hint.wait()),
                asyncio.create_task(stop.wait()),
                *self._running.values(),
            ]
            await asyncio.wait(waiters, timeout=IDLE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
            for waiter in waiters[:2]:
                waiter.cancel()
        if self._running:
            await asyncio.wait(self._running.values())

    async def _start_what_waits(self) -> None:
        room = AT_ONCE - len(self._running)
        if room <= 0:
            return
        for waiting in await self._inbox.waiting_lanes(AT_ONCE * 2):
            if waiting.lane in self._running or room <= 0:
                continue
            room -= 1
            task = self._start(waiting.lane)
            if waiting.interrupted:
                await asyncio.wait([task], timeout=ALONE_SECONDS)

    def _start(self, lane: str) -> asyncio.Task[None]:
        task = asyncio.create_task(self._work_through(lane))
        self._running[lane] = task
        task.add_done_callback(lambda _: self._running.pop(lane, None))
        return task

    async def _work_through(self, lane: str) -> None:
        try:
            while await self.step(lane):
                pass
        except Exception:
            # the inbox itself failed (database away): the lease runs out and the lane is taken up again
            log.exception("lane stopped")
            await self._clock.sleep(1)

    async def step(self, lane: str) -> bool:
        """Handle the lane's next update, or album; returns whether more waits in the lane."""
        taken = await self._inbox.claim(lane, self._deduplication.highest)
        if taken is None:
            return False
        claimed, before = taken
        if claimed[0].own_attempts > MOST_DEATHS:
            await self._set_aside(claimed, None)
            return True
        try:
            updates = [read_update(one.raw, self._bot) for one in claimed]
        except UnreadableUpdate as error:
            await self._set_aside(claimed, error)
            return True
        _note_messages(updates, self._deduplication)
        after, others = await self._answered_before(claimed[0], updates[-1])
        self._conversations.begin(lane, before)
        keep = asyncio.create_task(self._keep_lease(lane))
        try:
            with nonces_of(claimed[0].update_id), self._deduplication.send_scope(after, others) as send_scope:
                await self._handle(updates)
        except Exception as error:  # noqa: BLE001  (logged or excused by `_failed`)
            self._conversations.end(lane)
            return await self._failed(claimed, error)
        finally:
            keep.cancel()
        now_at = self._conversations.end(lane)
        changed = now_at if now_at is not None and _differs(before, now_at) else None
        has_more = await self._inbox.finish(claimed, changed, send_scope.sent)
        self.on_finished.set()
        return has_more

    async def _failed(self, claimed: Sequence[ClaimedUpdate], error: Exception) -> bool:
        """Have it tried again later, or set it aside; returns whether the lane may go on at once."""
        if _is_telegrams_own(error):
            await self._wait_for_telegram(claimed, error)
            return False
        if claimed[0].own_attempts >= MOST_FAILURES:
            await self._set_aside(claimed, error)
            return True
        log.warning("update %s failed, attempt %d", claimed[0].update_id, claimed[0].attempts, exc_info=error)
        await self._inbox.postpone(claimed[0].lane, self._clock.now() + RETRY_AFTER * claimed[0].own_attempts)
        return False

    async def _wait_for_telegram(self, claimed: Sequence[ClaimedUpdate], error: Exception) -> None:
        """Let the lane rest, twice as long each time or as long as Telegram asks, without blaming the update."""
        # the error's own text may hold the token, its kind does not
        log.warning("update %s waits for Telegram (%s)", claimed[0].update_id, type(error).__name__)
        pause = min(2.0 ** claimed[0].excused, LONGEST_PAUSE_SECONDS)
        if isinstance(error, TelegramRetryAfter):
            pause = max(pause, error.retry_after)
        until = self._clock.now() + dt.timedelta(seconds=pause)
        await self._inbox.postpone(claimed[0].lane, until, excused=claimed)

    async def _answered_before(self, claimed: ClaimedUpdate, last: Update) -> tuple[int | None, set[int]]:
        """Where an answer may be already, if this is not the first attempt, and which messages there are others."""
        asked_by = last.message or (last.callback_query.message if last.callback_query else None)
        after = max(claimed.last_known or 0, asked_by.message_id if asked_by else 0)
        if claimed.attempts == 1 or not after or not claimed.lane.removeprefix("c").isdigit():
            return None, set()
        return after, await self._sent_log.in_chat(int(claimed.lane[1:]), after, answering=True) or set()

    async def _handle(self, updates: Sequence[Update]) -> None:
        first = updates[0]
        album = [update.message for update in updates if isinstance(update.message, Message)]
        await self._dispatcher.feed_update(self._bot, first, album=album)

    async def _keep_lease(self, lane: str) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            with contextlib.suppress(Exception):
                await self._inbox.renew(lane)

    async def _set_aside(self, claimed: Sequence[ClaimedUpdate], error: Exception | None) -> None:
        reason = type(error).__name__ if error is not None else "the process died each time"
        log.error("update %s is set aside: %s", claimed[0].update_id, reason, exc_info=error)
        await self._inbox.quarantine(claimed, reason)
        await self._give_up(claimed, error)


def _is_telegrams_own(error: Exception) -> bool:
    """Whether Telegram, or the way to it, failed: no answer, 5xx, 429, a gateway's page instead of JSON."""
    if isinstance(error, ClientDecodeError):
        # JSON that does not say what the library expects will say the same next time
        return not isinstance(error.original, ValidationError)
    return isinstance(error, TelegramNetworkError | TelegramServerError | TelegramRetryAfter)


def _note_messages(updates: Sequence[Update], deduplication: DeduplicationMiddleware) -> None:
    for update in updates:
        message = update.message or (update.callback_query.message if update.callback_query else None)
        if message is not None:
            deduplication.saw(message.message_id)


def _differs(before: ChatState, after: ChatState) -> bool:
    return before.state != after.state or json.dumps(before.data) != json.dumps(after.data)
