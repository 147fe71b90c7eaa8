"""The sender: what the outbox holds goes out, within Telegram's limits, once each, in words found at the last moment.

A message is rendered from the rows as they are when it is sent, in the receiver's own language; what has become
pointless meanwhile renders to nothing and is dropped.
"""

import asyncio
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.chat import Chat
from bot.files.documents import Documents
from bot.files.photos import Photos
from bot.localization import Localizer
from bot.screen import Screen
from bot.telegram.deduplication import DeduplicationMiddleware
from bot.telegram.limits import RateLimits
from domain.clock import Clock
from domain.delivery import OutboxQueue, OutgoingMessage, SentLog
from domain.people.person import Person, PersonId
from domain.work import Work

log = logging.getLogger(__name__)

BATCH = 30
MOST_ATTEMPTS = 8
IDLE_SECONDS = 0.5
ANSWER_FIRST = dt.timedelta(milliseconds=500)
"""How long a push that may have been sent waits for an answer in the same chat to be cleared up."""
UNREACHABLE = (
    "chat not found",
    "user is deactivated",
    "bot was blocked",
    "can't initiate conversation",
    "was kicked",
)


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact to keep, sent after the message that announces it."""

    phone: str
    first_name: str
    last_name: str | None


@dataclass(frozen=True, slots=True)
class PushContent:
    """What a push shows: a screen, and a contact card if one belongs to it."""

    screen: Screen
    contact: ContactCard | None = None


Render = Callable[[Work, Person, Localizer, dict[str, object]], Awaitable[PushContent | None]]
"""Finds the words of one kind of push; None if there is nothing to say any more."""


class Sender:
    """Empties the outbox."""

    def __init__(
        self,
        queue: OutboxQueue,
        bot: Bot,
        photos: Photos,
        documents: Documents,
        new_work: Callable[[], Work],
        clock: Clock,
        renderers: dict[str, Render],
        deduplication: DeduplicationMiddleware,
        sent_log: SentLog,
    ) -> None:
        self._queue = queue
        self._bot = bot
        self._photos = photos
        self._documents = documents
        self._new_work = new_work
        self._clock = clock
        self._renderers = renderers
        self._deduplication = deduplication
        self._sent_log = sent_log
        self._limits = RateLimits(clock)
        self.hint = asyncio.Event()
        """Set when something may have been put into the outbox, so that it goes out without waiting."""
        self._resting: dict[PersonId, dt.datetime] = {}

    async def run(self, stop: asyncio.Event) -> None:
        """Send until stopped; what is in hand is finished first."""
        while not stop.is_set():
            try:
                sent = await self.send_due()
            except Exception:
                log.exception("sending stopped for a moment")
                sent = 0
            if not sent:
                await self._wait_for_work(stop)

    async def _wait_for_work(self, stop: asyncio.Event) -> None:
        waiters = [asyncio.create_task(stop.wait()), asyncio.create_task(self.hint.wait())]
        await asyncio.wait(waiters, timeout=IDLE_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        for waiter in waiters:
            waiter.cancel()
        self.hint.clear()

    async def send_due(self) -> int:
        """Send what is due now, at most one batch; returns how many messages were taken up."""
        now = self._clock.now()
        self._resting = {person: until for person, until in self._resting.items() if until > now}
        outgoing_messages = await self._queue.claim(
            BATCH, resting=self._resting, last_known=self._deduplication.highest
        )
        if outgoing_messages:
            await asyncio.gather(*(self._deliver(outgoing) for outgoing in outgoing_messages))
        return len(outgoing_messages)

    async def _deliver(self, outgoing: OutgoingMessage) -> None:
        wait = self._limits.take(outgoing.chat_id)
        if wait is not None:
            await self._rest(outgoing, wait)
            return
        try:
            before = await self._sent_before(outgoing)
            if before is None:
                await self._rest(outgoing, self._clock.now() + ANSWER_FIRST)
                return
            arrived = await self._pressed_before(outgoing, before[1])
            if arrived is None:
                with self._deduplication.send_scope(*before):
                    arrived = await self._send(outgoing)
        except TelegramRetryAfter as error:
            await self._rest(outgoing, self._limits.pause(outgoing.chat_id, error.retry_after))
        except TelegramForbiddenError:
            await self._queue.unreachable(outgoing.to)
        except TelegramBadRequest as error:
            await self._refused(outgoing, error)
        except (TelegramNetworkError, TelegramServerError, OSError) as error:
            await self._later(outgoing, error)
        except Exception as error:
            log.exception("message %d cannot be made", outgoing.id)
            await self._later(outgoing, error)
        else:
            await self._queue.settle([(outgoing.id, arrived)], [])

    async def _refused(self, outgoing: OutgoingMessage, error: TelegramBadRequest) -> None:
        """Nobody is there to read it, or it is a message that cannot be sent, which is set aside."""
        if any(sign in error.message.lower() for sign in UNREACHABLE):
            await self._queue.unreachable(outgoing.to)
            return
        log.error("message %d cannot be sent", outgoing.id, exc_info=error)
        await self._queue.settle([], [(outgoing.id, error.message)])

    async def _later(self, outgoing: OutgoingMessage, error: Exception) -> None:
        if outgoing.attempts >= MOST_ATTEMPTS:
            await self._queue.settle([], [(outgoing.id, type(error).__name__)])
            return
        until = self._clock.now() + dt.timedelta(seconds=2**outgoing.attempts)
        self._resting[outgoing.to] = until
        await self._queue.postpone(outgoing.id, until, counts=True)

    async def _rest(self, outgoing: OutgoingMessage, until: dt.datetime) -> None:
        # the whole chat rests, or a later message would overtake this one
        self._resting[outgoing.to] = until
        await self._queue.postpone(outgoing.id, self._clock.now(), counts=False)

    async def _sent_before(self, outgoing: OutgoingMessage) -> tuple[int | None, set[int]] | None:
        """Where the message may be already, if this is not the first attempt, and which messages there are others.

        None while an interrupted answer in that chat is being given again: it has to be known first.
        """
        if outgoing.attempts == 1 or outgoing.last_known is None:
            return None, set()
        others = await self._sent_log.in_chat(outgoing.chat_id, outgoing.last_known, answering=False)
        return None if others is None else (outgoing.last_known, others)

    async def _pressed_before(self, outgoing: OutgoingMessage, others: set[int]) -> int | None:
        """The message, if this is not the first attempt and one of its buttons has been pressed since.

        It may show something else by now, so it must not be looked for by an edit that would change nothing. Where
        several pushes are in doubt nobody knows which of them it is: better twice than not at all.
        """
        if outgoing.attempts == 1 or outgoing.last_known is None:
            return None
        pressed = await self._sent_log.pressed(outgoing.chat_id, outgoing.last_known) - others
        if pressed and await self._sent_log.pushes_in_doubt(outgoing.chat_id) == 1:
            return min(pressed)
        others |= pressed
        return None

    async def _send(self, outgoing: OutgoingMessage) -> int | None:
        work = self._new_work()
        async with work.reading():
            person = await work.people.get(outgoing.to)
        if person.blocked_at is not None or person.erased_at is not None:
            return None
        speech = Localizer(person.language, person.zone, self._clock.now())
        event = await self._renderers[outgoing.kind](self._new_work(), person, speech, outgoing.data)
        if event is None:
            return None
        chat = Chat(self._bot, outgoing.chat_id, self._photos, self._documents, None)
        message_id = await chat.send(event.screen, silent=outgoing.silent)
        if event.contact is not None:
            card = event.contact
            await chat.send_contact(card.phone, card.first_name, card.last_name)
        return message_id
