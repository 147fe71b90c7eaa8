"""A tenant sends readings: one meter at a time, with what was shown before in sight, and sees what they come to."""

import datetime as dt

import pytest

from domain.ledger.entry import Article
from domain.metering.meter import MeterKind
from domain.metering.tariff import Basis
from handlers.tenant.callbacks import ReadMeter, SendReadings
from handlers.utilities.callbacks import BillsOf, OpenBill, ShowProof
from sandbox.images import picture
from tests.support.estate import new_manager
from tests.support.metered import NOVEMBER, home_in, metered_home_in
from tests.support.pictures import heic
from tests.support.world import World

ELECTRICITY, WATER = MeterKind.ELECTRICITY, MeterKind.COLD_WATER


async def test_from_the_first_number_to_the_bill(world: World) -> None:
    home = await metered_home_in(world)
    ivan = home.tenant
    await home.sends()
    ivan.sees("счётчик 1 из 2", "⚡ Электричество", "В прошлый раз: 12 225, 21 октября", "Обычно 100 кВт·ч в месяц")
    await ivan.writes("12 345,6")
    ivan.sees("✓ ⚡ Электричество: 12 345,6, расход 120,6 кВт·ч", "счётчик 2 из 2", "💧 Холодная вода")
    assert await home.billed() == {}, "the bill waits for the other meter"
    await ivan.writes("56")
    ivan.sees(
        "✅ Всё передано. Поправить можно до 25 ноября.",
        "Электричество: 648,83 ₽",
        "120,6 кВт·ч × 5,38 ₽ = 648,83 ₽ (12 345,6 − 12 225)",
        "Холодная вода: 358,80 ₽",
        "6 м³ × 59,80 ₽ = 358,80 ₽ (56 − 50)",
        "Интернет: 500 ₽",
        "Итого: 1 507,63 ₽",
        "Оплатить до 10 декабря.",
    )
    due = dt.date(2026, 12, 10)
    assert await home.billed() == {
        (Article.ELECTRICITY, NOVEMBER): (648_83, due),
        (Article.COLD_WATER, NOVEMBER): (358_80, due),
        (Article.INTERNET, NOVEMBER): (500_00, due),
    }
    assert not any("Коммунальные за ноябрь:" in one for one in ivan.heard), "who sees the sum is not told of it"


@pytest.mark.one_database
async def test_the_same_in_english_with_zones_and_the_sum_against_last_month(world: World) -> None:
    home = await home_in(world, language="en")
    ivan = home.tenant
    await home.has_meter(zones=2, first_values=(100_000, 50_000))
    await home.costs(Article.ELECTRICITY, Basis.UNIT, 67_300, 24_400)
    await home.sends()
    ivan.sees("⚡ Electricity, day", "Last time: 100 on Nov 21", "All zones at once also work")
    await ivan.writes("1/2/3")
    ivan.sees("This meter has 2 zones")
    await ivan.writes("200.5")
    ivan.sees("⚡ Electricity, night", "Last time: 50")
    await ivan.writes("80")
    ivan.sees(
        "day: 100.5 kWh × ₽6.73 = ₽676.37 (200.5 − 100)", "night: 30 kWh × ₽2.44 = ₽73.20 (80 − 50)", "Total: ₽749.57"
    )
    home.at(22, 12, month=12)
    await home.sends()
    ivan.sees("day", "Usually 100.5 kWh a month")
    await ivan.writes("300 / 110")
    ivan.sees("Total: ₽742.84", "₽6.73 less than for November.", "To be paid by Jan 10, 2027.")


@pytest.mark.one_database
async def test_what_makes_no_sense_is_refused_and_nothing_is_lost(world: World) -> None:
    home = await metered_home_in(world)
    ivan = home.tenant
    await home.sends()
    for typed in ("1e5", "-1", "много", "я" * 4096, "<b>1</b>", "½", "\u200b"):
        await ivan.writes(typed)
        ivan.sees("⚡ Электричество", "В прошлый раз: 12 225")
    await world.does(ivan.person.sends_sticker)
    ivan.sees("⚡ Электричество")
    await ivan.writes("12 000")
    ivan.sees("12 000 меньше, чем 12 225, а столько счётчик показал 21 октября", "🔧 Счётчик заменили")
    await ivan.writes("12 300,123")
    ivan.sees("Знаков после запятой у этого счётчика не больше 2.")
    await ivan.writes("/cancel")
    ivan.sees("Отменено: Показания", "↩️ Продолжить")
    await ivan.taps("↩️ Продолжить")
    ivan.sees("⚡ Электричество")
    assert len(await home.readings(ELECTRICITY)) == 3


