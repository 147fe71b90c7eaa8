"""A manager corrects what is noted about an owner or tenant; another phone before they joined means another link."""

from collections.abc import Mapping
from typing import Any

from domain.estate.parties.add_party import check_kind, free_phone
from domain.estate.parties.inviting import invite
from domain.estate.parties.party import Party, PartyId, contacts_of
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect

CONTACTS = ("phone", "email")


@effect(Action.MANAGE_OBJECTS)
async def edit_party(work: Work, actor: Person, party_id: PartyId, version: int, changes: dict[str, Any]) -> bool:
    """Change fields of a `PartyDraft`, unless somebody was quicker; returns whether there is a new link now."""
    party = await work.estate.parties.managed_by(actor.id, party_id, hold=True)
    if party.version != version:
        raise Conflict
    if "kind" in changes:
        await _check_free_to_change(work, actor, party, changes["kind"])
    if "phone" in changes or "kind" in changes:
        party.phone_fingerprint = await _fingerprint(work, actor, party, changes)
    for name in sorted(changes.keys() - CONTACTS):
        setattr(party, name, changes[name])
    await work.estate.parties.save(party)
    contacts = {name: changes[name] for name in CONTACTS if name in changes}
    await work.vault.write(actor.id, contacts_of(party.id), contacts)
    is_invited_anew = "phone" in changes and _may_still_join(party)
    if is_invited_anew:
        await invite(work, party)
    return await work.commit(is_invited_anew)


def _may_still_join(party: Party) -> bool:
    return party.joined_at is None and party.is_present


async def _fingerprint(work: Work, actor: Person, party: Party, changes: Mapping[str, Any]) -> str | None:
    """Of the phone as it will be, which nobody else of this kind may have."""
    contacts = await work.vault.read(actor.id, contacts_of(party.id))
    phone = changes.get("phone", contacts.get("phone"))
    kind = changes.get("kind", party.kind)
    return await free_phone(work, actor, kind, phone, besides=party.id) if phone else None


async def _check_free_to_change(work: Work, actor: Person, party: Party, kind: Any) -> None:
    check_kind(actor, kind)
    if party.joined_at is not None:
        raise Refusal("{name} has joined already, so the role stays. Add them in the other role, too.", name=party.name)
    if await work.estate.premises.owned_by([party.id]) or await work.estate.leases.of_tenants([party.id]):
        raise Refusal("There are objects or leases of {name} already, so the role stays.", name=party.name)
