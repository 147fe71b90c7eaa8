"""A month's use becomes bills: shared, by an average, corrected, closed early, counted anew; with every line."""

import asyncio
import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from domain.estate.money.add_payment import add_payment
from domain.estate.money.reverse_entry import reverse_entry
from domain.estate.objects.premises import PremisesId
from domain.ledger.entry import Article, Entry, EntryKind, Method, account_of_lease
from domain.metering.meter import MeterKind
from domain.metering.send_reading import send_reading
from domain.metering.tariff import Basis
from handlers.manager.meters.callbacks import OpenMeter
from handlers.tenant.callbacks import SendReadings
from handlers.utilities.callbacks import BillsOf, OpenBill
from handlers.utilities.meter_words import in_press
from tests.support.metered import DECEMBER, NOVEMBER, Home, home_in, metered_home_in
from tests.support.somebody import plainly
from tests.support.world import World

ELECTRICITY, WATER = MeterKind.ELECTRICITY, MeterKind.COLD_WATER


async def costs_of(home: Home, premises: PremisesId, month: dt.date) -> dict[str, int]:
    """What the object's owner has to bear."""
    work = home.world.product.new_work()
    async with work.reading():
        found: dict[str, int] = {}
        for one in await work.estate.costs.of_month(premises, month):
            found[one.article] = found.get(one.article, 0) + one.minor
        return {article: minor for article, minor in found.items() if minor}


async def test_a_month_is_shared_by_area_and_days_and_the_rest_is_the_owners(world: World) -> None:
    home = await metered_home_in(world, area=100_00, starts_on=dt.date(2026, 9, 1))
    maria, ivan = home.manager, home.tenant
    work = world.product.new_work()
    async with work.writing("smaller"):
        lease = await work.estate.leases.get(home.lease)
        lease.area = 40_00
        await work.estate.leases.save(lease)
        await work.commit(None)
    petr = await maria.tenant("Пётр")
    second = await maria.lets(home.premises, petr.party, starts_on=dt.date(2026, 11, 16), area=50_00)
    await home.sends()
    await ivan.writes("12 335")
    await ivan.writes("56")
    # 110 kWh at 5.38 is 591.80: 40 of 100 m², and 50 of 100 for 15 of 30 days; the rest is nobody's
    ivan.sees(
        "Электричество: 236,72 ₽",
        "110 кВт·ч × 5,38 ₽ = 591,80 ₽ (12 335 − 12 225), ваша доля 40 м² из 100 м² = 236,72 ₽",
        "Интернет: 200 ₽",
    )
    due = dt.date(2026, 12, 10)
    assert (await home.billed())[Article.ELECTRICITY, NOVEMBER] == (236_72, due)
    assert (await home.billed(second))[Article.ELECTRICITY, NOVEMBER] == (147_95, due)
    assert (await costs_of(home, home.premises, NOVEMBER))["Электричество"] == 591_80 - 236_72 - 147_95
    petr.sees("💡 Коммунальные за ноябрь: 362,65 ₽", "Лесная, 4", "Оплатить до 10 декабря.")
    await petr.taps("💡 Как посчитано")
    petr.sees("ваша доля 50 м² из 100 м², 15 из 30 дней = 147,95 ₽")
    await home.looks_at_month()
    maria.sees("✅ Счёт выставлен", "Иван: 580,24 ₽, оплатить до 10 декабря", "Пётр: 362,65 ₽", "Не сдано: ")
    whole = 591_80 + 358_80 + 500_00
    everybody = [*(await home.billed()).values(), *(await home.billed(second)).values()]
    assert sum(minor for minor, _ in everybody) + sum((await costs_of(home, home.premises, NOVEMBER)).values()) == whole