async def test_three_times_the_usual_is_asked_about_before_it_is_kept(world: World) -> None:
    home = await metered_home_in(world)
    ivan = home.tenant
    await home.sends()
    await ivan.writes("12 525")
    ivan.sees("Точно 12 525? Получается 300 кВт·ч с 21 октября, а обычно около 100 кВт·ч.")
    assert ivan.screen.index("✏️ Исправить") < ivan.screen.index("✅ Да, всё верно"), "the safe answer comes first"
    await ivan.taps("✏️ Исправить")
    ivan.sees("Тогда напишите ещё раз.", "⚡ Электричество")
    await ivan.writes("12 524")
    ivan.sees("💧 Холодная вода")
    await ivan.writes("150")
    assert len(await home.readings(WATER)) == 3
    await ivan.taps("✅ Да, всё верно")
    ivan.sees("✅ Всё передано")
    assert [one.values for one in (await home.readings(WATER))[:1]] == [(150_000,)]


async def test_a_photo_is_kept_with_its_caption_or_asked_about_and_shown_as_proof(world: World) -> None:
    home = await metered_home_in(world)
    ivan, maria = home.tenant, home.manager
    await home.sends()
    await world.does(ivan.person.sends_photo, caption="12 345")
    ivan.sees("✓ ⚡ Электричество: 12 345", "💧 Холодная вода")
    await world.does(ivan.person.sends_photo)
    ivan.sees("📷 Фото сохранено. Что на счётчике?", "💧 Холодная вода")
    await world.does(ivan.person.sends_photo, caption="не видно")
    ivan.sees("«не видно» не похоже на показание", "📷 Фото сохранено")
    await ivan.writes("56")
    ivan.sees("✅ Всё передано")
    assert all(one.photo for one in (await home.readings(ELECTRICITY))[:1] + (await home.readings(WATER))[:1])
    await ivan.taps("💡 Счёт")
    ivan.sees("📷 ⚡ 21 ноября", "📷 💧 21 ноября", "✔️ Я оплатил")
    await ivan.taps("📷 ⚡")
    ivan.sees("⚡ Электричество", "12 345, 21 ноября")
    assert ivan.person.screen.photo is not None
    await home.looks_at_month()
    await maria.taps("💡 Иван")
    await maria.taps("📷 💧")
    maria.sees("💧 Холодная вода", "56, 21 ноября")


