"""A tenant says to have paid, the manager confirms, corrects or declines: one payment, and each knows the balance."""

import pytest

from tests.support.estate import RENT
from tests.support.rented import Rented, rented_in
from tests.support.world import World


@pytest.fixture
async def rented(world: World) -> Rented:
    return await rented_in(world)


async def reports(rented: Rented, *, receipt: bool = True) -> None:
    """Олег reports the rent as paid today."""
    oleg = rented.oleg
    await oleg.forges(f"tip:{rented.lease}:0")
    await oleg.taps("Ноябрь")
    await oleg.taps("Сегодня")
    if receipt:
        await oleg.world.does(oleg.person.sends_photo)
        await oleg.world.later(seconds=10)
    else:
        await oleg.taps("Пропустить")
    oleg.sees("Вы оплатили 46 000 ₽, 21 ноября", "Лесная, 4", "✅ Сообщить")
    # three fast taps report once
    card = oleg.person.screen
    for _ in range(3):
        oleg.person.taps("✅ Сообщить", card)
    await oleg.world.later(seconds=10)


async def test_confirmed_with_one_tap_and_booked_once_however_often_it_is_pressed(rented: Rented) -> None:
    oleg, manager = rented.oleg, rented.manager
    await oleg.writes("/menu")
    oleg.sees("Лесная, 4", "Вы должны 46 000 ₽ с 5 ноября", "• Аренда за ноябрь: 46 000 ₽, до 5 ноября", "✔️ Я оплатил")
    assert "💳" not in oleg.screen, "there is no provider here"
    await reports(rented)
    oleg.sees("⏳ Сообщение отправлено: 46 000 ₽, 21 ноября", "Ждём подтверждения (Мария)")
    manager.sees("<photo>", "⏳ Деньги пришли?", "Лесная, 4 · Олег Иванов", "Сообщает об оплате: 46 000 ₽, 21 ноября")
    manager.sees("✅ Подтвердить", "✏️ Другая сумма", "✖️ Не пришли")
    await oleg.writes("/menu")
    oleg.sees("⏳ Вы сообщили об оплате 46 000 ₽, ждём подтверждения")
    for _ in range(4):
        manager.person.taps("✅ Подтвердить", manager.person.screen)
    rented.world.telegram.updates.repeat()
    await rented.world.later(seconds=30)
    assert await rented.paid() == [RENT]
    manager.sees("✅ Платёж подтверждён", "Внесено: 46 000 ₽", "• Аренда за ноябрь: 46 000 ₽", "Долга нет")
    oleg.sees("✅ Платёж внесён: 46 000 ₽", "переводом", "Долга нет, аренда оплачена по 30 ноября.")
    assert sum("✅ Платёж внесён" in one for one in oleg.heard) == 1
    rented.owner.sees("💳 Оплата 46 000 ₽ переводом")
    assert (await rented.rows())[-1].receipt is not None
    await manager.forges("kcr:1")
    manager.is_told("Этот платёж уже подтверждён: 21 ноября")


async def test_another_amount_came_and_the_rest_stays_owed(rented: Rented) -> None:
    await reports(rented)
    manager = rented.manager
    await manager.taps("✏️")
    for nonsense in ("1e5", "-1", "<b>", "я" * 4096, "0"):
        await manager.writes(nonsense)
        manager.sees("Сколько пришло?")
    await manager.writes("45 тыс")
    manager.sees("✅ Платёж подтверждён", "Внесено: 45 000 ₽", "Долг 1 000 ₽ с 5 ноября")
    rented.oleg.sees("✅ Платёж внесён: 45 000 ₽", "Вы сообщали о 46 000 ₽.", "Вы должны 1 000 ₽ с 5 ноября")
    assert await rented.paid() == [45_000_00]


