"""Who keeps an object books payments and charges, takes them back, settles the deposit; each figure can be traced."""

import datetime as dt
import io

import openpyxl
import pytest

from domain.estate.money.add_charge import add_charge
from domain.ledger.entry import Article
from tests.support.estate import RENT, new_landlord
from tests.support.rented import Rented, rented_in
from tests.support.world import World


@pytest.fixture
async def rented(world: World) -> Rented:
    return await rented_in(world)


@pytest.mark.one_database
async def test_payments_of_long_ago_are_seen_in_the_account_and_pushed_to_nobody(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 8, 1))
    manager, oleg, owner, lease = rented.manager, rented.oleg, rented.owner, rented.lease

    async def enters(day: str) -> None:
        await manager.forges(f"kpy:{lease}:1")
        await manager.writes("46 000")
        await manager.writes(day)
        await manager.taps("🏦 Перевод")
        await manager.taps("✅ Сохранить")
        await world.later(seconds=10)
        manager.sees("✅ Платёж внесён: 46 000 ₽")

    heard = len(oleg.heard), len(owner.heard)
    for day in ("5 августа", "5 сентября", "20 октября"):
        await enters(day)
    assert (len(oleg.heard), len(owner.heard)) == heard
    await oleg.forges(f"tms:{lease}:0:0")
    await oleg.taps("‹ окт")
    oleg.sees("20 октября: оплата 46 000 ₽")
    heard = len(oleg.heard), len(owner.heard)
    await enters("21 октября")
    assert (len(oleg.heard), len(owner.heard)) == (heard[0] + 1, heard[1] + 1), "31 days ago is still news"
    oleg.sees("✅ Платёж внесён: 46 000 ₽")

    # whoever has said that they paid waits for an answer, whichever day it was
    await oleg.forges(f"tip:{lease}:1")
    await oleg.writes("1 000")
    await oleg.writes("1 сентября")
    await oleg.taps("Пропустить")
    await oleg.taps("✅ Сообщить")
    await world.later(seconds=10)
    await manager.taps("✅ Подтвердить")
    await world.later(seconds=10)
    oleg.sees("✅ Платёж внесён: 1 000 ₽")


