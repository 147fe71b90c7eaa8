"""A person's calendar: handed to them with every event and what became of it, and removed with them."""

from typing import Any

from domain.calendar.event import Event
from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work


async def _export(work: Work, person: Person) -> Any:
    return [await _exported(work, event) for event in await work.calendar.events(person.id)]


async def _exported(work: Work, event: Event) -> Any:
    times = await work.calendar.series(event.id)
    inner = ("owner_id", "event_id", "search_text", "removal_id", "version")
    return {
        **plain(event, "owner_id", "made", "next_on", "removal_id", "version"),
        "occurrences": [plain(one, *inner) for one in times],
    }


async def _erase(work: Work, person: Person) -> None:
    await work.calendar.forget_all(person.id)


CALENDAR = PersonalDataArea("calendar", _export, _erase)
