"""What is kept about people of rented objects: handed to them; erased, objects and bookings stay without their names.

Whoever was an owner or tenant is cut loose, and the manager is told. A manager who goes takes along what they noted of
others (it is in their vault); those others lose access, and leases end, because nobody manages them any more.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from domain.estate.leases.lease import Lease
from domain.estate.objects.following import follow, withdraw
from domain.estate.objects.premises import Premises
from domain.estate.parties.inviting import withdraw_all
from domain.estate.parties.party import Party, contacts_of
from domain.estate.parties.remove_party import end_access
from domain.ledger.entry import account_of_lease
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.names import names_of
from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work

NOBODY = "…"
"""What stands where a name was."""
INNER = ("manager_id", "phone_fingerprint", "search_text", "version")


async def _export(work: Work, person: Person) -> Any:
    objects = list(await work.estate.premises.all_seen_by(person.id, archived=True))
    mine = [one.id for one in objects if one.manager_id == person.id]
    acting = await work.estate.parties.acting(person.id)
    leases = await work.estate.leases.of_premises(mine)
    rented = await work.estate.leases.of_tenants([one.id for one in acting])
    accounts = [account_of_lease(one.id) for one in (*leases, *rented) if one.premises_id in mine]
    return {
        "people": await _kept_people(work, person),
        "known_as": [await _known_as(work, one) for one in acting if one.manager_id != person.id],
        "objects": _plainly(objects, *INNER),
        "leases": _plainly({one.id: one for one in (*leases, *rented)}.values(), "version"),
        "accounts": _plainly(await work.ledger.of(accounts), "booked_by"),
    }


async def _kept_people(work: Work, person: Person) -> list[Any]:
    """Whom the person manages for, and who rents from them, with how to reach them."""
    kept = await work.estate.parties.all_managed_by(person.id)
    return [await _with_contacts(work, one) for one in kept if one.person_id != person.id]


def _plainly(rows: Iterable[object], *without: str) -> list[Any]:
    return [plain(one, *without) for one in rows]


async def _with_contacts(work: Work, party: Party) -> Any:
    invitations = [
        plain(one, "seed", "token_fingerprint", "version") for one in await work.estate.invitations.of(party.id)
    ]
    contacts = await work.vault.read(party.manager_id, contacts_of(party.id))
    return {**plain(party, *INNER, "person_id"), **contacts, "invitations": invitations}


async def _known_as(work: Work, party: Party) -> Any:
    """What a manager has noted about the person."""
    manager = await names_of(work, await work.people.get(party.manager_id))
    contacts = await work.vault.read(party.manager_id, contacts_of(party.id))
    return {**plain(party, *INNER, "person_id"), **contacts, "manager": manager.full}


async def _erase(work: Work, person: Person) -> None:
    for party in [*await work.estate.parties.acting(person.id), *await work.estate.parties.removed(person.id)]:
        if party.manager_id != person.id:
            await _cut_loose(work, party)
    await _leave_keeping(work, person)
    await work.flush()


async def _cut_loose(work: Work, party: Party) -> None:
    was_present = party.is_present
    party.person_id, party.joined_at = None, None
    party.removed_at = party.removed_at or work.now()
    await withdraw_all(work, party)
    if was_present:
        await tell(
            work,
            party.manager_id,
            NotificationKind.PARTY_LEFT,
            {"party_id": party.id},
            f"party_left:{party.id}:{work.now()}",
        )


async def _leave_keeping(work: Work, person: Person) -> None:
    today = work.now().astimezone(person.zone).date()
    objects = await work.estate.premises.all_managed_by(person.id, archived=True)
    for lease in await work.estate.leases.of_premises([one.id for one in objects]):
        await _end(work, lease, today)
    for premises in objects:
        _without_names(premises)
        premises.archived_at = premises.archived_at or work.now()
        await follow(work, premises)
        await withdraw(work, premises)
    for party in await work.estate.parties.all_managed_by(person.id):
        await _leave_nameless(work, party, person)


async def _leave_nameless(work: Work, party: Party, manager: Person) -> None:
    """Nothing tells any more who they were, and who is in the bot has nothing to see here."""
    if party.is_present and party.person_id != manager.id:
        await end_access(work, party)
    party.first_name, party.last_name, party.description, party.search_text = NOBODY, None, None, ""
    party.phone_fingerprint = None
    party.removed_at = party.removed_at or work.now()


async def _end(work: Work, lease: Lease, today: dt.date) -> None:
    lease.contract_number, lease.contract_file = None, None
    if lease.ends_on is None or lease.ends_on > today:
        lease.ends_on, lease.ended_early = max(today, lease.starts_on), True
    await work.estate.leases.plan_charge(lease, None)
    await work.estate.leases.plan_notice(lease, None)


def _without_names(premises: Premises) -> None:
    premises.name, premises.address, premises.city, premises.search_text = NOBODY, None, None, ""
    premises.description, premises.balance_sheet_holder, premises.photos = None, None, ()


ESTATE = PersonalDataArea("rented_objects", _export, _erase)
