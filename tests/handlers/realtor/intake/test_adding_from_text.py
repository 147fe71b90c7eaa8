"""A realtor sends a text as it is posted in channels and has a saved property or lead a tap or two later."""

import pytest

from sandbox.images import picture
from tests.support.realtors import Realtor, realtor
from tests.support.world import World

LISTING = "Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50"
REQUEST = "Куплю двушку на Арбатской до 20 млн, от 50 м²"


async def opens_first(anna: Realtor, button: str) -> None:
    await anna.taps(button)
    await anna.taps("1. ")


async def test_one_line_becomes_a_saved_property_in_one_tap(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    anna.sees("Продажа · 2-комн. · 54 м² · 5/9 эт.", "м. Арбатская", "18 500 000 ₽ · 342 593 ₽/м²", "Комиссия: 50 %")
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")
    await opens_first(anna, "🏠 Мои объекты")
    anna.sees("Продажа · 2-комн. · 54 м² · 5/9 эт.", "Москва, м. Арбатская")


async def test_one_line_becomes_a_saved_lead_in_one_tap(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(REQUEST)
    anna.sees("Покупка · 2-комн. · от 50 м²", "м. Арбатская", "Бюджет: до 20 млн ₽")
    await anna.taps("✅ Сохранить")
    await opens_first(anna, "👤 Мои заявки")
    anna.sees("Покупка · 2-комн. · от 50 м²", "Бюджет: до 20 млн ₽")


@pytest.mark.one_database
async def test_saving_tells_how_many_leads_of_colleagues_it_fits(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await ivan.seeks()
    await ivan.seeks(rooms=(3,))
    await anna.writes(LISTING)
    await anna.taps("✅ Сохранить")
    anna.sees("Подходит 2 заявкам других риэлторов, лучшая — 100 %.")
    await anna.taps("👀 Показать 2")
    anna.sees("1/2")


@pytest.mark.one_database
async def test_guesses_are_marked_and_gaps_are_named(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    anna.sees("⚠️ Проверьте: город, район", "Не нашёл: адрес, состояние")


@pytest.mark.one_database
async def test_only_what_is_missing_is_asked_before_saving(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продам 2-к квартиру 54 м2 на Арбате, 18,5 млн")
    anna.sees("Не хватает: комиссия. Спрошу при сохранении.")
    await anna.taps("✅ Сохранить")
    anna.sees("Какую долю комиссии")
    await anna.taps("45")
    anna.sees("Сохранено")


@pytest.mark.one_database
async def test_a_field_is_corrected_by_a_tap_and_an_answer(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    await anna.taps("✏️ Исправить")
    await anna.taps("Этаж")
    anna.sees("Сейчас: 5/9")
    await anna.writes("7 из 12")
    anna.sees("7/12 эт.", "✅ Сохранить")


@pytest.mark.one_database
async def test_a_corrected_guess_is_no_longer_marked(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    await anna.taps("✏️ Исправить")
    await anna.taps("Город")
    await anna.taps("Москва")
    anna.sees("⚠️ Проверьте: район")


@pytest.mark.one_database
async def test_another_possible_value_is_taken_by_a_tap(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продам 2-к квартиру 54 м2 в Бишкеке, цена 78000, комиссия 60/40")
    anna.sees("или 60 %")
    await anna.taps("или 60")
    anna.sees("Комиссия: 60 %")
    assert "или 60 %" not in anna.screen


@pytest.mark.one_database
async def test_forwarded_album_with_a_caption_becomes_one_card_with_its_photos(world: World) -> None:
    anna = await realtor(world, "Анна")
    pictures = [picture(10, 10), picture(20, 20), picture(30, 30)]
    await world.does(anna.person.forwards, LISTING, photos=pictures)
    anna.sees("Продажа · 2-комн.", "3 фото")
    await anna.taps("✅ Сохранить")
    await anna.taps("📄 Открыть")
    anna.sees("1 из 3")
    assert len(anna.heard) == len(set(anna.heard))


@pytest.mark.one_database
async def test_photos_without_words_wait_for_the_words(world: World) -> None:
    anna = await realtor(world, "Анна")
    await world.does(anna.person.sends_album, [picture(10, 10), picture(20, 20)])
    anna.sees("2 фото", "опишите объект одним сообщением")
    await anna.writes(LISTING)
    anna.sees("Продажа · 2-комн.", "2 фото")


@pytest.mark.one_database
async def test_contacts_in_a_listing_are_kept_out_of_what_colleagues_see(world: World) -> None:
    anna = await realtor(world, "Анна")
    story = "Тихий зелёный двор, рядом школа и парк, собственник один, документы готовы, торг при осмотре."
    await anna.writes(f"{LISTING}. {story} Тел. +7 900 123-45-67, @anna_flat")
    anna.sees("Тихий зелёный двор", "Контакты из текста убрал")
    assert "123-45-67" not in anna.screen
    assert "@anna_flat" not in anna.screen


@pytest.mark.one_database
async def test_the_clients_name_and_phone_are_private(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await anna.writes("Клиент Ирина +79001112233 купит двушку на Арбатской до 20 млн")
    anna.sees("🔒 Клиент: Ирина, +79001112233")
    await anna.taps("✅ Сохранить")
    offered = await ivan.offers()
    await world.does(ivan.person.writes, "/menu")
    await ivan.forges(f"lf:{offered}")
    ivan.sees("1/1", "2-комн.")
    assert "Ирина" not in ivan.screen
    assert "79001112233" not in ivan.screen


@pytest.mark.one_database
async def test_a_text_that_does_not_say_what_it_wants_is_asked_about(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("2к 54м Хамовники 18 млн")
    anna.sees("Это предложение или запрос?", "2к 54м Хамовники 18 млн")
    await anna.taps("Ищу купить")
    anna.sees("Покупка · 2-комн.", "Бюджет: до 18 млн ₽")


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Продам участок 10 соток за 2 млн", "Похоже, это участок."),
        ("Продам гараж в центре за 500 тысяч", "Похоже, это гараж или машино-место."),
        ("Привет, как дела?", "Не нашёл здесь ни цены, ни площади, ни места."),
        ("<b>&nbsp;</b>", "Не нашёл здесь ни цены, ни площади, ни места."),
        ("я" * 4096, "Не нашёл здесь ни цены, ни площади, ни места."),
        ("\u2063\u2063", "Не нашёл здесь ни цены, ни площади, ни места."),
    ],
)
async def test_what_is_no_single_home_is_said_in_words(world: World, text: str, said: str) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(text)
    anna.sees(said, "☰ Меню")


@pytest.mark.one_database
async def test_a_text_taken_for_several_can_be_one_after_all(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes("Продаются квартиры:\n1-комн. 30 м² 5 млн руб\n2-комн. 50 м² 8 млн руб\n3-комн. 70 м² 11 млн руб")
    await anna.taps("Это один объект")
    anna.sees("Продажа", "✅ Сохранить")


async def test_five_fast_taps_on_save_make_one_property(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    card = anna.person.screen
    for _ in range(5):
        anna.person.taps("✅ Сохранить", card)
    await world.settle()
    anna.sees("Сохранено")
    await anna.taps("🏠 Мои объекты")
    anna.sees("Мои объекты · всего 1")


@pytest.mark.one_database
async def test_an_old_save_button_says_that_the_form_is_closed(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    save = anna.person.screen.find_button("✅")
    assert save is not None
    await anna.taps("✅ Сохранить")
    await anna.forges(save["callback_data"])
    assert anna.person.toasts
    await anna.taps("🏠 Мои объекты")
    anna.sees("всего 1")


@pytest.mark.one_database
async def test_a_draft_left_by_the_menu_is_offered_back(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    await anna.writes("/menu")
    await anna.taps("↩️")
    anna.sees("Продажа · 2-комн. · 54 м² · 5/9 эт.", "✅ Сохранить")


@pytest.mark.one_database
async def test_english_listing_and_screens(world: World) -> None:
    anna = await realtor(world, "Ann", language_code="en")
    await anna.writes("For sale: 2-room flat, 54 m², 5/9, Arbatskaya metro, 18.5 mln rub, commission 50/50")
    anna.sees("For sale · 2-room · 54 m² · floor 5/9", "Moscow, Arbatskaya metro", "₽18,500,000")
    await anna.taps("✅ Save")
    anna.sees("Saved")


@pytest.mark.one_database
async def test_an_english_text_keeps_its_city_its_house_and_what_it_excludes(world: World) -> None:
    ann = await realtor(world, "Ann", language_code="en")
    await ann.writes("Looking to buy a 2-room flat, Arbatskaya metro, Moscow, up to 15m roubles, not the first floor")
    ann.sees("Moscow, Arbatskaya metro", "not the first floor")
    assert "metro, " not in ann.screen.replace("Arbatskaya metro", "")
    assert "city" not in ann.screen
    await ann.taps("✅ Save")
    await ann.writes("Looking to buy a 2-room flat, Sokol metro, Saint Petersburg, any floor but the first, up to 9m")
    ann.sees("Saint Petersburg", "any floor but the first")
    await ann.writes("/menu")
    await ann.writes("Selling a 1-room flat on the first floor, Moscow, 10 Arbat street, 40 m2, 18.5m roubles")
    ann.sees("floor 1", "Arbat street, 10")


@pytest.mark.one_database
async def test_a_namesake_is_no_choice_and_another_place_is_in_the_readers_letters(world: World) -> None:
    anna, ann = await realtor(world, "Анна"), await realtor(world, "Ann", language_code="en")
    await anna.writes("Продам 1-к 38 м2 Бутово 9,5 млн")
    anna.sees("Проверьте", "район, метро")
    assert "или Бутово" not in anna.screen
    await ann.writes("Selling a 2-room flat, Moscow, Kazan, 54 m2, 5/9, 5m roubles")
    ann.sees("Moscow", "[or Kazan]")
    await ann.writes("/menu")
    await ann.writes("Looking to buy a 2-room flat in Moscow or Kazan, up to 5m roubles")
    ann.sees("Please check: city", "Moscow", "[or Kazan]")
    await anna.writes("/menu")
    await anna.writes("Куплю двушку, Москва или Казань, до 15 млн")
    anna.sees("Проверьте: город", "Москва", "[или Казань]")
