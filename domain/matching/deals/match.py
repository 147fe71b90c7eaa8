"""A match is a lead and a property that somebody wants to bring together, and the talk about the commission.

Each offer is answered by the other side: agreed, turned down, or answered with another share. Agreement opens
both contacts; the deal is completed when one side says so and the other confirms.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.people.person import PersonId
from domain.refusal import Conflict, NotFound
from domain.share import Share

MatchId = NewType("MatchId", int)
OfferId = NewType("OfferId", int)


class DealSide(StrEnum):
    """Whose realtor acts: the one with the client, or the one with the property."""

    LEAD = "LEAD"
    PROPERTY = "PROPERTY"

    @property
    def other(self) -> "DealSide":
        """The opposite side."""
        return DealSide.PROPERTY if self is DealSide.LEAD else DealSide.LEAD


class MatchStatus(StrEnum):
    """How far a match has come."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    COMPLETED = "COMPLETED"


class DealEnding(StrEnum):
    """Why a match was rejected."""

    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    """Who had proposed took it back before there was an answer."""
    FELL_THROUGH = "FELL_THROUGH"
    """They had agreed, and nothing came of it."""
    LEAD_ARCHIVED = "LEAD_ARCHIVED"
    PROPERTY_ARCHIVED = "PROPERTY_ARCHIVED"
    LEAD_DONE = "LEAD_DONE"
    """The client has found another property."""
    PROPERTY_DONE = "PROPERTY_DONE"
    """Another client has taken it."""

    @classmethod
    def archived(cls, side: DealSide, *, deal_done: bool = False) -> "DealEnding":
        """The ending that archiving this side's row makes."""
        if deal_done:
            return cls.LEAD_DONE if side is DealSide.LEAD else cls.PROPERTY_DONE
        return cls.LEAD_ARCHIVED if side is DealSide.LEAD else cls.PROPERTY_ARCHIVED


class FallThrough(StrEnum):
    """Why nothing came of an agreement."""

    CLIENT_CHANGED_MIND = "CLIENT_CHANGED_MIND"
    OWNER_CHANGED_MIND = "OWNER_CHANGED_MIND"
    TAKEN = "TAKEN"
    """The client has found another one, or another client has taken it."""
    PRICE = "PRICE"
    LOAN_REFUSED = "LOAN_REFUSED"
    OTHER = "OTHER"
    """As the note says."""


class Verdict(StrEnum):
    """What a realtor thinks of a recommendation."""

    LIKE = "LIKE"
    DISLIKE = "DISLIKE"


@dataclass(eq=False, kw_only=True)
class Offer:
    """One proposal of a share; offers are only added, so they are the history of the talk."""

    id: OfferId = field(default=OfferId(0), init=False)
    number: int
    """From 1, within the match."""
    side: DealSide
    share: int
    """Of the commission, for the client's realtor, in hundredths of a percent."""
    note: str | None
    made_at: dt.datetime
    withdrawn_at: dt.datetime | None = None
    """When its maker took it back, or put another in its place."""


@dataclass(eq=False, kw_only=True)
class Reaction:
    """A side's like or dislike of a pair; one for each pair and side."""

    id: int = field(default=0, init=False)
    lead_id: LeadId
    property_id: PropertyId
    side: DealSide
    verdict: Verdict
    reacted_at: dt.datetime


