"""A realtor's leads, properties and talks: handed to them; erased, they leave everybody's search and tell of nobody.

What has been agreed with a colleague stays in the colleague's history, without notes, photos and exact address.
"""

from collections.abc import AsyncIterator
from typing import Any

from domain.matching.deals.match import DealSide, Match
from domain.matching.deals.negotiation import close_for_archive
from domain.matching.leads.lead import Lead, private_notes
from domain.matching.listing import Sort
from domain.matching.properties.property import Property
from domain.matching.status import CardStatus
from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work

BATCH = 100


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
        listed: list[Lead] = []
        while page := await _page_of_leads(work, person, status, len(listed)):
            listed += page
        for lead in listed:
            yield lead


async def _page_of_leads(work: Work, person: Person, status: CardStatus, offset: int) -> list[Lead]:
    page = await work.matching.leads.listed(
        person.id, status=status, search=None, sort=Sort.OLDEST, offset=offset, limit=BATCH
    )
    return [one.item for one in page.items]


async def _properties(work: Work, person: Person) -> AsyncIterator[Property]:
    for status in (CardStatus.ARCHIVED, CardStatus.ACTIVE):
        listed: list[Property] = []
        while page := await _page_of_properties(work, person, status, len(listed)):
            listed += page
        for offered in listed:
            yield offered


async def _page_of_properties(work: Work, person: Person, status: CardStatus, offset: int) -> list[Property]:
    page = await work.matching.properties.listed(
        person.id, status=status, search=None, sort=Sort.OLDEST, offset=offset, limit=BATCH
    )
    return [one.item for one in page.items]


async def _matches(work: Work, person: Person) -> AsyncIterator[Match]:
    listed: list[Match] = []
    while True:
        page = await work.matching.matches.listed(
            person.id, lead_id=None, property_id=None, status=None, offset=len(listed), limit=BATCH
        )
        listed += page.items
        if not page.items:
            break
    for match in listed:
        yield match


MATCHING = PersonalDataArea("realtor", _export, _erase)
