"""An owner's figures: a picture that changes in place, the same numbers in words and as a workbook, for who may see."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from bot.screen import MOST_CAPTION
from domain.estate.costs.add_cost import add_cost
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft
from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.parties.party import PartyKind
from domain.ledger.entry import Article, Method
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.somebody import Somebody
from tests.support.world import World

pytestmark = pytest.mark.one_database
NOV, OCT = dt.date(2026, 11, 1), dt.date(2026, 10, 1)


async def pays(manager: Manager, lease: int, minor: int, on: dt.date) -> None:
    work = manager.world.product.new_work()
    await add_payment(work, await manager.me(), lease, minor, on, Method.BANK)  # type: ignore[arg-type]


async def spends(manager: Manager, premises: int, article: str, kind: CostKind, month: dt.date, minor: int) -> None:
    draft = CostDraft(article=article, kind=kind, month=month, minor=minor)
    await add_cost(manager.world.product.new_work(), await manager.me(), premises, draft)  # type: ignore[arg-type]


def sheets_of(who: Somebody) -> dict[str, list[tuple[object, ...]]]:
    """The sheets of the workbook that was sent last, with what Excel shows."""
    content = who.person.screen.file
    assert content is not None
    book = load_workbook(io.BytesIO(content), data_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


async def test_money_is_shown_by_months_and_what_is_overdue_is_named(world: World) -> None:
    lev = await new_landlord(world)
    await lev.writes("/money")
    lev.sees("Деньги: все объекты", "Пока нет ни начислений, ни платежей.")
    flat, dacha = await lev.manages(), await lev.manages(name="Дача", currency="USD")
    anton = await lev.knows(PartyKind.TENANT, "Антон", "Петров")
    of_flat = await lev.lets(flat, anton, starts_on=OCT)
    await lev.lets(dacha, anton, rent=500_00, currency="USD", starts_on=NOV, due_day=30)
    await world.later(hours=1)
    await pays(lev, of_flat, 46_000_00, dt.date(2026, 10, 5))
    await pays(lev, of_flat, 6_000_00, dt.date(2026, 11, 5))

    await lev.writes("/money")
    assert lev.person.screen.kind == "photo"
    lev.sees("Ноябрь: пришло 6 000 ₽ из 46 000 ₽", "Просрочено 40 000 ₽ (Лесная, 4 · Антон Петров: 16 дней)")
    lev.sees("Кроме того: 0 $ из 500 $", "⏰ Кто должен")
    heard, first = len(lev.heard), lev.person.screen.photo
    await lev.taps("12 мес")
    lev.sees("За 12 месяцев: 52 000 ₽ из 92 000 ₽ (57 %)", "Октябрь: пришло 46 000 ₽ из 46 000 ₽", "• 12 мес")
    second = lev.person.screen.photo
    assert first != second
    await lev.taps("Сейчас")
    assert (lev.person.screen.photo, len(lev.heard)) == (first, heard)
    # what Telegram has already is not uploaded again
    assert [bool(call.files) for call in world.telegram.calls_of("editMessageMedia")] == [True, False]
    await lev.taps("$")
    lev.sees("Ноябрь: пришло 0 $ из 500 $", "Кроме того: 6 000 ₽ из 46 000 ₽", "• $")

    await lev.taps("3 мес")
    await lev.taps("📊 Excel")
    sheets = sheets_of(lev)
    assert list(sheets) == ["По месяцам, RUB", "По объектам, RUB", "По месяцам, USD", "По объектам, USD"]
    assert [row[1:] for row in sheets["По месяцам, RUB"][2:]] == [
        (0, 0, 0, 0), (46000, 46000, 0, 46000), (6000, 46000, -40000, 6000), (52000, 92000, -40000, 52000),
    ]  # fmt: skip
    assert lev.person.screen.file_name == "Деньги все объекты.xlsx"
    await lev.writes("/menu")
    await lev.forges(f"omo:0:0:{flat}:::0")
    lev.sees("Деньги: Лесная, 4", "Просрочено 40 000 ₽ (Антон Петров: 16 дней)")


async def test_areas_and_costs_lead_to_each_other_and_an_object_tells_its_own(world: World) -> None:
    lev = await new_landlord(world, language_code="en")
    for command in ("/areas", "/costs"):
        await lev.writes(command)
        assert lev.person.screen.kind == "text"
    long_ago = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    flat = await lev.manages(created_at=long_ago)
    store = await lev.manages(name="Store", area=300_00, created_at=long_ago)
    anton = await lev.knows(PartyKind.TENANT, "Anton")
    await lev.lets(store, anton, area=200_00, starts_on=NOV, ends_on=dt.date(2027, 5, 31))
    await spends(lev, store, "Guard", CostKind.OPERATING, OCT, 8_000_00)
    await spends(lev, flat, "Water", CostKind.UTILITY, NOV, 1_250_50)
    await lev.writes("/areas")
    lev.sees("Now 200 m² of 354 m² let (56%)", "Free now: 154 m² (44%)", "• Store: 200 m² of 300 m²")
    await lev.taps("3 mo")
    lev.sees("Over 3 months: 19% let", "October: 0 m² of 354 m² let (0%)")
    await lev.taps("📊 Excel")
    assert sheets_of(lev)["By object, today"][2] == ("Store", 300, 200, 100, 0.6667)
    areas = next(shown for shown in reversed(lev.person.heard) if shown.find_button("💸 Costs"))
    await world.does(lev.person.taps, "💸 Costs", areas)
    assert "Over 3 months: ₽9,250.50\nUtilities ₽1,250.50, operating ₽8,000" in areas.text
    assert "other costs" not in areas.text, "nothing was spent on them"
    await lev.writes("/costs")
    lev.sees("November: ₽1,250.50", "• Water: ₽1,250.50")
    await lev.taps("12 mo")
    await lev.taps("📊 Excel")
    assert list(sheets_of(lev)) == ["By month, RUB", "By article, RUB", "By object, RUB"]

    await lev.writes("/menu")
    await lev.forges(f"ooc:{store}:0:0")
    lev.sees("Occupancy: Store", "Occupied: Anton, until May 31, 2027", "Let 200 m² of 300 m²", "‹ Object")
    await lev.taps("3 mo")
    lev.sees("Occupied in 1 of 3 months, 26% of the days", "November: yes", "October: no")
    await lev.taps("📊 Excel")
    assert [row[1:] for row in sheets_of(lev)["Occupancy Store"][2:]] == [
        ("no", 0, 30, 0), ("no", 0, 31, 0), ("yes", 21, 21, 1),
    ]  # fmt: skip
    await lev.writes("/menu")
    await lev.forges(f"oct:3:0:{store}:::0")
    lev.sees("Costs: Store", "Over 3 months: ₽8,000", "💸 Row by row")
    await lev.forges("ooc:0:12:1")
    lev.sees("Areas: all objects", "• 12 mo")


async def test_an_object_counts_from_the_day_it_was_added_or_let_before(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages(area=60_00)
    store = await lev.manages(name="Склад", area=100_00)
    await lev.lets(store, await lev.knows(PartyKind.TENANT, "Антон"), area=50_00, starts_on=dt.date(2026, 10, 17))
    await lev.writes("/areas")
    lev.sees("сдано 50 м² из 160 м² (31 %)", "Свободно 110 м² (69 %)")
    assert "В среднем" not in lev.screen
    await lev.taps("6 мес")
    # the store is there from its lease on: 15 of the 31 days of October; the flat on the 21st of November alone
    lev.sees("Октябрь: сдано 24,19 м² из 48,39 м² (50 %)", "Ноябрь: сдано 50 м² из 102,86 м² (49 %)")
    lev.sees("В среднем за каждый месяц:")
    assert "Сентябрь" not in lev.screen, "nothing was there yet"
    drawn = lev.person.screen.photo
    await lev.taps("12 мес")
    assert lev.person.screen.photo == drawn, "months before there was anything are not drawn"
    await lev.taps("📊 Excel")
    assert [row[1:4] for row in sheets_of(lev)["По месяцам"][3:]] == [(48.39, 24.19, 24.2), (102.86, 50, 52.86)]
    await lev.writes("/menu")
    await lev.forges(f"ooc:{store}:6:0")
    lev.sees("Был сдан в 2 из 2 месяцев, занят 100 % дней", "Октябрь: да", "Ноябрь: да")
    assert "Сентябрь" not in lev.screen
    await lev.taps("📊 Excel")
    assert [row[1:] for row in sheets_of(lev)["Занятость Склад"][2:]] == [("да", 15, 15, 1), ("да", 21, 21, 1)]
    await world.later(days=40)
    await lev.writes("/areas")
    await lev.taps("3 мес")
    lev.sees("Ноябрь: сдано 50 м² из 120 м² (42 %)", "Декабрь: сдано 50 м² из 160 м² (31 %)")


async def test_what_a_caption_cannot_hold_is_written_out_beside_the_picture(world: World) -> None:
    lev = await new_landlord(world)
    anton = await lev.knows(PartyKind.TENANT, "Антон")
    for number in range(9):
        premises = await lev.manages(name=f"{number} " + "очень длинное название " * 4, address="Лесная, 4")
        await lev.lets(premises, anton, starts_on=NOV)
    await world.later(hours=1)
    await lev.writes("/money")
    assert lev.person.screen.kind == "photo"
    assert len(lev.person.screen.text) <= MOST_CAPTION
    await lev.taps("🔢 Цифрами")
    assert lev.person.screen.kind == "text"
    lev.sees("7 очень длинное", "и ещё 1")
    await lev.taps("3 мес")
    assert lev.person.screen.kind == "photo"


async def test_who_sees_whose_figures(world: World) -> None:
    maria, eve = await new_manager(world), await new_landlord(world, "Ева")
    await maria.writes("/figures")
    maria.sees("Собственников пока нет.")
    olga, pavel = await maria.owner("Ольга"), await maria.owner("Павел")
    flat = await maria.manages(olga.party)
    await maria.manages(pavel.party, name="Магазин", area=100_00)
    await maria.lets(flat, await maria.knows(PartyKind.TENANT, "Антон"), starts_on=NOV)
    await world.later(hours=1)
    await maria.writes("/figures")
    await maria.taps("👤 Ольга")
    maria.sees("Деньги: Ольга", "Ноябрь: пришло 0 ₽ из 46 000 ₽", "⏰ Кто должен", "‹ Назад")
    await maria.taps("📐 Площади")
    maria.sees("Площади: Ольга", "сдано 54 м² из 54 м² (100 %)")
    assert "Свободно" not in maria.screen, "nothing is"
    await maria.writes("/figures")
    await maria.taps("💰 Все вместе")
    await maria.taps("📐 Площади")
    maria.sees("Площади: все объекты", "из 154 м²")
    await olga.writes("/money")
    olga.sees("Деньги: все объекты", "Ноябрь: пришло 0 ₽ из 46 000 ₽")
    assert olga.person.screen.find_button("⏰") is None
    await eve.writes("/menu")
    menu = eve.screen
    for press in (
        f"omo:0:{olga.party}:0:::0",
        f"oar:0:0:{flat}::0",
        f"oct:3:0:{flat}::s:0",
        f"ooc:{flat}:3:0",
        "mof:0:0",
    ):
        await eve.forges(press)
        assert eve.person.toasts
        assert eve.screen == menu
    for garbled in ("omo:7:0:0:XXX::0", "omo:x", f"oar:99:{10**17}:0::0", "oos:0:3"):
        await eve.forges(garbled)
        assert "Код:" not in eve.screen


async def test_a_picture_whose_receipt_was_lost_is_shown_once(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    heard = len(lev.heard)
    world.telegram.trouble.loses_answer("sendPhoto")
    await lev.writes("/areas")
    await world.later(seconds=10)
    assert len(lev.heard) == heard + 1
    for label in ("3 мес", "6 мес", "3 мес"):
        world.telegram.trouble.loses_answer("editMessageMedia")
        await lev.taps(label)
        await world.later(seconds=10)
        lev.sees(f"• {label}")
    assert len(lev.heard) == heard + 1
    assert await world.product.inbox.quarantined() == 0


async def test_rent_and_utilities_are_told_apart_and_what_came_is_set_against_what_it_was_for(world: World) -> None:
    """Rows 37 and 79: 3,183.21 of utilities that fall due in December are no rent of November; debtors have names."""
    lev = await new_landlord(world)
    flat = await lev.manages()
    anton, boris = await lev.knows(PartyKind.TENANT, "Антон", "Петров"), await lev.knows(PartyKind.TENANT, "Борис")
    first = await lev.lets(flat, anton, area=30_00, starts_on=NOV)
    second = await lev.lets(flat, boris, rent=20_000_00, area=20_00, starts_on=NOV, due_day=10)
    await world.later(hours=1)
    work, me = world.product.new_work, await lev.me()
    await add_charge(work(), me, first, Article.ELECTRICITY, 3_183_21, dt.date(2026, 12, 10))
    await pays(lev, first, 46_000_00 + 3_183_21, dt.date(2026, 11, 6))
    await lev.writes("/money")
    lev.sees("Ноябрь: пришло 46 000 ₽ из 66 000 ₽", "• за другие месяцы: 3 183,21 ₽")
    lev.sees("Просрочено 20 000 ₽ (Лесная, 4 · Борис: 11 дней)")
    await add_charge(work(), me, first, Article.COLD_WATER, 1_000_00, dt.date(2026, 11, 15))
    await add_charge(work(), me, second, Article.GAS, 500_00, dt.date(2026, 11, 25))
    await lev.writes("/money")
    lev.sees("• аренда: 46 000 ₽ из 66 000 ₽", "• ЖКУ и прочее: 0 ₽ из 1 500 ₽")
    lev.sees("Лесная, 4 · Борис: 20 000 ₽, 11 дней; Лесная, 4 · Антон Петров: 1 000 ₽, 6 дней")
    await lev.writes("/menu")
    lev.sees("Ноябрь: пришло 46 000 ₽ из 67 500 ₽", "(Лесная, 4 · Борис, 11 дней, и другие)")
