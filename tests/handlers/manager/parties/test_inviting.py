"""OT29: a manager adds a client and gets a link that works once and only for the invited phone."""

import asyncio
from dataclasses import dataclass

import pytest

from domain.estate.parties.invitation import InvitationId
from domain.estate.parties.join import join
from domain.estate.parties.party import Party, PartyKind
from domain.people.person import Role
from domain.refusal import Refusal
from sandbox import Person
from tests.support.estate import Manager, new_landlord, new_manager
from tests.support.somebody import Somebody, plainly
from tests.support.world import World


@dataclass(frozen=True)
class Words:
    """What is seen in one language."""

    manager: str
    name: str
    tenants: str
    add: str
    tenant: str
    save: str
    copy: str
    sent_once: str
    invites: str
    invited_by: str
    share: str
    joined_news: str
    card: str
    in_bot: str
    used: str


SAID = {
    "ru": Words(
        manager="Мария",
        name="Анна Петрова",
        tenants="Арендаторы",
        add="➕ Арендатор",
        tenant="Анна Петрова, арендатор",
        save="✅ Сохранить",
        copy="📋 Скопировать",
        sent_once="Ссылка сработает один раз, до 5 декабря",
        invites="Вас пригласили как арендатора",
        invited_by="Приглашение от: Мария",
        share="📱 Отправить номер",
        joined_news="Анна Петрова теперь в боте",
        card="👤 Карточка",
        in_bot="Арендатор, в боте с 21 ноября",
        used="По этой ссылке вы уже вошли",
    ),
    "en": Words(
        manager="Mary",
        name="Anna Petrova",
        tenants="Tenants",
        add="➕ Tenant",
        tenant="Anna Petrova, tenant",
        save="✅ Save",
        copy="📋 Copy",
        sent_once="The link works once, until Dec 5",
        invites="You are invited as a tenant",
        invited_by="Invited by: Mary",
        share="📱 Send my number",
        joined_news="Anna Petrova has joined",
        card="👤 Card",
        in_bot="Tenant, in the bot since Nov 21",
        used="You have joined by this link already",
    ),
}


def carried_by(link: str) -> str:
    """What a link carries to the bot."""
    return link.split("?start=")[1].split(maxsplit=1)[0]


async def link_of(manager: Manager, person: Person, name: str = "Анна Петрова") -> str:
    """A link for somebody, as the letter to them has it."""
    await manager.writes("/add_client")
    if "Кто это?" in manager.screen:
        await manager.taps("🛋 Арендатор")
    await manager.writes(name)
    await manager.writes(person.user.phone)
    await manager.taps("✅ Сохранить")
    return carried_by(manager.person.taps("📋 Скопировать").url)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_from_a_name_and_a_phone_to_the_clients_own_home(world: World, language: str) -> None:
    said = SAID[language]
    mary = await new_manager(world, said.manager, language_code=language)
    anna = world.person(said.name.split()[0], language_code=language)
    await mary.writes("/people")
    await mary.taps(said.tenants)
    await mary.taps(said.add)
    await mary.writes(said.name)
    for nonsense in ("1e5", "-1", "<b>8 900</b>", "я" * 4096):
        await mary.writes(nonsense)
        mary.sees("8 900 123-45-67")
    await world.does(mary.person.sends_sticker)
    await mary.writes(f" 8 ({anna.user.phone[2:5]}) {anna.user.phone[5:]} ")
    mary.sees(said.tenant, "+7 900 100-00-")
    await mary.taps(said.save)
    mary.sees(said.tenant, said.sent_once)
    letter = mary.person.taps(said.copy).url
    assert len(letter) <= 256
    assert letter in mary.person.screen.text
    assert mary.person.screen.keys[0][0]["url"].startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F")

    party = (await _parties(mary))[0]
    await mary.lets(await mary.manages(await mary.knows(PartyKind.OWNER, "Ольга")), party.id)
    taps = 0
    await world.does(anna.start, carried_by(letter))
    taps += 1
    assert said.invites in anna.screen.text
    # a link may have come into anybody's hands: who invites and to what is not theirs to read
    assert not any(one in anna.screen.text for one in ("+7", said.manager, "Лесная"))
    assert anna.keyboard[0] == [said.share]
    await world.does(anna.shares_contact)
    taps += 1
    assert taps <= 4
    assert anna.keyboard == []
    assert said.invited_by in anna.screen.text
    assert "Лесная, 4" in anna.screen.text
    member = await Somebody(world, anna).me()
    assert (member.roles, member.active_role) == ((Role.TENANT,), Role.TENANT)

    mary.sees(said.joined_news)
    await mary.taps(said.card)
    mary.sees(said.name, said.in_bot)
    await world.does(anna.start, carried_by(letter))
    assert said.used in anna.screen.text


