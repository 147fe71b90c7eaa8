"""Objects by taps: one line makes one, everything can be changed, strangers see nothing, what is booked is not lost."""

import datetime as dt

import pytest

from domain.calendar.add_event import add_event
from domain.calendar.draft import EventDraft
from domain.estate.objects.edit_premises import edit_premises
from domain.estate.objects.premises import Category, PremisesId
from sandbox.images import picture
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.world import World

NONSENSE = ("1e5", "-1", "½", "<b>x</b>", "я" * 4096)


async def version_of(manager: Manager, premises: PremisesId) -> int:
    work = manager.world.product.new_work()
    async with work.reading():
        return (await work.estate.premises.get(premises)).version


async def test_a_landlord_adds_an_object_by_one_line_and_completes_it(world: World) -> None:
    lev = await new_landlord(world)
    await lev.writes("/menu")
    lev.sees("Добавьте первый объект")
    await lev.taps("➕ Первый объект")
    lev.sees("Новый объект · шаг 1 из 3", "Студия Арбат 28,5 м², Арбат 12")
    await world.does(lev.person.sends_sticker)
    lev.sees("Напишите, пожалуйста, словами", "Как называется объект или где он?")
    await lev.writes("Студия Арбат 28,5 м², Арбат 12")
    lev.sees("Студия Арбат", "Квартира · 28,5 м² · Арбат 12")
    await lev.taps("➕ Фото")
    await world.does(lev.person.sends_album, [picture(10, 10), picture(20, 20)])
    await lev.taps("✅ Готово")
    lev.sees("2 фото")
    lev.person.taps("✅ Сохранить")
    lev.person.taps("✅ Сохранить")
    await world.settle()
    await lev.writes("/objects")
    lev.sees("Объекты · всего 1", "1. Студия Арбат", "квартира · 28,5 м² · Арбат 12", "○ свободен")
    await lev.taps("🏠 1.")
    lev.sees("1 из 2", "○ Сейчас свободен", "📄 Сдать", "📢 Риэлторам")
    await lev.taps("фото ›")
    lev.sees("2 из 2")
    for field, answer, seen in (
        ("Балансодержатель", "ООО «Ромашка»", "Балансодержатель: ООО «Ромашка»"),
        ("Описание", "Ключи <b>у меня</b> & рядом", "Ключи <b>у меня</b> & рядом"),
        ("Город", "Бишкек", "28,5 м² · Бишкек, Арбат 12"),
        ("Название", "Студия <на> Арбате", "Студия <на> Арбате"),
    ):
        await lev.taps("✏️ Изменить")
        await lev.taps(field)
        await lev.writes(answer)
        lev.sees("Сохранено.", seen)
    await lev.taps("✏️ Изменить")
    await lev.taps("Площадь")
    for wrong in NONSENSE:
        await lev.writes(wrong)
        assert "Сохранено." not in lev.screen
    await lev.taps("🧹")
    assert "28,5" not in lev.screen
    await lev.taps("✏️ Изменить")
    await lev.taps("Дни для показаний")
    await lev.writes("25-20")
    lev.sees("Дни для показаний — от 1 до 31")
    await lev.writes("с 15 по 20")
    lev.sees("Сохранено.")


@pytest.mark.one_database
async def test_a_form_left_half_way_is_taken_up_again(world: World) -> None:
    lev = await new_landlord(world)
    await lev.writes("/add_object")
    await lev.writes("Гараж")
    await lev.writes("/cancel")
    lev.sees("Отменено: Новый объект.")
    await lev.taps("↩️")
    await lev.writes("18")
    lev.sees("Гараж · 18 м²")
    await lev.taps("✅ Сохранить")
    lev.sees("Сохранено: Гараж")


@pytest.mark.one_database
async def test_a_manager_says_whose_it_is_and_the_owner_sees_but_does_not_change_it(world: World) -> None:
    maria = await new_manager(world, language_code="en")
    await maria.writes("/add_object")
    maria.sees("First add the owner")
    oleg, vera = await maria.owner("Oleg", language="en"), await maria.owner("Vera", language="en")
    await maria.writes("/add_object")
    await maria.taps("👤 Vera")
    await maria.writes("Office on Mira, 85 m²")
    maria.sees("Owner: Vera")
    await maria.taps("✅ Save")
    await maria.taps("🏠 Open")
    maria.sees("Owner: Vera")
    await maria.taps("✏️ Edit")
    await maria.taps("Owner")
    await maria.taps("👤 Oleg")
    maria.sees("Saved.", "Owner: Oleg")
    await oleg.writes("/objects")
    await oleg.taps("🏠 1.")
    oleg.sees("Office on Mira", "Manager: Мария", "📎 Files")
    assert "✏️" not in oleg.screen
    premises = PremisesId(1)
    for data in (f"jed:{premises}:1:name", f"jar:{premises}:1", f"jdl:{premises}:delete:0:0", f"kal:{premises}:0"):
        await oleg.forges(data)
        oleg.is_told("This is no longer here.")
    await vera.writes("/objects")
    vera.sees("There are none yet.")
    await vera.forges(f"kop:{premises}:0:0")
    vera.is_told("This is no longer here.")


