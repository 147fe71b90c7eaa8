"""One's own offer can be changed or taken back until it is answered; the colleague's late taps say what has changed."""

import pytest

from domain.people.person import PushPace
from tests.support.talks import Talk, talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def talk(world: World) -> Talk:
    return await talk_in(world)


async def test_a_changed_offer_takes_the_place_of_the_first(talk: Talk) -> None:
    await talk.opens("50")
    first = next(key["callback_data"] for row in talk.anna.person.screen.keys for key in row)
    await talk.irina.taps("✏️ Изменить долю")
    talk.irina.sees("Какую долю предложите вместо 50 %?", "Вам 50 %, коллеге 50 %.")
    await talk.irina.taps("45")
    talk.irina.sees("↔️ Вы предложили 45 %", "↩️ Отозвать")
    talk.anna.sees("↔️ Ирина Петрова предлагает 45 %", "Вместо прежних 50 %.", "✅ Принять 45 %")
    await talk.anna.forges(first)
    talk.anna.is_told("Есть предложение новее: 45 %")
    talk.anna.sees("50 %, отозвано", "Ваш ход: вам предлагают 45 %")
    await talk.anna.taps("✅")
    assert any("🤝 Договорились: 45 %" in one for one in talk.irina.heard)


async def test_a_first_offer_taken_back_leaves_nothing_and_is_told(talk: Talk) -> None:
    await talk.opens("50")
    accept = next(key["callback_data"] for row in talk.anna.person.screen.keys for key in row)
    await talk.irina.taps("↩️ Отозвать")
    talk.irina.sees("Отозвать ваше предложение 50 %?")
    await talk.irina.taps("↩️ Отозвать")
    talk.irina.sees("↩️ Отозвано: 50 %", "снова в подборке")
    talk.anna.sees("предложение 50 % отозвано", "снова в подборке")
    await talk.anna.forges(accept)
    talk.anna.is_told("Совпадение закрыто")
    talk.anna.sees("Коллега отозвал предложение.", "Можно предложить снова.", "↩️ Предложить снова")
    await talk.anna.taps("↩️ Предложить снова")
    talk.anna.sees("В прошлый раз было 50 %", "[45 %] [50 %]", "[60 %]")
    await talk.opens("40")
    talk.anna.sees("🤝 Новое совпадение", "✅ Принять 40 %")


async def test_a_counter_offer_taken_back_leaves_the_colleagues_on_the_table(talk: Talk) -> None:
    await talk.opens("50")
    await talk.anna.taps("↔️")
    await talk.anna.taps("45")
    await talk.anna.taps("↩️ Отозвать")
    await talk.anna.taps("↩️ Отозвать")
    talk.anna.sees("↩️ Отозвано: 45 %", "Ваш ход: вам предлагают 50 %", "✅ Принять 50 %")
    talk.irina.sees("Анна: предложение 45 % отозвано", "Вы предложили 50 %, ждём ответа коллеги.")
    await talk.anna.taps("✅")
    assert any("🤝 Договорились: 50 %" in one for one in talk.irina.heard)


async def test_changing_to_the_colleagues_share_agrees(talk: Talk) -> None:
    await talk.opens("50")
    await talk.anna.taps("↔️")
    await talk.anna.taps("45")
    await talk.anna.taps("✏️")
    await talk.anna.writes("50")
    assert any("✅ Вы согласились: 50 %" in one for one in talk.anna.heard)
    assert any("🤝 Договорились: 50 %" in one for one in talk.irina.heard)


async def test_what_has_been_answered_cannot_be_taken_back_or_changed(talk: Talk) -> None:
    await talk.opens("50")
    await talk.anna.taps("✅")
    for data in ("cof:1:1", "wof:1:1:0", "wof:1:1:1"):
        await talk.irina.forges(data)
        talk.irina.is_told("Вы уже договорились: 50 %")


async def test_five_fast_taps_take_back_once(talk: Talk) -> None:
    await talk.opens("50")
    await talk.irina.taps("↩️ Отозвать")
    for _ in range(5):
        talk.irina.person.taps("↩️ Отозвать", talk.irina.person.screen)
    for _ in range(4):
        await talk.irina.world.later(seconds=5)
    assert sum("отозвано" in one for one in talk.anna.heard) == 1
    assert not talk.irina.person.spinning


async def test_what_nobody_has_heard_of_is_taken_back_without_a_word(talk: Talk) -> None:
    """In quiet hours the push waits, with a digest the entry does: both are taken back."""
    await talk.anna.prefers(quiet_from=0, quiet_until=23 * 60)
    heard = len(talk.anna.heard)
    await talk.opens("50")
    await talk.irina.taps("↩️ Отозвать")
    await talk.irina.taps("↩️ Отозвать")
    await talk.anna.prefers(quiet_from=None, quiet_until=None, push_pace=PushPace.HOURLY)
    await talk.opens("45")
    await talk.irina.taps("↩️ Отозвать")
    await talk.irina.taps("↩️ Отозвать")
    await talk.irina.world.later(hours=14)
    assert len(talk.anna.heard) == heard


async def test_with_a_digest_a_proposal_waits_and_an_answer_comes_at_once(talk: Talk) -> None:
    """As the sentence in the settings says."""
    for one in (talk.anna, talk.irina):
        await one.prefers(push_pace=PushPace.DAILY, digest_hour=9)
    await talk.irina.writes("/menu")
    await talk.irina.forges("psh")
    talk.irina.sees("О новых предложениях сообщаю одним сообщением, раз в день в 09:00.", "Ответы на ваши предложения")
    heard = len(talk.anna.heard)
    await talk.opens("50")
    assert len(talk.anna.heard) == heard
    await talk.anna.writes("/menu")
    await talk.anna.forges("co:1:1:0")
    await talk.anna.taps("45")
    talk.irina.sees("↔️ Анна предлагает 45 %", "✅ Принять 45 %")


async def test_while_all_that_fits_is_talked_about_nobody_says_that_nothing_fits(talk: Talk) -> None:
    await talk.opens("50")
    await talk.looks()
    talk.irina.sees("Всё подходящее уже в ваших совпадениях.")
    await talk.irina.taps("🤝 Совпадения")
    talk.irina.sees("🤝 Совпадения заявки", "ждём ответа коллеги")
