"""Stored leads."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, select

from domain.matching.deals.match import MatchStatus
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.listing import Listed, Page, Sort
from domain.matching.status import CardStatus
from domain.people.person import PersonId
from domain.refusal import NotFound
from storage import words
from storage.matching.projection import project_lead
from storage.matching.tables import lead, pair
from storage.scope import Scope

match_count = (
    select(func.count())
    .select_from(pair)
    .where(pair.c.lead_id == lead.c.id, pair.c.status != MatchStatus.REJECTED)
    .correlate(lead)
    .scalar_subquery()
)
price = func.coalesce(lead.c.budget_most, lead.c.budget_least)

ORDER: dict[Sort, tuple[ColumnElement[object], ...]] = {
    Sort.NEWEST: (lead.c.id.desc(),),
    Sort.OLDEST: (lead.c.id.asc(),),
    Sort.PRICE_UP: (lead.c.budget_currency, price.asc(), lead.c.id.desc()),
    Sort.PRICE_DOWN: (lead.c.budget_currency, price.desc(), lead.c.id.desc()),
    Sort.MATCHES: (match_count.desc(), lead.c.id.desc()),
}


class SqlLeads:
    """Stored leads."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, lead_id: LeadId, *, hold: bool = False) -> Lead:
        """Anybody's lead, or `NotFound`; `hold` keeps others from changing it in this transaction."""
        query = select(Lead).where(lead.c.id == lead_id)
        if hold:
            query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
        found = await self._scope.session.scalar(query)
        if found is None:
            raise NotFound
        return found

    async def of(self, realtor: PersonId, lead_id: LeadId, *, hold: bool = False) -> Lead:
        """The realtor's own lead, or `NotFound`."""
        found = await self.get(lead_id, hold=hold)
        if found.realtor_id != realtor:
            raise NotFound
        return found

    async def many(self, lead_ids: Collection[LeadId]) -> list[Lead]:
        """Those that exist, in any order."""
        return list(await self._scope.session.scalars(select(Lead).where(lead.c.id.in_(lead_ids))))

    async def listed(
        self, realtor: PersonId, *, status: CardStatus, search: str | None, sort: Sort, offset: int, limit: int
    ) -> Page[Listed[Lead]]:
        """A page of the realtor's own leads."""
        session = self._scope.session
        tests = [lead.c.realtor_id == realtor, lead.c.status == status]
        if search:
            tests += words.contains_all(lead.c.search_text, search)
        total = await session.scalar(select(func.count()).select_from(lead).where(*tests)) or 0
        query = select(Lead, match_count).where(*tests).order_by(*ORDER[sort]).offset(offset).limit(limit)
        rows = (await session.execute(query)).all()
        return Page(tuple(Listed(item, matches) for item, matches in rows), offset, total)

    async def like(self, sought: Lead) -> list[Lead]:
        """The same realtor's active leads with the same deal, city and upper budget."""
        query = select(Lead).where(
            lead.c.realtor_id == sought.realtor_id,
            lead.c.status == CardStatus.ACTIVE,
            lead.c.deal == sought.deal,
            lead.c.city == sought.city,
            lead.c.budget_most.is_not_distinct_from(sought.budget.most),
        )
        return list(await self._scope.session.scalars(query.order_by(lead.c.id)))

    async def save(self, saved: Lead) -> None:
        """Keep a new or changed lead and what it is found by; gives a new one its id."""
        saved.search_text = words.searchable(
            saved.title,
            saved.city,
            *saved.districts,
            *saved.metro_stations,
            saved.additional_requirements,
        )
        session = self._scope.session
        session.add(saved)
        await session.flush()
        await project_lead(session, saved, self._scope.rules.rates)
