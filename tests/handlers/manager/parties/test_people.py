"""OT27, OT28: a manager's people on lists and cards: found, corrected, removed and brought back."""

import pytest

from bot.callbacks import OpenRental
from domain.estate.parties.party import PartyKind
from domain.people.person import Role
from tests.support.estate import new_landlord, new_manager
from tests.support.world import World

OWNER, TENANT = PartyKind.OWNER, PartyKind.TENANT


@pytest.mark.one_database
async def test_tabs_count_pages_turn_and_a_gone_page_shows_the_last(world: World) -> None:
    mary = await new_manager(world)
    await mary.writes("/people")
    mary.sees("Собственников пока нет. Добавьте первого", "➕ Собственник", "☰ Меню")
    await mary.taps("Арендаторы")
    mary.sees("Арендаторов пока нет. Добавьте первого", "➕ Арендатор", "☰ Меню")
    for name in ("Яна", "Борис", "Вера", "Глеб", "Дина"):
        await mary.knows(TENANT, name, "Ким")
    anna = await mary.tenant("Анна", "Белова")
    await mary.lets(await mary.manages(await mary.knows(OWNER, "Ольга")), anna.party)
    await mary.writes("/people")
    mary.sees("👥 Арендаторы · всего 6", "1. Анна Белова · +7 900 100-00-02", "Лесная, 4 · в боте с 21 ноября")
    mary.sees("2. Борис Ким", "без приглашения", "• Арендаторы: 6", "Собственники: 1", "⏳ Не вошли: 6", "1 из 2")
    await mary.taps("›")
    mary.sees("6. Яна Ким", "2 из 2")
    await mary.forges("kpl:removed:99:0:0")
    mary.sees("👥 Убранные", "Убранных нет.")
    await mary.forges("kpl:tenant:99:0:0")
    mary.sees("2 из 2")
    await mary.taps("Собственники: 1")
    mary.sees("👥 Собственники · всего 1", "1. Ольга")
    await mary.taps("⏳ Не вошли")
    mary.sees("👥 Ещё не вошли · всего 6", "арендатор", "🔗 Приглашение")


@pytest.mark.one_database
async def test_a_part_of_a_name_a_slip_and_a_whole_phone_find(world: World) -> None:
    mary, leo = await new_manager(world), await new_landlord(world)
    await mary.knows(TENANT, "Анна", "Петрова", phone="+79001112233")
    await mary.knows(TENANT, "Семён", "Ким")
    await leo.knows(TENANT, "Анна", "Чужая", phone="+79001112244")
    for typed in ("петр", "АННА ПЕТ", "Питрова", "8 900 111-22-33"):
        await mary.writes("/people")
        await mary.taps("🔎 Найти")
        await mary.writes(typed)
        mary.sees(f"👥 Арендаторы, «{typed}» · всего 1", "Анна Петрова")
    await mary.taps("✖️ Показать все")
    mary.sees("👥 Арендаторы · всего 2")
    for typed in ("8 900 111-22-44", "<b>Чужая</b>", "чужая"):
        await mary.taps("🔎 Найти")
        await mary.writes(typed)
        mary.sees(f"«{typed}»", "Никого не нашлось.")
        await mary.taps("✖️ Показать все")
    await mary.taps("🔎 Найти")
    for nonsense in ("\u2063", "—", "я" * 4096):
        await mary.writes(nonsense)
        mary.sees("Кого найти?")
    await world.does(mary.person.sends_sticker)
    await mary.taps("‹ Назад")
    mary.sees("👥 Арендаторы · всего 2")


@pytest.mark.one_database
async def test_a_card_says_all_and_leads_everywhere(world: World) -> None:
    mary = await new_manager(world)
    olga = await mary.owner("Ольга", "Белова")
    anna = await mary.tenant("Анна", "Петрова", email="anna@example.com", description="Магазин")
    await mary.lets(await mary.manages(olga.party), anna.party)
    await world.later(minutes=10)
    await mary.forges(f"kpo:{anna.party}:0")
    mary.sees("Анна Петрова", "Арендатор, в боте с 21 ноября", "+7 900 100-00-03 · anna@example.com", "Магазин")
    mary.sees("Лесная, 4: бессрочно, долг 46 000 ₽", "📄 Лесная, 4", "🧾 Расчёты", "✍️ Написать", "📇 Контакт")
    await mary.taps("📇 Контакт")
    contact = mary.person.screen.contact
    assert contact is not None
    assert (contact["phone_number"], contact["first_name"]) == ("+79001000003", "Анна")
    await mary.forges(f"kpo:{olga.party}:0")
    mary.sees("Ольга Белова", "Собственник, в боте", "Лесная, 4, 54 м²", "🏠 Лесная, 4")


