"""How use cases reach stored leads, properties and matches, and find what fits."""

from collections.abc import Collection
from typing import Protocol

from domain.matching.deals.match import DealSide, Match, MatchId, MatchStatus, Reaction
from domain.matching.deals.rules import MatchRules
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.listing import Listed, Page, Sort
from domain.matching.properties.property import PriceChange, Property, PropertyId
from domain.matching.recommendations.found import Ahead, FeedCursor, FoundPage
from domain.matching.status import CardStatus
from domain.money import Money
from domain.people.person import PersonId


class Leads(Protocol):
    """Stored leads."""

    async def get(self, lead_id: LeadId, *, hold: bool = False) -> Lead:
        """Anybody's lead, or `NotFound`; `hold` keeps others from changing it in this transaction."""

    async def of(self, realtor: PersonId, lead_id: LeadId, *, hold: bool = False) -> Lead:
        """The realtor's own lead, or `NotFound`."""

    async def many(self, lead_ids: Collection[LeadId]) -> list[Lead]:
        """Those that exist, in any order."""

    async def listed(
        self, realtor: PersonId, *, status: CardStatus, search: str | None, sort: Sort, offset: int, limit: int
    ) -> Page[Listed[Lead]]:
        """A page of the realtor's own leads."""

    async def like(self, sought: Lead) -> list[Lead]:
        """The same realtor's active leads with the same deal, city and upper budget."""

    async def save(self, lead: Lead) -> None:
        """Keep a new or changed lead and what it is found by; gives a new one its id."""


class Properties(Protocol):
    """Stored properties."""

    async def get(self, property_id: PropertyId, *, hold: bool = False) -> Property:
        """Anybody's property, or `NotFound`; `hold` keeps others from changing it in this transaction."""

    async def of(self, realtor: PersonId, property_id: PropertyId, *, hold: bool = False) -> Property:
        """The realtor's own property, or `NotFound`."""

    async def many(self, property_ids: Collection[PropertyId]) -> list[Property]:
        """Those that exist, in any order."""

    async def listed(
        self, realtor: PersonId, *, status: CardStatus, search: str | None, sort: Sort, offset: int, limit: int
    ) -> Page[Listed[Property]]:
        """A page of the realtor's own properties."""

    async def like(self, offered: Property) -> list[Property]:
        """The same realtor's active properties with the same deal, kind, area and rooms."""

    async def save(self, offered: Property) -> None:
        """Keep a new or changed property and what it is found by; gives a new one its id."""

    def add_price(self, change: PriceChange) -> None:
        """Remember what it costs from now on."""

    async def prices(self, property_id: PropertyId) -> list[PriceChange]:
        """What it has cost, the oldest price first."""


class Matches(Protocol):
    """What fits, what realtors think of it, and their matches."""

    @property
    def rules(self) -> MatchRules:
        """The weights, thresholds and rates of this installation."""

    async def properties_for(
        self, lead: Lead, *, own: bool, after: FeedCursor | None = None, offset: int = 0, limit: int = 1
    ) -> list[FoundPage]:
        """Properties that fit and are not decided about: best first, then newest, from there on."""

    async def leads_for(
        self, offered: Property, *, own: bool, after: FeedCursor | None = None, offset: int = 0, limit: int = 1
    ) -> list[FoundPage]:
        """Leads that fit and are not decided about: best first, then newest, from there on."""

    async def count_properties_for(self, lead: Lead, *, own: bool, at_most: int) -> int:
        """How many `properties_for` would give in all, counting no further than `at_most`."""

    async def count_leads_for(self, offered: Property, *, own: bool, at_most: int) -> int:
        """How many `leads_for` would give in all, counting no further than `at_most`."""

    async def properties_ahead(self, lead: Lead, cursor: FeedCursor, *, own: bool, at_most: int) -> Ahead:
        """What of `properties_for` comes before the cursor, counting no further than `at_most`."""

    async def leads_ahead(self, offered: Property, cursor: FeedCursor, *, own: bool, at_most: int) -> Ahead:
        """What of `leads_for` comes before the cursor, counting no further than `at_most`."""

    async def leads_fit_by_price(self, offered: Property, old_price: Money, *, limit: int) -> list[FoundPage]:
        """What `leads_for` gives, of that only where the price fits now and did not fit before."""

    async def begin_to_await(self, side: DealSide, row_id: int) -> None:
        """Remember that nothing fits this lead or property, and that its realtor is to be told when something does."""

    async def stop_awaiting(self, side: DealSide, row_ids: Collection[int]) -> None:
        """Their realtors are told now."""

    async def leads_awaiting(self, offered: Property, *, limit: int) -> list[FoundPage]:
        """What `leads_for` gives, of that only leads whose realtors wait for something that fits."""

    async def properties_awaiting(self, lead: Lead, *, limit: int) -> list[FoundPage]:
        """What `properties_for` gives, of that only properties whose realtors wait for a lead that fits."""

    async def get(self, match_id: MatchId) -> Match:
        """The match, or `NotFound`."""

    async def hold(self, match_id: MatchId) -> Match:
        """The match as it is now, or `NotFound`; nobody else can change it until the transaction ends."""

    async def hold_pair(self, lead_id: LeadId, property_id: PropertyId) -> Match | None:
        """The pair's match, held like `hold` does."""

    async def hold_of(self, side: DealSide, row_id: int, status: MatchStatus) -> list[Match]:
        """The lead's or property's matches with this status, held like `hold` does."""

    async def tally(
        self, realtor: PersonId, *, lead_id: LeadId | None = None, property_id: PropertyId | None = None
    ) -> dict[MatchStatus, int]:
        """How many matches there are by status, each status being named."""

    async def add(self, match: Match) -> None:
        """Keep a new match with its offers, which get their ids; of two at once, one has to try again."""

    async def listed(
        self,
        realtor: PersonId,
        *,
        lead_id: LeadId | None,
        property_id: PropertyId | None,
        status: MatchStatus | None,
        offset: int,
        limit: int,
    ) -> Page[Match]:
        """A page of the matches in which the realtor has a side, the most recent first."""

    async def reaction(self, lead_id: LeadId, property_id: PropertyId, side: DealSide) -> Reaction | None:
        """What this side thinks of the pair."""

    async def react(self, reaction: Reaction) -> None:
        """Keep a reaction in place of the side's earlier one."""

    async def forget_reaction(self, reaction: Reaction) -> None:
        """Undo a reaction."""

    async def disliked_by(self, side: DealSide, row_id: int) -> list[Reaction]:
        """Dislikes by `side` of this row of the other side (a property's by leads, or reversed)."""

    async def not_yet_told(self, lead_ids: Collection[LeadId], property_id: PropertyId, price: Money) -> list[LeadId]:
        """Those of the leads that have not been asked about with this property and price before."""
