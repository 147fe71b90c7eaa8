"""A manager changes any field of an object; who is late is told, and what is offered to realtors follows (IC9)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from domain.estate.leases.lease import Lease
from domain.estate.objects.add_premises import owner_for
from domain.estate.objects.following import follow
from domain.estate.objects.occupancy import most_let_in_parts
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.objects.premises_draft import PremisesDraft
from domain.files.sent_by import must_have_sent
from domain.metres import Metres
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def edit_premises(
    work: Work, actor: Person, premises_id: PremisesId, version: int, changes: Mapping[str, Any]
) -> int:
    """Set the fields of `PremisesDraft` named in `changes` (None empties one); returns the new version.

    `version` is the one the person saw: if it is no longer the present one, `Conflict`.
    """
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    if premises.version != version:
        raise Conflict
    if "address" in changes and "name" not in changes and premises.name == premises.address:
        # it is called by where it is
        changes = {**changes, "name": changes["address"] or premises.name}
    known = replace(PremisesDraft.of(premises), **changes).checked()
    await must_have_sent(work, actor, *(set(known.photos) - set(premises.photos)), as_photos=True)
    if "owner_id" in changes:
        premises.owner_id = await owner_for(work, actor, known.owner_id)
    _must_suit_leases(premises, known, await work.estate.leases.of_premises([premises_id]))
    premises.currency = known.currency or premises.currency
    for name, value in known.values().items():
        setattr(premises, name, value)
    await work.estate.premises.save(premises)
    await follow(work, premises)
    return await work.commit(premises.version)


def _must_suit_leases(premises: Premises, known: PremisesDraft, leases: Collection[Lease]) -> None:
    """The currency stays as soon as there is a lease; the whole is not smaller than what is let in parts."""
    if leases and known.currency not in (None, premises.currency):
        raise Refusal("There are leases in {currency} already, so the currency stays.", currency=premises.currency)
    parts = most_let_in_parts(leases)
    if parts > (known.area or 0):
        raise Refusal("{parts} are let in parts, so the whole cannot be smaller.", parts=Metres(parts))
