"""OT8: what needs doing today, in six counts that lead to lists whose rows can do it."""

import datetime as dt

import pytest

from domain.estate.day.today import today
from domain.estate.leases.lease import LeaseId
from domain.estate.money.report_payment import report_payment
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyKind
from domain.letters.letter import LetterDraft
from domain.letters.send_letter import send_letter
from domain.metering.add_meter import add_usual_meters
from domain.metering.readings_missing import readings_missing
from tests.support.estate import Client, Manager, new_landlord, new_manager
from tests.support.world import World

OWNER, TENANT = PartyKind.OWNER, PartyKind.TENANT
LONG_AGO = dt.date(2026, 9, 1)
"""A lease that began then owes three months by now."""


async def tenants(manager: Manager, *names: str) -> list[Client]:
    """Tenants of an object each, who have joined and owe the rent of three months."""
    owner = await manager.knows(OWNER, "Ольга")
    joined = []
    for name in names:
        one = await manager.tenant(name, "Ким")
        await manager.lets(await manager.manages(owner, name=f"Дом {name}"), one.party, starts_on=LONG_AGO)
        joined.append(one)
    await manager.world.later(minutes=10)
    return joined


async def test_six_counts_lead_to_their_lists(world: World) -> None:
    mary = await new_manager(world)
    await mary.writes("/menu")
    mary.sees("Сегодня, 21 ноября", "Начните с собственника", "➕ Клиент", "➕ Объект")
    anna, _boris = await tenants(mary, "Анна", "Борис")
    flat = await mary.manages(await mary.knows(OWNER, "Пётр"), name="Студия")
    await mary.lets(flat, anna.party, starts_on=dt.date(2026, 11, 20), due_day=25, ends_on=dt.date(2027, 1, 20))
    me, new_work = await mary.me(), world.product.new_work
    await add_usual_meters(new_work(), me, flat)
    await report_payment(new_work(), await anna.me(), LeaseId(1), 46_000_00, dt.date(2026, 11, 20))
    await send_letter(new_work(), await anna.me(), LetterDraft(party_id=anna.party, text="Когда включат отопление?"))
    now = await today(new_work(), me)
    assert (now.overdue, now.ending, now.reports, now.letters, now.invitations) == (2, 1, 1, 1, 2)
    assert now.readings == len(await readings_missing(new_work(), me)) == 1
    await world.settle()
    await mary.writes("/menu")
    mary.sees("3 объекта, 2 собственника, 2 арендатора", "Просрочка по 2 договорам: 276 000 ₽")
    mary.sees(
        "1 платёж ждёт подтверждения", "Нет показаний по 1 объекту", "1 договор заканчивается в ближайшие 60 дней"
    )
    mary.sees("1 сообщение ждёт ответа", "2 клиента ещё не вошли")
    lists = {
        "⏰ Просрочено: 2": "⏰ Просрочено · всего 2",
        "💳 Подтвердить: 1": "46 000 ₽",
        "📟 Показания: 1": "📟 Нет показаний · всего 1",
        "📄 Кончаются: 1": "📄 Скоро закончатся · всего 1",
        "✉️ Сообщения: 1": "Когда включат отопление?",
        "⏳ Не вошли: 2": "👥 Ещё не вошли · всего 2",
    }
    for button, opens in lists.items():
        await mary.writes("/today")
        await mary.taps(button)
        mary.sees(opens)
    leo = await new_landlord(world)
    assert (await today(new_work(), await leo.me())).is_quiet


@pytest.mark.one_database
async def test_readings_are_counted_and_asked_for_where_somebody_rents(world: World) -> None:
    mary = await new_manager(world)
    (anna,) = await tenants(mary, "Анна")
    me, new_work = await mary.me(), world.product.new_work
    empty = await mary.manages(await mary.knows(OWNER, "Пётр"), name="Пустой")
    for premises in (PremisesId(1), empty):
        await add_usual_meters(new_work(), me, premises)
    await world.later(days=1)
    for days in ((20, 25), (28, 3), (1, 5), (22, 22)):
        work = new_work()
        async with work.writing("days"):
            kept = await work.estate.premises.get(PremisesId(1))
            kept.readings_from_day, kept.readings_until_day = days
            await work.commit(None)
        counted = (await today(new_work(), me)).readings
        assert counted == len(await readings_missing(new_work(), me)), days
    await mary.forges("kmi:0:0")
    mary.sees("1. Дом Анна", "ноябрь: пришло 0 из 3, приём до 22 ноября", "🔔 Напомнить")
    await mary.taps("🔔 Напомнить")
    mary.sees("✔️ Напомнил")
    anna.sees("Дом Анна")
    await mary.forges("kdr:1")
    mary.is_told("сегодня уже напоминали")
    await mary.forges(f"kdr:{empty}")
    mary.is_told("Всё на месте")


