"""A conversation is read in pages, the newest last; each begins where the one before ended, whatever has come since."""

from dataclasses import dataclass

from domain.estate.parties.party import PartyId
from domain.files.stored_file import FileKind, secrets_of
from domain.letters.correspondence import Correspondence, correspondence
from domain.letters.letter import Letter, LetterId
from domain.letters.send_letter import letter_between, text_of
from domain.letters.show_correspondent import Correspondent, correspondent
from domain.notifications.subject import LETTERS
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a letter as its reader sees it named; a photo has no name."""

    number: int
    called: str | None


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter with its words; None once its author has been erased."""

    letter: Letter
    text: str | None
    is_mine: bool
    files: tuple[Attachment, ...]
    about: str | None
    """The object's name."""


@dataclass(frozen=True, slots=True)
class ConversationView:
    """A page of a conversation, and where one is in it."""

    other: Correspondent
    letters: tuple[LetterView, ...]
    total: int
    earlier: int
    """How many letters are before this page."""
    is_muted: bool
    waits: bool
    """Whether the last word is the other side's and wants an answer."""

    @property
    def later(self) -> int:
        """How many letters are after this page."""
        return self.total - self.earlier - len(self.letters)


@query(Action.USE_BOT)
async def show_letters(
    work: Work,
    actor: Person,
    party_id: PartyId,
    *,
    before: LetterId | None = None,
    after: LetterId | None = None,
    limit: int = 5,
) -> ConversationView:
    """The last letters of a conversation, or those before or after one of them (OT24)."""
    between = await correspondence(work, actor, party_id)
    for_manager = between.is_manager
    page = await work.letters.page(party_id, for_manager=for_manager, before=before, after=after, limit=limit)
    earlier = await work.letters.count(party_id, for_manager=for_manager, before=page[0].id) if page else 0
    last = await work.letters.page(party_id, for_manager=for_manager, limit=1)
    subject = f"{LETTERS}:{party_id}"
    return ConversationView(
        other=await correspondent(work, between),
        letters=tuple([await _view(work, between, one) for one in page]),
        total=await work.letters.count(party_id, for_manager=for_manager),
        earlier=earlier,
        is_muted=subject in await work.notifications.muted(actor.id, [subject]),
        waits=any(one.from_manager != for_manager and not one.needs_no_answer for one in last),
    )


@query(Action.USE_BOT)
async def show_letter(work: Work, actor: Person, letter_id: LetterId) -> tuple[LetterView, Correspondence]:
    """One letter of the actor's own conversations, whole."""
    letter, between = await letter_between(work, actor, letter_id)
    return await _view(work, between, letter), between


async def _view(work: Work, between: Correspondence, letter: Letter) -> LetterView:
    files = []
    for number, one in enumerate(await work.files.many(letter.files)):
        named = one.kind is FileKind.DOCUMENT
        secrets = await work.vault.read(one.owner_id, secrets_of(one.id)) if named else {}
        files.append(Attachment(number, secrets.get("called")))
    about = await work.estate.premises.many([letter.premises_id]) if letter.premises_id is not None else []
    return LetterView(
        letter=letter,
        text=await text_of(work, letter),
        is_mine=letter.from_manager == between.is_manager,
        files=tuple(files),
        about=about[0].name if about else None,
    )