async def test_a_month_without_readings_is_billed_by_the_average_and_put_right_by_the_next(world: World) -> None:
    home = await metered_home_in(world)
    maria, ivan = home.manager, home.tenant
    home.at(26, 9)
    await world.later(seconds=1)
    maria.sees(
        "🔢 Нет показаний · Лесная, 4", "Сбор за ноябрь закончился: получено 0 из 2.", "✍️ Внести", "🧮 По среднему"
    )
    ivan.sees("🔢 Приём показаний закончился", "тот, кто сдаёт объект")
    await maria.taps("🧮 По среднему")
    maria.sees(
        "2 показания взяты по среднему", "⚡ Электричество: 12 325, расход 100 кВт·ч, по среднему", "✅ Счёт выставлен"
    )
    ivan.sees("💡 Коммунальные за ноябрь: 1 337 ₽", "Часть показаний — по среднему: следующие всё поправят.")
    await ivan.taps("💡 Как посчитано")
    ivan.sees("100 кВт·ч × 5,38 ₽ = 538 ₽ (12 325 − 12 225), по среднему, показания не было")
    home.at(21, 12, month=12)
    await home.sends()
    ivan.sees("В прошлый раз: 12 325")
    await ivan.writes("12 285")
    ivan.sees("💧 Холодная вода")
    await ivan.writes("60")
    # 60 kWh in two months: 30 each, instead of 100 and nothing
    billed = await home.billed()
    assert billed[Article.ELECTRICITY, NOVEMBER] == (161_40, dt.date(2026, 12, 26)), "five days to see and pay it"
    assert billed[Article.ELECTRICITY, DECEMBER] == (161_40, dt.date(2027, 1, 10))
    assert billed[Article.COLD_WATER, NOVEMBER][0] == 299_00, "5 m³ were right"
    ivan.sees("30 кВт·ч × 5,38 ₽ = 161,40 ₽ (12 285 − 12 255), прошлое показание было средним")
    await ivan.taps("💡 Все счета")
    ivan.sees("Декабрь: ", "Ноябрь: 960,40 ₽")


async def test_a_booked_price_stays_until_the_manager_counts_anew(world: World) -> None:
    home = await metered_home_in(world)
    maria, ivan = home.manager, home.tenant
    await home.sends()
    await ivan.writes("12 325")
    await ivan.writes("55")
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 100_000)
    await home.showed(ELECTRICITY, NOVEMBER, 12_335)
    assert (await home.billed())[Article.ELECTRICITY, NOVEMBER][0] == 591_80, "110 kWh at the price that was booked"
    ivan.sees("💡 Коммунальные за ноябрь пересчитаны: 1 390,80 ₽", "Было 1 337 ₽.")
    await home.looks_at_month()
    await maria.taps("🔄 Пересчитать")
    maria.sees("Пересчитать ноябрь?", "‹ Не надо")
    for _ in range(3):
        maria.person.taps("🔄 Пересчитать")
    await world.later(seconds=30)
    assert (await home.billed())[Article.ELECTRICITY, NOVEMBER][0] == 1_100_00
    electricity = [one for one in await home.entries() if one.article is Article.ELECTRICITY]
    assert [one.minor for one in electricity] == [538_00, -538_00, 591_80, -591_80, 1_100_00]


@pytest.mark.one_database
async def test_a_month_is_closed_without_a_reading_that_comes_later(world: World) -> None:
    home = await metered_home_in(world)
    maria, ivan = home.manager, home.tenant
    await home.sends()
    await ivan.writes("12 325")
    await home.looks_at_month()
    maria.sees("Показания: 1 из 2, до 25 ноября", "💧 Холодная вода: нет показания", "Иван: пока 1 038 ₽", "✍️ 💧")
    await maria.taps("💡 Без них")
    maria.sees("Выставить счёт за ноябрь без этих показаний?", "💧 Холодная вода")
    await maria.taps("💡 Счёт без них")
    maria.sees("Счёт выставлен.")
    assert set(await home.billed()) == {(Article.ELECTRICITY, NOVEMBER), (Article.INTERNET, NOVEMBER)}
    await maria.taps("✍️ 💧")
    await maria.writes("56")
    assert (await home.billed())[Article.COLD_WATER, NOVEMBER][0] == 358_80
    ivan.sees("💡 Коммунальные за ноябрь пересчитаны: 1 396,80 ₽", "Было 1 038 ₽.")
    home.at(20, 12, month=12)
    await home.sends()
    await ivan.writes("12 425")
    await ivan.writes("61")
    ivan.sees("Итого: 1 337 ₽", "На 59,80 ₽ меньше, чем за ноябрь.")


