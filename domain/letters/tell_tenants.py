"""A manager writes the same to the tenants of several objects ("no water tomorrow"); each gets one letter, once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypedDict

from domain.estate.leases.tenants import tenants_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party, PartyId
from domain.files.stored_file import FileId
from domain.letters.correspondence import WritingReach, correspondence
from domain.letters.letter import LetterDraft
from domain.letters.send_letter import put
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect, query


class ToldTenants(TypedDict):
    """How many tenants have been written to, and how many of them the bot does not reach (yet)."""

    letters: int
    unreached: int


@dataclass(frozen=True, slots=True)
class LetObject:
    """One of the manager's objects, and who rents it now."""

    premises: Premises
    tenants: tuple[Party, ...]


@query(Action.MANAGE_OBJECTS)
async def let_objects(work: Work, actor: Person) -> list[LetObject]:
    """The actor's objects that somebody rents today, by name."""
    kept = await work.estate.premises.all_managed_by(actor.id)
    tenants = await _tenants(work, actor, [one.id for one in kept])
    return [LetObject(one, tuple(tenants[one.id])) for one in kept if tenants.get(one.id)]


@effect(Action.MANAGE_OBJECTS)
async def tell_tenants(
    work: Work, actor: Person, premises_ids: Collection[PremisesId], text: str, files: tuple[FileId, ...] = ()
) -> ToldTenants:
    """Write to everybody who rents one of these objects today; who rents several gets one letter."""
    objects = [await work.estate.premises.managed_by(actor.id, one) for one in sorted(set(premises_ids))]
    by_object = await _tenants(work, actor, [one.id for one in objects])
    about: dict[PartyId, list[PremisesId]] = {}
    for premises_id, tenants in by_object.items():
        for tenant in tenants:
            about.setdefault(tenant.id, []).append(premises_id)
    if not about:
        raise Refusal("Nobody rents these objects now, so there is nobody to write to.")
    unreached = 0
    for party_id, rented in about.items():
        between = await correspondence(work, actor, party_id)
        unreached += between.reach is not WritingReach.TOLD
        subject = rented[0] if len(rented) == 1 else None
        await put(work, actor, between, LetterDraft(party_id, text, files, subject))
    return await work.commit(ToldTenants(letters=len(about), unreached=unreached))


async def _tenants(work: Work, actor: Person, premises_ids: Sequence[PremisesId]) -> dict[PremisesId, list[Party]]:
    today = work.now().astimezone(actor.zone).date()
    running = [one for one in await work.estate.leases.of_premises(premises_ids) if one.covers(today)]
    parties = await tenants_of(work, running)
    found: dict[PremisesId, list[Party]] = {}
    for lease in running:
        tenant = parties[lease.tenant_id]
        if tenant.is_present and tenant.person_id != actor.id and tenant not in found.setdefault(lease.premises_id, []):
            found[lease.premises_id].append(tenant)
    return found
