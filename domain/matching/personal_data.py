"""A realtor's leads, properties and talks: handed to them; erased, they leave everybody's search and tell of nobody.

What has been agreed with a colleague stays in the colleague's history, without notes, photos and exact address.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Any, TypeVar

from domain.matching.deals.match import DealSide, Match
from domain.matching.deals.negotiation import close_for_archive
from domain.matching.leads.lead import Lead, private_notes
from domain.matching.listing import Page, Sort
from domain.matching.properties.property import Property
from domain.matching.status import CardStatus
from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work

BATCH = 100
T = TypeVar("T")
OLDEST_FIRST: dict[str, Any] = {"search": None, "sort": Sort.OLDEST, "limit": BATCH}


async def _export(work: Work, person: Person) -> Any:
    return {
        "leads": [
            {**plain(lead, "realtor_id", "search_text"), **await work.vault.read(person.id, private_notes(lead.id))}
            async for lead in _leads(work, person)
        ],
        "properties": [plain(one, "realtor_id", "search_text") async for one in _properties(work, person)],
        "matches": [_of_one_side(match, person) async for match in _matches(work, person)],
    }


def _of_one_side(match: Match, person: Person) -> Any:
    exported = plain(match, "lead_realtor_id", "property_realtor_id")
    return {**exported, "my_side": match.side_of(person.id).value}


async def _erase(work: Work, person: Person) -> None:
    async for lead in _leads(work, person):
        if lead.is_active:
            lead.archive(work.now())
            await close_for_archive(work, DealSide.LEAD, lead.id)
        lead.title, lead.additional_requirements, lead.has_client = None, None, False
        await work.matching.leads.save(lead)
    async for offered in _properties(work, person):
        if offered.is_active:
            offered.archive(work.now())
            await close_for_archive(work, DealSide.PROPERTY, offered.id)
        offered.description, offered.photos = None, ()
        offered.street, offered.house_number = None, None
        await work.matching.properties.save(offered)
    async for match in _matches(work, person):
        for offer in match.offers:
            if match.realtor(offer.side) == person.id:
                offer.note = None


async def _leads(work: Work, person: Person) -> AsyncIterator[Lead]:
    # the archived ones first: what is archived on the way is not met again
    for status in (CardStatus.ARCHIVED, CardStatus.ACTIVE):
        for listed in await _every(partial(work.matching.leads.listed, person.id, status=status, **OLDEST_FIRST)):
            yield listed.item


async def _properties(work: Work, person: Person) -> AsyncIterator[Property]:
    for status in (CardStatus.ARCHIVED, CardStatus.ACTIVE):
        for listed in await _every(partial(work.matching.properties.listed, person.id, status=status, **OLDEST_FIRST)):
            yield listed.item


async def _matches(work: Work, person: Person) -> AsyncIterator[Match]:
    find = partial(work.matching.matches.listed, person.id, lead_id=None, property_id=None, status=None, limit=BATCH)
    for match in await _every(find):
        yield match


async def _every(find: Callable[..., Awaitable[Page[T]]]) -> list[T]:
    """All rows, however many pages they are; looked through only then, since they are changed on the way."""
    found: list[T] = []
    while rows := (await find(offset=len(found))).items:
        found += rows
    return found


MATCHING = PersonalDataArea("realtor", _export, _erase)
