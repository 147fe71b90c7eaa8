"""What a person was told: handed to them, and removed with them."""

from typing import Any

from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work

MOST = 100_000
"""More than anybody's inbox holds."""


async def _export(work: Work, person: Person) -> Any:
    told = await work.notifications.inbox(person.id, unread_only=False, offset=0, limit=MOST)
    return [plain(one, "person_id") for one in told]


async def _erase(work: Work, person: Person) -> None:
    await work.notifications.forget_all(person.id)


NOTIFICATIONS = PersonalDataArea("notifications", _export, _erase)
