"""A tenant pays by a bill in Telegram: booked once whatever happens on the way, refused when it is no longer owed."""

import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.money.invoice import InvoiceId, LeaseInvoice
from domain.ledger.entry import Article, Method
from sandbox.person import BAD_CARD
from tests.support.clock import HeldClock
from tests.support.estate import RENT
from tests.support.rented import Rented, rented_in
from tests.support.world import World, world_on


@pytest.fixture
async def world(database_url: str, clock: HeldClock, tmp_path: Path) -> AsyncIterator[World]:
    async with world_on(database_url, tmp_path / "data", clock, payment_provider_token="381764678:TEST:1") as whole:
        yield whole


@pytest.fixture
async def rented(world: World) -> Rented:
    return await rented_in(world)


async def test_one_thing_owed_is_billed_at_once_and_everybody_is_told_when_it_is_paid(rented: Rented) -> None:
    oleg = rented.oleg
    await oleg.writes("/menu")
    oleg.sees("Вы должны 46 000 ₽ с 5 ноября", "💳 Оплатить", "✔️ Я оплатил")
    await oleg.taps("💳")
    oleg.sees("💳 Оплатить 46 000 ₽", "✏️ Другая сумма")
    assert oleg.person.screen.invoice == {
        "title": "Аренда: Лесная, 4",
        "description": "Аренда и коммунальные услуги\nМосква, Лесная, 4",
        "start_parameter": f"pay_{rented.lease}",
        "currency": "RUB",
        "total_amount": RENT,
    }
    await oleg.taps("💳 Оплатить")
    oleg.sees("✅ Оплачено: 46 000 ₽", "• Аренда за ноябрь: 46 000 ₽", "Долга нет, аренда оплачена по 30 ноября.")
    for other in (rented.manager, rented.owner):
        other.sees("💳 Оплата 46 000 ₽ в Telegram", "Лесная, 4 · Олег Иванов", "Долга нет")
    assert await rented.paid() == [RENT]
    payment = (await rented.rows())[-1]
    assert str(payment.key).startswith("telegram:tg_")
    # the same update once more, then the same payment under a number of its own
    updates = oleg.world.telegram.updates
    updates.repeat()
    again = dict(next(one for one in reversed(updates.log) if "successful_payment" in one.get("message", {})))
    again.pop("update_id")
    updates.inject(again)
    heard = len(oleg.heard)
    await oleg.world.later(seconds=5)
    assert await rented.paid() == [RENT]
    assert len(oleg.heard) == heard
    await oleg.forges(f"tpf:{rented.lease}:{payment.id - 1}:0:0")
    oleg.is_told("Это уже оплачено.")


