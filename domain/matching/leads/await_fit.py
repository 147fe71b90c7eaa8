"""Where nothing fits yet, the realtor is promised to be told of the first that does; the promise is kept here."""

from domain.matching.deals.match import DealSide
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def await_fit(work: Work, actor: Person, side: DealSide, row_id: int) -> None:
    """Tell the actor as soon as something fits their lead (`side` LEAD) or property; asking twice is asking once."""
    if side is DealSide.LEAD:
        await work.matching.leads.of(actor.id, LeadId(row_id))
    else:
        await work.matching.properties.of(actor.id, PropertyId(row_id))
    await work.matching.matches.begin_to_await(side, row_id)
    return await work.commit(None)
