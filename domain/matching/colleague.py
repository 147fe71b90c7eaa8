"""What realtors know of each other before they have agreed: a name and an agency."""

from dataclasses import dataclass

from domain.people.person import Person, PersonId


@dataclass(frozen=True, slots=True)
class Colleague:
    """The realtor on the other side."""

    id: PersonId
    name: str
    agency: str | None

    @classmethod
    def of(cls, person: Person) -> "Colleague":
        """What may be shown of the person."""
        return cls(person.id, person.name, person.agency)