async def test_declined_with_a_reason_and_true_after_all_the_next_day(rented: Rented) -> None:
    oleg, manager = rented.oleg, rented.manager
    await reports(rented, receipt=False)
    assert sum("Деньги пришли?" in one for one in manager.heard) == 1
    await manager.taps("✖️ Не пришли")
    manager.sees("Что ответить арендатору?", "Деньги не пришли", "Пришла другая сумма")
    await manager.writes("Счёт <b>другой</b> & банк {не тот}")
    manager.sees("✖️ Деньги не пришли", "Вы ответили: «Счёт <b>другой</b> & банк {не тот}»", "✅ Деньги пришли")
    oleg.sees("✖️ Ваш платёж 46 000 ₽ не нашли", "Ответ: «Счёт <b>другой</b> & банк {не тот}»", "✔️ Сообщить ещё раз")
    assert await rented.paid() == []
    await manager.forges("kdcl:1")
    await manager.taps("Деньги не")
    manager.sees("Вы уже ответили, что деньги не пришли")
    await manager.taps("✅ Деньги пришли")
    manager.sees("✅ Платёж подтверждён")
    oleg.sees("✅ Платёж внесён: 46 000 ₽")
    assert await rented.paid() == [RENT]


async def test_a_report_can_be_typed_and_the_same_one_is_not_made_twice(rented: Rented) -> None:
    oleg, manager = rented.oleg, rented.manager
    await oleg.writes("/paid")
    for nonsense in ("1e5", "-1", "0", "много", "500 долларов", "\u200b"):
        await oleg.writes(nonsense)
        oleg.sees("шаг 1 из 3")
    await oleg.world.does(oleg.person.sends_sticker)
    oleg.sees("шаг 1 из 3")
    await oleg.writes("20 000")
    for nonsense in ("завтра", "вчера вечером", "32.13", "<i>"):
        await oleg.writes(nonsense)
        oleg.sees("шаг 2 из 3")
    await oleg.writes("18 ноября")
    await oleg.writes("по <b>номеру</b> телефона")
    oleg.sees("Вы оплатили 20 000 ₽, 18 ноября", "«по <b>номеру</b> телефона»")
    await oleg.taps("✅ Сообщить")
    oleg.sees("⏳ Сообщение отправлено: 20 000 ₽, 18 ноября")
    manager.sees("«по <b>номеру</b> телефона»", "Сообщает об оплате: 20 000 ₽, 18 ноября")
    # a bank's file is a receipt as well
    await oleg.forges(f"tip:{rented.lease}:0")
    await oleg.writes("20 000")
    await oleg.writes("18 ноября")
    await oleg.world.does(oleg.person.sends_document, b"%PDF-1.7 receipt", "чек.pdf")
    await oleg.world.later(seconds=10)
    await oleg.taps("✅ Сообщить")
    oleg.sees("Об этом платеже вы уже сообщили, он ждёт подтверждения.")
    await oleg.writes("/cancel")
    await oleg.forges(f"tip:{rented.lease}:0")
    await oleg.writes("20 000")
    await oleg.taps("Сегодня")
    await oleg.world.does(oleg.person.sends_document, b"%PDF-1.7 receipt", "чек.pdf")
    await oleg.world.later(seconds=10)
    await oleg.taps("✅ Сообщить")
    manager.sees("⏳ Деньги пришли?", "📎 Чек")
    await manager.taps("📎 Чек")
    assert manager.person.screen.kind == "document"
    await manager.forges("krl:0:0")
    manager.sees("⏳ Ждут ответа · всего 2", "Олег Иванов, Лесная, 4: 20 000 ₽, 18 ноября")