async def test_a_payment_is_entered_seen_where_it_went_and_taken_back_with_a_reason(rented: Rented) -> None:
    manager, oleg, lease = rented.manager, rented.oleg, rented.lease
    await manager.forges(f"klm:{lease}:0:0")
    manager.sees("🧾 Лесная, 4 · Олег Иванов", "Долг 46 000 ₽ с 5 ноября", "Следующий платёж: 46 000 ₽, 5 декабря")
    manager.sees("1. 5 ноября: аренда за ноябрь, 46 000 ₽, не оплачено", "➕ Платёж", "🔔 Напомнить", "📊 Excel")
    await manager.taps("➕ Платёж")
    manager.sees("шаг 1 из 3", "Арендатор: Олег Иванов.", "На сегодня к оплате 46 000 ₽.", "Ноябрь: 46 000 ₽")
    for nonsense in ("1e5", "-1", "0", "много", "100 $", "я" * 4096, "<b>1</b>"):
        await manager.writes(nonsense)
        manager.sees("шаг 1 из 3")
    manager.sees("Сколько оплачено?")
    await rented.world.does(manager.person.sends_sticker)
    manager.sees("шаг 1 из 3")
    await manager.writes("60 000,50")
    for nonsense in ("завтра", "не помню", "31.02"):
        await manager.writes(nonsense)
        manager.sees("шаг 2 из 3")
    await manager.taps("Вчера")
    await manager.taps("🏦 Перевод")
    manager.sees(
        "Платёж 60 000,50 ₽", "20 ноября, переводом", "• Аренда за ноябрь: 46 000 ₽", "• Аренда за декабрь: 14 000,50 ₽"
    )
    await manager.taps("📎 Чек")
    await rented.world.does(manager.person.sends_photo)
    await rented.world.later(seconds=10)
    manager.sees("📎 С чеком")
    review = manager.person.screen
    for _ in range(3):
        manager.person.taps("✅ Сохранить", review)
    await rented.world.later(seconds=10)
    assert await rented.paid() == [60_000_50]
    manager.sees("✅ Платёж внесён: 60 000,50 ₽", "• Аренда за ноябрь: 46 000 ₽", "• Аванс: 14 000,50 ₽")
    oleg.sees("✅ Платёж внесён: 60 000,50 ₽", "Долга нет, аренда оплачена по 30 ноября.", "Аванс: 14 000,50 ₽")

    await manager.taps("🧾 Расчёты")
    manager.sees("1. 5 ноября: аренда за ноябрь, 46 000 ₽ ✓", "2. 💳 20 ноября: оплата 60 000,50 ₽ переводом")
    await manager.taps("1")
    manager.sees(
        "Аренда за ноябрь: 46 000 ₽",
        "Целый месяц по 46 000 ₽",
        "💳 20 ноября: 46 000 ₽ переводом",
        "Оплачено полностью.",
    )
    await manager.taps("‹ Расчёты")
    await manager.taps("2")
    manager.sees("Оплата переводом: 60 000,50 ₽", "Куда пошли деньги", "• Аванс: 14 000,50 ₽", "📎 Чек")
    await manager.taps("📎 Чек")
    assert manager.person.screen.kind == "photo"
    await manager.forges(f"ken:{lease}:2:0")
    await manager.taps("↩️")
    manager.sees("Отменить запись?", "Оплата переводом, 60 000,50 ₽, 20 ноября", "‹ Оставить")
    await manager.taps("↩️")
    manager.sees("Почему?", "Внесено дважды")
    await manager.writes("ошибка <b>моя</b>")
    manager.sees("↩️ Запись отменена.", "отменено: ошибка <b>моя</b>", "Долг 46 000 ₽ с 5 ноября")
    oleg.sees("↩️ Отменено: оплата переводом, 60 000,50 ₽", "«ошибка <b>моя</b>»", "Вы должны 46 000 ₽ с 5 ноября")
    await oleg.taps("🔎")
    oleg.sees("Отменено 21 ноября", "−60 000,50 ₽", "«ошибка <b>моя</b>»")
    assert await rented.paid() == [60_000_50, -60_000_50]
    await manager.forges(f"krv:{lease}:2:1")
    manager.is_told("Это уже отменено: 21 ноября")
    assert len(await rented.paid()) == 2

    await oleg.forges(f"tms:{lease}:0:0")
    oleg.sees("🧾 Лесная, 4", "Вы должны 46 000 ₽ с 5 ноября", "отменено: ошибка")
    await oleg.taps("📊 Excel")
    file = oleg.person.screen.message.file
    assert file is not None
    sheet = openpyxl.load_workbook(io.BytesIO(file.content)).active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert cells[0][0] == "Расчёты: Лесная, 4"
    assert [row[2:5] for row in cells[3:6]] == [[46_000, None, 46_000], [None, 60_000.5, None], [None, -60_000.5, None]]


