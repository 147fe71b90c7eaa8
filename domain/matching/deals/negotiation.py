"""What both realtors are told while they talk about a match, and how a talk is agreed or closed."""

import datetime as dt

from domain.matching.deals.match import DealEnding, DealSide, Match, MatchStatus, Offer, OfferId
from domain.notifications.notification import NotificationKind
from domain.notifications.seen import seen, unread_about
from domain.notifications.tell import PUSH_KIND, tell
from domain.work import Work

UNDO_WINDOW = dt.timedelta(minutes=1)
"""How long the news of an archived row waits, because archiving can be undone with one tap."""


async def tell_offer(work: Work, match: Match, *, is_first: bool) -> None:
    """Tell the side that is to answer about the offer on the table."""
    if match.within_one_realtor:
        return
    offer = match.last_offer
    side = offer.side.other
    kind = NotificationKind.NEW_MATCH if is_first else NotificationKind.COUNTER_OFFER
    data = {**about(match, side), "offer_id": offer.id, "share": offer.share, "score": match.score}
    await tell(work, match.realtor(side), kind, data, offer_key(offer))


async def propose(work: Work, match: Match, side: DealSide, share: int, note: str | None, *, is_first: bool) -> None:
    """Put an offer on the table, and tell the side that is to answer."""
    match.propose(side, share, note, work.now())
    await work.flush()
    await tell_offer(work, match, is_first=is_first)


async def answer(work: Work, match: Match, side: DealSide, offer_id: OfferId, share: int, note: str | None) -> None:
    """Put another share on the table; naming the same one is agreeing. `Conflict` if this side is not to answer."""
    match.must_be_answerable(side, offer_id)
    await has_seen(work, match, side)
    if match.last_offer.share == share:
        await agree(work, match)
    else:
        await propose(work, match, side, share, note, is_first=False)


async def has_seen(work: Work, match: Match, side: DealSide) -> None:
    """Whoever acts on a match has read what they were told about it."""
    await seen(work, match.realtor(side), about(match, side))


async def agree(work: Work, match: Match) -> None:
    """Agree on the share on the table: both contacts are open, and both are told at once."""
    match.agree(work.now())
    if match.within_one_realtor:
        return
    for side in DealSide:
        data = {**about(match, side), "share": match.agreed_share}
        key = f"contact_shared:{match.id}:{match.last_offer.number}:{side}"
        await tell(work, match.realtor(side), NotificationKind.CONTACT_SHARED, data, key)


async def tell_rejected(work: Work, match: Match) -> None:
    """Tell the other side that the talk is closed, and why."""
    if match.within_one_realtor or match.ended_by is None:
        return
    side = match.ended_by.other
    data = {**about(match, side), "ending": match.ending}
    wait = UNDO_WINDOW if match.ending is not DealEnding.DECLINED else dt.timedelta(0)
    await tell(
        work,
        match.realtor(side),
        NotificationKind.MATCH_REJECTED,
        data,
        _rejected_key(match),
        not_before=work.now() + wait,
    )


async def close_for_archive(work: Work, side: DealSide, row_id: int, *, deal_done: bool = False) -> None:
    """Close the open talks about a lead or a property that goes to the archive.

    If its deal is done, agreements with others have come to nothing as well.
    """
    closed = (MatchStatus.PENDING, MatchStatus.ACCEPTED) if deal_done else (MatchStatus.PENDING,)
    for status in closed:
        for match in await work.matching.matches.hold_of(side, row_id, status):
            match.end(side, DealEnding.archived(side, deal_done=deal_done), work.now())
            await tell_rejected(work, match)


async def reopen_from_archive(work: Work, side: DealSide, row_id: int) -> int:
    """Take up the talks that archiving this lead or property has closed, and return how many they are.

    Told again only if the news of the closing has gone out. A talk whose other row is in the archive by now stays
    closed, for that reason, until that row comes back.
    """
    reopened = 0
    for match in await work.matching.matches.hold_of(side, row_id, MatchStatus.REJECTED):
        by_archive = (DealEnding.archived(side), DealEnding.archived(side, deal_done=True))
        if match.ending not in by_archive or match.ended_at is None:
            continue
        if not await _is_active(work, match, side.other):
            match.ending = DealEnding.archived(side.other)
            continue
        reopened += 1
        was_told = work.now() - match.ended_at >= UNDO_WINDOW
        await work.outbox.cancel(match.realtor(side.other), PUSH_KIND, _rejected_key(match))
        key = f"resumed:{match.id}:{match.ended_at.isoformat()}"
        match.resume()
        if was_told and not match.within_one_realtor:
            await _tell_resumed(work, match, side.other, key)
    return reopened


