"""The photos and documents a person has sent: listed for them, and forgotten with them."""

from typing import Any

from domain.files.stored_file import secrets_of
from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work


async def _export(work: Work, person: Person) -> Any:
    listed = []
    for one in await work.files.owned_by(person.id):
        called = (await work.vault.read(person.id, secrets_of(one.id))).get("called") if one.kind.is_sealed else None
        listed.append({**plain(one, "owner_id", "telegram_file_id", "sha256"), "called": called})
    return listed


async def _erase(work: Work, person: Person) -> None:
    for file in await work.files.owned_by(person.id):
        await work.files.forget(file)


FILES = PersonalDataArea("files", _export, _erase)
