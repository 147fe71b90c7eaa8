"""RM1: a phone that Telegram vouches for makes a realtor; e-mail and agency can follow, or not."""

import pytest

from sandbox import Person
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def asked(world: World, anna: Person) -> Person:
    """Анна has been asked for her phone."""
    await world.does(anna.start)
    await world.does(anna.taps, "Я риэлтор")
    return anna


async def test_own_contact_and_two_skips_lead_to_the_realtors_menu(world: World, asked: Person) -> None:
    assert asked.keyboard == [["📱 Отправить номер"], ["✖️ Отмена"]]
    await world.does(asked.shares_contact)
    assert asked.keyboard == []
    await world.does(asked.taps, "Пропустить")
    await world.does(asked.taps, "Пропустить")
    assert asked.screen.text.startswith("Готово, вы риэлтор.")
    assert asked.commands["me"] == "Кто я здесь"
    await world.does(asked.writes, "/me")
    assert "Телефон: +7 900 •••-••-01, подтверждён" in asked.screen.text
    assert "Почта: нет" in asked.screen.text


async def test_what_is_told_about_oneself_is_kept(world: World, asked: Person) -> None:
    await world.does(asked.shares_contact)
    await world.does(asked.writes, " Anna@Example.COM ")
    await world.does(asked.writes, "«Эталон»")
    await world.does(asked.writes, "/me")
    assert "Почта: Anna@example.com" in asked.screen.text
    assert "Агентство: Эталон" in asked.screen.text


async def test_wrong_email_is_refused_with_an_example(world: World, asked: Person) -> None:
    await world.does(asked.shares_contact)
    for typed in ("анна", "a@b", "1e5", "<b>x</b>@y.ru", "a b@c.ru", "x" * 300 + "@y.ru", "a\u200d"):
        await world.does(asked.writes, typed)
        assert "anna@example.com" in asked.screen.text
        assert "шаг 1 из 2" in asked.screen.text


async def test_agency_that_nobody_can_read_is_refused(world: World, asked: Person) -> None:
    await world.does(asked.shares_contact)
    await world.does(asked.taps, "Пропустить")
    for typed in ("\u2060", "···", "э" * 4096):
        await world.does(asked.writes, typed)
        assert "шаг 2 из 2" in asked.screen.text


async def test_number_typed_by_hand_is_not_taken_and_the_reason_said(world: World, asked: Person) -> None:
    await world.does(asked.writes, "8 (900) 123-45-67")
    assert "проверить нельзя" in asked.screen.text
    assert asked.keyboard
    await world.does(asked.writes, "/me")
    assert "Роли: пока нет" in asked.screen.text


async def test_anything_else_than_a_contact_is_answered_with_the_button(world: World, asked: Person) -> None:
    for does in (asked.sends_sticker, asked.sends_voice, asked.sends_photo):
        await world.does(does)
        assert asked.screen.text.startswith("Жду ваш номер")
        assert asked.keyboard


async def test_contact_of_somebody_else_is_refused(world: World, asked: Person) -> None:
    boris = world.person("Борис")
    await world.does(asked.sends_contact_of, boris)
    assert "чужой контакт" in asked.screen.text
    await world.does(asked.shares_contact)
    assert asked.message_with("Спасибо, номер подтверждён.")


async def test_forwarded_contact_is_refused(world: World, asked: Person) -> None:
    await world.does(asked.writes, "/cancel")
    card = await world.does(asked.sends_contact_of, asked)
    await world.does(asked.taps, "🏠 Я риэлтор")
    await world.does(asked.forwards, card)
    assert asked.screen.text.startswith("Это пересланный контакт, а нужен ваш, и от вас.")
    assert asked.keyboard
    await world.does(asked.writes, "/me")
    assert "Роли: пока нет" in asked.screen.text


async def test_number_of_another_account_is_refused_clearly(world: World, asked: Person) -> None:
    await world.does(asked.shares_contact)
    double = world.person("Двойник", phone=asked.user.phone)
    await world.does(double.start)
    await world.does(double.taps, "Я риэлтор")
    await world.does(double.shares_contact)
    assert "уже подтверждён в другом аккаунте" in double.screen.text
    await world.does(double.writes, "/me")
    assert "Роли: пока нет" in double.screen.text


async def test_number_without_a_plus_is_the_same_number(world: World, asked: Person) -> None:
    await world.does(asked.shares_contact)
    double = world.person("Двойник", phone=asked.user.phone.removeprefix("+"))
    await world.does(double.start)
    await world.does(double.taps, "Я риэлтор")
    await world.does(double.shares_contact)
    assert "уже подтверждён в другом аккаунте" in double.screen.text


async def test_declining_keeps_the_number_and_takes_the_keyboard_away(world: World, asked: Person) -> None:
    await world.does(asked.presses, "✖️ Отмена")
    assert asked.keyboard == []
    assert asked.screen.buttons[0] == ["🏠 Я риэлтор", "🔑 Сдаю недвижимость"]


async def test_leaving_the_questions_half_way_leaves_a_realtor_who_can_go_on(world: World, asked: Person) -> None:
    await world.does(asked.shares_contact)
    await world.does(asked.writes, "anna@example.com")
    await world.does(asked.writes, "/cancel")
    assert asked.screen.text == "Отменено: О вас. Ответы пока сохранил, можно продолжить."
    await world.does(asked.taps, "↩️ Продолжить")
    await world.does(asked.writes, "Эталон")
    await world.does(asked.writes, "/me")
    assert "Почта: anna@example.com" in asked.screen.text


async def test_contact_sent_twice_makes_one_realtor(world: World, asked: Person) -> None:
    asked.shares_contact()
    asked.sends_contact_of(asked)
    await world.settle()
    await world.does(asked.taps, "Пропустить")
    await world.does(asked.taps, "Пропустить")
    await world.does(asked.writes, "/me")
    assert "Роли: риэлтор\n" in asked.screen.text


async def test_old_button_of_the_greeting_leads_a_realtor_to_their_menu(world: World, asked: Person) -> None:
    greeting = asked.message_with("С чего начнём?")
    await world.does(asked.shares_contact)
    await world.does(asked.taps, "Я риэлтор", greeting)
    assert asked.toasts[-1].text == "Вы уже риэлтор."


async def test_contact_that_nobody_asked_for_is_not_kept(world: World, anna: Person) -> None:
    await world.does(anna.sends_contact_of, anna)
    assert "Контакт пока не нужен" in anna.screen.text
    await world.does(anna.writes, "/me")
    assert "Телефон: не подтверждён" in anna.screen.text
