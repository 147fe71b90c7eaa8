"""A realtor puts a property into the archive: nobody sees it any more, and open talks about it are closed."""

from domain.matching.deals.match import DealSide
from domain.matching.deals.negotiation import close_for_archive
from domain.matching.properties.property import PropertyId
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.KEEP_PROPERTIES)
async def archive_property(work: Work, actor: Person, property_id: PropertyId) -> PropertyId:
    """Archive it; agreed and completed deals stay as they are. `Conflict` if it has been archived already."""
    offered = await work.matching.properties.of(actor.id, property_id, hold=True)
    offered.archive(work.now())
    await work.matching.properties.save(offered)
    await close_for_archive(work, DealSide.PROPERTY, offered.id)
    return await work.commit(offered.id)
