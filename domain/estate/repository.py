"""How use cases reach stored parties, objects and leases; rights are decided where a row is loaded."""

import datetime as dt
from collections.abc import Collection
from typing import Protocol
from zoneinfo import ZoneInfo

from domain.estate.leases.lease import Lease, LeaseId, RentToBook
from domain.estate.money.reminded import Reminded
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.invitation import Invitation, InvitationId
from domain.estate.parties.party import Party, PartyId, PartyKind, ShownParties
from domain.people.person import PersonId


class Parties(Protocol):
    """Stored owners and tenants."""

    async def get(self, party_id: PartyId) -> Party:
        """Anybody's party, or `NotFound`."""

    async def managed_by(self, manager: PersonId, party_id: PartyId, *, hold: bool = False) -> Party:
        """The manager's own party, removed or not, or `NotFound`."""

    async def many(self, party_ids: Collection[PartyId]) -> list[Party]:
        """Those that exist, in any order."""

    async def acting(self, person: PersonId, kind: PartyKind | None = None) -> list[Party]:
        """The parties that the person acts as now; removed ones are not among them."""

    async def removed(self, person: PersonId) -> list[Party]:
        """The parties that the person acted as and whose manager has removed them, the last removed first."""

    async def myself(self, manager: PersonId) -> Party | None:
        """The manager's own party as an owner who keeps alone, if there is one."""

    async def all_managed_by(self, manager: PersonId) -> list[Party]:
        """Every party of the manager, removed or not, the manager's own one too."""

    async def listed(
        self, manager: PersonId, shown: ShownParties, *, search: str | None = None, offset: int, limit: int
    ) -> list[Party]:
        """A page of the manager's parties by surname, without the manager's own one; `search` looks in their names."""

    async def counted(self, manager: PersonId, *, search: str | None = None) -> dict[ShownParties, int]:
        """How many parties each list of the manager has."""

    async def with_phone(self, manager: PersonId, fingerprint: str, kind: PartyKind | None = None) -> list[Party]:
        """The manager's parties with this phone, removed or not."""

    async def names_of(self, manager: PersonId, shown: ShownParties) -> list[tuple[PartyId, str]]:
        """What can be searched in, of everybody on a list of the manager."""

    async def save(self, party: Party) -> None:
        """Keep a new or changed party; gives a new one its id."""


class Invitations(Protocol):
    """Stored invitations."""

    async def get(self, invitation_id: InvitationId, *, hold: bool = False) -> Invitation:
        """The invitation, or `NotFound`."""

    async def by_fingerprint(self, fingerprint: str) -> Invitation | None:
        """The invitation whose token has this keyed hash."""

    async def of(self, party_id: PartyId) -> list[Invitation]:
        """Every invitation of the party, the latest first."""

    async def latest(self, party_ids: Collection[PartyId]) -> dict[PartyId, Invitation]:
        """The latest invitation of each of these parties that has one."""

    async def save(self, invitation: Invitation) -> None:
        """Keep a new or changed invitation; gives a new one its id."""


class AllPremises(Protocol):
    """Stored objects (`premises`)."""

    async def get(self, premises_id: PremisesId) -> Premises:
        """Anybody's object, or `NotFound`."""

    async def managed_by(self, manager: PersonId, premises_id: PremisesId, *, hold: bool = False) -> Premises:
        """The object that the person keeps, or `NotFound`."""

    async def seen_by(self, person: PersonId, premises_id: PremisesId, *, hold: bool = False) -> Premises:
        """The object that the person keeps or owns (as a party that is not removed), or `NotFound`."""

    async def many(self, premises_ids: Collection[PremisesId]) -> list[Premises]:
        """Those that exist, in any order."""

    async def all_seen_by(
        self, person: PersonId, *, archived: bool = False, search: str | None = None
    ) -> list[Premises]:
        """Every object that the person keeps or owns, by name; `archived`: those put away too."""

    async def all_managed_by(self, manager: PersonId, *, archived: bool = False) -> list[Premises]:
        """Every object that the person manages, by name; `archived`: those put away too."""

    async def offered_by(self, property_id: int) -> Premises | None:
        """The object that this property offers to realtors."""

    async def with_offer_to_look_at(self, today: dt.date, after: PremisesId, limit: int) -> list[PremisesId]:
        """Objects in use that are offered though they will be let soon, or were and became vacant lately, by id."""

    async def remove(self, premises: Premises) -> None:
        """Remove it for good, with whatever belongs to it."""

    async def manages_any(self, person: PersonId) -> bool:
        """Whether the person keeps objects, archived or not."""

    async def owned_by(self, party_ids: Collection[PartyId]) -> list[Premises]:
        """Every object of these owners, archived or not, by name."""

    async def save(self, premises: Premises) -> None:
        """Keep a new or changed object; gives a new one its id."""


class Leases(Protocol):
    """Stored leases."""

    async def get(self, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """Anybody's lease, or `NotFound`."""

    async def managed_by(self, manager: PersonId, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """A lease of an object that the person keeps, or `NotFound`."""

    async def rented_by(self, who: PersonId, lease_id: LeaseId, *, hold: bool = False) -> Lease:
        """A lease whose tenant the person is (a party that is not removed), or `NotFound`."""

    async def seen_by(self, who: PersonId, lease_id: LeaseId) -> Lease:
        """A lease of an object that the person keeps or owns, or rents, or `NotFound`."""

    async def many(self, lease_ids: Collection[LeaseId]) -> list[Lease]:
        """Those that exist, in any order."""

    async def of_premises(self, premises_ids: Collection[PremisesId]) -> list[Lease]:
        """Every lease of these objects, the earliest start first."""

    async def of_tenants(self, party_ids: Collection[PartyId]) -> list[Lease]:
        """Every lease of these tenants, the earliest start first."""

    async def with_rent_due(self, by: dt.date, after: LeaseId, limit: int) -> list[RentToBook]:
        """Leases with a month to charge that is due by this day, by id, beginning after the one named."""

    async def with_notice_due(self, by: dt.date, after: LeaseId, limit: int) -> list[LeaseId]:
        """Leases whose end is to be told by this day, by id, beginning after the one named."""

    async def plan_notice(self, lease: Lease, on: dt.date | None) -> None:
        """Note when its end is told next; this is nobody's edit, so the version stays."""

    async def plan_charge(self, lease: Lease, on: dt.date | None) -> None:
        """Note when the next month falls due; this is nobody's edit, so the version stays."""

    async def zones_of(self, whom: Reminded) -> list[ZoneInfo]:
        """The time zones of those who are reminded of a lease."""

    async def not_looked_at(self, whom: Reminded, zones: Collection[str], today: dt.date, limit: int) -> list[LeaseId]:
        """Leases, unless they are long over, that were not looked at today for those who live in these time zones."""

    async def looked_at(self, whom: Reminded, lease_ids: Collection[LeaseId], today: dt.date) -> None:
        """Note that this is done for today; nobody's edit either."""

    async def save(self, lease: Lease) -> None:
        """Keep a new or changed lease; gives a new one its id."""
