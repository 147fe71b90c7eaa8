"""A person's conversations, the latest first, with what is new in each; or only the new, or the unanswered."""

from dataclasses import dataclass

from domain.letters.correspondence import Correspondence, correspondence, with_facts
from domain.letters.letter import Letter
from domain.letters.repository import Counts, ShownLetter
from domain.letters.send_letter import text_of
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ListedConversation:
    """A line of the list."""

    between: Correspondence
    last: Letter
    text: str | None
    """Of the last letter; None once its author has been erased."""
    letters: int
    unread: int


@dataclass(frozen=True, slots=True)
class ConversationsPage:
    """A page, and how many conversations and unread letters there are."""

    items: tuple[ListedConversation, ...]
    counts: Counts


@query(Action.USE_BOT)
async def list_letters(
    work: Work, actor: Person, shown: ShownLetter = ShownLetter.ALL, *, offset: int = 0, limit: int = 5
) -> ConversationsPage:
    """A page of the actor's own conversations; those that have ended can still be read."""
    found = await work.letters.conversations(actor.id, shown, offset=offset, limit=limit)
    last = {one.id: one for one in await work.letters.many([one.last_id for one in found])}
    items = []
    for one in found:
        letter = last[one.last_id]
        between = await with_facts(work, actor, await correspondence(work, actor, one.party_id))
        items.append(ListedConversation(between, letter, await text_of(work, letter), one.letters, one.unread))
    return ConversationsPage(tuple(items), await work.letters.counted(actor.id))


@query(Action.USE_BOT)
async def unread_letters(work: Work, actor: Person) -> int:
    """How many letters to the actor have not been read, in all their roles (OT23)."""
    return (await work.letters.counted(actor.id)).unread_letters
