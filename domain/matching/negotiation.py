"""What both realtors are told while they talk about a match, and how a talk is agreed or closed."""

import datetime as dt

from domain.matching.match import Ending, Match, MatchStatus, Side
from domain.notifications.notification import Kind
from domain.notifications.seen import seen
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
    kind = Kind.NEW_MATCH if is_first else Kind.COUNTER_OFFER
    data = {**_about(match, side), "offer_id": offer.id, "share": offer.share, "score": match.score}
    await tell(work, match.realtor(side), kind, data, f"offer:{offer.id}")


async def has_seen(work: Work, match: Match, side: Side) -> None:
    """Whoever acts on a match has read what they were told about it."""
    await seen(work, match.realtor(side), _about(match, side))


async def agree(work: Work, match: Match) -> None:
    """Agree on the share on the table: both contacts are open, and both are told at once."""
    match.agree(work.now())
    if match.within_one_realtor:
        return
    for side in Side:
        data = {**_about(match, side), "share": match.agreed_share}
        key = f"contact_shared:{match.id}:{match.last_offer.number}:{side}"
        await tell(work, match.realtor(side), Kind.CONTACT_SHARED, data, key)


async def tell_rejected(work: Work, match: Match) -> None:
    """Tell the other side that the talk is closed, and why."""
    if match.within_one_realtor or match.ended_by is None:
        return
    side = match.ended_by.other
    data = {**_about(match, side), "ending": match.ending}
    wait = UNDO_WINDOW if match.ending is not Ending.DECLINED else dt.timedelta(0)
    await tell(work, match.realtor(side), Kind.MATCH_REJECTED, data, _rejected_key(match), not_before=work.now() + wait)


async def close_for_archive(work: Work, side: Side, row_id: int) -> None:
    """Close the open talks about a lead or a property that goes to the archive."""
    for match in await work.matches.hold_of(side, row_id, MatchStatus.PENDING):
        match.end(side, Ending.archived(side), work.now())
        await tell_rejected(work, match)


async def reopen_from_archive(work: Work, side: Side, row_id: int) -> None:
    """Take up the talks that archiving this lead or property has closed; told again only if the news has gone out."""
    for match in await work.matches.hold_of(side, row_id, MatchStatus.REJECTED):
        if match.ending is not Ending.archived(side) or match.ended_at is None:
            continue
        was_told = work.now() - match.ended_at >= UNDO_WINDOW
        await work.outbox.cancel(match.realtor(side.other), PUSH_KIND, _rejected_key(match))
        key = f"resumed:{match.id}:{match.ended_at.isoformat()}"
        match.resume()
        if was_told and not match.within_one_realtor:
            data = {**_about(match, side.other), "again": True, "share": match.last_offer.share, "score": match.score}
            data["offer_id"] = match.last_offer.id
            await tell(work, match.realtor(side.other), Kind.NEW_MATCH, data, key)


async def tell_completion_asked(work: Work, match: Match, side: Side) -> None:
    """Ask `side` to confirm that the deal has been done."""
    key = f"completion_asked:{match.id}:{side}:{work.now().isoformat()}"
    await tell(work, match.realtor(side), Kind.COMPLETION_ASKED, _about(match, side), key)


async def tell_completion_declined(work: Work, match: Match, side: Side) -> None:
    """Tell `side`, who said that the deal was done, that the colleague does not say so."""
    data = {**_about(match, side), "declined": True}
    key = f"completion_declined:{match.id}:{side}:{work.now().isoformat()}"
    await tell(work, match.realtor(side), Kind.COMPLETION_ASKED, data, key)


async def tell_completed(work: Work, match: Match) -> None:
    """Tell both that the deal is completed."""
    if match.within_one_realtor:
        return
    for side in Side:
        data = {**_about(match, side), "share": match.agreed_share}
        await tell(work, match.realtor(side), Kind.COMPLETED, data, f"completed:{match.id}:{side}")


def _about(match: Match, side: Side) -> dict[str, object]:
    return {"match_id": match.id, "lead_id": match.lead_id, "property_id": match.property_id, "side": side}


def _rejected_key(match: Match) -> str:
    moment = match.ended_at.isoformat() if match.ended_at else ""
    return f"rejected:{match.id}:{moment}"
