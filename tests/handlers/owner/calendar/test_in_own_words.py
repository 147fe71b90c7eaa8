"""Events said in an owner's own words: several at once, new repetitions, an object that is new, a time at night."""

import datetime as dt
import io
from itertools import product

import pytest
from openpyxl import load_workbook

from domain.people.person import PushPace
from tests.handlers.owner.calendar.buttons import data_of
from tests.handlers.owner.calendar.test_files import days_of, phone_file
from tests.support.estate import Manager, new_landlord
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def lev(world: World) -> Manager:
    """Лев, who has two objects."""
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Арбат")
    await lev.manages(name="Лесная")
    return lev


async def test_two_lines_one_after_another_or_in_one_message_are_both_kept(lev: Manager) -> None:
    await lev.writes("аренда 45000 завтра Арбат")
    lev.sees("➕ Доход: 45 000 ₽")
    await lev.writes("налог 3000 завтра Лесная")
    lev.sees(
        "2 события из того", "1. 22 ноября · +45 000 ₽ · аренда · Арбат", "2. 22 ноября · −3 000 ₽ · налог · Лесная"
    )
    await lev.writes("перевод 700 Арбат\nуборка 900 Лесная 24 ноября")
    lev.sees("4 события из того", "дата? · 700 ₽: доход или расход? · перевод · Арбат", "Чего не хватает, спрошу.")
    old = data_of(lev, "✅ Сохранить все")
    await lev.taps("✅ Сохранить все")
    lev.sees("Сумма: 700 ₽", "Не нашёл: дата", "Это доход или расход?")
    assert "✅ Записано в календарь: 3 события." in "".join(lev.heard)
    await lev.forges(old)
    lev.is_told("Эти события уже сохранены или отменены.")
    await lev.taps("➖ Расход")
    await lev.taps("✅ Сохранить")
    lev.sees("В какой день?")
    await lev.writes("в пятницу")
    lev.sees("✅ Записано в календарь.", "📅 27 ноября, пт")
    await lev.writes("/calendar")
    lev.sees("[22±]", "[24−]", "[27−]")


async def test_several_are_looked_at_one_by_one(lev: Manager) -> None:
    await lev.writes("аренда 45000 завтра Арбат\nналог 3000 завтра Лесная")
    await lev.taps("✏️ По одному")
    lev.sees("➕ Доход: 45 000 ₽", "После этого ещё 1.")
    await lev.taps("✅ Сохранить")
    lev.sees("➖ Расход: 3 000 ₽", "🏠 Лесная")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.", "🏠 Лесная")
    await lev.writes("аренда 45000 завтра Арбат\nналог 3000 завтра Лесная")
    await lev.taps("✖️ Отмена")
    lev.sees("Отменено, ничего не сохранено.")


async def test_two_sums_are_asked_and_two_directions_are_two_events(lev: Manager) -> None:
    await lev.writes("получил 40 000 + 5 000 за свет Арбат")
    lev.sees("Это одна сумма или разные события?", "В строке: 40 000 ₽ + 5 000 ₽", "[Одна: 45 000 ₽]", "[2 события]")
    await lev.taps("Одна: ")
    lev.sees("➕ Доход: 45 000 ₽", "🏠 Арбат")
    await lev.taps("✖️ Отмена")
    await lev.writes("получил 40 000 + 5 000 за свет Арбат")
    await lev.taps("2 события")
    lev.sees("+40 000 ₽", "+5 000 ₽")
    await lev.taps("✖️ Отмена")
    await lev.writes("получил 30 тыс за квартиру на Лесной и отдал 5 тыс за ремонт")
    lev.sees("2 события из того", "+30 000 ₽", "−5 000 ₽ · отдал за ремонт · Лесная")
    await lev.taps("✅ Сохранить все")
    lev.sees("✅ Записано в календарь: 2 события.")


async def test_what_cannot_be_done_is_named_and_a_month_alone_is_said_to_be_one(lev: Manager) -> None:
    await lev.writes("каждый день уборка 300 Арбат завтра")
    lev.sees("Уборка", "❓ Не разобрал и не сохраню: «каждый день»")
    assert "🔁" not in lev.screen
    await lev.taps("✖️ Отмена")
    await lev.writes("налог 5000 30.02.2027 Арбат")
    lev.sees("«30.02.2027»", "Не нашёл: дата")
    await lev.taps("✖️ Отмена")
    await lev.writes("в мае ремонт 20000 Лесная")
    lev.sees("📅 1 мая 2027, сб (день не назван)", "[31 мая 2027]", "[1 мая]", "➖ Расход: 20 000 ₽")
    await lev.taps("31 мая 2027")
    lev.sees("📅 31 мая 2027, пн")
    assert "день не назван" not in lev.screen


async def test_an_event_without_money_and_one_in_words(lev: Manager) -> None:
    await lev.writes("показ квартиры завтра в 18:00 Арбат")
    lev.sees("Показ квартиры", "📅 22 ноября, вс, 18:00", "⏰ Напомню 22 ноября в 18:00", "🏠 Арбат")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.")
    await lev.writes("полтора миллиона за ремонт двадцать четвёртого ноября Лесная")
    lev.sees("📅 24 ноября, вт", "➖ Расход: 1 500 000 ₽")