async def test_all_who_owe_are_reminded_once_a_day(world: World) -> None:
    mary = await new_manager(world)
    anna, boris = await tenants(mary, "Анна", "Борис")
    vera = await mary.knows(TENANT, "Вера", phone="+79001112233")
    await mary.lets(await mary.manages(await mary.knows(OWNER, "Пётр"), name="Склад"), vera, starts_on=LONG_AGO)
    await world.later(minutes=10)
    await mary.forges("kdl:0:0")
    mary.sees("⏰ Просрочено · всего 3", "Итого: 414 000 ₽", "138 000 ₽ · Дом Анна", "Анна Ким, 77 дней просрочки")
    mary.sees("📇 Контакт")
    await mary.taps("🔔 Напомнить")
    mary.sees("Напомнить: Анна Ким?", "Это придёт в Telegram", "🔔 Вам напоминают об оплате: 138 000 ₽", "‹ Назад")
    assert not any("Вам напоминают" in one for one in anna.heard), "nothing is sent before it was looked at"
    await mary.taps("🔔 Отправить")
    mary.is_told("Напоминание отправлено.")
    mary.sees("⏰ Просрочено · всего 3", "✔️ Напомнил")
    assert any("Вам напоминают об оплате: 138 000 ₽" in one for one in anna.heard)
    await mary.taps("🔔 Напомнить всем")
    mary.sees("Напомнить 1 арендатору?", "138 000 ₽", "ещё не в боте: 1", "сегодня уже напоминали: 1", "‹ Назад")
    heard = [len(one.heard) for one in (anna, boris)]
    mary.person.taps("🔔 Напомнить: 1")
    mary.person.taps("🔔 Напомнить: 1")
    await world.later(seconds=10)
    assert [len(one.heard) for one in (anna, boris)] == [heard[0], heard[1] + 1]
    await mary.taps("🔔 Напомнить всем")
    mary.sees("Сейчас напоминать некому", "сегодня уже напоминали: 2")
    await mary.forges("kdn:stale")
    mary.is_told("Всем уже напомнили.")
    await world.later(days=1)
    await mary.forges("kda")
    mary.sees("Напомнить 2 арендаторам?")


@pytest.mark.one_database
async def test_pages_of_those_who_owe_turn_and_strangers_see_none(world: World) -> None:
    mary, leo = await new_manager(world), await new_landlord(world)
    await tenants(mary, *(f"Анна {number}" for number in range(6)))
    await mary.forges("kdl:9:0")
    mary.sees("всего 6", "2 из 2", "6. 138 000 ₽")
    await mary.forges("kel:9:0")
    mary.sees("В ближайшие 60 дней ни один договор не заканчивается.")
    await leo.forges("kdl:0:0")
    leo.sees("Долгов нет.")
    await leo.forges("kd1:1")
    leo.is_told("Этого здесь больше нет")
    await leo.writes("/today")
    leo.sees("Для этого нужна другая роль")


@pytest.mark.one_database
async def test_a_reminder_to_who_is_not_in_the_bot_says_before_that_it_reaches_nobody(world: World) -> None:
    mary = await new_manager(world)
    vera = await mary.knows(TENANT, "Вера", phone="+79001112233")
    lease = await mary.lets(await mary.manages(await mary.knows(OWNER, "Пётр")), vera, starts_on=LONG_AGO)
    await world.later(minutes=10)
    await mary.forges(f"klm:{lease}:0:0")
    await mary.taps("🔔 Напомнить")
    mary.sees("Напоминание никому не придёт", "Вера", "не в боте", "📇 Контакт", "🔗 Ссылка", "‹ Назад")
    await mary.taps("🔗 Ссылка")
    mary.sees("Вера, арендатор")
