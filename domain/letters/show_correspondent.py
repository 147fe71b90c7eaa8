"""Who the other side of a conversation is, whether the bot reaches them, and which objects the two share."""

from dataclasses import dataclass

from domain.estate.objects.premises import Premises
from domain.estate.parties.party import PartyId, contacts_of
from domain.letters.correspondence import Correspondence, WritingReach, correspondence, objects_between
from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class Correspondent:
    """The other side, as somebody needs to know them who is about to write or has just written."""

    between: Correspondence
    phone: Phone | None
    """Of who cannot be told by the bot."""
    objects: tuple[Premises, ...]
    """What the two have to do with each other about, by name."""


@query(Action.USE_BOT)
async def show_correspondent(work: Work, actor: Person, party_id: PartyId) -> Correspondent:
    """The other side of one of the actor's own conversations, or of one that has not begun."""
    return await correspondent(work, await correspondence(work, actor, party_id))


async def correspondent(work: Work, between: Correspondence) -> Correspondent:
    """The same in the present transaction."""
    phone = None if between.reach is WritingReach.TOLD else await _phone(work, between)
    return Correspondent(between, phone, tuple(await objects_between(work, between.party)))


async def _phone(work: Work, between: Correspondence) -> Phone | None:
    about = contacts_of(between.party.id) if between.is_manager else ABOUT_PERSON
    kept = await work.vault.read(between.manager.id, about)
    return Phone(kept["phone"]) if kept.get("phone") else None