async def test_a_charge_and_a_deposit_that_pays_the_last_debt(rented: Rented) -> None:
    manager, oleg, lease = rented.manager, rented.oleg, rented.lease
    await manager.forges(f"kch:{lease}")
    await manager.taps("Залог")
    for nonsense in ("1e5", "-1", "0", "залог"):
        await manager.writes(nonsense)
        manager.sees("шаг 2 из 3")
    await manager.writes("50000")
    await manager.writes("сегодня")
    manager.sees("Залог: 50 000 ₽", "Срок: 21 ноября")
    await manager.taps("✅ Сохранить")
    manager.sees("✅ Начислено: залог, 50 000 ₽", "Долг 96 000 ₽ с 5 ноября")
    oleg.sees("🧾 Начислено: залог, 50 000 ₽", "Лесная, 4, оплатить до 21 ноября", "✔️ Я оплатил")
    await manager.taps("🧾 Расчёты")
    await manager.taps("➕ Платёж")
    await manager.taps("Всё")
    await manager.taps("Сегодня")
    await manager.taps("💵")
    await manager.taps("✅ Сохранить")
    manager.sees("• Аренда за ноябрь: 46 000 ₽", "• Залог: 50 000 ₽", "Залог: 50 000 ₽")
    await rented.world.later(days=20)
    await manager.forges(f"klm:{lease}:0:0")
    manager.sees("Долг 46 000 ₽ с 5 декабря", "🔒 Залог")
    await manager.taps("🔒 Залог")
    manager.sees(
        "🔒 Залог: 50 000 ₽", "Долг на сегодня: 46 000 ₽", "🔒 Оставить у себя", "Зачесть 46 000 ₽", "↩️ Вернуть"
    )
    before = len(await rented.rows())
    await manager.taps("🔒 Оставить")
    manager.sees("🔒 Залог остаётся у вас: 50 000 ₽.", "Долг 46 000 ₽ с 5 декабря")
    assert len(await rented.rows()) == before
    await manager.taps("🔒 Залог")
    await manager.taps("Зачесть")
    manager.sees("Зачесть 46 000 ₽ из залога в счёт долга?", "• Аренда за декабрь: 46 000 ₽", "останется 4 000 ₽")
    assert len(await rented.rows()) == before
    asked = manager.person.screen
    for _ in range(5):
        manager.person.taps("✅ Зачесть", asked)
    await manager.world.later(seconds=10)
    manager.sees("🔒 Из залога в счёт долга: 46 000 ₽.", "Долга нет", "Залог: 4 000 ₽")
    assert len(await rented.rows()) == before + 1
    oleg.sees("✅ Из залога: 46 000 ₽", "• Аренда за декабрь: 46 000 ₽", "Долга нет")
    await manager.taps("🔒 Залог")
    assert "Зачесть" not in manager.screen
    await manager.taps("↩️ Вернуть")
    manager.sees("Сколько из залога вы возвращаете (Олег Иванов)? Не больше 4 000 ₽.", "Всё: 4 000 ₽")
    await manager.writes("5000")
    manager.sees("Из этого залога можно вернуть не больше 4 000 ₽.")
    await manager.taps("Всё")
    manager.sees("Вернуть 4 000 ₽ (Олег Иванов)?", "✅ Вернуть")
    assert len(await rented.rows()) == before + 1
    await manager.taps("✅ Вернуть")
    manager.sees("↩️ Из залога возвращено: 4 000 ₽.", "Долга нет", "возврат залога, 4 000 ₽ ✓")
    oleg.sees("✅ Из залога: 4 000 ₽", "• Возврат залога: 4 000 ₽")
    await manager.forges(f"ksd:{lease}")
    manager.is_told("Залога больше нет.")


@pytest.mark.one_database
async def test_handing_back_a_deposit_says_which_debt_is_open_where_the_sum_is_asked(rented: Rented) -> None:
    manager, lease = rented.manager, rented.lease
    await manager.forges(f"kch:{lease}")
    await manager.taps("Залог")
    await manager.writes("50000")
    await manager.writes("сегодня")
    await manager.taps("✅ Сохранить")
    await manager.taps("🧾 Расчёты")
    await manager.taps("➕ Платёж")
    await manager.taps("Всё")
    await manager.taps("Сегодня")
    await manager.taps("💵")
    await manager.taps("✅ Сохранить")
    await manager.forges(f"ksd:{lease}")
    await manager.taps("↩️ Вернуть")
    assert "⚠️" not in manager.screen
    await manager.taps("Всё")
    manager.sees("Вернуть 50 000 ₽ (Олег Иванов)?")
    await rented.world.later(days=20)
    before = len(await rented.rows())
    await manager.taps("✅ Вернуть")
    manager.is_told("Долг за это время изменился. Посмотрите, пожалуйста, ещё раз.")
    manager.sees("Вернуть 50 000 ₽ (Олег Иванов)?", "⚠️ Долг 46 000 ₽ при этом остаётся.")
    assert len(await rented.rows()) == before
    await manager.forges(f"ksd:{lease}")
    await manager.taps("↩️ Вернуть")
    manager.sees(
        "Сколько из залога вы возвращаете (Олег Иванов)?",
        "⚠️ Олег Иванов: долг 46 000 ₽. То, что вы вернёте, его уже не покроет.",
        "Минус долг: 4 000 ₽",
    )


