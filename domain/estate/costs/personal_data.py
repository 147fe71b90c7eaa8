"""The costs that a person has noted: handed to them; erased, they lose their notes and receipts, the sums stay."""

from typing import Any

from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work


async def _export(work: Work, person: Person) -> Any:
    return [plain(one, "booked_by", "key") for one in await work.estate.costs.booked_by(person.id)]


async def _erase(work: Work, person: Person) -> None:
    await work.estate.costs.forget_words(person.id)


COSTS = PersonalDataArea("costs", _export, _erase)
