"""Sealed data opens only in its place and with its key, and destroying a person's key erases what is theirs."""

import pytest
from sqlalchemy import text

from domain.people.person import Person
from storage.database import Database
from storage.sealing import Sealer, Unreadable
from tests.storage.conftest import NewPerson, NewWork

PHONE = "+996 700 123456"


def test_what_was_sealed_opens_in_its_place(sealer: Sealer) -> None:
    assert sealer.open(sealer.seal(PHONE, "lead:1"), "lead:1") == PHONE


def test_the_same_text_is_never_sealed_alike(sealer: Sealer) -> None:
    assert sealer.seal(PHONE, "lead:1") != sealer.seal(PHONE, "lead:1")


def test_what_was_moved_to_another_place_does_not_open(sealer: Sealer) -> None:
    with pytest.raises(Unreadable):
        sealer.open(sealer.seal(PHONE, "lead:1"), "lead:2")


def test_another_master_key_opens_nothing(sealer: Sealer) -> None:
    other = Sealer(bytes(32))
    with pytest.raises(Unreadable):
        other.open(sealer.seal(PHONE, "lead:1"), "lead:1")
    _, wrapped = sealer.new_person_key(1)
    with pytest.raises(Unreadable):
        other.unwrap(1, wrapped)


def test_a_key_wrapped_for_one_person_does_not_open_for_another(sealer: Sealer) -> None:
    key, wrapped = sealer.new_person_key(1)
    assert sealer.unwrap(1, wrapped) == key
    with pytest.raises(Unreadable):
        sealer.unwrap(2, wrapped)


@pytest.mark.parametrize("damaged", [b"", b"\x01", b"\x01" + bytes(11), b"\x02" + bytes(40), b"\x01" + bytes(40)])
def test_damaged_bytes_are_unreadable(sealer: Sealer, damaged: bytes) -> None:
    with pytest.raises(Unreadable):
        sealer.open(damaged, "lead:1")


def test_a_fingerprint_finds_the_same_value_and_depends_on_the_key(sealer: Sealer) -> None:
    assert sealer.fingerprint("phone", PHONE) == sealer.fingerprint("phone", PHONE)
    assert sealer.fingerprint("phone", PHONE) != sealer.fingerprint("email", PHONE)
    assert sealer.fingerprint("phone", PHONE) != Sealer(bytes(32)).fingerprint("phone", PHONE)


async def keep(new_work: NewWork, owner: Person, about: str, **values: str | None) -> None:
    work = new_work()
    async with work.writing("keep"):
        await work.vault.write(owner.id, about, values)
        await work.commit(None)


async def kept(new_work: NewWork, owner: Person, about: str) -> dict[str, str]:
    work = new_work()
    async with work.reading():
        return await work.vault.read(owner.id, about)


async def test_the_vault_keeps_changes_and_removes(new_work: NewWork, new_person: NewPerson) -> None:
    anna = await new_person("Анна")
    assert await kept(new_work, anna, "person") == {}
    await keep(new_work, anna, "person", phone=PHONE, email="anna@example.org")
    await keep(new_work, anna, "person", phone="+7 900 0000000", email=None)
    assert await kept(new_work, anna, "person") == {"phone": "+7 900 0000000"}
    assert await kept(new_work, anna, "lead:1") == {}


async def test_the_database_does_not_show_what_the_vault_keeps(
    database: Database, new_work: NewWork, new_person: NewPerson
) -> None:
    anna = await new_person("Анна")
    await keep(new_work, anna, "person", phone=PHONE)
    async with database.reading() as connection:
        sealed = await connection.scalar(text("SELECT sealed FROM sealed_value"))
    assert b"123456" not in bytes(sealed)


async def test_erasing_destroys_the_key_and_the_values(
    database: Database, new_work: NewWork, new_person: NewPerson
) -> None:
    anna, boris = await new_person("Анна"), await new_person("Борис")
    await keep(new_work, anna, "person", phone=PHONE)
    await keep(new_work, boris, "person", phone=PHONE)
    async with database.reading() as connection:
        backup = (await connection.execute(text("SELECT * FROM sealed_value ORDER BY id LIMIT 1"))).one()
    work = new_work()
    async with work.writing("erase"):
        await work.vault.destroy(anna.id)
        await work.commit(None)
    assert await kept(new_work, anna, "person") == {}
    assert await kept(new_work, boris, "person") == {"phone": PHONE}
    # a value brought back from a backup meets another key, and stays closed
    await keep(new_work, anna, "person", email="new@example.org")
    async with database.writing() as connection:
        await connection.execute(
            text(
                "INSERT INTO sealed_value (id, person_id, about, name, sealed) "
                "VALUES (99, :person_id, :about, :name, :sealed)"
            ),
            {
                "person_id": backup.person_id,
                "about": backup.about,
                "name": backup.name,
                "sealed": bytes(backup.sealed),
            },
        )
    with pytest.raises(Unreadable):
        await kept(new_work, anna, "person")