@pytest.mark.one_database
async def test_of_two_devices_the_later_is_told_and_sees_how_it_is_now(world: World) -> None:
    lev = await new_landlord(world)
    premises = await lev.manages()
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("✏️ Изменить")
    await lev.taps("Адрес")
    version = await version_of(lev, premises)
    await edit_premises(
        world.product.new_work(), await lev.me(), premises, version, {"description": "С другого телефона"}
    )
    await lev.writes("Лесная, 5")
    lev.sees("это изменили", "С другого телефона")
    assert "Лесная, 5" not in lev.screen


@pytest.mark.one_database
async def test_the_list_is_sorted_searched_and_paged(world: World) -> None:
    lev = await new_landlord(world)
    for number in (12, 4, 1, 7, 3, 20):
        await lev.manages(name=f"Лесная, {number}", area=number * 10_00)
    let = await lev.manages(name="Абрикосовая, 1", city="Бишкек", category=Category.SHOP)
    tenant = await lev.knows_tenant("Тимур")
    await lev.lets(let, tenant, ends_on=dt.date(2027, 3, 31))
    await lev.writes("/objects")
    lev.sees("всего 7", "1. Абрикосовая, 1", "магазин · 54 м² · Бишкек", "● Тимур, до 31 марта 2027")
    names = [line for line in lev.screen.splitlines() if line[:1].isdigit()]
    assert names == ["1. Абрикосовая, 1", "2. Лесная, 1", "3. Лесная, 3", "4. Лесная, 4", "5. Лесная, 7"]
    await lev.taps("›")
    lev.sees("2 из 2", "7. Лесная, 20")
    await lev.taps("↕️ По названию")
    lev.sees("1. Лесная, 20", "↕️ Самые большие")
    await lev.taps("↕️")
    await lev.taps("›")
    lev.sees("7. Абрикосовая, 1")
    await lev.taps("🔎 Найти")
    await lev.writes("бишкек")
    lev.sees("Объекты, «бишкек» · всего 1", "Абрикосовая, 1")
    await lev.taps("✖️ Показать все")
    lev.sees("всего 7")


@pytest.mark.one_database
async def test_a_let_object_is_kept_an_empty_one_goes_away_and_comes_back(world: World) -> None:
    lev = await new_landlord(world)
    premises = await lev.manages()
    lease = await lev.lets(premises, await lev.knows_tenant("Тимур"))
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("🗄 В архив")
    await lev.taps("🗄 В архив")
    lev.sees("Объект сдан: сначала завершите договор")
    await lev.ends(lease, dt.date(2026, 11, 20))
    await lev.taps("🗄 В архив")
    await lev.taps("🗄 В архив")
    lev.sees("В архиве", "Лесная, 4")
    await lev.taps("🏠 Объекты")
    lev.sees("Сейчас ни одного в работе: в архиве 1 объект, его можно вернуть.")
    await lev.taps("🗄 Архив")
    await lev.taps("🏠 1.")
    lev.sees("В архиве с 21 ноября")
    await lev.taps("🗑 Удалить")
    lev.sees("«Лесная, 4» удалить нельзя")
    await lev.taps("‹ Оставить")
    await lev.taps("↩️ Вернуть")
    lev.sees("Снова в работе.")


@pytest.mark.one_database
async def test_deleting_asks_what_becomes_of_the_calendar(world: World) -> None:
    lev = await new_landlord(world)
    first, second = await lev.manages(name="Лесная, 1"), await lev.manages(name="Лесная, 2")
    tax = EventDraft(premises_id=first, day=dt.date(2026, 12, 12), description="налог", expense=45_000_00)
    await add_event(world.product.new_work(), await lev.me(), tax)
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("✏️ Изменить")
    await lev.taps("🗑 Удалить")
    lev.sees("Удалить «Лесная, 1» насовсем?", "В календаре о нём 1 событие. Что с ним сделать?")
    await lev.taps("Перенести события")
    await lev.taps("🏠 Лесная, 2")
    lev.sees("Удалён: Лесная, 1")
    work = world.product.new_work()
    async with work.reading():
        assert [one.premises_id for one in await work.calendar.of_premises(second)] == [second]
    await lev.forges(f"kop:{first}:0:0")
    lev.is_told("Этого здесь больше нет")


async def test_an_area_that_is_refused_is_not_shown_as_the_present_one(world: World) -> None:
    lev = await new_landlord(world)
    office = await lev.manages(name="Офис")
    await lev.lets(office, (await lev.tenant("Иван")).party, area=20_00)
    await lev.writes("/menu")
    await lev.forges(f"kop:{office}:0:0")
    await lev.taps("✏️ Изменить")
    await lev.taps("Площадь")
    lev.sees("Сейчас: 54 м²")
    for _ in range(2):
        await lev.writes("10")
        lev.sees("По частям сдано 20 м²", "Сейчас: 54 м²")
    await lev.writes("60")
    lev.sees("Сохранено.", "60 м²")


async def test_with_everything_in_the_archive_nobody_is_told_that_there_is_nothing(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    await lev.writes("/objects")
    await lev.taps("🏠")
    await lev.taps("🗄")
    await lev.taps("🗄")
    said = "Сейчас ни одного в работе: в архиве 1 объект, его можно вернуть."
    await lev.writes("/objects")
    lev.sees(said, "🗄 Архив")
    await lev.writes("/menu")
    lev.sees(said, "🏠 Объекты", "💰 Деньги")
    assert "Добавьте первый объект" not in lev.screen
    await lev.writes("/add_cost")
    lev.sees("Все ваши объекты в архиве.")
