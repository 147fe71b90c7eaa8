"""Leases by taps: agreed with their first charges shown, changed, prolonged, ended with their debt, called off."""

import asyncio
import datetime as dt

import pytest

from domain.estate.leases.add_lease import add_lease
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.leases.show_lease import LeaseView, leases_of_premises, show_lease
from domain.refusal import Refusal
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.world import World


async def the_lease(manager: Manager, lease: int = 1) -> LeaseView:
    return await show_lease(manager.world.product.new_work(), await manager.me(), LeaseId(lease))


async def charges(manager: Manager, lease: int = 1) -> list[tuple[str, int]]:
    """What stands, by due day."""
    account = (await the_lease(manager, lease)).account
    return [(one.charge.on.isoformat(), one.charge.minor) for one in account.statement.charges]


@pytest.mark.one_database
async def test_a_tenant_added_for_an_object_is_not_asked_what_they_rent(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    await lev.manages(name="Арбат, 12")
    await lev.writes("/objects")
    await lev.taps("🏠 2. Лесная")
    await lev.taps("📄 Сдать")
    await lev.writes("Тимур Каримов +7 900 555-66-77")
    await lev.taps("✅")
    lev.sees("Новый договор", "С какого дня?")
    await lev.writes("/objects")
    await lev.taps("🏠 1. Арбат")
    await lev.taps("📄 Сдать")
    await lev.taps("➕")
    await lev.writes("Тимур К +7 900 555-66-77")
    await lev.taps("✅")
    lev.sees("👤 Тимур", "✏️ Другой номер")
    await lev.taps("✏️ Другой номер")
    await lev.writes("+7 900 555-66-78")
    await lev.taps("✅")
    await lev.writes("1 декабря")
    await lev.writes("46000")
    await lev.taps("✏️ Исправить")
    await lev.taps("Номер договора")
    await lev.writes("14/2")
    await lev.taps("✏️ Исправить")
    await lev.taps("Дата договора")
    await lev.writes("20.11.2026")
    lev.sees("Тимур К · Арбат, 12", "Договор № 14/2 от 20 ноября")


async def test_a_lease_is_agreed_charged_changed_and_ended(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages(area=28_50)
    await lev.tenant("Тимур", "Каримов", description="пишет вечером")
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("📄 Сдать")
    lev.sees("Кто снимает объект «Лесная, 4»?")
    await lev.taps("👤 Тимур")
    for wrong in ("1e5", "-1", "<b>завтра</b>"):
        await lev.writes(wrong)
        lev.sees("не похоже на дату")
    await lev.writes("31.02.2026")
    lev.sees("Такого дня нет: 31.02.2026.", "С какого дня?")
    await world.does(lev.person.sends_sticker)
    await lev.writes("19 ноября")
    lev.sees("шаг 2 из 4–5")
    await lev.writes("18.11.2026")
    lev.sees("раньше первого", "До какого дня")
    await lev.writes("11 месяцев")
    for wrong in ("1e5", "-1", "0", "много"):
        await lev.writes(wrong)
        lev.sees("Сколько в месяц?")
    await lev.writes("46")
    await lev.taps("46\u00a0000")
    await lev.writes("32")
    lev.sees("не день месяца")
    await lev.taps("5")
    lev.sees("Договор начался раньше.", "шаг 5 из 5")
    await lev.taps("Не всё")
    lev.sees("19 ноября 2026 – 18 октября 2027", "46 000 ₽ в месяц · 1 614,04 ₽ за м²")
    lev.sees("Уже наступил срок за 1 месяц: 18 400 ₽, к оплате", "Декабрь: 46 000 ₽, до 5 декабря")
    await lev.taps("📎 Договор")
    await lev.writes("вот он")
    await world.does(lev.person.sends_document, b"%PDF-1.4 contract", "договор.pdf")
    lev.sees("Файл договора есть.")
    await lev.taps("🔒 Залог")
    await lev.taps("Месяц")
    lev.person.taps("✅ Сохранить")
    lev.person.taps("✅ Сохранить")
    await world.settle()
    me = await lev.me()
    assert len(await leases_of_premises(world.product.new_work(), me, (await the_lease(lev)).premises.id)) == 1
    assert await charges(lev) == [("2026-11-19", 18_400_00)]
    lev.sees("Сохранено.", "Целиком, 28,5 м²", "Залог по договору: 46 000 ₽", "Долг 18 400 ₽")
    await lev.taps("📎 Договор")
    assert any("Договор: Тимур Каримов · Лесная, 4" in one for one in lev.heard)

    await lev.writes("/tenants")
    await lev.taps("1. Тимур")
    await lev.taps("✏️ Изменить")
    await lev.taps("Напоминания")
    await lev.taps("✓ через 7")
    await lev.taps("за 7 дней")
    await lev.taps("✅ Готово")
    lev.sees("Напоминания: за 7 дней, за 3 дня, в день оплаты, через 1 день")
    await lev.taps("✏️ Изменить")
    await lev.taps("Аренда")
    for wrong in ("1e5", "-1", "я" * 4096):
        await lev.writes(wrong)
        lev.sees("Какой будет аренда?")
    await lev.writes("1800 за м²")
    await lev.taps("1 декабря")
    lev.sees("Сохранено: 51 300 ₽ в месяц с 1 декабря.", "С 1 декабря: 51 300 ₽ в месяц")
    await lev.taps("✏️ Изменить")
    await lev.taps("Последний день")
    await lev.taps("Год")
    lev.sees("19 ноября 2026 – 18 октября 2028")
    await world.later(days=15)
    assert await charges(lev) == [("2026-11-19", 18_400_00), ("2026-12-05", 51_300_00)]

    await lev.writes("/tenants")
    await lev.taps("1. Тимур")
    await lev.taps("🏁 Завершить")
    for wrong in ("<b>", "31.02.2027", "1 ноября"):
        await lev.writes(wrong)
        lev.sees("Какой день последний?")
    await lev.writes("10 декабря")
    lev.sees("Завершить договор 10 декабря?", "Декабрь: начислено 51 300 ₽, за 10 из 31 дня будет 16 548,39 ₽")
    lev.sees("Останется долг: 34 948,39 ₽")
    await lev.taps("🏁 Завершить")
    lev.sees("Договор закончится 10 декабря.", "Долг 34 948,39 ₽")
    assert await charges(lev) == [("2026-11-19", 18_400_00), ("2026-12-05", 16_548_39)]
    await world.later(days=30)
    await lev.writes("/tenants")
    lev.sees("Тимур Каримов", "закончился 10 декабря 2026", "долг 34 948,39 ₽")


@pytest.mark.one_database
async def test_months_before_it_was_entered_may_have_been_paid(world: World) -> None:
    lev = await new_landlord(world, language_code="en")
    await lev.manages()
    await lev.knows_tenant("Timur")
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    await lev.taps("📄 Let it")
    await lev.taps("👤 Timur")
    await lev.writes("1 September")
    await lev.taps("Open-ended")
    await lev.writes("46000")
    await lev.taps("10")
    await lev.taps("All paid on time")
    lev.sees("3 months have fallen due: ₽138,000, paid", "December: ₽46,000, due Dec 10")
    await lev.taps("✅ Save")
    lev.sees("Nothing is owed, the rent is paid until Nov 30.")
    account = (await the_lease(lev)).account
    assert [one.on.isoformat() for one in account.statement.payments] == ["2026-09-10", "2026-10-10", "2026-11-10"]


@pytest.mark.one_database
async def test_a_lease_that_does_not_fit_says_what_is_free_and_loses_nothing(world: World) -> None:
    lev = await new_landlord(world)
    store = await lev.manages(name="Склад", area=120_00, category=None)
    first, _ = await lev.knows_tenant("Первый"), await lev.knows_tenant("Второй")
    await lev.lets(store, first, area=70_00, ends_on=dt.date(2027, 3, 31))
    await lev.writes("/objects")
    await lev.taps("🏠 1.")
    lev.sees("Сдано 70 м², свободно 50 м²")
    await lev.taps("📄 Сдать")
    await lev.taps("👤 Второй")
    await lev.taps("1 декабря")
    await lev.taps("Год")
    lev.sees("Свободно сейчас: 50 м²")
    await lev.writes("500")
    lev.sees("Весь объект — 120 м², часть не может быть больше.")
    await lev.writes("60")
    lev.sees("С 1 декабря свободно только 50 м², остальное сдано: Первый.", "Целиком или сколько")
    await lev.taps("50")
    await lev.writes("900 за м2")
    await lev.taps("1")
    lev.sees("Часть, 50 м²", "45 000 ₽ в месяц · 900 ₽ за м²")
    await lev.taps("✅ Сохранить")
    lev.sees("Сохранено.", "Часть, 50 м²")


@pytest.mark.one_database
async def test_days_that_are_let_are_refused_where_they_are_asked_naming_the_other_tenant(world: World) -> None:
    lev = await new_landlord(world)
    flat = await lev.manages()
    running = await lev.lets(flat, await lev.knows_tenant("Тимур"), ends_on=dt.date(2026, 12, 31))
    await lev.lets(flat, await lev.knows_tenant("Зоя"), starts_on=dt.date(2027, 6, 1))
    vera = await lev.knows_tenant("Вера")
    await lev.writes("/menu")
    await lev.forges(f"lpt:{flat}:{vera}")
    await lev.writes("15 декабря")
    lev.sees(
        "15 декабря объект сдан: Тимур. Свободен с 1 января 2027",
        "начните с этого дня или сначала завершите тот договор",
        "С какого дня?",
    )
    await lev.taps("1 января 2027")
    await lev.taps("Бессрочно")
    lev.sees("С 1 июня 2027 объект сдан: Зоя. Сдайте не дольше чем до 31 мая 2027", "До какого дня")
    await lev.writes("31 мая 2027")
    lev.sees("Целиком или сколько")
    await lev.ends(running, dt.date(2026, 11, 30))
    await lev.writes("/menu")
    await lev.forges(f"lpt:{flat}:{vera}")
    await lev.writes("15 декабря")
    lev.sees("До какого дня")


async def test_of_two_leases_at_once_only_one_takes_the_object(world: World) -> None:
    maria = await new_manager(world)
    owner = await maria.owner("Олег")
    premises = await maria.manages(owner.party)
    me = await maria.me()
    terms = [
        LeaseTerms(tenant_id=await maria.knows_tenant(name), starts_on=dt.date(2026, 12, 1), rent=46_000_00, due_day=5)
        for name in ("Первый", "Второй")
    ]
    asked = [add_lease(world.product.new_work(), me, premises, one) for one in terms]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert sorted(isinstance(one, Refusal) for one in answers) == [False, True]
    assert len(await leases_of_premises(world.product.new_work(), me, premises)) == 1


@pytest.mark.one_database
async def test_a_lease_added_by_mistake_is_taken_back_unless_something_was_paid(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    await lev.knows_tenant("Тимур")
    await lev.writes("/people")
    await lev.taps("👤 1. Тимур")
    await lev.taps("📄 Новый договор")
    await lev.taps("🏠 1. Лесная, 4")
    await lev.taps("21 ноября")
    await lev.taps("Бессрочно")
    await lev.writes("46 тыс")
    await lev.taps("21")
    await lev.taps("✅ Сохранить")
    assert len(await charges(lev)) == 1
    await lev.taps("✏️ Изменить")
    await lev.taps("🗑 Добавлен по ошибке")
    await lev.taps("🗑 Отменить договор")
    lev.sees("Договор отменён, по нему ничего не нужно платить.")
    assert await charges(lev) == []
    await lev.forges("led:1:1:rent:0")
    lev.is_told("это изменили")
    await lev.writes("/objects")
    lev.sees("○ свободен")


@pytest.mark.one_database
async def test_the_owner_sees_tenants_and_a_stranger_nothing(world: World) -> None:
    maria = await new_manager(world)
    oleg, vera = await maria.owner("Олег"), await maria.owner("Вера")
    premises = await maria.manages(oleg.party)
    tenant = await maria.tenant("Тимур", "Каримов", description="пишет вечером")
    lease = await maria.lets(premises, tenant.party)
    await oleg.writes("/tenants")
    oleg.sees("1. Тимур Каримов", "пишет вечером", "+7 900", "🏠 Лесная, 4")
    await oleg.taps("1. Тимур")
    oleg.sees("46 000 ₽ в месяц", "📇 Контакт")
    assert "✏️" not in oleg.screen
    await oleg.taps("📇 Контакт")
    await oleg.forges(f"led:{lease}:1:rent:0")
    assert "Какой будет аренда?" not in oleg.screen
    for data in (f"kol:{lease}:0", f"ltc:{lease}", f"len:{lease}:0:0:0:0", f"jls:{premises}:0"):
        await vera.forges(data)
        vera.is_told("Этого здесь больше нет")


async def test_a_term_over_two_years_names_both(world: World) -> None:
    lev = await new_landlord(world)
    lease = await lev.lets(
        await lev.manages(),
        await lev.knows_tenant("Тимур"),
        starts_on=dt.date(2026, 4, 1),
        ends_on=dt.date(2027, 4, 27),
    )
    await lev.forges(f"kol:{lease}:0")
    lev.sees("1 апреля 2026 – 27 апреля 2027")
    await lev.prefers(language="en")
    await lev.forges(f"kol:{lease}:0")
    lev.sees("Apr 1, 2026 – Apr 27, 2027")


async def test_days_on_which_it_is_still_let_are_not_proposed(world: World) -> None:
    lev = await new_landlord(world)
    flat = await lev.manages()
    await lev.lets(flat, await lev.knows_tenant("Тимур"), ends_on=dt.date(2027, 4, 27))
    vera = await lev.knows_tenant("Вера")
    await lev.forges(f"lpt:{flat}:{vera}")
    lev.sees("С какого дня?", "28 апреля 2027", "1 мая 2027")
    assert "1 апреля 2027" not in lev.screen


async def test_an_owner_who_manages_nobody_is_not_sent_to_empty_lists(world: World) -> None:
    maria = await new_manager(world)
    oleg = await maria.owner("Олег")
    await maria.lets(await maria.manages(oleg.party), await maria.knows_tenant("Тимур"))
    await oleg.writes("/tenants")
    oleg.sees("Арендаторы · всего 1")
    assert "👥 Люди" not in oleg.screen, "there the tenants of the manager are not found"
    await oleg.writes("/messages")
    await oleg.taps("✍️ Написать")
    oleg.sees("Мария, управляющий")
    assert "📣" not in oleg.screen, "the manager writes to the tenants"
    lev = await new_landlord(world)
    await lev.lets(await lev.manages(), await lev.knows_tenant("Вера"))
    await lev.writes("/tenants")
    lev.sees("👥 Люди")
    await lev.writes("/messages")
    await lev.taps("✍️ Написать")
    lev.sees("📣 Всем арендаторам")
