"""A realtor says that the deal has been done; the first to say so asks the colleague, who completes it by agreeing.

A completed deal takes lead and property off the market: both go to the archive as done, from which their owners can
bring them back, and other talks about them are closed.
"""

from domain.matching.deals.match import DealSide, MatchId
from domain.matching.deals.negotiation import close_for_archive, has_seen, tell_completed, tell_completion_asked
from domain.people.person import Action, Person
from domain.refusal import Conflict
from domain.work import Work, effect


@effect(Action.NEGOTIATE)
async def mark_completed(work: Work, actor: Person, match_id: MatchId) -> MatchId:
    """Ask for or give the confirmation; `Conflict` unless the commission is agreed, or after one's own question."""
    match = await work.matching.matches.get(match_id)
    side = match.side_of(actor.id)
    # in the order in which a like takes them, so that the two never wait for each other
    lead = await work.matching.leads.get(match.lead_id, hold=True)
    offered = await work.matching.properties.get(match.property_id, hold=True)
    match = await work.matching.matches.hold(match_id)
    match.must_be_agreed()
    await has_seen(work, match, side)
    if match.within_one_realtor or match.completion_asked_by is side.other:
        match.complete(work.now())
        await work.flush()
        if lead.is_active:
            lead.archive(work.now(), deal_done=True)
            await work.matching.leads.save(lead)
        if offered.is_active:
            offered.archive(work.now(), deal_done=True)
            await work.matching.properties.save(offered)
        await close_for_archive(work, DealSide.LEAD, lead.id, deal_done=True)
        await close_for_archive(work, DealSide.PROPERTY, offered.id, deal_done=True)
        await tell_completed(work, match, side.other)
    elif match.completion_asked_by is side:
        raise Conflict("You have said so; your colleague has not confirmed it yet.")
    else:
        match.ask_completion(side, work.now())
        await tell_completion_asked(work, match, side.other)
    return await work.commit(match.id)
