"""A person asks to hear less about one of their leads or properties: news about it waits in the inbox, unpushed.

What somebody waits for (an agreement, a question whether the deal is done) is pushed all the same.
"""

from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.notifications.subject import LEAD, PROPERTY
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def mute_lead(work: Work, actor: Person, lead_id: LeadId, *, quiet: bool) -> bool:
    """Stop, or take up again, pushes about the actor's own lead; returns whether it is quiet now."""
    await work.matching.leads.of(actor.id, lead_id)
    return await _mute(work, actor, f"{LEAD}:{lead_id}", quiet=quiet)


@effect(Action.NEGOTIATE)
async def mute_property(work: Work, actor: Person, property_id: PropertyId, *, quiet: bool) -> bool:
    """Stop, or take up again, pushes about the actor's own property; returns whether it is quiet now."""
    await work.matching.properties.of(actor.id, property_id)
    return await _mute(work, actor, f"{PROPERTY}:{property_id}", quiet=quiet)


async def _mute(work: Work, actor: Person, subject: str, *, quiet: bool) -> bool:
    if quiet:
        await work.notifications.mute(actor.id, subject)
    else:
        await work.notifications.unmute(actor.id, subject)
    return await work.commit(quiet)
