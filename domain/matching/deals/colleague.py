"""What realtors know of each other before they have agreed: a name and an agency."""

from dataclasses import dataclass

from domain.matching.deals.disclosure import REALTOR, Stage, shown
from domain.people.names import names_of
from domain.people.person import PersonId
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Colleague:
    """The realtor on the other side."""

    id: PersonId
    name: str
    agency: str | None


async def colleague_of(work: Work, realtor: PersonId, stage: Stage) -> Colleague:
    """What is shown of a realtor at this stage; contacts that stand in a name are hidden until contacts are open."""
    person = await work.people.get(realtor)
    name = shown(REALTOR, "name", (await names_of(work, person)).full, stage)
    return Colleague(realtor, name, shown(REALTOR, "agency", person.agency, stage))