@pytest.mark.one_database
async def test_every_field_can_be_corrected_and_the_later_of_two_is_told(world: World) -> None:
    mary = await new_manager(world)
    party = await mary.knows(TENANT, "Анна", "Петрова", phone="+79001112233")
    card = f"kpo:{party}:0"

    async def correct(field: str, typed: str) -> None:
        await mary.forges(card)
        await mary.taps("✏️ Изменить")
        await mary.taps(field)
        await mary.writes(typed)

    await correct("Имя", "  Анна-Мария ")
    mary.sees("Сохранено.", "Анна-Мария Петрова")
    await correct("✉️ Почта", "не почта")
    mary.sees("anna@example.com")
    await mary.writes("Anna@Example.com")
    mary.sees("Anna@example.com")
    await correct("📝 Заметка", "Платит <b>по счёту</b>")
    mary.sees("Платит <b>по счёту</b>")
    await mary.taps("✏️ Изменить")
    await mary.taps("Фамилия")
    await mary.taps("🧹")
    mary.sees("Сохранено.\n\nАнна-Мария\n")
    await mary.taps("✏️ Изменить")
    await mary.taps("Роль")
    await mary.taps("🔑 Собственник")
    mary.sees("Собственник, без приглашения")
    await mary.forges(f"kpe:{party}:1:")
    mary.is_told("Пока вы смотрели, это изменили.")
    await correct("📱 Телефон", "8 900 111-22-34")
    mary.sees("Прежняя ссылка больше не работает, вот новая.", "только с номера +7 900 111-22-34", "📋 Скопировать")
    await mary.lets(await mary.manages(party), await mary.knows(TENANT, "Борис"))
    await mary.forges(card)
    await mary.taps("✏️ Изменить")
    await mary.taps("Роль")
    await mary.taps("🛋 Арендатор")
    mary.sees("уже есть объекты или договоры")
    await mary.writes("/cancel")


async def test_removed_people_lose_access_at_once_and_get_it_back(world: World) -> None:
    mary = await new_manager(world)
    anna = await mary.tenant("Анна", "Петрова")
    lease = await mary.lets(await mary.manages(await mary.knows(OWNER, "Ольга")), anna.party)
    await mary.forges(f"kpo:{anna.party}:0")
    await mary.taps("🗑 Убрать")
    mary.sees("Убрать из списка: Анна Петрова?", "Доступ закроется сразу", "Действует 1 договор", "‹ Оставить")
    assert mary.person.screen.buttons[0] == ["‹ Оставить"]
    await mary.taps("‹ Оставить")
    mary.sees("Арендатор, в боте")
    await mary.taps("🗑 Убрать")
    mary.person.taps("🗑 Убрать")
    mary.person.taps("🗑 Убрать")
    await world.later(seconds=10)
    anna.sees("Ваш доступ закрыт: Мария", "сам договор аренды от этого не прекращается")
    assert (await anna.me()).roles == ()
    await anna.forges(OpenRental(lease=lease).pack())
    anna.is_told("Ваш доступ закрыт с 21 ноября")
    await mary.forges("kpl:removed:0:0:0")
    mary.sees("👥 Убранные · всего 1", "убрано 21 ноября")
    await mary.forges(f"kpo:{anna.party}:0")
    mary.sees("бессрочно, долг 46 000 ₽", "↩️ Вернуть")
    await mary.taps("↩️ Вернуть")
    mary.sees("Доступ снова открыт", "Арендатор, в боте с 21 ноября")
    anna.sees("Ваш доступ снова открыт: Мария")
    assert (await anna.me()).active_role is Role.TENANT


@pytest.mark.one_database
async def test_whoever_rents_elsewhere_too_is_told_why_an_old_button_is_dead(world: World) -> None:
    mary, leo = await new_manager(world), await new_landlord(world)
    anna = await mary.tenant("Анна", "Петрова")
    lease = await mary.lets(await mary.manages(await mary.knows(OWNER, "Ольга")), anna.party)
    await leo.knows(TENANT, "Анна", person_id=(await anna.me()).id, joined_at=world.clock.now())
    await mary.forges(f"kpr:{anna.party}:1")
    assert (await anna.me()).roles == (Role.TENANT,)
    await anna.forges(OpenRental(lease=lease).pack())
    anna.is_told("Ваш доступ к этому закрыт с 21 ноября")


@pytest.mark.one_database
async def test_a_role_stays_with_whoever_has_it_elsewhere(world: World) -> None:
    mary, leo = await new_manager(world), await new_landlord(world)
    await leo.manages()
    party = await mary.knows(OWNER, "Лев", person_id=(await leo.me()).id, joined_at=world.clock.now())
    await mary.forges(f"kpr:{party}:1")
    leo.sees("Ваш доступ закрыт: Мария")
    assert (await leo.me()).roles == (Role.OWNER,)


@pytest.mark.one_database
async def test_other_peoples_people_are_not_there(world: World) -> None:
    mary, leo = await new_manager(world), await new_landlord(world)
    party = await leo.knows(TENANT, "Анна")
    for data in ("kpo:{}:0", "kpe:{}:1:", "kpr:{}:1", "kpb:{}", "kvi:{}:0", "kvn:{}:0", "kvw:{}", "kpc:{}"):
        await mary.writes("/menu")
        await mary.forges(data.format(party))
        mary.is_told("Этого здесь больше нет")
    anna = await leo.tenant("Вера")
    await anna.writes("/people")
    anna.sees("Для этого нужна другая роль")


async def test_a_list_from_which_all_were_removed_says_so(world: World) -> None:
    maria = await new_manager(world)
    await maria.tenant("Олег", "Иванов")
    await maria.writes("/people")
    await maria.taps("👤")
    await maria.taps("🗑")
    await maria.taps("🗑")
    await maria.forges("kpl:tenant:0:0")
    maria.sees("Сейчас никого нет: в убранных 1 человек, его можно вернуть.")