@pytest.mark.one_database
async def test_a_bill_made_from_late_readings_leaves_time_to_pay_and_is_reminded_of_by_its_own_day(
    world: World,
) -> None:
    home = await metered_home_in(world)
    maria, ivan = home.manager, home.tenant
    home.at(12, 8, month=12)
    await world.later(minutes=1)
    rents = 4 * 46_000_00
    me = await maria.me()
    await add_payment(world.product.new_work(), me, home.lease, rents, dt.date(2026, 12, 12), Method.CASH)
    await home.looks_at_month(202611)
    await maria.taps("💡 Иван")
    maria.sees("Ещё без ⚡, 💧; оплатить до 17 декабря.")
    for sign, shown in (("💧", "55"), ("⚡", "12 325")):
        await home.looks_at_month(202611)
        await maria.taps(f"✍️ {sign}")
        await maria.writes(shown)
        await maria.taps("Сегодня")
    ivan.sees("💡 Коммунальные за ноябрь: 1 337 ₽", "Оплатить до 17 декабря.")

    async def morning(day: int) -> list[str]:
        heard = len(ivan.heard)
        home.at(day, 9, month=12)
        await world.later(minutes=1)
        return [one for one in ivan.heard[heard:] if "⏰" in one]

    assert await morning(13) == []
    await home.looks_at_month(202611)
    maria.sees("Иван: 1 337 ₽, оплатить до 17 декабря")
    assert "⏰ Через 3 дня, 17 декабря: 1 337 ₽" in (await morning(14))[0]
    assert await morning(16) == []
    assert "⏰ Сегодня, 17 декабря: 1 337 ₽" in (await morning(17))[0]
    assert "⏰ Просрочено: 1 337 ₽, 1 день" in (await morning(18))[0]


@pytest.mark.one_database
async def test_what_the_manager_has_taken_back_is_not_booked_again_by_a_reading(world: World) -> None:
    home = await metered_home_in(world)
    await home.showed(ELECTRICITY, NOVEMBER, 12_325)
    await home.showed(WATER, NOVEMBER, 55)
    work = world.product.new_work()
    async with work.writing("lets_off"):
        rows = await work.ledger.of([account_of_lease(home.lease)])
        electricity = next(one for one in rows if one.article is Article.ELECTRICITY)
        await work.ledger.add(
            Entry(
                account=electricity.account,
                kind=EntryKind.CHARGE,
                on=electricity.on,
                minor=-electricity.minor,
                currency="RUB",
                booked_at=work.now(),
                article=electricity.article,
                month=electricity.month,
                reverses=electricity.id,
            )
        )
        await work.commit(None)
    await home.showed(ELECTRICITY, NOVEMBER, 12_335)
    assert (Article.ELECTRICITY, NOVEMBER) not in await home.billed()
    assert (await home.billed())[Article.COLD_WATER, NOVEMBER][0] == 299_00


