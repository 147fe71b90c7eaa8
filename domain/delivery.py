"""How nothing is lost: the inbox of updates, the outbox of messages, and the conversations in between.

Updates are kept before they are acknowledged and worked through lane by lane (a lane is a chat); messages to other
people are kept together with their cause and sent by one sender; conversation state is read and written once an update.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from domain.people.person import PersonId


def lane_of(chat_id: int) -> str:
    """The lane in which a chat's updates are worked through."""
    return f"c{chat_id}"


@dataclass(frozen=True, slots=True)
class IncomingUpdate:
    """One update as it came: its id (a negative one of ours if Telegram's cannot be), lane, album and raw JSON."""

    update_id: int
    lane: str
    album: str | None
    raw: str
    pressed: int | None = None
    """The id of the message whose button was pressed: so much is sure, that message has arrived."""


@dataclass(frozen=True, slots=True)
class ClaimedUpdate:
    """An update taken for work; `attempts` counts this attempt too and is committed before the work begins."""

    update_id: int
    lane: str
    album: str | None
    raw: str
    attempts: int
    received_at: dt.datetime
    last_known: int | None = None
    """The highest message id known when it was first taken: an answer to it, if one was sent, has a higher one."""
    excused: int = 0
    """How many of the earlier attempts ended because Telegram itself failed."""

    @property
    def own_attempts(self) -> int:
        """The attempts, this one too, that count against the update."""
        return self.attempts - self.excused


@dataclass(frozen=True, slots=True)
class WaitingLane:
    """A lane with work that nobody holds; `interrupted` when its update was in hand as a process died."""

    lane: str
    interrupted: bool


@dataclass(frozen=True, slots=True)
class ChatState:
    """What a chat is in the middle of: the state's name and its data, JSON with a schema version."""

    state: str | None
    data: dict[str, Any]


class Inbox(Protocol):
    """Updates that have arrived and are not yet done. Every call is a transaction of its own."""

    async def accept(self, arrivals: Sequence[IncomingUpdate]) -> int:
        """Keep what is new (a known update id is dropped); returns how many were new."""

    async def waiting_lanes(self, limit: int) -> list[WaitingLane]:
        """Lanes with work that nobody holds: the interrupted first, then the longest waiting."""

    async def claim(self, lane: str, last_known: int | None = None) -> tuple[list[ClaimedUpdate], ChatState] | None:
        """Take the lane's oldest update (a whole album at once) and its conversation; None if nothing waits.

        `last_known` is the highest message id known by now.
        """

    async def renew(self, lane: str) -> None:
        """Hold on to a claimed lane a little longer."""

    async def finish(
        self, claimed: Sequence[ClaimedUpdate], conversation: ChatState | None, answers: Sequence[int] = ()
    ) -> bool:
        """Mark the updates done, blank their bodies, keep the conversation if it changed, and let the lane go.

        `answers` are the ids of the messages that were sent in answer. Returns whether more waits in the lane.
        """

    async def postpone(self, lane: str, until: dt.datetime, *, excused: Sequence[ClaimedUpdate] = ()) -> None:
        """Let the lane go and leave it alone until then; against the `excused` updates this attempt does not count."""

    async def quarantine(self, claimed: Sequence[ClaimedUpdate], reason: str) -> None:
        """Put updates aside for an admin and let the lane go on."""

    async def oldest_waiting(self) -> dt.datetime | None:
        """When the oldest unfinished update arrived."""

    async def quarantined(self) -> int:
        """How many updates are set aside."""

    async def redrive(self) -> int:
        """Give the quarantined updates another chance; returns how many."""

    async def forget(self, before: dt.datetime, limit: int) -> int:
        """Remove finished rows older than this; returns how many."""


class Importance(StrEnum):
    """What becomes of a message when the sender died while sending it."""

    CRITICAL = "critical"
    """Sent again: it may arrive twice, never not at all."""
    EPHEMERAL = "ephemeral"
    """Dropped: it may not arrive, never twice."""


@dataclass(frozen=True, slots=True)
class Push:
    """Something to tell a person; the words are found when it is sent, from the rows as they are then."""

    to: PersonId
    kind: str
    data: dict[str, Any]
    dedup_key: str
    importance: Importance = Importance.CRITICAL
    not_before: dt.datetime | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """An outbox row taken for sending."""

    id: int
    to: PersonId
    chat_id: int
    kind: str
    data: dict[str, Any]
    attempts: int
    silent: bool
    last_known: int | None = None
    """The highest message id known when it was first taken."""


class Outbox(Protocol):
    """Adding is part of a use case's transaction."""

    async def add(self, push: Push) -> None:
        """Keep the message with its cause; a known dedup key is dropped silently."""

    async def cancel(self, to: PersonId, kind: str, dedup_key: str) -> bool:
        """Take back a message that has not been sent yet; returns whether there was one."""

    async def cancel_all(self, to: PersonId) -> None:
        """Take back whatever waits for a person who cannot, or does not want to, be written to any more."""


class SentLog(Protocol):
    """Which messages are known to have been sent, asked after something was interrupted."""

    async def highest(self) -> int | None:
        """The highest message id that is known."""

    async def in_chat(self, chat_id: int, after: int, *, answering: bool) -> set[int] | None:
        """Known messages of a chat with higher ids.

        `answering` says which side asks: the answers to the chat's updates, or the pushes into it. Where both were
        interrupted the answer goes first: a push is told None until that is done.
        """

    async def pressed(self, chat_id: int, after: int) -> set[int]:
        """Messages with higher ids whose buttons have been pressed in this chat."""

    async def pushes_in_doubt(self, chat_id: int) -> int:
        """How many pushes into this chat were begun and are not known to have been sent."""


class OutboxQueue(Protocol):
    """The sender's side of the outbox. Every call is a transaction of its own."""

    async def claim(
        self, limit: int, *, resting: Collection[PersonId] = (), last_known: int | None = None
    ) -> list[OutgoingMessage]:
        """Take due messages with a lease, at most one a person, oldest first; nothing for people who are resting."""

    async def settle(self, sent: Sequence[tuple[int, int | None]], failed: Sequence[tuple[int, str]]) -> None:
        """Mark (row, message id) as sent and (row, reason) as impossible, in one transaction."""

    async def postpone(self, outgoing_id: int, until: dt.datetime, *, counts: bool) -> None:
        """Try again later; `counts` says whether this was an attempt (a 429 is not)."""

    async def unreachable(self, person_id: PersonId) -> None:
        """The person has blocked the bot: remember it, and cancel what waits for them."""

    async def waiting(self) -> int:
        """How many messages are on their way, those for later included."""

    async def dead(self) -> int:
        """How many messages could not be sent."""

    async def forget(self, before: dt.datetime, limit: int) -> int:
        """Remove settled rows older than this; returns how many."""