async def _parties(manager: Manager) -> list[Party]:
    work, me = manager.world.product.new_work(), await manager.me()
    async with work.reading():
        return await work.estate.parties.all_managed_by(me.id)


@pytest.mark.one_database
async def test_save_tapped_twice_adds_one_client(world: World) -> None:
    mary = await new_manager(world)
    await mary.forges("kap:tenant")
    await mary.writes("Анна Петрова")
    await mary.writes(world.person("Анна").user.phone)
    mary.person.taps("✅ Сохранить")
    mary.person.taps("✅ Сохранить")
    await world.settle()
    mary.sees("Анна Петрова, арендатор", "📋 Скопировать")
    assert len(await _parties(mary)) == 1


@pytest.mark.one_database
async def test_a_contact_of_the_phone_book_is_name_and_phone_at_once(world: World) -> None:
    mary = await new_manager(world)
    oleg = world.person("Олег", last_name="Сидоров")
    await world.does(mary.person.sends_contact_of, oleg)
    mary.sees("Новый клиент", "🔑 Собственник", "🛋 Арендатор")
    await mary.taps("🔑 Собственник")
    mary.sees("Олег Сидоров, собственник", "Всё верно?")
    await mary.writes("/cancel")
    await mary.forges("kap:tenant")
    await world.does(mary.person.sends_contact_of, mary.person)
    mary.sees("Это ваш собственный контакт", "Как зовут?")
    await world.does(mary.person.sends_contact_of, oleg)
    mary.sees("Олег Сидоров, арендатор")


@pytest.mark.one_database
async def test_same_phone_again_says_who_it_is_and_leads_there(world: World) -> None:
    mary = await new_manager(world)
    anna = world.person("Анна")
    await link_of(mary, anna)
    await mary.forges("kap:tenant")
    await mary.writes("Аня")
    await mary.writes(anna.user.phone)
    await mary.taps("✅ Сохранить")
    mary.sees("Этот номер уже есть в вашем списке: Анна Петрова.", "👤 Анна Петрова", "✏️ Другой номер")
    await mary.taps("✏️ Другой номер")
    mary.sees("С какого номера этот человек в Telegram?")
    await mary.writes(mary.person.user.phone)
    await mary.taps("✅ Сохранить")
    mary.sees("Это ваш собственный номер.", "Аня, арендатор")


@pytest.mark.one_database
async def test_an_owner_who_manages_alone_adds_tenants_only(world: World) -> None:
    leo = await new_landlord(world)
    await leo.forges("kap:owner")
    leo.sees("Новый клиент", "Как зовут?")
    await leo.writes("ООО «Ромашка»")
    await leo.writes("0555 123 456")
    leo.sees("Не похоже на номер телефона")
    await leo.prefers(country="KG")
    await leo.writes("0555 123 456")
    leo.sees("ООО «Ромашка», арендатор", "+996 555 123 456")


@pytest.mark.one_database
async def test_another_phone_is_refused_and_the_link_lives_until_five_tries(world: World) -> None:
    mary = await new_manager(world)
    anna, boris = world.person("Анна"), world.person("Борис")
    carried = await link_of(mary, anna)
    await mary.lets(await mary.manages(await mary.knows(PartyKind.OWNER, "Ольга")), (await _parties(mary))[0].id)
    for _ in range(4):
        await world.does(boris.start, carried)
        await world.does(boris.shares_contact)
        everything = "\n".join(plainly(one) for one in boris.heard)
        assert not any(one in everything for one in ("Мария", "Анна", "Лесная", "Ольга"))
        said = boris.message_with("Приглашение выписано на другой номер")
        assert anna.user.phone[-7:] not in plainly(said).replace(" ", "").replace("-", "")
    await world.does(anna.start, carried)
    assert "Вас пригласили" in anna.screen.text
    await world.does(boris.start, carried)
    await world.does(boris.sends_contact_of, anna)
    assert "чужой контакт" in boris.screen.text
    await world.does(boris.shares_contact)
    assert boris.message_with("Номер снова не тот, поэтому ссылка закрыта.")
    mary.sees("Ссылка закрыта: Анна Петрова", "🔄 Новая ссылка")
    await world.does(anna.shares_contact)
    assert anna.message_with("Ссылка закрыта: её несколько раз открывали с других номеров.")
    await mary.taps("🔄 Новая ссылка")
    await world.does(anna.start, carried_by(mary.person.taps("📋").url))
    await world.does(anna.shares_contact)
    mary.sees("Анна Петрова теперь в боте")