async def _tell_resumed(work: Work, match: Match, side: DealSide, key: str) -> None:
    """Tell `side` that a talk goes on, or that an agreement stands again and contacts are open."""
    if match.status is MatchStatus.ACCEPTED:
        data = {**about(match, side), "share": match.agreed_share}
        await tell(work, match.realtor(side), NotificationKind.CONTACT_SHARED, data, key)
        return
    data = {**about(match, side), "again": True, "share": match.last_offer.share, "score": match.score}
    await tell(work, match.realtor(side), NotificationKind.NEW_MATCH, {**data, "offer_id": match.last_offer.id}, key)


async def _is_active(work: Work, match: Match, side: DealSide) -> bool:
    if side is DealSide.LEAD:
        return (await work.matching.leads.get(match.lead_id)).is_active
    return (await work.matching.properties.get(match.property_id)).is_active


async def tell_completion_asked(work: Work, match: Match, side: DealSide) -> None:
    """Ask `side` to confirm that the deal has been done."""
    key = f"completion_asked:{match.id}:{side}:{work.now().isoformat()}"
    await tell(work, match.realtor(side), NotificationKind.COMPLETION_ASKED, about(match, side), key)


async def tell_completion_declined(work: Work, match: Match, side: DealSide) -> None:
    """Tell `side`, who said that the deal was done, that the colleague does not say so."""
    data = {**about(match, side), "declined": True}
    key = f"completion_declined:{match.id}:{side}:{work.now().isoformat()}"
    await tell(work, match.realtor(side), NotificationKind.COMPLETION_ASKED, data, key)


async def tell_completed(work: Work, match: Match, side: DealSide) -> None:
    """Tell `side`, who had asked, that the deal is completed; who confirms it has it on the screen."""
    if match.within_one_realtor:
        return
    data = {**about(match, side), "share": match.agreed_share}
    await tell(work, match.realtor(side), NotificationKind.COMPLETED, data, f"completed:{match.id}:{side}")


async def take_back_notification(work: Work, match: Match, offer: Offer) -> bool:
    """Take back what the other side was told of an offer; returns whether it has not been pushed to them yet."""
    side = offer.side.other
    person = match.realtor(side)
    was_waiting = await work.outbox.cancel(person, PUSH_KIND, offer_key(offer))
    unread = await unread_about(work, person, about(match, side))
    waits_for_digest = any(one.data.get("offer_id") == offer.id and one.pushed_at is None for one in unread)
    await seen(work, person, about(match, side))
    return was_waiting or waits_for_digest


async def tell_withdrawn(work: Work, match: Match, offer: Offer) -> None:
    """Tell the side that was to answer that there is nothing to answer any more."""
    side = offer.side.other
    if match.within_one_realtor:
        return
    data = {**about(match, side), "share": offer.share}
    await tell(work, match.realtor(side), NotificationKind.OFFER_WITHDRAWN, data, f"withdrawn:{offer.id}")


async def tell_fell_through(work: Work, match: Match, side: DealSide) -> None:
    """Tell `side` that the colleague has ended the agreement, and why."""
    if match.within_one_realtor or match.ended_at is None:
        return
    key = f"fell_through:{match.id}:{match.ended_at.isoformat()}"
    await tell(work, match.realtor(side), NotificationKind.FELL_THROUGH, about(match, side), key)


def about(match: Match, side: DealSide) -> dict[str, object]:
    """What every notification about a match has: ids, and for which side it is."""
    return {"match_id": match.id, "lead_id": match.lead_id, "property_id": match.property_id, "side": side}


def offer_key(offer: Offer) -> str:
    """Names the news of an offer."""
    return f"offer:{offer.id}"


def _rejected_key(match: Match) -> str:
    moment = match.ended_at.isoformat() if match.ended_at else ""
    return f"rejected:{match.id}:{moment}"
