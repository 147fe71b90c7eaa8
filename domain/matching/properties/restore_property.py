"""A realtor brings a property back from the archive, with the talks that archiving had closed."""

from domain.matching.deals.match import DealSide
from domain.matching.deals.negotiation import reopen_from_archive
from domain.matching.leads.now_fits import tell_who_awaits_property
from domain.matching.properties.property import PropertyId
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.KEEP_PROPERTIES)
async def restore_property(work: Work, actor: Person, property_id: PropertyId) -> int:
    """Make it active again; returns how many talks go on. `Conflict` if it is not in the archive."""
    offered = await work.matching.properties.of(actor.id, property_id, hold=True)
    offered.restore()
    await work.matching.properties.save(offered)
    await tell_who_awaits_property(work, offered)
    reopened = await reopen_from_archive(work, DealSide.PROPERTY, offered.id)
    return await work.commit(reopened)