async def test_several_things_owed_are_billed_together_or_one_by_one_or_by_another_amount(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    await world.later(days=20)
    await oleg.forges(f"tpl:{rented.lease}:0")
    oleg.sees("На какую сумму выставить счёт?", "Всё: 92 000 ₽", "Ноябрь: 46 000 ₽", "Декабрь: 46 000 ₽")
    await oleg.taps("Декабрь")
    oleg.sees("💳 Оплатить 46 000 ₽")
    december = oleg.person.screen
    await oleg.forges(f"tpo:{rented.lease}")
    oleg.sees("На сегодня к оплате 92 000 ₽.", "Сколько хотите заплатить?")
    for nonsense in ("1e5", "-1", "0", "сколько надо", "я" * 4096, "<b>1</b>", "500 $"):
        await oleg.writes(nonsense)
        oleg.sees("Сколько хотите заплатить?")
    await world.does(oleg.person.sends_sticker)
    await oleg.writes("100 тыс")
    oleg.sees("💳 Оплатить 100 000 ₽")
    await oleg.taps("💳 Оплатить")
    oleg.sees("• Аренда за ноябрь: 46 000 ₽", "• Аренда за декабрь: 46 000 ₽", "• Аванс: 8 000 ₽")
    # the bill for December is stale by now: nothing is taken for it
    oleg.person.pays(december)
    await world.settle()
    oleg.is_told("Долг уже меньше, чем в этом счёте.")
    assert await rented.paid() == [100_000_00]
    # with nothing due, the next rent is billed less what was paid ahead
    await oleg.forges(f"tpl:{rented.lease}:0")
    oleg.sees("💳 Оплатить 38 000 ₽")


async def test_utilities_are_offered_together_and_go_where_the_oldest_debt_is(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    me = await rented.manager.me()
    for article, minor in ((Article.ELECTRICITY, 1_200_00), (Article.COLD_WATER, 300_50), (Article.PENALTY, 700_00)):
        await add_charge(world.product.new_work(), me, rented.lease, article, minor, dt.date(2026, 11, 20))
    await world.settle()
    await oleg.forges(f"tpl:{rented.lease}:0")
    oleg.sees("Всё: 48 200,50 ₽", "Ноябрь: 46 000 ₽", "ЖКУ: 1 500,50 ₽", "Пени: 700 ₽")
    oleg.sees("• Холодная вода за ноябрь: 300,50 ₽", "Деньги пойдут сначала в самые старые начисления.")
    await oleg.taps("ЖКУ")
    await oleg.taps("💳 Оплатить")
    oleg.sees("✅ Оплачено: 1 500,50 ₽", "• Аренда за ноябрь: 1 500,50 ₽", "Вы должны 46 700 ₽ с 5 ноября")


async def test_a_bill_is_refused_when_the_manager_has_booked_cash_meanwhile(rented: Rented) -> None:
    oleg = rented.oleg
    await oleg.forges(f"tpl:{rented.lease}:0")
    me, today = await rented.manager.me(), dt.date(2026, 11, 21)
    await add_payment(oleg.world.product.new_work(), me, rented.lease, 10_000_00, today, Method.CASH)
    oleg.person.pays()
    await oleg.world.settle()
    oleg.is_told("Долг уже меньше, чем в этом счёте. Откройте «Оплатить» ещё раз.")
    assert await rented.paid() == [10_000_00]


async def test_two_bills_for_one_debt_are_not_both_let_through(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    await oleg.forges(f"tpl:{rented.lease}:0")
    first = oleg.person.screen
    await oleg.forges(f"tpl:{rented.lease}:0")
    # the second one is tried while the bank is still looking at the first
    oleg.person.pays(first, card=BAD_CARD)
    oleg.person.pays()
    await world.settle()
    assert [toast.text for toast in oleg.person.toasts][-1].startswith("Долг уже меньше")
    assert await rented.paid() == []
    # the bank has refused the first: a minute later the debt can be paid
    world.clock.advance(seconds=61)
    oleg.person.pays()
    await world.settle()
    assert await rented.paid() == [RENT]


async def test_bot_that_was_down_takes_no_money_late_and_books_what_was_taken(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    await oleg.forges(f"tpl:{rented.lease}:0")
    oleg.person.pays()
    world.clock.advance(seconds=11)
    await world.settle()
    assert [one.text for one in oleg.person.toasts][-1] == "The bot did not answer in time"
    assert await rented.paid() == []
    world.clock.advance(seconds=61)
    checkout = oleg.person.pays()
    # let through, and then the process dies before the payment arrives; it starts again hours later
    while not checkout.is_answered:
        await world.fetch()
        await world.handle()
    world.clock.advance(hours=20)
    await world.settle()
    assert await rented.paid() == [RENT]
    assert (await rented.rows())[-1].on == dt.date(2026, 11, 21)


async def test_answer_to_a_checkout_that_is_lost_on_the_way_is_given_again(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    world.telegram.trouble.server_error("answerPreCheckoutQuery")
    await oleg.forges(f"tpl:{rented.lease}:0")
    oleg.person.pays()
    await world.settle()
    assert await rented.paid() == [RENT]


async def test_somebody_elses_bill_and_a_forged_one_are_refused(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    await oleg.forges(f"tpl:{rented.lease}:0")
    bill = oleg.person.screen
    ivan = await rented.manager.tenant("Иван")
    ivan.person.pays(bill)
    await world.settle()
    ivan.is_told("Этот счёт выставлен не вам.")
    for payload in ("rent:1:999", "rent:x:y", "rent:1", "другое"):
        bill.message.payload = payload
        checkout = oleg.person.pays(bill)
        await world.settle()
        assert checkout.is_answered
        assert checkout.error
        assert not any("✅ Оплачено" in one for one in oleg.heard)
    assert await rented.paid() == []
    await ivan.writes(f"/start pay_{rented.lease}")
    assert "💳 Оплатить 46 000 ₽" not in ivan.screen
    await oleg.writes(f"/start pay_{rented.lease}")
    oleg.sees("💳 Оплатить 46 000 ₽")


async def test_money_for_a_tenant_who_was_removed_on_the_way_is_booked(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    await oleg.forges(f"tpl:{rented.lease}:0")
    checkout = oleg.person.pays()
    while not checkout.is_answered:
        await world.fetch()
        await world.handle()
    work = world.product.new_work()
    async with work.writing("removed"):
        party = await work.estate.parties.get(oleg.party)
        party.removed_at = world.clock.now()
        await work.estate.parties.save(party)
        await work.commit(None)
    await world.settle()
    oleg.sees("✅ Оплачено: 46 000 ₽", "Платёж учтён, арендодатель уже знает о нём.")
    rented.manager.sees("💳 Оплата 46 000 ₽ в Telegram")
    assert await rented.paid() == [RENT]


async def test_what_telegram_does_not_take_is_reported_instead(rented: Rented) -> None:
    oleg = rented.oleg
    lease = await rented.manager.lets(
        await rented.manager.manages(rented.owner.party, name="Завод"), oleg.party, 3_000_000_00, due_day=5
    )
    await oleg.world.later(seconds=1)
    await oleg.forges(f"tpl:{lease}:0")
    oleg.sees("✔️ Я оплатил · шаг 1 из 3", "Завод")
    oleg.is_told("Здесь это оплатить не получится.")


@pytest.mark.parametrize(("currency", "minor", "shown"), [("JPY", 120_000, "120 000"), ("KGS", 45_000_50, "45 000,50")])
async def test_minor_units_are_those_of_the_currency(rented: Rented, currency: str, minor: int, shown: str) -> None:
    oleg = rented.oleg
    premises = await rented.manager.manages(rented.owner.party, name="Другая", currency=currency)
    lease = await rented.manager.lets(premises, oleg.party, minor, due_day=5, currency=currency)
    await oleg.world.later(seconds=1)
    await oleg.forges(f"tpl:{lease}:0")
    assert (oleg.person.screen.invoice or {})["total_amount"] == minor
    oleg.sees(f"Оплатить {shown}")
    await oleg.taps("💳 Оплатить")
    oleg.sees(f"✅ Оплачено: {shown}")


async def test_one_bill_is_not_paid_twice_at_the_same_moment(rented: Rented) -> None:
    """Two payments of one invoice, one after the other and both at once."""
    oleg, world = rented.oleg, rented.oleg.world
    await oleg.forges(f"tpl:{rented.lease}:0")
    bill = oleg.person.screen
    first, second = oleg.person.pays(bill), oleg.person.pays(bill)
    await world.settle()
    assert first.is_answered
    assert second.is_answered
    assert sorted(bool(one.error) for one in (first, second)) == [False, True]
    assert "уже" in str(first.error or second.error)
    assert await rented.paid() == [RENT]
    assert [one.entry_id is not None for one in await invoices(rented)] == [True]


async def test_money_that_was_taken_twice_for_one_bill_is_booked_and_said(rented: Rented) -> None:
    oleg, world = rented.oleg, rented.oleg.world
    await oleg.forges(f"tpl:{rented.lease}:0")
    await oleg.taps("💳 Оплатить")
    updates = world.telegram.updates
    again = dict(next(one for one in reversed(updates.log) if "successful_payment" in one.get("message", {})))
    again.pop("update_id")
    again["message"] = {**again["message"], "message_id": again["message"]["message_id"] + 1000}
    paid = {**again["message"]["successful_payment"], "telegram_payment_charge_id": "tg_another"}
    again["message"]["successful_payment"] = paid
    updates.inject(again)
    await world.later(seconds=10)
    assert await rented.paid() == [RENT, RENT]
    oleg.sees("✅ Оплачено: 46 000 ₽", "⚠️ Этот счёт уже был оплачен", "Аванс: 46 000 ₽")
    rented.manager.sees("💳 Оплата 46 000 ₽ в Telegram", "⚠️ Этот счёт уже был оплачен")


async def test_i_paid_below_a_paid_bill_says_that_it_is_paid(rented: Rented) -> None:
    oleg = rented.oleg
    await oleg.forges(f"tpl:{rented.lease}:0")
    bill = oleg.person.screen
    await oleg.taps("✔️ Я оплатил")
    oleg.sees("✔️ Я оплатил · шаг 1 из 3")
    await oleg.writes("/cancel")
    await oleg.world.does(oleg.person.taps, "💳 Оплатить", bill)
    await oleg.world.later(seconds=5)
    heard = len(oleg.heard)
    oleg.person.taps("✔️ Я оплатил", bill)
    await oleg.world.later(seconds=5)
    oleg.is_told("Этот счёт уже оплачен: 46 000 ₽, 21 ноября. Сообщать не нужно.")
    assert len(oleg.heard) == heard


async def invoices(rented: Rented) -> list[LeaseInvoice]:
    """The invoices of the lease."""
    work = rented.world.product.new_work()
    async with work.reading():
        return [await work.estate.invoices.get(InvoiceId(1))]


async def test_a_bill_stays_in_the_chat_whatever_is_pressed_on_it(rented: Rented) -> None:
    oleg = rented.oleg
    await oleg.writes("/menu")
    await oleg.taps("💳")
    bill = oleg.person.screen
    await oleg.taps("💳 Оплатить")
    oleg.sees("✅ Оплачено: 46 000 ₽")
    await oleg.world.does(oleg.person.taps, "✏️ Другая сумма", bill)
    oleg.sees("На сегодня долга нет.", "Сколько хотите заплатить?")
    assert bill.invoice
    assert not bill.is_deleted
