"""Realtors who work together without the chat: each has a name, and does through the use cases what the chat offers."""

import dataclasses
from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from domain.matching.deals.match import OfferId
from domain.matching.deals.rules import MatchRules
from domain.matching.deals.show_match import show_match
from domain.matching.leads.add_lead import add_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.add_property import add_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.recommendations.budget import Budget
from domain.matching.terms import Deal, PropertyType
from domain.money import Money
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person, PushPace, Role
from domain.work import Work
from storage.database import Database
from storage.sealing import Sealer
from storage.work import SqlWork
from tests.support.clock import HeldClock

P = ParamSpec("P")
R = TypeVar("R")

MILLION = 100_000_000
"""In kopecks."""


def flat(**fields: Any) -> PropertyDraft:
    """An ordinary flat to sell: 2 rooms, 54 m², 18.5 million, half of the commission."""
    ordinary: dict[str, Any] = {
        "deal": Deal.SALE,
        "property_type": PropertyType.APARTMENT,
        "city": "Москва",
        "district": "Арбат",
        "metro_station": "Арбатская",
        "price": Money(18_500_000_00, "RUB"),
        "area": 54_00,
        "rooms": 2,
        "floor": 5,
        "total_floors": 9,
        "commission_share": 50_00,
    }
    return PropertyDraft(**(ordinary | fields))


def request(**fields: Any) -> LeadDraft:
    """A young couple who look for just that flat."""
    ordinary: dict[str, Any] = {
        "deal": Deal.SALE,
        "city": "Москва",
        "districts": ("Арбат", "Хамовники"),
        "budget": up_to(19),
        "area_min": 45_00,
        "rooms": (2,),
    }
    return LeadDraft(**(ordinary | fields))


def up_to(millions: float, currency: str = "RUB") -> Budget:
    """A budget without a lower bound."""
    return Budget(None, int(millions * MILLION), currency)


class Realtor:
    """Somebody who uses the product."""

    def __init__(self, agency: "Agency", person: Person) -> None:
        self._agency = agency
        self.person = person

    async def does(
        self, use_case: Callable[Concatenate[Work, Person, P], Awaitable[R]], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call a use case."""
        return await use_case(self._agency.work(), self.person, *args, **kwargs)

    async def has_property(self, **fields: Any) -> PropertyId:
        """Add a flat, also one that looks like another of theirs."""
        return await self.does(add_property, flat(**fields), again=True)

    async def has_lead(self, **fields: Any) -> LeadId:
        """Add a lead, also one that looks like another of theirs."""
        return await self.does(add_lead, request(**fields), again=True)

    async def sees_offer(self, match_id: Any) -> OfferId:
        """The offer on the table."""
        return (await self.does(show_match, match_id)).offers[-1].id

    async def inbox(self) -> list[Notification]:
        """What the realtor has been told, the latest first."""
        work = self._agency.work()
        async with work.reading():
            return await work.notifications.inbox(self.person.id, unread_only=False, offset=0, limit=100)

    async def heard(self) -> list[NotificationKind]:
        """Kinds of what the realtor has been told, the earliest first."""
        return [one.kind for one in reversed(await self.inbox())]


class Agency:
    """The database, the clock, and whoever works."""

    def __init__(self, database: Database, clock: HeldClock) -> None:
        self.database = database
        self.clock = clock
        self.rules = MatchRules()
        self._sealer = Sealer(b"0" * 32)
        self._hired = 0

    def set_rules(self, **changes: Any) -> None:
        """Change the operator's settings."""
        self.rules = dataclasses.replace(self.rules, **changes)

    def work(self) -> SqlWork:
        """A new piece of work."""
        return SqlWork(self.database, self._sealer, self.clock, self.rules, frozenset())

    async def hires(self, name: str, *, phone: str | None = None, **about: Any) -> Realtor:
        """A new realtor."""
        self._hired += 1
        wishes = {"push_pace": PushPace.AT_ONCE, "quiet_from": None, "quiet_until": None} | about
        person = Person(
            telegram_id=1000 + self._hired,
            first_name=name,
            language="ru",
            created_at=self.clock.now(),
            roles=(Role.REALTOR,),
            active_role=Role.REALTOR,
            **wishes,
        )
        work = self.work()
        async with work.writing("hire"):
            work.people.add(person)
            await work.flush()
            if phone:
                await work.vault.write(person.id, "person", {"phone": phone})
            await work.commit(None)
        return Realtor(self, person)
