"""A party is an owner or a tenant as their manager knows them, before and after they have come to the bot."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.people.person import PersonId, full_name

PartyId = NewType("PartyId", int)


class PartyKind(StrEnum):
    """In which role a party is attached to a manager."""

    OWNER = "owner"
    TENANT = "tenant"


class ShownParties(StrEnum):
    """The lists that a manager's people are on."""

    OWNERS = "owners"
    TENANTS = "tenants"
    INVITED = "invited"
    """Owners and tenants who have not joined yet."""
    REMOVED = "removed"


def contacts_of(party_id: PartyId) -> str:
    """Under what the manager's vault keeps the phone and e-mail of a party ("phone", "email")."""
    return f"party:{party_id}"


@dataclass(eq=False, kw_only=True)
class Party:
    """An owner or tenant of a manager: a manager's client, or the tenant of a landlord who keeps alone.

    A landlord who keeps alone is a party of their own, with `person_id` the manager's. Phone and e-mail are in the
    manager's vault under `contacts_of(id)`.
    """

    id: PartyId = field(default=PartyId(0), init=False)
    manager_id: PersonId
    kind: PartyKind
    first_name: str
    """A company's name when it is one."""
    last_name: str | None = None
    description: str | None = None
    """What the manager and the owner see about a tenant (OT8)."""
    phone_fingerprint: str | None = None
    """The keyed hash of the only phone that may use the invitation."""
    person_id: PersonId | None = None
    """Who it is in the bot, since they have joined."""
    created_at: dt.datetime
    joined_at: dt.datetime | None = None
    removed_at: dt.datetime | None = None
    """Since then access has ended; history stays."""
    search_text: str = field(default="", init=False)
    """What the search looks in, kept by the repository."""
    version: int = field(default=0, init=False)

    @property
    def name(self) -> str:
        """First and last name, or a company's."""
        return full_name(self.first_name, self.last_name)

    @property
    def is_present(self) -> bool:
        """Whether the party has not been removed."""
        return self.removed_at is None

    def is_person(self, person_id: PersonId) -> bool:
        """Whether this person acts as the party now."""
        return self.person_id == person_id and self.is_present
