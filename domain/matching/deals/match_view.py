"""What a realtor sees of a match: both rows, the talk so far, whose turn it is, and what happened when."""

import datetime as dt
from dataclasses import dataclass, replace

from domain.matching.deals.colleague import Colleague, colleague_of
from domain.matching.deals.disclosure import LEAD, TALK, may_see, shown, stage_of
from domain.matching.deals.match import DealSide, Match, MatchStatus, Offer
from domain.matching.leads.lead import Lead, private_notes
from domain.matching.leads.lead_card import LeadCard
from domain.matching.properties.property import Property
from domain.matching.properties.property_card import PropertyCard
from domain.matching.recommendations.explain import Phrase, explain
from domain.matching.recommendations.fit import Fit, fit
from domain.money import Money
from domain.people.person import Person
from domain.work import Work

Event = tuple[str, dt.datetime]
"""A gettext message without facts, and when it happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """A match from one side; of the other side's row what is open at this stage."""

    match: Match
    side: DealSide
    colleague: Colleague
    lead: LeadCard
    lead_title: str | None
    """Only for the lead's own realtor."""
    offered: PropertyCard
    fit: Fit
    """As the two are now; `match.score` is how it was when they met."""
    reasons: tuple[Phrase, ...]
    misses: tuple[Phrase, ...]
    price_before: Money | None = None
    """What the property cost when they began to talk, if it costs something else now; looked up for one match only."""

    @property
    def offers(self) -> tuple[Offer, ...]:
        """The whole talk, from the first offer."""
        return tuple(self.match.offers)

    def note_of(self, offer: Offer) -> str | None:
        """What was written with an offer."""
        note: str | None = shown(TALK, "notes", offer.note, stage_of(self.match))
        return note

    @property
    def is_my_turn(self) -> bool:
        """Whether this side is to accept, reject or answer."""
        return self.match.may_answer(self.side)

    @property
    def may_confirm(self) -> bool:
        """Whether the colleague has said that the deal is done and waits for this side."""
        is_open = self.match.status is MatchStatus.ACCEPTED
        return is_open and self.match.completion_asked_by is self.side.other

    @property
    def timeline(self) -> tuple[Event, ...]:
        """What happened when, the earliest first."""
        match = self.match
        events = (
            ("The match was made", match.created_at),
            ("Contacts were opened", match.contact_shared_at),
            ("The match was closed", match.ended_at),
            ("It became available again", match.reopened_at),
            ("The deal was marked as done", match.completion_asked_at),
            ("The deal was completed", match.completed_at),
        )
        known = [(message, moment) for message, moment in events if moment is not None]
        return tuple(sorted(known, key=lambda event: event[1]))


async def view(work: Work, actor: Person, match: Match, lead: Lead, offered: Property) -> MatchView:
    """The match as the actor, who has a side in it, sees it."""
    side, stage = match.side_of(actor.id), stage_of(match)
    now = fit(lead, offered, work.matching.matches.rules)
    reasons, misses = explain(now)
    is_mine = lead.realtor_id == actor.id
    opens = not is_mine and lead.has_client and may_see(LEAD, "client_name", stage)
    private = await work.vault.read(lead.realtor_id, private_notes(lead.id)) if opens else {}
    return MatchView(
        match=match,
        side=side,
        colleague=await colleague_of(work, match.realtor(side.other), stage),
        lead=LeadCard.of(lead, stage, private),
        lead_title=lead.title if is_mine else None,
        offered=PropertyCard.of(offered, stage),
        fit=now,
        reasons=tuple(reasons),
        misses=tuple(misses),
    )


async def with_price_before(work: Work, seen: MatchView) -> MatchView:
    """The same with what the property cost when the two began to talk."""
    known = await work.matching.properties.prices(seen.offered.id)
    then = [one.price for one in known if one.since <= seen.match.created_at]
    before = then[-1] if then else None
    return replace(seen, price_before=before if before != seen.offered.price else None)
