"""Why somebody no longer sees what they saw: the owner or tenant as whom they did has been removed."""

from typing import Any

from sqlalchemy import Select, select

from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.estate.tables import party
from storage.scope import Scope


async def not_seen(scope: Scope, who: PersonId, *parties: Select[Any]) -> NotFound:
    """What is said to a person who does not see a thing of these parties: that their access has ended, or nothing."""
    for party_ids in parties:
        query = select(party.c.removed_at).where(
            party.c.id.in_(party_ids), party.c.person_id == who, party.c.removed_at.is_not(None)
        )
        removed_at = await scope.session.scalar(query.limit(1))
        if removed_at is not None:
            return NotFound("Your access to this ended on {date}.", date=removed_at)
    return NotFound()
