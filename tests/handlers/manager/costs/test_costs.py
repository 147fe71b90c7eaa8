"""Costs of an object: noted in a few taps, corrected by a new row, taken back for all to see, loaded from a table."""

import datetime as dt
import io
from collections.abc import Sequence

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.somebody import Somebody, plainly
from tests.support.world import World

pytestmark = pytest.mark.one_database
HEADINGS = ["Объект", "Месяц", "Статья", "Сумма, ₽", "Вид расхода", "Заметка"]


def table(*rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> bytes:
    """A workbook as people make one."""
    book = Workbook()
    for cells in (headings, *rows):
        book.active.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


async def sends(who: Somebody, content: bytes, name: str = "расходы.xlsx") -> None:
    await who.world.does(who.person.sends_document, content, name)


def cells_of(who: Somebody) -> list[tuple[object, ...]]:
    """The rows of the workbook that was sent last."""
    content = who.person.screen.file
    assert content is not None
    return list(load_workbook(io.BytesIO(content), data_only=True).active.iter_rows(values_only=True))


async def opens(manager: Manager, premises: int) -> None:
    await manager.writes("/menu")
    await manager.forges(f"kco:{premises}")


async def test_a_cost_is_noted_corrected_and_taken_back(world: World) -> None:
    lev = await new_landlord(world)
    flat = await lev.manages()
    await opens(lev, flat)
    lev.sees("Расходы: Лесная, 4 · ноябрь", "расходов нет")
    await lev.taps("➕ Расход")
    await world.does(lev.person.sends_sticker)
    lev.sees("Напишите, пожалуйста, словами")
    for wrong in ("!!!", "а" * 61):
        await lev.writes(wrong)
        lev.sees("шаг 1 из 4")
    await lev.writes("вода")
    await lev.taps("💧 Коммунальные")
    for wrong in ("1e5", "-1", "0", "<b>5</b>", "5 $", "я" * 4096):
        await lev.writes(wrong)
        lev.sees("Сколько?")
    await lev.writes("1 250,50 ₽")
    await lev.writes("13.2026")
    lev.sees("«13.2026» не похоже на месяц")
    await lev.taps("Ноябрь")
    lev.sees("Вода: 1 250,50 ₽", "Лесная, 4 · ноябрь · коммунальные")
    await lev.taps("📝 Заметка")
    await lev.writes("по <b>счётчику</b>")
    await lev.taps("🧾 Чек")
    await world.does(lev.person.sends_photo)
    lev.sees("по <b>счётчику</b>", "🧾 Чек приложен.")
    save = next(key for row in lev.person.screen.keys for key in row if "Сохранить" in key["text"])
    await lev.taps("✅ Сохранить")
    lev.sees("Сохранено: Вода, ноябрь, 1 250,50 ₽.", "• Вода: 1 250,50 ₽ 🧾")
    await lev.forges(save["callback_data"])
    assert lev.screen.count("• Вода") == 1

    await lev.taps("💸 Вода")
    lev.sees("по <b>счётчику</b>", "Записано 21 ноября")
    await lev.taps("🧾 Чек")
    assert lev.person.screen.kind == "photo"
    await opens(lev, flat)
    await lev.taps("💸 Вода")
    await lev.taps("✏️ Исправить")
    lev.sees("Прежняя запись будет отменена")
    await lev.taps("✏️ Исправить")
    await lev.taps("Сумма")
    await lev.writes("1300")
    await lev.taps("✅ Сохранить")
    lev.sees("Всего 1 300 ₽", "• Вода: 1 300 ₽ 🧾", "• Вода: 1 250,50 ₽")
    assert "<s>Вода: 1\u00a0250,50\u00a0₽</s>" in lev.person.screen.html
    for stale in ("kce:1", "kct:1:1"):
        await lev.forges(stale)
        lev.is_told("Этот расход уже отменён: 21 ноября")
        lev.sees("Отменено 21 ноября")

    await opens(lev, flat)
    await lev.taps("💸 Вода")
    await lev.taps("↩️ Отменить")
    assert lev.person.screen.buttons == [["‹ Оставить"], ["↩️ Отменить"]]
    await lev.taps("↩️ Отменить")
    lev.sees("Отменено: Вода, 1 300 ₽.")
    assert "Всего" not in lev.screen
    await lev.taps("‹ окт")
    lev.sees("Расходы: Лесная, 4 · октябрь")


async def test_what_was_used_last_is_offered_and_a_line_says_it_all(world: World) -> None:
    lev = await new_landlord(world)
    flat = await lev.manages()
    await lev.manages(name="Офис", currency="KGS")
    await opens(lev, flat)
    await lev.taps("➕ Расход")
    await lev.writes("Уборка 3 000")
    await lev.taps("🔧 Эксплуатация")
    await lev.writes("за октябрь")
    await lev.taps("✅ Сохранить")
    lev.sees("Расходы: Лесная, 4 · октябрь", "Всего 3 000 ₽")
    await lev.writes("/add_cost")
    await lev.writes("зоопарк")
    lev.sees("Объекта «зоопарк» у вас нет.")
    await lev.writes("офи")
    await lev.taps("Уборка")
    await lev.writes("/cancel")
    lev.sees("Отменено: Расход.")
    await lev.taps("↩️ Продолжить")
    await lev.writes("500")
    await lev.taps("Октябрь")
    lev.sees("Уборка: 500 сом", "Офис · октябрь · эксплуатация")


async def test_a_table_is_looked_through_before_it_is_saved_and_each_row_is_added_once(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    await lev.manages(name="Офис")
    await lev.writes("/import_costs")
    await lev.taps("📄 Образец")
    assert cells_of(lev)[3][:5] == ("Лесная, 4", dt.datetime(2026, 11, 1), "Вода", "Коммунальные", 1250)  # noqa: DTZ001
    good: list[list[object]] = [
        ["лесная 4", dt.date(2026, 11, 30), "Вода", 1250.5, "коммуналка", None],
        ["Офис", "окт 2026", "Охрана", "3 000 ₽", None, "ночь"],
        ["Офис", "окт 2026", "Охрана", "3 000 ₽", None, "ночь"],
    ]
    bad: list[list[object]] = [["Дача", "май", "@свет", "abc", "чудо", None], ["Офис", None, "Свет", -5, None, None]]
    content = table(*good, *bad)
    await sends(lev, content)
    lev.sees("В таблице 5 строк", "✓ Готовы 3 строки", "Всего 7 250,50 ₽: ноябрь 1 250,50 ₽, октябрь 6 000 ₽")
    lev.sees("✗ 2 строки с ошибками", "строка 5: Объекта «Дача» у вас нет.", "«abc» не похоже на сумму", "«чудо»")
    preview = lev.person.screen
    await lev.taps("📄 Строки с ошибками")
    faults = cells_of(lev)
    assert [row[-1] for row in faults[3:]] == [5, 6]
    assert faults[3][:5] == ("Дача", "май", "@свет", "чудо", "abc")
    await world.does(lev.person.taps, "✅ Сохранить 3", preview)
    assert "Добавлено 3 расхода." in plainly(preview)
    await sends(lev, table(*good, ["Офис", "ноябрь", "Охрана", 100, None, None]))
    lev.sees("✓ Готова 1 строка", "↺ 3 строки уже добавлены раньше")
    await lev.taps("✅ Сохранить 1")
    lev.sees("Добавлен 1 расход.")
    await sends(lev, content)
    lev.sees("Пока строки не исправлены, добавлять нечего.")
    assert lev.person.screen.find_button("✅") is None
    await lev.forges("kcs:1")
    lev.sees("Ничего нового")


async def test_a_month_that_a_table_keeps_as_the_number_of_a_day_is_that_month(world: World) -> None:
    """Excel counts days from 1900, and shows them as a date only where the cell is formatted as one."""
    lev = await new_landlord(world)
    await lev.manages()
    await sends(lev, table(["Лесная, 4", 46327, "Вода", 1250, None, None], ["Лесная, 4", 7, "Газ", 90, None, None]))
    lev.sees("✓ Готова 1 строка", "Всего 1 250 ₽", "строка 3: «7» не похоже на месяц")
    await lev.taps("✅ Сохранить 1")
    lev.sees("Добавлен 1 расход.")
    await opens(lev, 1)
    lev.sees("Расходы: Лесная, 4 · ноябрь", "• Вода: 1 250 ₽")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("расходы.csv", b"a;b", "Сохраните её в формате .xlsx"),
        ("расходы.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "старый файл .xls"),
        ("расходы.xlsx", b"PK\x03\x04", "Не открывается как таблица"),
        ("расходы.xlsx", table(["Офис", 5], headings=["Объект", "Цена"]), "Не вижу столбцов: Месяц, Статья, Сумма."),
        ("расходы.xlsx", b"0" * (6 << 20), "помещается до 5 МБ"),
    ],
    ids=["csv", "xls", "broken", "headings", "large"],
)
async def test_a_file_that_is_no_such_table_is_refused_with_an_example(
    world: World, name: str, content: bytes, said: str
) -> None:
    lev = await new_landlord(world)
    await sends(lev, content, name)
    lev.sees(said, "📄 Образец")


async def test_an_owner_sees_what_the_manager_notes_and_a_stranger_nothing(world: World) -> None:
    maria, eve = await new_manager(world), await new_landlord(world, "Ева")
    olga = await maria.owner("Ольга")
    flat = await maria.manages(olga.party)
    await opens(maria, flat)
    await maria.taps("➕ Расход")
    await maria.writes("Вода 700")
    await maria.taps("💧")
    await maria.taps("Ноябрь")
    await maria.taps("✅")
    await sends(maria, table(["Лесная, 4", "ноябрь", "Свет", 5, None, None]))
    await olga.writes("/menu")
    await olga.forges(f"kco:{flat}")
    olga.sees("Всего 700 ₽")
    assert olga.person.screen.find_button("➕") is None
    await olga.taps("💸 Вода")
    assert olga.person.screen.find_button("✏️") is None
    await eve.manages(name="Своё")
    for stranger, presses in ((olga, ("kac:{}", "kce:1", "kct:1:1", "kcs:1")), (eve, ("kco:{}", "kcc:1", "kcl:1"))):
        for press in presses:
            await stranger.writes("/menu")
            before = stranger.screen
            await stranger.forges(press.format(flat))
            assert stranger.person.toasts
            assert stranger.screen == before
    for garbled in ("kcm:1:0:0", f"kcm:{flat}:1000000:7", "kcc:x", "kcs:0"):
        await olga.forges(garbled)
        assert "Код:" not in olga.screen


async def test_two_equal_costs_are_asked_about_and_then_told_apart(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    for _ in range(2):
        await lev.writes("/add_cost")
        await lev.writes("Коммунальные услуги 1250,50")
        if "К какому виду" in lev.screen:
            await lev.taps("💧 Коммунальные")
        await lev.taps("Ноябрь")
        await lev.taps("✅ Сохранить")
    lev.sees("Точно такой же расход уже записан.", "Лесная, 4", "1 250,50 ₽")
    await lev.taps("➕ Всё равно")
    lev.sees("Всего 2 501 ₽")
    labels = [label for row in lev.person.screen.buttons for label in row if label.startswith("💸")]
    assert len(labels) == len(set(labels)) == 2, labels


async def test_a_month_beside_the_sum_is_the_costs_month(world: World) -> None:
    maria = await new_manager(world)
    await maria.manages((await maria.owner("Ольга")).party)
    await maria.writes("/add_cost")
    await maria.writes("свет 700 за октябрь")
    await maria.taps("💧 Коммунальные")
    maria.sees("Свет: 700 ₽", "Лесная, 4 · октябрь · коммунальные")


@pytest.mark.parametrize("said", ["на лесной", "Lesnaya", "леснаяя"])
async def test_the_object_of_a_cost_is_named_as_in_the_calendar(world: World, said: str) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    await lev.manages(name="Арбат, 12")
    await lev.writes("/add_cost")
    await lev.writes(said)
    lev.sees("За что расход?")
    await lev.writes("вода 700 ноябрь")
    await lev.taps("💧 Коммунальные")
    lev.sees("Лесная, 4")


async def test_rows_of_a_table_name_objects_as_people_do_and_nothing_is_guessed(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages(name="Квартира на Чаянова")
    await lev.manages(name="Лесная, 4, офисы")
    await lev.manages(name="Лесная, 4, склад")
    await lev.manages(name="Гараж 1")
    rows = [("квартира чаянова", 100), ("Лесная, 4", 200), ("Гараж 2", 300), ("Омск", 400)]
    await sends(lev, table(*([name, "ноябрь", "Вода", amount, None, None] for name, amount in rows)))
    lev.sees(
        "✓ Готова 1 строка", "Квартира на Чаянова: Вода", "строка 3: «Лесная, 4» — это может быть Лесная, 4, офисы"
    )
    lev.sees("Объекта «Гараж 2» у вас нет. Если это «Гараж 1», так и напишите.", "Объекта «Омск» у вас нет.")


async def test_words_sent_with_a_table_are_named_as_not_used(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages()
    content = table(["Лесная, 4", "ноябрь", "Вода", 100, None, None])
    await world.does(lev.person.sends_document, content, "расходы.xlsx", "за октябрь")
    lev.sees("✓ Готова 1 строка", "Подпись я не использовал: «за октябрь»")