@pytest.mark.one_database
async def test_a_bill_names_what_has_been_taken_back_of_it(world: World) -> None:
    home = await metered_home_in(world)
    maria, ivan = home.manager, home.tenant
    await home.showed(ELECTRICITY, NOVEMBER, 12_325)
    await home.showed(WATER, NOVEMBER, 55)
    bill = OpenBill(lease=home.lease, month=in_press(NOVEMBER)).pack()
    for article in (Article.ELECTRICITY, Article.COLD_WATER, Article.INTERNET):
        work = world.product.new_work()
        async with work.reading():
            rows = await work.ledger.of([account_of_lease(home.lease)])
        entry = next(one for one in rows if one.article is article)
        await reverse_entry(world.product.new_work(), await maria.me(), home.lease, entry.id, "так договорились")
        await ivan.writes("/menu")
        await ivan.forges(bill)
        ivan.sees(", отменено")
    ivan.sees("Электричество", "Холодная вода", "Интернет", "Всё это отменено, платить не нужно.")


@pytest.mark.one_database
async def test_paid_bills_say_so_and_a_year_is_a_workbook(world: World) -> None:
    home = await metered_home_in(world)
    maria, ivan = home.manager, home.tenant
    await home.sends()
    await ivan.writes("12 325")
    await ivan.writes("55")
    work = world.product.new_work()
    async with work.writing("pays"):
        await work.ledger.add(
            Entry(
                account=account_of_lease(home.lease),
                kind=EntryKind.PAYMENT,
                on=dt.date(2026, 11, 21),
                minor=200_000_00,
                currency="RUB",
                booked_at=work.now(),
                method=Method.CASH,
            )
        )
        await work.commit(None)
    await ivan.forges(BillsOf(lease=home.lease).pack())
    ivan.sees("Ноябрь: 1 337 ₽, оплачено")
    await ivan.taps("📊 Excel 2026")
    assert ivan.person.screen.file_name == "Коммунальные 2026 Лесная, 4.xlsx"
    sheet = load_workbook(io.BytesIO(ivan.person.screen.file or b"")).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=5)]
    assert [row[1] for row in rows] == ["Электричество", "Холодная вода", "Интернет"]
    assert [row[3] for row in rows] == [538, 299, 500]
    assert plainly(rows[0][2]) == "100 кВт·ч × 5,38 ₽ = 538 ₽ (12 325 − 12 225)"
    await home.looks_at_month()
    await maria.taps("‹ окт")
    maria.sees("Коммунальные за октябрь", "ноя ›")
    await maria.taps("📊 Excel 2026")
    assert maria.person.screen.file_name == "Коммунальные 2026 Лесная, 4.xlsx"


@pytest.mark.one_database
async def test_a_vacant_object_costs_its_owner_what_is_asked_for_a_month(world: World) -> None:
    home = await home_in(world)
    maria = home.manager
    vacant = await maria.manages((await maria.owner("Пётр")).party, name="Пустая, 1", area=50_00)
    home_of_nobody = Home(world, maria, home.tenant, vacant, home.lease)
    await home_of_nobody.costs(Article.INTERNET, Basis.MONTH, 5_000_000)
    await home_of_nobody.costs(Article.HEATING, Basis.AREA, 300_000)
    home.at(26, 0)
    await world.later(minutes=1)
    assert await costs_of(home, vacant, NOVEMBER) == {"Интернет": 500_00, "Отопление": 1_500_00}
    home.at(27, 0)
    await world.later(minutes=1)
    assert await costs_of(home, vacant, NOVEMBER) == {"Интернет": 500_00, "Отопление": 1_500_00}


async def test_two_last_readings_at_the_same_moment_book_the_bill_once(world: World) -> None:
    home = await metered_home_in(world)
    me = await home.tenant.me()
    for value in (12_325_000, 12_335_000):
        sent = [(ELECTRICITY, value), (WATER, 55_000)]
        await asyncio.gather(
            *(send_reading(world.product.new_work(), me, home.lease, home.meters[kind], (one,)) for kind, one in sent)
        )
    billed = await home.billed()
    assert {article: minor for (article, _), (minor, _) in billed.items()} == {
        Article.ELECTRICITY: 591_80,
        Article.COLD_WATER: 299_00,
        Article.INTERNET: 500_00,
    }
    assert len(await home.entries()) == 5, "three charges, one of them taken back and booked anew"


