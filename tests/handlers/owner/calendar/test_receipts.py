"""A receipt with a few words under it is an event of the calendar, or a cost; one without is asked about."""

from pathlib import Path

import pytest

from domain.people.person import Role
from sandbox.images import picture
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.world import World

pytestmark = pytest.mark.one_database
PDF = b"%PDF-1.7 receipt"


async def sends_photo(who: Manager, caption: str = "", seed: int = 62) -> None:
    who.world.clock.advance(seconds=20)
    await who.world.does(who.person.sends_photo, picture(seed), caption)


@pytest.fixture
async def lev(world: World) -> Manager:
    """Лев, a landlord who has two objects."""
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Лесная")
    await lev.manages(name="Арбат")
    return lev


async def test_a_receipt_with_words_is_saved_in_one_tap_and_shown_from_its_event(lev: Manager) -> None:
    await sends_photo(lev, "чек 2300 свет Лесная вчера")
    lev.sees("Свет", "🏠 Лесная", "20 ноября", "➖ Расход: 2 300 ₽", "🧾 Чек приложен.", "✅ День прошёл")
    await lev.taps("✅ Сохранить")
    lev.sees("✅ Записано в календарь.", "Свет")
    await lev.taps("✏️ Открыть")
    await lev.taps("🧾 Чек")
    assert lev.person.screen.kind == "photo"
    assert all(kept.read_bytes()[:3] != b"\xff\xd8\xff" for kept in _files(lev.world)), "a receipt is kept open"

    await lev.world.does(lev.person.sends_document, PDF, "чек.pdf", "чек 900 вода Арбат")
    lev.sees("Вода", "🏠 Арбат", "21 ноября", "➖ Расход: 900 ₽", "🧾 Чек приложен.")
    await sends_photo(lev, "чек за интернет 700 Арбат вчера", 63)
    lev.sees("2 события из того", "−900 ₽ · вода · Арбат", "−700 ₽ · интернет · Арбат")
    await lev.taps("✅ Сохранить все")
    await lev.writes("/calendar")
    await lev.taps("[21]✓")
    await lev.taps("1. ✅ −900")
    await lev.taps("🧾 Чек")
    assert lev.person.screen.file == PDF


async def test_a_receipt_can_come_while_an_event_is_looked_over_and_be_added_later(lev: Manager) -> None:
    await lev.writes("ремонт 5000 Лесная вчера")
    await sends_photo(lev)
    lev.sees("➖ Расход: 5 000 ₽", "🧾 Чек приложен.")
    await lev.taps("✅ Сохранить")
    await lev.writes("налог 3000 Лесная вчера")
    await lev.taps("✅ Сохранить")
    await lev.taps("✏️ Открыть")
    assert "🧾 Чек" not in lev.screen
    await lev.taps("✏️ Изменить")
    await lev.taps("🧾 Чек")
    await lev.world.does(lev.person.sends_document, PDF, "налог.pdf")
    lev.sees("Сохранено", "[🧾 Чек]")


async def test_a_photo_without_words_is_asked_about(lev: Manager) -> None:
    await sends_photo(lev)
    lev.sees("Не понял, к чему это фото.", "🧾 Чек: в календарь", "🗑 Не нужно")
    await lev.taps("🧾 Чек: в календарь")
    lev.sees("О каком объекте речь?", "Или сразу всё")
    await lev.writes("2300 свет Лесная вчера")
    lev.sees("Свет", "➖ Расход: 2 300 ₽", "🧾 Чек приложен.")
    await lev.taps("✅ Сохранить")
    await lev.taps("✏️ Открыть")
    lev.sees("🧾 Чек")
    await lev.world.does(lev.person.sends_document, PDF, "скан.pdf")
    lev.sees("Не понял, к чему этот файл.")
    await lev.taps("🗑 Не нужно")
    await lev.writes("/menu")
    assert "Ещё тексты" not in lev.screen


async def test_a_landlord_takes_it_for_a_cost_of_an_object_kept_alone(lev: Manager) -> None:
    await sends_photo(lev, "чек 2300 свет Лесная вчера")
    await lev.taps("💸 Лучше в расходы объекта")
    lev.sees("Свет: 2 300 ₽", "Лесная · ноябрь · коммунальные", "🧾 Чек приложен.")
    await lev.taps("✅ Сохранить")
    lev.sees("Сохранено: Свет, ноябрь, 2 300 ₽.", "• Свет: 2 300 ₽ 🧾")
    await lev.writes("/menu")
    assert "↩️" not in lev.screen


async def test_a_manager_s_receipt_is_a_cost_saved_in_one_tap(world: World) -> None:
    maria = await new_manager(world)
    owner = await maria.owner("Ольга")
    await maria.manages(owner.party, name="Лесная")
    await maria.manages(owner.party, name="Арбат")
    await sends_photo(maria, "чек 2300 свет Лесная вчера")
    maria.sees("Свет: 2 300 ₽", "Лесная · ноябрь · коммунальные", "🧾 Чек приложен.")
    await maria.taps("✅ Сохранить")
    maria.sees("Сохранено: Свет, ноябрь, 2 300 ₽.")
    await maria.taps("💸 Свет")
    await maria.taps("🧾 Чек")
    assert maria.person.screen.kind == "photo"

    await world.does(maria.person.sends_document, PDF, "чек.pdf", "чек 800 краска вчера")
    maria.sees("Краска: 800 ₽", "🧾 Чек приложен.", "Не нашёл: объект, вид расхода")
    await maria.taps("✅ Сохранить")
    await maria.taps("🏠 Арбат")
    await maria.taps("🔧 Эксплуатация")
    maria.sees("Сохранено: Краска, ноябрь, 800 ₽.", "Расходы: Арбат")

    await sends_photo(maria)
    maria.sees("Не понял, к чему это фото.", "🧾 Чек: в расходы объекта")
    await maria.taps("🧾 Чек: в расходы объекта")
    maria.sees("Для какого объекта расход?")
    await maria.writes("1500 уборка Арбат вчера")
    maria.sees("Уборка: 1 500 ₽", "Арбат · ноябрь · эксплуатация", "🧾 Чек приложен.")
    await maria.taps("✅ Сохранить")
    await maria.writes("свет 900 Лесная вчера")
    maria.sees("Свет: 900 ₽", "Лесная · ноябрь · коммунальные")
    assert "Чек приложен" not in maria.screen


async def test_who_has_several_roles_says_whose_it_is(world: World) -> None:
    olga = await new_landlord(world, "Ольга")
    await olga.manages(name="Лесная")
    await olga.becomes(Role.REALTOR)
    await sends_photo(olga, "чек 2300 свет Лесная вчера")
    olga.sees("Похоже на событие календаря.", "📅 В календарь")
    await olga.taps("📅 В календарь")
    olga.sees("➖ Расход: 2 300 ₽", "🧾 Чек приложен.")
    await olga.taps("✅ Сохранить")
    await sends_photo(olga, seed=64)
    olga.sees("Не понял, к чему это фото.", "🧾 Чек: в календарь", "🏠 Сделать карточку")
    await olga.taps("🏠 Сделать карточку")
    olga.sees("1 фото")
    await olga.taps("✖️ Отмена")
    await olga.writes("/add_cost")
    await sends_photo(olga, "чек 500 вода Лесная вчера", 65)
    olga.sees("Похоже на событие календаря.")
    await olga.taps("📅 В календарь")
    olga.sees("➖ Расход: 500 ₽", "🧾 Чек приложен.")


def _files(world: World) -> list[Path]:
    return [one for one in (world.product.settings.data_dir / "files").iterdir() if one.is_file()]
