"""The lock is handed to its person, without the hash, and goes with them."""

from typing import Any

from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work


async def _export(work: Work, person: Person) -> Any:
    lock = await work.pins.of(person.id)
    return plain(lock, "person_id", "version") if lock is not None else None


async def _erase(work: Work, person: Person) -> None:
    await work.pins.drop(person.id)


PIN = PersonalDataArea("pin", _export, _erase)