async def test_a_landlord_without_objects_gets_object_and_event_with_one_tap(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.writes("12 декабря аренда 45000 Арбат")
    lev.sees("🏠 Арбат — новый объект", "📅 12 декабря, сб", "➕ Доход: 45 000 ₽")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.", "🏠 Арбат", "Аренда")
    await lev.writes("/objects")
    lev.sees("Арбат")


async def test_without_objects_and_without_a_name_the_name_is_asked(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.writes("аренда 45000 завтра")
    lev.sees("Не нашёл: объект")
    await lev.taps("✅ Сохранить")
    await lev.writes("Гараж")
    lev.sees("✅ Записано в календарь.", "🏠 Гараж")
    await lev.writes("уборка 900 завтра\nналог 700 завтра")
    await lev.taps("✅ Сохранить все")
    lev.sees("✅ Записано в календарь: 2 события.", "уборка · Гараж", "налог · Гараж")


async def test_two_new_events_of_one_new_object_make_one_object(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.writes("аренда 45000 завтра Арбат\nналог 700 завтра Арбат")
    await lev.taps("✅ Сохранить все")
    lev.sees("✅ Записано в календарь: 2 события.")
    await lev.writes("/objects")
    assert lev.screen.count("Арбат") == 2, lev.screen  # a line and its button


async def test_numbers_that_may_be_two_days_are_asked_of_somebody_from_the_us(lev: Manager) -> None:
    await lev.prefers(country="US")
    await lev.writes("12/05 аренда 900 Арбат")
    lev.sees("Не нашёл: дата", "Какой это день?", "[5 декабря]", "[12 мая 2027]")
    await lev.taps("5 декабря")
    lev.sees("📅 5 декабря, сб")
    await lev.taps("✅ Сохранить")
    await lev.taps("➕ Ещё событие")
    await lev.taps("Арбат")
    await lev.writes("05/12/2026")
    lev.sees("«05/12/2026» — это 12 мая или 5 декабря?", "[12 мая]", "[5 декабря]")
    await lev.taps("5 декабря")
    lev.sees("Деньги придут или уйдут?")


@pytest.mark.parametrize(
    ("line", "often", "days"),
    [
        ("каждую пятницу уборка 3000 Арбат до 18 декабря", "Каждую неделю, пт", ["27.11", "4.12", "11.12", "18.12"]),
        ("раз в две недели газон -900 Лесная с 1 декабря до конца года", "Раз в две недели, вт",
         ["1.12", "15.12", "29.12"]),
        ("страховка 9000 Лесная раз в квартал с 30 ноября до 31.10.2027", "Раз в квартал, 30-го числа",
         ["30.11", "28.2", "30.5", "30.8"]),
        ("налог 5000 Лесная раз в полгода с 1 декабря до 1.12.2027", "Раз в полгода, 1-го числа",
         ["1.12", "1.6", "1.12"]),
        ("ежемесячно в последний день аренда 45000 Арбат до 31.03.2027", "Каждый месяц, 31-го числа",
         ["30.11", "31.12", "31.1", "28.2", "31.3"]),
    ],
)  # fmt: skip
async def test_a_phone_and_the_calendar_have_the_days_of_every_repetition(
    lev: Manager, line: str, often: str, days: list[str]
) -> None:
    await lev.writes(line)
    lev.sees(f"🔁 {often}")
    await lev.taps("✅ Сохранить")
    lev.sees(f"🔁 {often}")
    shown = days_of(await phone_file(lev), dt.date(2028, 1, 1))
    assert [f"{one.day}.{one.month}" for one in shown] == days


async def test_a_repetition_is_chosen_by_a_tap_and_changed_later(lev: Manager) -> None:
    await lev.writes("уборка 3000 Арбат завтра")
    await lev.taps("✏️ Исправить")
    await lev.taps("Повтор")
    await lev.taps("Раз в две недели")
    lev.sees("🔁 Раз в две недели, вс")
    await lev.taps("✅ Сохранить")
    await lev.taps("✏️ Открыть")
    await lev.taps("✏️ Изменить")
    await lev.taps("Все события")
    await lev.taps("Повтор")
    await lev.taps("Раз в квартал")
    lev.sees("🔁 Раз в квартал, 22-го числа")


async def test_a_workbook_of_two_currencies_adds_each_up(lev: Manager) -> None:
    for line in ("аренда 45000 вчера Арбат", "rent $900 вчера Арбат", "rent $100 вчера Лесная"):
        await lev.writes(line)
        await lev.taps("✅ Сохранить")
    await lev.writes("/calendar")
    await lev.taps("📊 Итоги")
    await lev.taps("📊 Excel")
    book = load_workbook(io.BytesIO(lev.person.screen.file or b""), data_only=True)
    sums = {
        sheet.title: [row[3] for row in sheet.iter_rows(values_only=True) if isinstance(row[0], dt.datetime)]
        for sheet in book.worksheets[:2]
    }
    assert sorted(map(sum, sums.values())) == [1000, 45000], sums
    totals = [
        row for sheet in book.worksheets[:2] for row in sheet.iter_rows(values_only=True) if row[3] in (1000, 45000)
    ]
    assert totals, "each column is added up"


async def test_the_promise_on_the_screen_is_what_happens(world: World) -> None:
    """Quiet hours of every kind, a time said or not, every digest: the reminder comes when the card has said."""
    quiet = ((None, None), (22 * 60, 8 * 60), (21 * 60, 10 * 60), (0, 9 * 60 + 30))
    times = (("", None), (" в 22:30", 1350), (" в 7:15", 435), (" в 12:00", 720))
    wanted: list[tuple[Manager, int]] = []
    for number, ((begin, end), (words, at), pace) in enumerate(product(quiet, times, PushPace)):
        who = await new_landlord(world, f"Лев{number}")
        await who.manages(name="Арбат")
        await who.prefers(push_pace=pace, quiet_from=begin, quiet_until=end)
        await who.writes(f"сантехник 2000 2 декабря{words}")
        comes = at if at is not None else 540 if begin is None or end is None or end <= 540 else end
        promise = f"⏰ Напомню 2 декабря в {comes // 60:02}:{comes % 60:02}"
        who.sees(promise)
        await who.taps("✅ Сохранить")
        who.sees(promise)
        wanted.append((who, comes))
    for moment in sorted({comes for _, comes in wanted}):
        due = dt.datetime(2026, 12, 2, moment // 60, moment % 60, tzinfo=dt.timezone(dt.timedelta(hours=3)))
        world.clock.set((due - dt.timedelta(minutes=1)).astimezone(dt.UTC))
        await world.later(seconds=1)
        early = [who for who, comes in wanted if comes == moment and "Сегодня: сантехник" in who.screen]
        assert not early
        world.clock.set(due.astimezone(dt.UTC))
        await world.later(seconds=1)
        late = [who for who, comes in wanted if comes == moment and "Сегодня: сантехник" not in who.screen]
        assert not late


async def test_a_place_that_is_not_ones_only_object_may_be_a_new_one(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Арбат")
    await lev.writes("замена замка 3000 завтра")
    lev.sees("🏠 Арбат", "Замена замка")
    assert "Новый" not in lev.screen
    await lev.writes("/cancel")
    await lev.writes("аренда 30000 Лесная, 4 завтра")
    lev.sees("🏠 Арбат", "Если я понял не так", "🏠 Новый: Лесная, 4")
    await lev.taps("🏠 Новый")
    lev.sees("🏠 Лесная, 4 — новый объект", "➕ Доход: 30 000 ₽")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.", "Аренда", "🏠 Лесная, 4")
    await lev.writes("/objects")
    lev.sees("Объекты · всего 2", "Лесная, 4", "Арбат")


@pytest.mark.parametrize(
    ("way", "next_question"),
    [
        ("придут", "Сколько придёт?"),
        ("приходит", "Сколько придёт?"),
        ("уйдут", "Сколько уйдёт?"),
        ("расходы", "Сколько уйдёт?"),
        ("it comes in", "Сколько придёт?"),
        ("просто напомни", "За что?"),
    ],
)
async def test_which_way_money_goes_is_said_as_the_question_says_it(lev: Manager, way: str, next_question: str) -> None:
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    await lev.taps("Арбат")
    await lev.taps("Завтра")
    await lev.writes(way)
    lev.sees(next_question)


@pytest.mark.parametrize("way", ["не придут", "12 тыс", "придут и уйдут", "зависит"])
async def test_what_does_not_say_which_way_is_asked_again(lev: Manager, way: str) -> None:
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    await lev.taps("Арбат")
    await lev.taps("Завтра")
    await lev.writes(way)
    lev.sees("Выберите, пожалуйста, кнопку.", "Деньги придут или уйдут?")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("раз в месяц", "🔁 Каждый месяц"),
        ("ежемесячно", "🔁 Каждый месяц"),
        ("да, каждую неделю", "🔁 Каждую неделю"),
        ("раз в две недели", "🔁 Раз в две недели"),
        ("yearly", "🔁 Каждый год"),
        ("нет", "⏰ Напомню"),
        ("не повторяется", "⏰ Напомню"),
    ],
)
async def test_how_often_it_comes_back_is_said_in_the_words_that_a_line_takes(
    lev: Manager, said: str, shown: str
) -> None:
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    await lev.taps("Арбат")
    await lev.taps("Завтра")
    await lev.taps("➕ Доход")
    await lev.writes("700")
    await lev.writes("аренда места")
    lev.sees("Событие повторяется?")
    await lev.writes(said)
    lev.sees("➕ Доход: 700 ₽", shown)
    assert ("🔁" in lev.screen) == ("🔁" in shown)


async def test_an_income_becomes_an_expense_before_it_is_saved(lev: Manager) -> None:
    await lev.writes("аренда 700 завтра Арбат")
    await lev.taps("✏️ Исправить")
    await lev.taps("Доход или расход")
    await lev.taps("➖ Расход")
    lev.sees("➖ Расход: 700 ₽", "✅ Сохранить")
