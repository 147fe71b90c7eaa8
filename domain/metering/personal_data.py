"""The readings a person has sent: listed for them; without them, the meter keeps what it showed."""

from typing import Any

from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work


async def _export(work: Work, person: Person) -> Any:
    return [plain(one, "by", "source") for one in await work.metering.meters.sent_by(person.id)]


async def _erase(work: Work, person: Person) -> None:
    for one in await work.metering.meters.sent_by(person.id):
        one.by, one.photo = None, None
    await work.flush()


METERING = PersonalDataArea("readings", _export, _erase)
