"""A realtor adds a lead; what it asks for is matched with properties, who the client is stays sealed."""

from domain.matching.leads.lead import Lead, LeadId, private_notes
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.leads.now_fits import tell_who_awaits_lead
from domain.matching.properties.known_already import KnownAlready, is_same_lead
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.KEEP_LEADS)
async def add_lead(work: Work, actor: Person, draft: LeadDraft, *, again: bool = False) -> LeadId:
    """Keep it as the actor's own; a `Refusal` says what is missing or cannot be.

    `KnownAlready` names the same one, of the same client, among the actor's active leads, unless it is kept `again`.
    """
    known = draft.checked()
    has_client = bool(known.client_name or known.client_contacts)
    lead = Lead(realtor_id=actor.id, created_at=work.now(), has_client=has_client, **known.values())
    for other in [] if again else await work.matching.leads.like(lead):
        client = await work.vault.read(actor.id, private_notes(other.id))
        is_same_client = (client.get("client_name"), client.get("client_contacts")) == (
            known.client_name,
            known.client_contacts,
        )
        if is_same_client and is_same_lead(lead, other):
            raise KnownAlready(other.id)
    await work.matching.leads.save(lead)
    await work.vault.write(actor.id, private_notes(lead.id), known.private())
    await tell_who_awaits_lead(work, lead)
    return await work.commit(lead.id)