@pytest.mark.one_database
async def test_what_has_become_of_a_link_is_said_humanely(world: World) -> None:
    mary = await new_manager(world)
    anna = world.person("Анна")
    first = await link_of(mary, anna)
    await world.does(mary.person.start, first)
    mary.sees("Это ссылка, которую вы сделали для другого человека: Анна Петрова.")
    await mary.forges("kvn:1:0")
    second = carried_by(mary.person.taps("📋").url)
    await world.does(anna.start, first)
    assert anna.screen.text.startswith("Эта ссылка отозвана. Возможно, вам уже пришла новая")
    await mary.taps("✖️ Отозвать")
    mary.sees("Ссылка больше не работает.", "Без приглашения", "🔄 Новая ссылка")
    await world.does(anna.start, second)
    assert anna.screen.text.startswith("Эта ссылка отозвана. Возможно, вам уже пришла новая")
    await mary.taps("🔄 Новая ссылка")
    third = carried_by(mary.person.taps("📋").url)
    await world.later(days=14)
    await world.does(anna.start, third)
    assert anna.screen.text.startswith("Ссылка действовала до 5 декабря")
    await mary.forges("kpo:1:0")
    mary.sees("Арендатор, срок ссылки вышел")
    await world.does(anna.start, "inv_" + "0" * 32)
    assert anna.screen.text.startswith("Эта ссылка не работает")
    await world.does(anna.start, "whatever")
    assert anna.screen.text.startswith("Эта ссылка не работает")


@pytest.mark.one_database
async def test_a_phone_that_is_known_joins_by_one_button(world: World) -> None:
    mary, leo = await new_manager(world), await new_landlord(world)
    carried = await link_of(mary, leo.person, "Лев Ким")
    await world.does(leo.person.start, carried)
    leo.sees("Мария приглашает вас как арендатора", "✅ Войти")
    await leo.taps("✅ Войти")
    leo.sees("Добро пожаловать! Вы вошли.")
    assert (await leo.me()).roles == (Role.OWNER, Role.TENANT)
    mary.sees("Лев Ким теперь в боте")


@pytest.mark.one_database
async def test_typing_instead_of_the_button_and_leaving_keep_the_link_alive(world: World) -> None:
    mary = await new_manager(world)
    anna = world.person("Анна")
    carried = await link_of(mary, anna)
    await world.does(anna.start, carried)
    await world.does(anna.writes, anna.user.phone)
    assert "проверить нельзя" in anna.screen.text
    await world.does(anna.sends_sticker)
    assert anna.keyboard
    await world.does(anna.presses, "✖️ Отмена")
    assert anna.keyboard == []
    await world.does(anna.start, carried)
    await world.does(anna.shares_contact)
    mary.sees("Анна Петрова теперь в боте")


async def test_of_two_accounts_with_one_number_one_joins(world: World) -> None:
    mary = await new_manager(world)
    anna = Somebody(world, world.person("Анна"))
    double = Somebody(world, world.person("Двойник", phone=anna.person.user.phone))
    carried = await link_of(mary, anna.person)
    for one in (anna, double):
        await world.does(one.person.start, carried)
    tries = [
        join(world.product.new_work(), await one.me(), InvitationId(1), one.person.user.phone) for one in (anna, double)
    ]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(isinstance(one, Refusal) for one in outcomes) == [False, True]
    roles = [(await one.me()).roles for one in (anna, double)]
    assert sorted(roles) == [(), (Role.TENANT,)]
