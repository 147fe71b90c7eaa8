"""A tenant's home begins with what is due; a rented object says everything about its lease, in both languages."""

import datetime as dt

import pytest

from domain.estate.leases.lease import RentStep
from domain.estate.money.add_charge import add_charge
from domain.estate.objects.premises import Category
from domain.estate.parties.party import PartyKind
from domain.ledger.entry import Article
from domain.people.person import Role
from tests.support.estate import RENT, new_manager
from tests.support.rented import rented_in
from tests.support.somebody import Somebody
from tests.support.world import World


async def test_who_has_no_lease_yet_is_told_what_will_be_here(world: World) -> None:
    manager = await new_manager(world)
    oleg = await manager.tenant("Олег")
    await oleg.writes("/menu")
    oleg.sees("Вашего договора здесь пока нет", "Написать")
    for command in ("/pay", "/paid", "/statement", "/readings", "/rentals"):
        await oleg.writes(command)
        oleg.sees("🏠 Что я снимаю", "Договор добавит тот, кто сдаёт вам объект")
    stranger = Somebody(world, world.person("Пётр"))
    await world.does(stranger.person.start)
    await stranger.becomes(Role.TENANT)
    await stranger.writes("/menu")
    stranger.sees("Здесь пока нет вашей аренды")
    await stranger.writes("/help")
    stranger.sees("Как это работает для арендатора", "1. Я напомню до срока.")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ru",
            [
                "Квартира · Москва",
                "54 м² · 851,85 ₽ за м² · 46 000 ₽ в месяц",
                "31 октября 2027",
                "Оплата: каждый месяц, до 5-го числа",
                "Вы должны 47 234,56 ₽ с 5 ноября",
                "Коммунальные за ноябрь: 1 234,56 ₽",
                "• Электричество: 1 234,56 ₽",
            ],
        ),
        (
            "en",
            [
                "Flat · Moscow",
                "54 m² · ₽851.85 per m² · ₽46,000 a month",
                "Oct 31, 2027",
                "Payment: every month, by day 5",
                "You owe ₽47,234.56, since Nov 5",
                "Utilities for November: ₽1,234.56",
                "• Electricity: ₽1,234.56",
            ],
        ),
    ],
)
async def test_a_rented_object_says_everything_about_its_lease(world: World, language: str, words: list[str]) -> None:
    terms = {"ends_on": dt.date(2027, 10, 31), "contract_number": "12-А", "contract_date": dt.date(2026, 10, 30)}
    rented = await rented_in(world, **terms)
    me = await rented.manager.me()
    await add_charge(world.product.new_work(), me, rented.lease, Article.ELECTRICITY, 1_234_56, dt.date(2026, 11, 10))
    await rented.oleg.prefers(language=language)
    await world.settle()
    await rented.oleg.writes("/menu")
    await rented.oleg.taps("🏠")
    rented.oleg.sees("Лесная, 4", "12-А", "🧾", "📎", *words)
    assert all(len(label) <= 20 for row in rented.oleg.person.screen.buttons for label in row)


async def test_of_several_the_most_urgent_comes_first(world: World) -> None:
    rented = await rented_in(world)
    manager, oleg = rented.manager, rented.oleg
    shop = await manager.manages(rented.owner.party, name="Магазин на Арбате", category=Category.SHOP, area=120_00)
    await manager.lets(shop, oleg.party, 120_000_00, starts_on=dt.date(2026, 9, 1), due_day=25)
    garage = await manager.manages(rented.owner.party, name="Гараж")
    await manager.lets(garage, oleg.party, 5_000_00, starts_on=dt.date(2026, 12, 1), due_day=1)
    old = await manager.manages(rented.owner.party, name="Старая")
    await manager.lets(old, oleg.party, RENT, starts_on=dt.date(2025, 1, 1), ends_on=dt.date(2025, 1, 31))
    await world.later(seconds=1)
    await oleg.writes("/menu")
    oleg.sees(
        "Снимаю: 4", "• Магазин на Арбате: просрочено 240 000 ₽, 57 дней", "• Лесная, 4: просрочено 46 000 ₽, 16 дней"
    )
    # what ended in debt stays
    oleg.sees("• Гараж: следующий платёж 5 000 ₽, 1 декабря", "• Старая: просрочено 46 000 ₽, 685 дней")
    await oleg.writes("/paid")
    oleg.sees("Который из объектов?", "Старая")
    await oleg.taps("🏠 Магазин")
    oleg.sees("Магазин на Арбате", "Всё: 240 000 ₽", "Сентябрь: 120 000 ₽")
    await oleg.writes("/rentals")
    oleg.sees("🏠 Что я снимаю · всего 4", "магазин · 120 м² · Москва", "к оплате 240 000 ₽")
    ivan = await manager.tenant("Иван")
    await ivan.forges(f"tor:{rented.lease}:0:0")
    assert "Лесная" not in ivan.screen


