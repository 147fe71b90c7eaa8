"""How use cases reach stored letters; who takes part in a conversation is decided in `correspondence`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from domain.estate.parties.party import PartyId
from domain.letters.letter import Letter, LetterId
from domain.people.person import PersonId


class ShownLetter(StrEnum):
    """Which of one's conversations a list shows."""

    ALL = ""
    UNREAD = "u"
    WAITING = "w"
    """Those whose last letter is the other side's and wants an answer."""


@dataclass(frozen=True, slots=True)
class MessageThread:
    """One conversation on somebody's list."""

    party_id: PartyId
    last_id: LetterId
    letters: int
    unread: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many conversations each list has."""

    all: int
    unread: int
    waiting: int
    unread_letters: int


class Letters(Protocol):
    """Stored letters."""

    async def get(self, letter_id: LetterId, *, hold: bool = False) -> Letter:
        """Anybody's letter, or `NotFound`."""

    async def many(self, letter_ids: list[LetterId]) -> list[Letter]:
        """Those that exist, in any order."""

    async def by_source(self, author: PersonId, source_id: int) -> Letter | None:
        """What the author has sent by this message of their chat."""

    async def page(
        self,
        party_id: PartyId,
        *,
        for_manager: bool,
        before: LetterId | None = None,
        after: LetterId | None = None,
        limit: int,
    ) -> list[Letter]:
        """The last letters of a conversation before one of them, or the first ones after it; the oldest first."""

    async def count(self, party_id: PartyId, *, for_manager: bool, before: LetterId | None = None) -> int:
        """How many letters a conversation has, before one of them or in all."""

    async def conversations(
        self, person: PersonId, shown: ShownLetter, *, offset: int, limit: int
    ) -> list[MessageThread]:
        """The person's conversations as a manager and as a party, the latest first."""

    async def counted(self, person: PersonId) -> Counts:
        """How many conversations each of the person's lists has."""

    async def unread(self, party_id: PartyId, *, from_manager: bool) -> list[Letter]:
        """What one side of a conversation has written and the other has not read, the oldest first."""

    async def of_author(self, author: PersonId) -> list[Letter]:
        """Everything a person has written, the oldest first."""

    async def hide_from(self, person: PersonId) -> None:
        """Let nobody who joins in the person's place see what was written to them."""

    async def save(self, letter: Letter) -> None:
        """Keep a new or changed letter; gives a new one its id."""
