"""What realtors know of each other before they have agreed: a name and an agency."""

from dataclasses import dataclass

from domain.matching.intake.contacts import HIDDEN, without_contacts
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
    """What may be shown of a realtor: contacts that stand in a name are hidden, they open by agreement."""
    person = await work.people.get(realtor)
    name = without_contacts((await names_of(work, person)).full) or HIDDEN
    return Colleague(realtor, name, without_contacts(person.agency))