async def test_a_reading_is_corrected_until_the_period_ends(world: World) -> None:
    home = await metered_home_in(world)
    ivan = home.tenant
    await home.sends()
    for typed in ("12 345", "56"):
        await ivan.writes(typed)
    await ivan.taps("✏️ ⚡")
    ivan.sees("Внесено: 12 345", "В прошлый раз: 12 225")
    await ivan.writes("12 335")
    ivan.sees("✓ ⚡ Электричество: 12 335, расход 110 кВт·ч", "✅ Всё передано", "591,80 ₽, исправлено")
    rows = await home.entries()
    electricity = [(one.minor, one.key, one.reverses is not None) for one in rows if one.article is Article.ELECTRICITY]
    assert electricity == [
        (645_60, "utility:electricity:2026-11", False),
        (-645_60, None, True),
        (591_80, "utility:electricity:2026-11:2", False),
    ]
    history = await home.readings(ELECTRICITY)
    assert [(one.values[0] // 1000, one.replaced_at is None) for one in history[:2]] == [
        (12_335, True),
        (12_345, False),
    ]
    old = ReadMeter(lease=home.lease, meter=home.meters[ELECTRICITY]).pack()
    home.at(26, 12)
    await ivan.forges(old)
    ivan.is_told("Срок закончился")
    ivan.sees("Показания снова принимаются с 20 декабря", "💡 Все счета")


async def test_double_taps_and_redelivery_keep_a_reading_once_and_the_last_of_two_people_counts(world: World) -> None:
    home = await metered_home_in(world, area=100_00)
    ivan, maria = home.tenant, home.manager
    petr = await maria.tenant("Пётр")
    lease = await maria.lets(home.premises, petr.party, starts_on=dt.date(2026, 10, 1), area=40_00)
    await home.sends()
    await ivan.writes("12 700")
    for _ in range(4):
        ivan.person.taps("✅ Да")
    await world.later(seconds=30)
    world.telegram.updates.repeat()
    await world.later(seconds=30)
    assert [one.values for one in await home.readings(ELECTRICITY)][:1] == [(12_700_000,)]
    assert len(await home.readings(ELECTRICITY)) == 4
    await petr.writes("/menu")
    await petr.forges(SendReadings(lease=lease).pack())
    petr.sees("💧 Холодная вода")
    await petr.forges(ReadMeter(lease=lease, meter=home.meters[ELECTRICITY]).pack())
    petr.sees("Внесено: 12 700")
    await petr.writes("12 400")
    readings = await home.readings(ELECTRICITY)
    assert [(one.values[0] // 1000, one.replaced_at is None) for one in readings[:2]] == [
        (12_400, True),
        (12_700, False),
    ]
    assert readings[0].by == (await petr.me()).id


@pytest.mark.one_database
async def test_out_of_the_period_the_last_values_and_the_next_days_are_shown(world: World) -> None:
    home = await metered_home_in(world)
    ivan = home.tenant
    home.at(26, 12)
    await home.sends()
    ivan.sees(
        "Показания снова принимаются с 20 декабря.",
        "внести тот, кто сдаёт объект",
        "⚡ Электричество: в прошлый раз 12 225, 21 октября",
    )
    home.at(20, 10, month=12)
    await home.sends()
    ivan.sees("⚡ Электричество", "счётчик 1 из 2")
    home.at(26, 10, month=12)
    await ivan.writes("12 400")
    assert any("Показания снова принимаются с 20 января" in one for one in ivan.heard)
    assert len(await home.readings(ELECTRICITY)) == 3


@pytest.mark.one_database
async def test_a_replaced_meter_is_reported_once_and_replaced_from_the_push(world: World) -> None:
    home = await metered_home_in(world)
    ivan, maria = home.tenant, home.manager
    await home.sends()
    await ivan.taps("🔧 Счётчик заменили")
    ivan.sees("🔧 Передал", "✍️ Другие счётчики")
    maria.sees("📟 Возможно, счётчик заменили", "⚡ Электричество · Лесная, 4")
    await home.sends()
    await ivan.taps("🔧 Счётчик заменили")
    assert sum("Возможно, счётчик заменили" in one for one in maria.heard) == 1
    await maria.taps("🔁 Заменить")
    maria.sees("Замена счётчика", "В прошлый раз: 12 225", "Что было на старом счётчике")
    await maria.writes("12 000")
    maria.sees("12 000 меньше, чем 12 225")
    await maria.writes("12 255")
    maria.sees("А что было на новом в начале?")
    await maria.taps("0")
    await maria.writes("завтра")
    maria.sees("Этот день ещё не наступил")
    await maria.taps("Вчера")
    await maria.writes("E-777")
    maria.sees("Готово. Теперь показания снимаем с нового счётчика.", "№ E-777", "Начало: 0, 20 ноября")
    await home.sends()
    ivan.sees("⚡ Электричество, E-777", "В прошлый раз: 0, 20 ноября")
    await ivan.writes("20")
    await ivan.writes("56")
    ivan.sees(
        "Электричество: 269 ₽",
        "30 кВт·ч × 5,38 ₽ = 161,40 ₽ (12 255 − 12 225)",
        "20 кВт·ч × 5,38 ₽ = 107,60 ₽ (20 − 0)",
    )


@pytest.mark.one_database
async def test_somebody_elses_lease_meter_and_photo_are_not_there(world: World) -> None:
    home = await metered_home_in(world)
    other = await new_manager(world, "Чужой")
    owner = await other.owner("Чужая")
    stranger = await other.tenant("Посторонний")
    elsewhere = await other.manages(owner.party, name="Другая, 1")
    own = await other.lets(elsewhere, stranger.party)
    await home.sends()
    await world.does(home.tenant.person.sends_photo, caption="12 345")
    reading = (await home.readings(ELECTRICITY))[0]
    await stranger.writes("/menu")
    for press in (
        SendReadings(lease=home.lease),
        ReadMeter(lease=home.lease, meter=home.meters[ELECTRICITY]),
        OpenBill(lease=home.lease, month=202611),
        BillsOf(lease=home.lease),
        ShowProof(lease=home.lease, reading=reading.id),
        ShowProof(lease=own, reading=reading.id),
    ):
        await stranger.forges(press.pack())
        stranger.is_told("Этого здесь больше нет")
    await stranger.forges(ReadMeter(lease=own, meter=home.meters[ELECTRICITY]).pack())
    stranger.sees("Счётчиков здесь пока нет")


@pytest.mark.one_database
async def test_a_lease_without_meters_or_that_has_ended_sends_nothing(world: World) -> None:
    home = await home_in(world)
    await home.sends()
    home.tenant.sees("Счётчиков здесь пока нет")
    await home.has_meter()
    work = world.product.new_work()
    async with work.writing("ends"):
        lease = await work.estate.leases.get(home.lease)
        lease.ends_on = dt.date(2026, 11, 10)
        await work.estate.leases.save(lease)
        await work.commit(None)
    await home.sends()
    home.tenant.sees("Сегодня договор не действует")
    assert await home.readings(ELECTRICITY) == []


async def test_a_picture_sent_as_a_file_is_the_photo_of_a_reading(world: World) -> None:
    home = await metered_home_in(world)
    await home.sends()
    await world.does(home.tenant.person.sends_document, heic(), "IMG_7.jpg", "12 345")
    home.tenant.sees("✓ ⚡ Электричество: 12 345", "💧 Холодная вода")
    await world.does(home.tenant.person.sends_album, [picture(60), picture(61)])
    home.tenant.sees("К показаниям подходит одно фото", "📷 Фото сохранено. Что на счётчике?")
