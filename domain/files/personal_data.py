"""The photos a person has sent: listed for them, and forgotten with them."""

from typing import Any

from domain.people.person import Person
from domain.people.personal_data import Area, plain
from domain.work import Work


async def _export(work: Work, person: Person) -> Any:
    return [plain(one, "owner_id", "telegram_file_id") for one in await work.files.owned_by(person.id)]


async def _erase(work: Work, person: Person) -> None:
    for file in await work.files.owned_by(person.id):
        await work.files.forget(file)


FILES = Area("photos", _export, _erase)
