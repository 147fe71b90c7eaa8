"""A realtor changes any field of their lead; a changed budget brings back what it newly makes affordable."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.matching.deals.reopening import reopen_by_budget
from domain.matching.leads.lead import LeadId, private_notes
from domain.matching.leads.lead_draft import PRIVATE, LeadDraft
from domain.matching.leads.now_fits import tell_who_awaits_lead
from domain.matching.recommendations.shape import wish_of
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect


@effect(Action.KEEP_LEADS)
async def edit_lead(work: Work, actor: Person, lead_id: LeadId, version: int, changes: Mapping[str, Any]) -> int:
    """Set the fields of `LeadDraft` named in `changes` (None empties one); returns the new version.

    `version` is the one the person saw: if it is no longer the present one, `Conflict`.
    """
    lead = await work.matching.leads.of(actor.id, lead_id, hold=True)
    if lead.version != version:
        raise Conflict
    known = await work.vault.read(actor.id, private_notes(lead.id))
    draft = replace(LeadDraft.of(lead), **{**known, **changes}).checked()
    before = wish_of(lead, work.matching.matches.rules.rates)
    for name, value in draft.values().items():
        setattr(lead, name, value)
    lead.has_client = bool(draft.client_name or draft.client_contacts)
    await work.matching.leads.save(lead)
    if any(name in changes for name in PRIVATE):
        await work.vault.write(actor.id, private_notes(lead.id), draft.private())
    if lead.is_active:
        await reopen_by_budget(work, lead, before)
        await tell_who_awaits_lead(work, lead)
    return await work.commit(lead.version)