@dataclass(eq=False, kw_only=True)
class Match:
    """The one match of a lead and a property."""

    id: MatchId = field(default=MatchId(0), init=False)
    lead_id: LeadId
    property_id: PropertyId
    lead_realtor_id: PersonId
    property_realtor_id: PersonId
    score: int
    """0 to 100, as it was when the match was made or taken up again."""
    created_at: dt.datetime
    status: MatchStatus = MatchStatus.PENDING
    offers: list[Offer] = field(default_factory=list)
    agreed_share: int | None = None
    contact_shared_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    ended_by: DealSide | None = None
    ending: DealEnding | None = None
    end_reason: FallThrough | None = None
    end_note: str | None = None
    """The reason in words of who ended it."""
    reopened_at: dt.datetime | None = None
    """When a rejected pair became available again (a changed price, nothing came of it); None once it is taken up."""
    completion_asked_by: DealSide | None = None
    completion_asked_at: dt.datetime | None = None
    completed_at: dt.datetime | None = None
    version: int = field(default=0, init=False)

    @property
    def within_one_realtor(self) -> bool:
        """Whether both rows belong to the same realtor, who then has nobody to ask."""
        return self.lead_realtor_id == self.property_realtor_id

    @property
    def last_offer(self) -> Offer:
        """The offer on the table; the last one made if each has been taken back."""
        return next((one for one in reversed(self.offers) if one.withdrawn_at is None), self.offers[-1])

    def side_of(self, person: PersonId) -> DealSide:
        """The side this person acts for; `NotFound` for others; the lead's where both are one's own."""
        if person == self.lead_realtor_id:
            return DealSide.LEAD
        if person == self.property_realtor_id:
            return DealSide.PROPERTY
        raise NotFound

    def realtor(self, side: DealSide) -> PersonId:
        """Who acts for the side."""
        return self.lead_realtor_id if side is DealSide.LEAD else self.property_realtor_id

    def may_answer(self, side: DealSide) -> bool:
        """Whether it is this side's turn."""
        return self.status is MatchStatus.PENDING and self.last_offer.side is not side

    def propose(self, side: DealSide, share: int, note: str | None, now: dt.datetime) -> Offer:
        """Put a share on the table."""
        offer = Offer(number=len(self.offers) + 1, side=side, share=share, note=note, made_at=now)
        self.offers.append(offer)
        return offer

    def must_be_answerable(self, side: DealSide, seen: OfferId) -> None:
        """Raise `Conflict` unless the talk is open, and the offer seen is the last and the other side's."""
        self.must_be_pending()
        last = Share(self.last_offer.share)
        if self.last_offer.side is side:
            raise Conflict("You have offered {share}; now it is your colleague's turn.", share=last)
        if self.last_offer.id != seen:
            raise Conflict("There is a newer offer: {share}.", share=last)

    def must_be_mine(self, side: DealSide, seen: OfferId) -> Offer:
        """The offer seen, if it is this side's and waits for an answer; else a `Conflict` says what has changed."""
        self.must_be_pending()
        last = self.last_offer
        if last.side is not side or last.id != seen:
            raise Conflict("There is a newer offer: {share}.", share=Share(last.share))
        return last

    def must_be_pending(self) -> None:
        """Raise `Conflict`, saying how it ended, unless the commission is still being talked about."""
        match self.status:
            case MatchStatus.ACCEPTED:
                raise Conflict("You have already agreed on {share}.", share=Share(self.agreed_share or 0))
            case MatchStatus.COMPLETED:
                raise Conflict("This deal has been completed on {date}.", date=self.completed_at)
            case MatchStatus.REJECTED:
                raise Conflict("This match was closed on {date}.", date=self.ended_at)

    def agree(self, now: dt.datetime) -> None:
        """Agree on the share on the table; both contacts are open from now on."""
        self.status = MatchStatus.ACCEPTED
        self.agreed_share = self.last_offer.share
        self.contact_shared_at = now

    def end(self, side: DealSide, ending: DealEnding, now: dt.datetime) -> None:
        """Stop talking about it."""
        self.status, self.ended_by, self.ending, self.ended_at = MatchStatus.REJECTED, side, ending, now
        self.reopened_at = None
        self.withdraw_completion()

    def withdraw(self, offer: Offer, now: dt.datetime) -> None:
        """Take an offer back; with no other left there is nothing to talk about, and the pair is open again."""
        offer.withdrawn_at = now
        if all(one.withdrawn_at is not None for one in self.offers):
            self.end(offer.side, DealEnding.WITHDRAWN, now)
            self.reopened_at = now

    def fall_through(self, side: DealSide, reason: FallThrough, note: str | None, now: dt.datetime) -> None:
        """Nothing comes of the agreement; the pair is open again."""
        self.end(side, DealEnding.FELL_THROUGH, now)
        self.end_reason, self.end_note, self.reopened_at = reason, note, now

    def resume(self) -> None:
        """Go on where the talk was stopped: agreed, if it had come so far."""
        self.status = MatchStatus.PENDING if self.agreed_share is None else MatchStatus.ACCEPTED
        self._forget_ending()

    def begin_again(self) -> None:
        """Talk about it once more; what had been agreed before binds nobody, and no earlier offer can be taken."""
        self.status, self.agreed_share = MatchStatus.PENDING, None
        self._forget_ending()

    def _forget_ending(self) -> None:
        self.ended_by, self.ending, self.ended_at, self.reopened_at = None, None, None, None
        self.end_reason, self.end_note = None, None

    def must_be_agreed(self) -> None:
        """Raise `Conflict` unless the commission is agreed and the deal not completed yet."""
        if self.status is MatchStatus.COMPLETED:
            raise Conflict("This deal has been completed on {date}.", date=self.completed_at)
        if self.status is MatchStatus.REJECTED:
            raise Conflict("This match was closed on {date}.", date=self.ended_at)
        if self.status is not MatchStatus.ACCEPTED:
            raise Conflict("Agree on the commission first.")

    def ask_completion(self, side: DealSide, now: dt.datetime) -> None:
        """Say that the deal has been done; the other side is asked to confirm."""
        self.completion_asked_by, self.completion_asked_at = side, now

    def withdraw_completion(self) -> None:
        """The deal is not done after all."""
        self.completion_asked_by, self.completion_asked_at = None, None

    def complete(self, now: dt.datetime) -> None:
        """Both sides say that the deal has been done."""
        self.status, self.completed_at = MatchStatus.COMPLETED, now
