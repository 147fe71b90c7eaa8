"""What fits, what realtors think of it, and their matches."""

from collections.abc import Collection, Iterator

from sqlalchemy import Column, ColumnElement, Select, and_, delete, func, or_, select, true
from sqlalchemy.dialects import postgresql, sqlite

from domain.matching.deals.match import DealSide, Match, MatchId, MatchStatus, Reaction, Verdict
from domain.matching.deals.rules import MatchRules
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.listing import Page
from domain.matching.properties.property import Property, PropertyId
from domain.matching.recommendations.found import Ahead, FeedCursor, FoundPage
from domain.matching.recommendations.shape import base_price, offering_of, wish_of
from domain.money import Money
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage.matching import points_of_leads, search
from storage.matching.projection import match_lead, match_property
from storage.matching.search import Tier
from storage.matching.tables import lead_awaiting, pair, price_told, property_awaiting, reaction
from storage.scope import Scope

decided = or_(pair.c.status != MatchStatus.REJECTED, pair.c.reopened_at.is_(None))
"""A pair with a match is not recommended again, unless a changed price has reopened it."""


class SqlMatches:
    """What fits, what realtors think of it, and their matches."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @property
    def rules(self) -> MatchRules:
        """The weights, thresholds and rates of this installation."""
        return self._scope.rules

    async def properties_for(
        self, lead: Lead, *, own: bool, after: FeedCursor | None = None, offset: int = 0, limit: int = 1
    ) -> list[FoundPage]:
        """Properties that fit and are not decided about: best first, then newest, from there on."""
        tiers = self._property_tiers(lead, own=own)
        session, rules = self._scope.session, self.rules.score
        return await search.best(session, tiers, rules, after=after, offset=offset, limit=limit)

    async def leads_for(
        self, offered: Property, *, own: bool, after: FeedCursor | None = None, offset: int = 0, limit: int = 1
    ) -> list[FoundPage]:
        """Leads that fit and are not decided about: best first, then newest, from there on."""
        tiers = self._lead_tiers(offered, own=own)
        session, rules = self._scope.session, self.rules.score
        return await search.best(session, tiers, rules, after=after, offset=offset, limit=limit)

    async def count_properties_for(self, lead: Lead, *, own: bool, at_most: int) -> int:
        """How many `properties_for` would give in all, counting no further than `at_most`."""
        tiers = self._property_tiers(lead, own=own)
        return await search.count(self._scope.session, tiers, self.rules.score, at_most)

    async def count_leads_for(self, offered: Property, *, own: bool, at_most: int) -> int:
        """How many `leads_for` would give in all, counting no further than `at_most`."""
        tiers = self._lead_tiers(offered, own=own)
        return await search.count(self._scope.session, tiers, self.rules.score, at_most)

    async def properties_ahead(self, lead: Lead, cursor: FeedCursor, *, own: bool, at_most: int) -> Ahead:
        """What of `properties_for` comes before the cursor, counting no further than `at_most`."""
        tiers = self._property_tiers(lead, own=own)
        return await search.ahead(self._scope.session, tiers, self.rules.score, cursor, at_most)

    async def leads_ahead(self, offered: Property, cursor: FeedCursor, *, own: bool, at_most: int) -> Ahead:
        """What of `leads_for` comes before the cursor, counting no further than `at_most`."""
        tiers = self._lead_tiers(offered, own=own)
        return await search.ahead(self._scope.session, tiers, self.rules.score, cursor, at_most)

    async def leads_fit_by_price(self, offered: Property, old_price: Money, *, limit: int) -> list[FoundPage]:
        """What `leads_for` gives, of that only where the price fits now and did not fit before."""
        offering = offering_of(offered, self.rules.rates)
        old = base_price(old_price, self.rules.rates)
        newly = and_(
            points_of_leads.fits_price(offering.price),
            true() if old is None else or_(match_lead.c.price_min > old, match_lead.c.price_max < old),
        )
        allowed = and_(self._allowed_leads(offered, own=False), newly)
        tiers = search.lead_tiers(offering, self.rules.score, allowed)
        return await search.best(self._scope.session, tiers, self.rules.score, limit=limit)

    async def begin_to_await(self, side: DealSide, row_id: int) -> None:
        """Remember that nothing fits this lead or property, and that its realtor is to be told when something does."""
        column = _awaiting(side)
        session = self._scope.session
        insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert(column.table)
        await session.execute(insert.values({column.name: row_id}).on_conflict_do_nothing())

    async def stop_awaiting(self, side: DealSide, row_ids: Collection[int]) -> None:
        """Their realtors are told now."""
        if row_ids:
            column = _awaiting(side)
            await self._scope.session.execute(delete(column.table).where(column.in_(row_ids)))

    async def leads_awaiting(self, offered: Property, *, limit: int) -> list[FoundPage]:
        """What `leads_for` gives, of that only leads whose realtors wait for something that fits."""
        waits = match_lead.c.id.in_(select(lead_awaiting.c.lead_id))
        allowed = and_(waits, self._allowed_leads(offered, own=False))
        tiers = search.lead_tiers(offering_of(offered, self.rules.rates), self.rules.score, allowed)
        return await search.best(self._scope.session, tiers, self.rules.score, limit=limit)

    async def properties_awaiting(self, lead: Lead, *, limit: int) -> list[FoundPage]:
        """What `properties_for` gives, of that only properties whose realtors wait for a lead that fits."""
        waits = match_property.c.id.in_(select(property_awaiting.c.property_id))
        allowed = and_(waits, self._allowed_properties(lead, own=False))
        tiers = search.property_tiers(wish_of(lead, self.rules.rates), self.rules.score, allowed)
        return await search.best(self._scope.session, tiers, self.rules.score, limit=limit)

    def _property_tiers(self, lead: Lead, *, own: bool) -> Iterator[Tier]:
        wish = wish_of(lead, self.rules.rates)
        return search.property_tiers(wish, self.rules.score, self._allowed_properties(lead, own=own))

    def _allowed_properties(self, lead: Lead, *, own: bool) -> ColumnElement[bool]:
        row = match_property.c
        tests: list[ColumnElement[bool]] = [
            row.id.not_in(
                select(reaction.c.property_id).where(
                    reaction.c.lead_id == lead.id,
                    reaction.c.side == DealSide.LEAD,
                    reaction.c.verdict == Verdict.DISLIKE,
                )
            ),
            row.id.not_in(select(pair.c.property_id).where(pair.c.lead_id == lead.id, decided)),
        ]
        if not own:
            tests.append(row.realtor_id != lead.realtor_id)
        return and_(*tests)

    def _lead_tiers(self, offered: Property, *, own: bool) -> Iterator[Tier]:
        offering = offering_of(offered, self.rules.rates)
        return search.lead_tiers(offering, self.rules.score, self._allowed_leads(offered, own=own))

    def _allowed_leads(self, offered: Property, *, own: bool) -> ColumnElement[bool]:
        row = match_lead.c
        tests: list[ColumnElement[bool]] = [
            row.id.not_in(
                select(reaction.c.lead_id).where(
                    reaction.c.property_id == offered.id,
                    reaction.c.side == DealSide.PROPERTY,
                    reaction.c.verdict == Verdict.DISLIKE,
                )
            ),
            row.id.not_in(select(pair.c.lead_id).where(pair.c.property_id == offered.id, decided)),
        ]
        if not own:
            tests.append(row.realtor_id != offered.realtor_id)
        return and_(*tests)

    async def get(self, match_id: MatchId) -> Match:
        """The match, or `NotFound`."""
        return await self._one(select(Match).where(pair.c.id == match_id))

    async def hold(self, match_id: MatchId) -> Match:
        """The match as it is now, or `NotFound`; nobody else can change it until the transaction ends."""
        return await self._one(_held(select(Match).where(pair.c.id == match_id)))

    async def _one(self, query: Select[Match]) -> Match:
        found = await self._scope.session.scalar(query)
        if found is None:
            raise NotFound
        return found

    async def hold_pair(self, lead_id: LeadId, property_id: PropertyId) -> Match | None:
        """The pair's match, held like `hold` does."""
        query = select(Match).where(pair.c.lead_id == lead_id, pair.c.property_id == property_id)
        return await self._scope.session.scalar(_held(query))

    async def hold_of(self, side: DealSide, row_id: int, status: MatchStatus) -> list[Match]:
        """The lead's or property's matches with this status, held like `hold` does."""
        column = pair.c.lead_id if side is DealSide.LEAD else pair.c.property_id
        query = select(Match).where(column == row_id, pair.c.status == status).order_by(pair.c.id)
        return list(await self._scope.session.scalars(_held(query)))

    async def tally(
        self, realtor: PersonId, *, lead_id: LeadId | None = None, property_id: PropertyId | None = None
    ) -> dict[MatchStatus, int]:
        """How many matches there are by status, each status being named."""
        query = (
            select(pair.c.status, func.count()).where(*_tests(realtor, lead_id, property_id)).group_by(pair.c.status)
        )
        found: dict[MatchStatus, int] = dict((await self._scope.session.execute(query)).all())
        return {status: found.get(status, 0) for status in MatchStatus}

    async def add(self, match: Match) -> None:
        """Keep a new match with its offers, which get their ids; of two at once, one has to try again."""
        self._scope.session.add(match)
        await self._scope.session.flush()

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
        tests = _tests(realtor, lead_id, property_id)
        if status is not None:
            tests.append(pair.c.status == status)
        session = self._scope.session
        total = await session.scalar(select(func.count()).select_from(pair).where(*tests)) or 0
        query = select(Match).where(*tests).order_by(pair.c.id.desc()).offset(offset).limit(limit)
        return Page(tuple(await session.scalars(query)), offset, total)

    async def reaction(self, lead_id: LeadId, property_id: PropertyId, side: DealSide) -> Reaction | None:
        """What this side thinks of the pair."""
        return await self._scope.session.scalar(
            select(Reaction).where(
                reaction.c.lead_id == lead_id,
                reaction.c.property_id == property_id,
                reaction.c.side == side,
            )
        )

    async def react(self, new: Reaction) -> None:
        """Keep a reaction in place of the side's earlier one."""
        earlier = await self.reaction(new.lead_id, new.property_id, new.side)
        if earlier is None:
            self._scope.session.add(new)
        else:
            earlier.verdict, earlier.reacted_at = new.verdict, new.reacted_at
        await self._scope.session.flush()

    async def forget_reaction(self, old: Reaction) -> None:
        """Undo a reaction."""
        await self._scope.session.delete(old)
        await self._scope.session.flush()

    async def disliked_by(self, side: DealSide, row_id: int) -> list[Reaction]:
        """Dislikes by `side` of this row of the other side (a property's by leads, or reversed)."""
        column = reaction.c.property_id if side is DealSide.LEAD else reaction.c.lead_id
        query = select(Reaction).where(column == row_id, reaction.c.side == side, reaction.c.verdict == Verdict.DISLIKE)
        return list(await self._scope.session.scalars(query))

    async def not_yet_told(self, lead_ids: Collection[LeadId], property_id: PropertyId, price: Money) -> list[LeadId]:
        """Those of the leads that have not been asked about with this property and price before."""
        if not lead_ids:
            return []
        session = self._scope.session
        insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert(price_told)
        new = await session.execute(
            insert.values(
                [
                    {
                        "property_id": property_id,
                        "lead_id": lead_id,
                        "price_minor": price.minor,
                        "price_currency": price.currency,
                    }
                    for lead_id in lead_ids
                ]
            )
            .on_conflict_do_nothing()
            .returning(price_told.c.lead_id)
        )
        fresh = set(new.scalars())
        return [lead_id for lead_id in lead_ids if lead_id in fresh]


def _awaiting(side: DealSide) -> Column[int]:
    return lead_awaiting.c.lead_id if side is DealSide.LEAD else property_awaiting.c.property_id


def _tests(realtor: PersonId, lead_id: LeadId | None, property_id: PropertyId | None) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = [or_(pair.c.lead_realtor_id == realtor, pair.c.property_realtor_id == realtor)]
    if lead_id is not None:
        tests.append(pair.c.lead_id == lead_id)
    if property_id is not None:
        tests.append(pair.c.property_id == property_id)
    return tests


def _held(query: Select[Match]) -> Select[Match]:
    # of=pair: the offers come by a query of their own and need no lock
    return query.with_for_update(of=pair).execution_options(populate_existing=True)
