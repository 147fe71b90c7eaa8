"""What realtors know of each other before they have agreed: a name and an agency."""

from dataclasses import dataclass

from domain.people.names import names_of
from domain.people.person import PersonId
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Colleague:
    """The realtor on the other side."""

    id: PersonId
    name: str
    agency: str | None


async def colleague_of(work: Work, realtor: PersonId) -> Colleague:
    """What may be shown of a realtor."""
    person = await work.people.get(realtor)
    return Colleague(realtor, (await names_of(work, person)).full, person.agency)
