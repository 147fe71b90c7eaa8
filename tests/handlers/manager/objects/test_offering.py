"""A vacant object goes to realtors with a tap; the property follows the object, and goes away once that is let."""

import datetime as dt

import pytest

from domain.estate.objects.edit_premises import edit_premises
from domain.estate.objects.premises import Category, PremisesId
from domain.matching.properties.property import Property
from domain.matching.status import CardStatus
from domain.money import Money
from sandbox.images import picture
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.world import World


async def offered(manager: Manager, premises: PremisesId) -> Property:
    work = manager.world.product.new_work()
    async with work.reading():
        found = await work.estate.premises.offered_by((await work.estate.premises.get(premises)).property_id or 0)
        assert found is not None
        return (await work.matching.properties.many([found.property_id]))[0]  # type: ignore[list-item]


async def test_a_vacant_flat_is_offered_followed_let_and_proposed_again(world: World) -> None:
    lev = await new_landlord(world)
    premises = await lev.manages(description="Ключи у соседа, +7 900 123-45-67")
    tenant = await lev.knows_tenant("Тимур")
    before = await lev.lets(premises, tenant, starts_on=dt.date(2026, 1, 1), ends_on=dt.date(2026, 11, 20))
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("📢 Риэлторам")
    lev.sees("Для этого вы станете и риэлтором", "Ваше меню останется прежним")
    await lev.taps("📢 Да, предложить")
    lev.sees("Риэлторам · шаг 1 из 2", "Сколько комнат?")
    await lev.writes("1e5")
    lev.sees("Сколько комнат?", "1e5")
    await lev.taps("2-комн.")
    await lev.writes("-1")
    await lev.taps("50")
    lev.sees("📢 Предложен риэлторам за 46 000 ₽ в месяц", "следует за объектом")
    one = await offered(lev, premises)
    assert (one.city, one.street, one.house_number, one.area, one.rooms) == ("Москва", "Лесная", "4", 54_00, 2)
    assert one.price == Money(46_000_00, "RUB")
    assert one.description is None, "a contact is not for everybody to read"
    await lev.writes("/menu")
    lev.sees("Мои объекты")

    await lev.writes("/objects")
    await lev.taps("🏠 1. Лесная, 4")
    for field, answer in (("Адрес", "Новый Арбат, 11"), ("Описание", "Тихий двор")):
        await lev.taps("✏️ Изменить")
        await lev.taps(field)
        await lev.writes(answer)
    await lev.taps("✏️ Изменить")
    await lev.taps("Фото")
    await lev.taps("➕ Добавить")
    await world.does(lev.person.sends_photo, picture(10, 10))
    one = await offered(lev, premises)
    assert (one.street, one.house_number, one.description) == ("Новый Арбат", "11", "Тихий двор")
    assert len(one.photos) == 1

    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("📢 У риэлторов")
    lev.sees("🔗 Следует за вашим объектом", "🔗 Объект")
    await lev.taps("✏️ Изменить")
    assert "Площадь" not in lev.screen
    await lev.forges(f"ep:{one.id}:{one.version}:area")
    await lev.writes("80")
    lev.sees("Это берётся из сдаваемого объекта")
    assert (await offered(lev, premises)).area == 54_00

    # let from a day far enough ahead: it is offered until that is near
    later = await lev.lets(premises, tenant, starts_on=dt.date(2027, 1, 10), ends_on=dt.date(2027, 2, 10))
    await world.later(hours=1)
    assert (await offered(lev, premises)).is_active
    await world.later(days=25)
    assert (await offered(lev, premises)).status is CardStatus.ARCHIVED
    await world.later(days=40)
    world.clock.set(dt.datetime(2027, 2, 11, 4, tzinfo=dt.UTC))
    await world.later(minutes=1)
    assert not any("объект свободен" in one for one in lev.heard)
    await world.later(hours=3)
    lev.sees("🏠 Новый Арбат, 11: объект свободен")
    await world.later(hours=3)
    assert sum("объект свободен" in one for one in lev.heard) == 1
    await lev.taps("📢 Риэлторам")
    lev.sees("📢 Предложен риэлторам за 46 000 ₽ в месяц")
    assert (await offered(lev, premises)).is_active
    await lev.taps("✖️ Не предлагать")
    lev.sees("Риэлторы его больше не видят.", "📢 Риэлторам")
    assert before != later


@pytest.mark.one_database
async def test_the_owner_offers_what_a_manager_keeps_and_only_homes_are_offered(world: World) -> None:
    maria = await new_manager(world, language_code="en")
    oleg = await maria.owner("Oleg", language="en")
    flat = await maria.manages(oleg.party, category=None, city=None, area=None)
    office = await maria.manages(oleg.party, name="Office", category=Category.OFFICE)
    await oleg.writes("/objects")
    await oleg.taps("🏠 1. Office")
    assert "📢" not in oleg.screen
    await oleg.forges(f"jof:{office}:1:0")
    oleg.sees("Realtors match homes here by now")
    await oleg.writes("/objects")
    await oleg.taps("🏠 2.")
    await oleg.taps("📢 To realtors")
    for answer in ("Flat", "Moscow", "2-room"):
        await oleg.taps(answer)
    await oleg.writes("54")
    await oleg.writes("60000")
    await oleg.taps("40%")
    oleg.sees("📢 Offered to realtors for")
    await maria.writes("/objects")
    await maria.taps("🏠 2.")
    maria.sees("📢 Offered to realtors")
    assert "📢 To realtors" not in maria.screen
    await maria.forges(f"jso:{flat}")
    maria.sees("Your current roles do not include this.", "📢 Offered to realtors")
    work = world.product.new_work()
    async with work.reading():
        version = (await work.estate.premises.get(flat)).version
    await edit_premises(world.product.new_work(), await maria.me(), flat, version, {"area": 60_00, "city": "Казань"})
    assert ((await offered(maria, flat)).area, (await offered(maria, flat)).city) == (60_00, "Казань")


@pytest.mark.one_database
async def test_a_lease_that_starts_soon_takes_the_offer_back_at_once(world: World) -> None:
    lev = await new_landlord(world)
    premises = await lev.manages()
    await lev.knows_tenant("Тимур")
    await lev.forges(f"jof:{premises}:1:0")
    await lev.taps("1-комн.")
    await lev.writes("46000")
    await lev.taps("50")
    lev.sees("📢 Предложен риэлторам")
    await lev.taps("🏠 Объект")
    await lev.taps("📄 Сдать")
    await lev.taps("👤 Тимур")
    await lev.taps("1 декабря")
    await lev.taps("Год")
    await lev.writes("46000")
    await lev.taps("5")
    await lev.taps("✅ Сохранить")
    assert (await offered(lev, premises)).status is CardStatus.ARCHIVED
    await lev.forges(f"jof:{premises}:1:0")
    lev.sees("Объект сдан или скоро будет сдан")
