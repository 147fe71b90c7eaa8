"""A letter is what a manager and one owner or tenant of theirs have written each other: words, photos, documents.

The words are in their author's vault: erasing the author erases them, and leaves an empty place in the conversation.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import NewType

from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.files.stored_file import FileId
from domain.people.person import PersonId

LetterId = NewType("LetterId", int)

MOST_TEXT = 4096
"""Characters of a letter: what one message of Telegram holds."""
MOST_FILES = 10
"""Files of a letter: what one album of Telegram holds."""
LEADING_TEXT = 600
"""Words up to this length go out under the first photo or document, longer ones before it."""
EDITED_FOR = dt.timedelta(hours=48)
"""How long Telegram lets people correct what they have sent."""
TEXT = "text"
"""Under this the vault keeps the words."""


def words_of(letter_id: LetterId) -> str:
    """Under what the author's vault keeps the words of a letter."""
    return f"letter:{letter_id}"


@dataclass(eq=False, kw_only=True)
class Letter:
    """One letter of the conversation with a party."""

    id: LetterId = field(default=LetterId(0), init=False)
    party_id: PartyId
    from_manager: bool
    """Whether the manager wrote it, or the party."""
    author_id: PersonId
    sent_at: dt.datetime
    premises_id: PremisesId | None = None
    """The object it is about."""
    files: tuple[FileId, ...] = ()
    source_id: int | None = None
    """The message in the author's chat that it was sent by, so that correcting that one corrects the letter."""
    read_at: dt.datetime | None = None
    """When the other side opened or answered it."""
    edited_at: dt.datetime | None = None
    edits: int = 0
    needs_no_answer: bool = False
    """Whether its reader has said so."""
    is_hidden_from_party: bool = False
    """Since the party it was written to has been erased; who joins later does not see it."""


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A letter that is about to be sent."""

    party_id: PartyId
    text: str = ""
    files: tuple[FileId, ...] = ()
    premises_id: PremisesId | None = None
    source_id: int | None = None
    answers: LetterId | None = None
    """The letter that it answers."""
