"""Whoever erases themself takes along what is theirs: clients are cut loose, a manager's people lose their names."""

import json

import pytest

from domain.estate.leases.lease import LeaseId
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import contacts_of
from tests.support.estate import Manager, new_manager
from tests.support.somebody import Somebody
from tests.support.world import World


async def erases(somebody: Somebody) -> None:
    """Has everything erased."""
    await somebody.writes("/privacy")
    await somebody.taps("🗑 Стереть всё")
    assert "карточки исчезнут из поиска" not in somebody.screen, "nobody here is a realtor"
    await somebody.taps("🗑 Стереть всё")


async def exported(somebody: Somebody) -> dict[str, object]:
    """What their document says about rented objects."""
    await somebody.writes("/privacy")
    await somebody.taps("📦")
    content = somebody.person.screen.file
    assert content is not None
    assert "fingerprint" not in content.decode()
    told: dict[str, object] = json.loads(content)["rented_objects"]
    return told


async def household(world: World) -> tuple[Manager, Somebody, PremisesId, LeaseId]:
    """Мария keeps Ольга's flat, which Анна rents."""
    mary = await new_manager(world)
    olga = await mary.owner("Ольга", "Белова", email="olga@example.com")
    anna = await mary.tenant("Анна", "Петрова", description="Магазин")
    flat = await mary.manages(olga.party)
    return mary, anna, flat, await mary.lets(flat, anna.party, contract_number="А-17")


async def test_a_tenant_who_leaves_is_cut_loose_and_the_manager_is_told(world: World) -> None:
    mary, anna, _flat, lease = await household(world)
    told = await exported(anna)
    known = told["known_as"]
    assert isinstance(known, list)
    assert (known[0]["description"], known[0]["manager"], known[0]["phone"]) == ("Магазин", "Мария", "+79001000003")
    await anna.writes("/privacy")
    await anna.taps("🗑 Стереть всё")
    anna.sees("Ваш доступ закроется, а договоры и расчёты останутся у того, кто их ведёт.")
    await erases(anna)
    mary.sees("Анна Петрова больше не в боте", "Всё, что вы записали и провели, осталось у вас.")
    await mary.taps("👤 Карточка")
    mary.sees("Анна Петрова", "убрано 21 ноября", "Лесная, 4: бессрочно")
    await mary.taps("↩️ Вернуть")
    mary.sees("понадобится новая ссылка", "🔗 Приглашение")
    work = world.product.new_work()
    async with work.reading():
        assert (await work.estate.leases.get(lease)).contract_number == "А-17"


async def test_a_manager_who_leaves_takes_names_along_and_ends_what_they_kept(world: World) -> None:
    mary, anna, flat, lease = await household(world)
    told = await exported(mary)
    people = told["people"]
    assert isinstance(people, list)
    assert [one["first_name"] for one in people] == ["Ольга", "Анна"]
    assert people[0]["email"] == "olga@example.com"
    me = await mary.me()
    await mary.writes("/privacy")
    await mary.taps("🗑 Стереть всё")
    mary.sees("Собственники и арендаторы потеряют доступ")
    await mary.taps("🗑 Стереть всё")
    anna.sees("Тот, кто вёл ваш объект, больше не пользуется ботом")
    assert (await anna.me()).roles == ()
    work = world.product.new_work()
    async with work.reading():
        kept = await work.estate.premises.get(flat)
        assert (kept.name, kept.address, kept.city, kept.is_active) == ("…", None, None, False)
        ended = await work.estate.leases.get(lease)
        assert (ended.contract_number, ended.next_charge_on) == (None, None)
        for party in await work.estate.parties.all_managed_by(me.id):
            assert (party.name, party.description, party.phone_fingerprint) == ("…", None, None)
            assert not party.is_present
            assert await work.vault.read(me.id, contacts_of(party.id)) == {}


@pytest.mark.one_database
async def test_an_invitation_of_a_manager_who_has_left_leads_nowhere(world: World) -> None:
    mary = await new_manager(world)
    boris = Somebody(world, world.person("Борис"))
    await mary.forges("kap:tenant")
    await mary.writes("Борис")
    await mary.writes(boris.person.user.phone)
    await mary.taps("✅ Сохранить")
    link = mary.person.taps("📋 Скопировать").url
    await erases(mary)
    await world.does(boris.person.start, link.split("?start=")[1])
    boris.sees("Эта ссылка не работает")
