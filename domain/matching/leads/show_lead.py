"""A realtor looks at their own lead: with the client's name, contacts and notes, its matches, and how much fits it."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.matching.deals.match import MatchStatus
from domain.matching.leads.lead import Lead, LeadId, private_notes
from domain.matching.recommendations.recommendation import COUNTED
from domain.people.person import Action, Person
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class LeadView:
    """What only the owner sees of a lead."""

    lead: Lead
    client_name: str | None
    client_contacts: str | None
    notes: str | None
    matches: Mapping[MatchStatus, int]
    fitting: int
    """How many properties wait to be looked at, counted up to `COUNTED`; 0 for an archived lead."""


@query(Action.KEEP_LEADS)
async def show_lead(work: Work, actor: Person, lead_id: LeadId) -> LeadView:
    """The actor's own lead, or `NotFound`."""
    lead = await work.matching.leads.of(actor.id, lead_id)
    private = await work.vault.read(actor.id, private_notes(lead.id))
    fitting = (
        await work.matching.matches.count_properties_for(lead, own=False, at_most=COUNTED) if lead.is_active else 0
    )
    return LeadView(
        lead=lead,
        client_name=private.get("client_name"),
        client_contacts=private.get("client_contacts"),
        notes=private.get("notes"),
        matches=await work.matching.matches.tally(actor.id, lead_id=lead.id),
        fitting=fitting,
    )