@pytest.mark.one_database
async def test_a_meter_of_one_tenant_is_theirs_alone(world: World) -> None:
    home = await metered_home_in(world, area=100_00)
    maria, ivan = home.manager, home.tenant
    petr = await maria.tenant("Пётр")
    second = await maria.lets(home.premises, petr.party, starts_on=dt.date(2026, 10, 1), area=40_00)
    await maria.writes("/menu")
    await maria.forges(OpenMeter(meter=home.meters[ELECTRICITY]).pack())
    maria.sees("Общий: делится между арендаторами по площади и дням")
    await maria.taps("✏️ Изменить")
    await maria.taps("Чей расход")
    await maria.taps("Пётр")
    maria.sees("Считает только для арендатора: Пётр")
    await home.sends()
    ivan.sees("💧 Холодная вода")
    assert "⚡" not in ivan.screen
    await ivan.writes("55")
    assert Article.ELECTRICITY not in {article for article, _ in await home.billed()}
    assert await home.billed(second) == {}, "their own meter is still missing"
    await petr.writes("/menu")
    await petr.forges(SendReadings(lease=second).pack())
    await petr.writes("12 325")
    petr.sees("Электричество: 538 ₽", "100 кВт·ч × 5,38 ₽ = 538 ₽ (12 325 − 12 225)\n• Холодная вода")


async def test_a_month_of_which_nothing_can_be_billed_offers_no_bill(world: World) -> None:
    home = await metered_home_in(world)
    maria = home.manager
    await home.looks_at_month(202610)  # read, but before there were tariffs
    maria.sees("Коммунальные за октябрь", "расход 100 кВт·ч", "Иван: начислять пока нечего")
    assert "Выставить счёт" not in maria.screen


async def test_a_bill_that_waits_for_readings_is_not_compared_with_a_whole_one(world: World) -> None:
    home = await metered_home_in(world)
    for kind, value in ((ELECTRICITY, 12_335), (WATER, 56)):
        await home.showed(kind, NOVEMBER, value)
    home.at(21, 12, month=12)
    await home.tenant.forges(OpenBill(lease=home.lease, month=202612).pack())
    home.tenant.sees("Пока: 500 ₽", "Ещё без ⚡, 💧")
    assert "меньше" not in home.tenant.screen
    for kind, value in ((ELECTRICITY, 12_445), (WATER, 60)):
        await home.showed(kind, DECEMBER, value)
    await home.tenant.forges(OpenBill(lease=home.lease, month=202612).pack())
    home.tenant.sees("меньше, чем за ноябрь")


@pytest.mark.one_database
async def test_a_month_that_nobody_read_before_the_meter_was_replaced_is_billed_by_the_average(world: World) -> None:
    """November was not read, and the meter is replaced while December's readings are taken, at a higher price."""
    home = await metered_home_in(world)
    maria, ivan = home.manager, home.tenant
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 60_000, since=DECEMBER)
    await home.showed(MeterKind.COLD_WATER, NOVEMBER, 55)
    assert await home.billed() == {}, "electricity is missing"
    home.at(22, 12, month=12)
    await home.looks_at_meters()
    await maria.taps("⚡ Электричество")
    await maria.taps("🔁 Заменить")
    await maria.writes("12 425")
    await maria.taps("0")
    await maria.taps("Сегодня")
    await maria.taps("Пропустить")
    ivan.sees("💡 Коммунальные за ноябрь: 1 337 ₽", "Часть показаний — по среднему")
    await home.looks_at_month(202611)
    await maria.taps("💡 Иван")
    maria.sees("100 кВт·ч × 5,38 ₽ = 538 ₽ (12 325 − 12 225), по среднему, показания не было")
    await home.looks_at_month(202612)
    await maria.taps("💡 Иван")
    maria.sees("100 кВт·ч × 6 ₽ = 600 ₽ (12 425 − 12 325)")