async def test_reports_are_nobody_elses(rented: Rented) -> None:
    await reports(rented)
    ivan = await rented.manager.tenant("Иван")
    for forged in (f"tip:{rented.lease}:0", "kcr:1", "kor:1:0", "krr:1", f"tms:{rented.lease}:0:0"):
        await ivan.forges(forged)
    # the owner sees the object, and who keeps it decides
    await rented.owner.forges("kcr:1")
    await rented.owner.forges("kor:1:0")
    assert await rented.paid() == []
    assert "Деньги пришли?" not in ivan.screen + rented.owner.screen


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("45000.555", "45 000 555 ₽"), ("99999999999", "99 999 999 999 ₽")],
    ids=["three digits after a point", "eleven digits"],
)
async def test_such_a_sum_is_asked_about_shown_before_it_is_sent_and_withdrawn(
    rented: Rented, typed: str, shown: str
) -> None:
    oleg, manager = rented.oleg, rented.manager
    await oleg.forges(f"tip:{rented.lease}:1")
    await oleg.writes(typed)
    oleg.sees(f"Точно {shown}?", "92 000 ₽", "✏️ Исправить")
    assert "Деньги пришли?" not in manager.screen
    await oleg.taps("✅ Да")
    await oleg.taps("Вчера")
    await oleg.taps("Пропустить")
    oleg.sees(f"Вы оплатили {shown}, 20 ноября", "✏️ Исправить")
    assert "Деньги пришли?" not in manager.screen
    await oleg.taps("✅ Сообщить")
    await rented.world.later(seconds=10)
    oleg.sees("↩️ Отозвать")
    manager.sees(shown)
    await oleg.taps("↩️ Отозвать")
    oleg.sees(f"↩️ Отозвано: {shown}, 20 ноября", "Вы должны 46 000 ₽")
    await rented.world.later(seconds=10)
    manager.sees("↩️ Арендатор отозвал сообщение")
    assert await rented.paid() == []


async def test_a_sum_that_nobody_pays_is_asked_about_looked_over_and_can_be_withdrawn(rented: Rented) -> None:
    """A comma in the wrong place, or a key held too long, is not sent at once."""
    oleg, manager = rented.oleg, rented.manager
    for typed, shown in (("99999999999", "99 999 999 999 ₽"), ("450000", "450 000 ₽")):
        await oleg.forges(f"tip:{rented.lease}:1")
        await oleg.writes(typed)
        oleg.sees(f"Точно {shown}?", "92 000 ₽", "✏️", f"✅ Да, {shown}"[:12])
        await oleg.taps("✏️ Исправить")
        oleg.sees("шаг 1 из 3")
        assert "Деньги пришли?" not in manager.screen
    # what is usual is not asked about: two months, or a part of one
    for typed in ("92000", "1250,50"):
        await oleg.forges(f"tip:{rented.lease}:1")
        await oleg.writes(typed)
        oleg.sees("шаг 2 из 3")
    await oleg.forges(f"tip:{rented.lease}:1")
    await oleg.writes("450000")
    await oleg.taps("✅ Да")
    await oleg.taps("Сегодня")
    await oleg.taps("Пропустить")
    oleg.sees("Вы оплатили 450 000 ₽, 21 ноября")
    await oleg.taps("✅ Сообщить")
    oleg.sees("⏳ Сообщение отправлено: 450 000 ₽", "↩️ Отозвать")
    sent = oleg.person.screen
    for _ in range(5):
        oleg.person.taps("↩️ Отозвать", sent)
    await oleg.world.later(seconds=10)
    oleg.sees("↩️ Отозвано: 450 000 ₽, 21 ноября", "Вы должны 46 000 ₽ с 5 ноября")
    assert "⏳" not in oleg.screen
    manager.sees("↩️ Арендатор отозвал сообщение", "Лесная, 4 · Олег Иванов")
    assert "✅ Подтвердить" not in manager.screen
    assert sum("отозвал" in one for one in manager.heard) == 1
    await manager.forges("kcr:1")
    manager.is_told("Арендатор отозвал это сообщение")
    assert await rented.paid() == []
    await rented.world.later(seconds=10)
    await manager.forges("krl:0:0")
    assert "450 000" not in manager.screen
    # nobody withdraws what was answered, nor what is another's
    await reports(rented)
    await manager.forges("kcr:2")
    await oleg.forges("twr:2")
    oleg.is_told("На это сообщение уже ответили")
    ivan = await rented.manager.tenant("Иван")
    await ivan.forges("twr:2")
    assert await rented.paid() == [RENT]
