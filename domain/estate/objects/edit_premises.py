"""A manager changes any field of an object; who is late is told, and what is offered to realtors follows (IC9)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.estate.objects.add_premises import owner_for
from domain.estate.objects.following import follow
from domain.estate.objects.occupancy import most_let_in_parts
from domain.estate.objects.premises import PremisesId
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
    leases = await work.estate.leases.of_premises([premises_id])
    if known.currency is not None and known.currency != premises.currency:
        if leases:
            raise Refusal("There are leases in {currency} already, so the currency stays.", currency=premises.currency)
        premises.currency = known.currency
    parts = most_let_in_parts(leases)
    if parts > (known.area or 0):
        raise Refusal("{parts} are let in parts, so the whole cannot be smaller.", parts=Metres(parts))
    for name, value in known.values().items():
        setattr(premises, name, value)
    await work.estate.premises.save(premises)
    await follow(work, premises)
    return await work.commit(premises.version)