async def test_a_step_of_the_rent_is_seen_in_the_arithmetic(world: World) -> None:
    steps = (RentStep(dt.date(2026, 11, 1), 45_000_00), RentStep(dt.date(2026, 11, 16), 51_000_00))
    rented = await rented_in(world, rent=steps)
    await rented.oleg.forges(f"tms:{rented.lease}:0:0")
    await rented.oleg.taps("1")
    rented.oleg.sees("Аренда за ноябрь: 48 000 ₽", "15 из 30 дней по 45 000 ₽ в месяц: 22 500 ₽")
    rented.oleg.sees("15 из 30 дней по 51 000 ₽ в месяц: 25 500 ₽", "Осталось оплатить 48 000 ₽")


async def test_what_comes_next_is_all_that_falls_due_on_that_day(world: World) -> None:
    rented = await rented_in(world, due_day=25)
    oleg, me = rented.oleg, await rented.manager.me()
    for article, minor in ((Article.ELECTRICITY, 1_200_00), (Article.HEATING, 1_800_00)):
        await add_charge(world.product.new_work(), me, rented.lease, article, minor, dt.date(2026, 11, 24))
    await world.later(minutes=1)
    await oleg.writes("/menu")
    oleg.sees("Следующий платёж: 3 000 ₽, 24 ноября")
    await oleg.taps("✔️ Я оплатил")
    oleg.sees("ЖКУ: 3 000 ₽")
    shop = await rented.manager.manages(rented.owner.party, name="Магазин", category=Category.SHOP)
    await rented.manager.lets(shop, oleg.party, starts_on=dt.date(2026, 12, 1))
    await world.later(minutes=1)
    await oleg.writes("/menu")
    oleg.sees("• Лесная, 4: следующий платёж 3 000 ₽, 24 ноября")


async def test_every_other_role_is_a_tap_away(world: World) -> None:
    rented = await rented_in(world)
    oleg = rented.oleg
    for role in (Role.OWNER, Role.MANAGER, Role.REALTOR):
        await oleg.becomes(role)
    titles = {"🛋 Арендатор", "🏠 Риэлтор", "🔑 Собственник", "🧰 Управляющий"}
    for title in sorted(titles):
        await oleg.writes("/menu")
        if title in oleg.screen:
            await oleg.taps(title)
        rows = oleg.person.screen.buttons
        labels = {label for row in rows for label in row}
        assert titles - labels == {title}, f"{title} leads to every other role"
        assert all(len(row) <= 3 for row in rows), f"a phone cuts four in a row: {rows}"


@pytest.mark.one_database
async def test_rentals_are_numbered_through_all_pages(world: World) -> None:
    maria = await new_manager(world)
    oleg = await maria.tenant("Олег")
    owner = await maria.knows(PartyKind.OWNER, "Пётр")
    for number in range(1, 7):
        flat = await maria.manages(owner, name=f"Лесная, {number}")
        await maria.lets(flat, oleg.party)
    await oleg.writes("/rentals")
    oleg.sees("🏠 1. Лесная")
    await oleg.taps("›")
    oleg.sees("2 из 2", "🏠 6. Лесная")
