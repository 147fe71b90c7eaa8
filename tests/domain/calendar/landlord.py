"""An owner with objects, who uses the calendar through its use cases."""

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from domain.calendar.add_event import add_event
from domain.calendar.delete_event import delete_event
from domain.calendar.draft import EventDraft
from domain.calendar.edit_event import Extent, edit_event
from domain.calendar.event import Occurrence, OccurrenceId
from domain.calendar.looking import Filter
from domain.calendar.show_event import show_event
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party, PartyKind
from domain.matching.deals.rules import MatchRules
from domain.notifications.notification import Notification
from domain.people.person import Person, PushPace, Role
from domain.work import Work
from jobs.calendars import keep_calendars, send_reminders
from storage.database import Database
from storage.sealing import Sealer
from storage.work import SqlWork
from tests.support.clock import HeldClock

P = ParamSpec("P")
R = TypeVar("R")


class Landlord:
    """Somebody with objects."""

    def __init__(self, database: Database, clock: HeldClock, telegram_id: int, **about: Any) -> None:
        self.database = database
        self.clock = clock
        self._sealer = Sealer(b"0" * 32)
        self._about = {"time_zone": "Europe/Moscow", "telegram_id": telegram_id, **about}
        self.person = Person(telegram_id=telegram_id, first_name="Ольга", language="ru", created_at=clock.now())
        self.objects: list[PremisesId] = []

    def work(self) -> SqlWork:
        """A new piece of work."""
        return SqlWork(self.database, self._sealer, self.clock, MatchRules(), frozenset())

    async def begin(self, *names: str) -> "Landlord":
        """Come with these objects."""
        work = self.work()
        async with work.writing("begin"):
            wishes = {"push_pace": PushPace.OFF, "quiet_from": None, "quiet_until": None}
            self.person = Person(
                first_name="Ольга",
                language="ru",
                created_at=self.clock.now(),
                roles=(Role.OWNER,),
                active_role=Role.OWNER,
                **{**wishes, **self._about},
            )
            work.people.add(self.person)
            await work.flush()
            party = Party(
                manager_id=self.person.id,
                kind=PartyKind.OWNER,
                first_name="Ольга",
                person_id=self.person.id,
                created_at=self.clock.now(),
            )
            await work.estate.parties.save(party)
            for name in names:
                premises = Premises(
                    manager_id=self.person.id,
                    owner_id=party.id,
                    created_at=self.clock.now(),
                    name=name,
                    currency="RUB",
                )
                await work.estate.premises.save(premises)
                self.objects.append(premises.id)
            await work.commit(None)
        return self

    async def does(
        self, use_case: Callable[Concatenate[Work, Person, P], Awaitable[R]], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call a use case."""
        return await use_case(self.work(), self.person, *args, **kwargs)

    async def plans(self, day: dt.date, **changes: Any) -> OccurrenceId:
        """Enter an event: rent of 45 000, unless said otherwise."""
        draft = {"premises_id": self.objects[0], "day": day, "income": 45_000_00, "description": "аренда", **changes}
        return await self.does(add_event, EventDraft(**draft))

    async def changes(self, occurrence: OccurrenceId, extent: Extent, **changes: Any) -> None:
        """Edit an event as it is now."""
        view = await self.does(show_event, occurrence)
        await self.does(edit_event, occurrence, view.occurrence.version, extent, changes)

    async def deletes(self, occurrence: OccurrenceId, extent: Extent) -> Any:
        """Delete an event."""
        return await self.does(delete_event, occurrence, extent)

    async def rows(self, **filters: Any) -> list[Occurrence]:
        """Everything in the calendar, by day."""
        work = self.work()
        async with work.reading():
            wanted = Filter(today=self.clock.now().date(), **filters)
            return await work.calendar.page(self.person.id, wanted, cursor=None, backwards=False, limit=1000)

    async def days(self, until: dt.date = dt.date(2027, 12, 31)) -> list[str]:
        """The days of everything up to then, "15.01"."""
        return [f"{one.day:%d.%m}" for one in await self.rows(last=until)]

    async def told(self) -> list[Notification]:
        """What the person has been reminded of, the latest first."""
        work = self.work()
        async with work.reading():
            return await work.notifications.inbox(self.person.id, unread_only=False, offset=0, limit=100)

    async def tick(self) -> int:
        """The clock's jobs run once; returns of how many events somebody was reminded."""
        await keep_calendars(self.work)
        return await send_reminders(self.work)