async def test_an_owner_with_a_manager_sees_and_reminds_and_changes_nothing(rented: Rented) -> None:
    owner, oleg, lease = rented.owner, rented.oleg, rented.lease
    await owner.forges(f"klm:{lease}:0:0")
    owner.sees("Долг 46 000 ₽ с 5 ноября", "🔔 Напомнить", "📊 Excel")
    assert "➕" not in owner.screen
    await owner.taps("1")
    assert "↩️" not in owner.screen
    await owner.forges(f"krd:{lease}")
    owner.sees("Напомнить: Олег Иванов?", "🔔 Вам напоминают об оплате: 46 000 ₽", "• Аренда за ноябрь: 46 000 ₽")
    assert not any("Вам напоминают" in one for one in oleg.heard)
    await owner.taps("🔔 Отправить")
    owner.is_told("🔔 Напоминание отправлено: Олег Иванов.")
    oleg.sees(
        "🔔 Вам напоминают об оплате: 46 000 ₽", "• Аренда за ноябрь: 46 000 ₽, до 5 ноября", "✔️ Я оплатил", "Написать"
    )
    await rented.manager.forges(f"krd:{lease}")
    rented.manager.sees("Олег Иванов уже получил напоминание сегодня.")
    await rented.manager.forges(f"krs:{lease}")
    rented.manager.is_told("Олег Иванов уже получил напоминание сегодня.")
    assert sum("Вам напоминают" in one for one in oleg.heard) == 1
    await rented.world.later(days=1)
    await rented.manager.forges(f"krs:{lease}")
    assert sum("Вам напоминают" in one for one in oleg.heard) == 2
    for forged in (f"krv:{lease}:1:1", f"kpy:{lease}:0", f"kch:{lease}", f"ksd:{lease}"):
        await owner.forges(forged)
        owner.is_told("Этого здесь больше нет.")
    assert await rented.paid() == []
    stranger = await new_landlord(rented.world, "Чужой")
    for forged in (
        f"klm:{lease}:0:0",
        f"ken:{lease}:1:0",
        f"kpy:{lease}:0",
        f"kch:{lease}",
        f"ksf:{lease}",
        f"krd:{lease}",
    ):
        await stranger.forges(forged)
        assert "Лесная" not in stranger.screen
    assert [one.minor for one in await rented.rows()] == [RENT]


async def test_a_form_left_in_the_middle_books_nothing_and_can_be_taken_up_again(rented: Rented) -> None:
    manager = rented.manager
    await manager.forges(f"kpy:{rented.lease}:0")
    await manager.writes("46000")
    await manager.writes("/cancel")
    manager.sees("Отменено: Оплата.", "↩️ Продолжить")
    await manager.taps("↩️")
    manager.sees("шаг 2 из 3")
    await manager.taps("Сегодня")
    await manager.taps("💳 Карта")
    await manager.taps("✖️ Отмена")
    assert await rented.paid() == []


async def test_what_a_payment_is_said_to_go_to_is_what_it_goes_to(world: World) -> None:
    rented = await rented_in(world, starts_on=dt.date(2026, 12, 1))
    manager, me = rented.manager, await rented.manager.me()
    article, due = Article.ELECTRICITY, dt.date(2026, 12, 10)
    await add_charge(world.product.new_work(), me, rented.lease, article, 1_200_00, due)
    await manager.forges(f"kpy:{rented.lease}:0")
    await manager.taps("Декабрь")
    await manager.taps("Сегодня")
    await manager.taps("🏦 Перевод")
    manager.sees("• Электричество за декабрь: 1 200 ₽", "• Аренда за декабрь: 44 800 ₽")
    await manager.taps("✅ Сохранить")
    manager.sees("• Электричество за декабрь: 1 200 ₽", "• Аванс: 44 800 ₽")
