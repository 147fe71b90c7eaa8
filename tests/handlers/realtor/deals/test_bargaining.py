"""Two realtors agree on the commission in chat: propose, answer, turn down; late buttons say what has changed."""

import pytest

from domain.matching.deals.match import DealSide
from domain.matching.leads.lead import LeadId
from domain.matching.properties.archive_property import archive_property
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.like import like
from tests.support.realtors import realtor
from tests.support.talks import Talk, talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def talk(world: World) -> Talk:
    return await talk_in(world)


async def test_proposal_takes_two_taps_and_is_pushed_with_its_terms(talk: Talk) -> None:
    await talk.opens()
    talk.irina.sees("👍 Предложено: 45 %", "ответ придёт сюда", "🤝 Совпадение")
    talk.anna.sees("🤝 Новое совпадение · 100 %", "Ваш объект: Продажа, 2-комн., 54 м²", "Ирина Петрова, «Этажи»")
    talk.anna.sees("Предлагает комиссию 45 %, вы указывали 50 %.", "✅ Принять 45 %", "↔️ Ответить своей", "✖️ Отклонить")
    assert "Молодая пара" not in talk.anna.screen


async def test_listed_share_is_said_to_be_the_listed_one(talk: Talk) -> None:
    await talk.opens("50")
    talk.anna.sees("Комиссия: 50 %, как в карточке.")


async def test_note_travels_with_the_proposal_as_plain_text(talk: Talk) -> None:
    await talk.looks()
    await talk.irina.taps("💬")
    talk.irina.sees("Пара слов коллеге")
    await talk.irina.writes("Клиент <b>готов</b> & хочет {завтра}")
    talk.irina.sees("«Клиент <b>готов</b> & хочет {завтра}»")
    await talk.irina.taps("45")
    talk.anna.sees("«Клиент <b>готов</b> & хочет {завтра}»")


@pytest.mark.parametrize("typed", ["1e5", "-1", "1000000000", "101 %", "сколько не жалко", "½", "я" * 4096, "\u2060"])
async def test_share_that_makes_no_sense_is_refused_and_asked_again(talk: Talk, typed: str) -> None:
    await talk.looks()
    await talk.irina.taps("👍")
    await talk.irina.writes(typed)
    talk.irina.sees("Какую долю комиссии попросите", "45 %")
    assert len(talk.anna.heard) == 1
    await talk.irina.writes("47,5")
    talk.anna.sees("Предлагает комиссию 47,5 %")


@pytest.mark.parametrize("typed", ["60/40", "60-40", "40", "40 %", "40,0"])
async def test_two_figures_mean_the_same_whichever_side_types_them(talk: Talk, typed: str) -> None:
    await talk.looks()
    await talk.irina.taps("👍")
    talk.irina.sees("60/40 — это 60 коллеге, 40 вам")
    await talk.irina.writes(typed)
    talk.irina.sees("👍 Предложено: 40 %", "Вам 40 %, коллеге 60 %.")
    talk.anna.sees("Предлагает комиссию 40 %", "Коллеге 40 %, вам остаётся 60 %.")
    other = await talk.anna.offers()
    await talk.anna.forges(f"lk:p:{other}:{talk.lead}:h:0:0:1")
    await talk.anna.taps("👍")
    talk.anna.sees("60/40 — это 60 вам, 40 коллеге")
    await talk.anna.writes(typed)
    talk.anna.sees("👍 Предложено: 40 %", "Коллеге 40 %, вам остаётся 60 %.")
    talk.irina.sees("Предлагает вам 40 %", "Вам 40 %, коллеге 60 %.")


async def test_the_question_says_who_gets_what(talk: Talk) -> None:
    await talk.opens("45")
    await talk.anna.taps("↔️")
    talk.anna.sees("У вас просят 45 %, вам остаётся 55 %. Какую долю отдадите?")
    await talk.anna.taps("40")
    await talk.irina.taps("↔️")
    talk.irina.sees("Вам предлагают 40 %, коллеге остаётся 60 %. Какую долю попросите?")


@pytest.mark.parametrize(
    ("typed", "asked"), [("0", "Точно 0 %?"), ("100/0", "Точно 0 %?"), ("5", "Точно 5 %?"), ("97", "Точно 97 %?")]
)
async def test_a_share_that_hardly_anybody_agrees_on_is_confirmed_before_it_is_sent(
    talk: Talk, typed: str, asked: str
) -> None:
    await talk.opens("45")
    heard = len(talk.irina.heard)
    await talk.anna.taps("↔️")
    await talk.anna.writes(typed)
    talk.anna.sees(asked, "Коллеге", "вам остаётся", "Да, ")
    assert len(talk.irina.heard) == heard
    await talk.anna.taps("Да, ")
    talk.anna.sees("↔️ Вы предложили")
    assert "Анна предлагает" in talk.irina.screen


async def test_sticker_and_picture_instead_of_a_share_are_answered(talk: Talk) -> None:
    await talk.looks()
    await talk.irina.taps("👍")
    for action in (talk.irina.person.sends_sticker, talk.irina.person.sends_photo):
        await talk.irina.world.does(action)
        talk.irina.sees("Какую долю комиссии попросите")


async def test_note_that_is_too_long_or_invisible_is_refused(talk: Talk) -> None:
    await talk.looks()
    await talk.irina.taps("💬")
    for typed in ("я" * 4096, "\u200b\u200b"):
        await talk.irina.writes(typed)
        talk.irina.sees("Пара слов коллеге")


async def test_cancel_in_the_middle_proposes_nothing(talk: Talk) -> None:
    await talk.looks()
    await talk.irina.taps("👍")
    await talk.irina.writes("/cancel")
    await talk.irina.writes("45")
    assert len(talk.anna.heard) == 1


async def test_five_fast_taps_on_a_share_propose_once(talk: Talk) -> None:
    await talk.looks()
    await talk.irina.taps("👍")
    for _ in range(5):
        talk.irina.person.taps("45")
    await talk.irina.world.later(seconds=30)
    assert sum("Новое совпадение" in one for one in talk.anna.heard) == 1
    assert not talk.irina.person.spinning


async def test_redelivered_tap_proposes_once(talk: Talk) -> None:
    await talk.opens()
    talk.irina.world.telegram.updates.repeat()
    await talk.irina.world.later(seconds=30)
    assert sum("Новое совпадение" in one for one in talk.anna.heard) == 1


async def test_counter_offers_are_answered_until_one_is_taken(talk: Talk) -> None:
    await talk.opens("50")
    await talk.anna.taps("↔️")
    talk.anna.sees("У вас просят 50 %", "45 %", "55 %")
    await talk.anna.taps("45")
    talk.anna.sees("↔️ Вы предложили 45 %")
    talk.irina.sees("↔️ Анна предлагает 45 %", "Вы предлагали 50 %.", "История: 50 → 45")
    await talk.irina.taps("💬")
    await talk.irina.writes("Давайте посередине")
    await talk.irina.writes("47")
    talk.anna.sees("↔️ Ирина Петрова предлагает 47 %", "«Давайте посередине»", "✅ Принять 47 %")
    await talk.anna.taps("✅")
    assert any("✅ Вы согласились: 47 %" in one for one in talk.anna.heard)
    for side in (talk.anna, talk.irina):
        keepsake = side.heard[-2]
        assert "🤝 Договорились: 47 %" in keepsake
        assert "История: 50 → 45 → 47 ✓ 21 ноября" in keepsake
        assert side.person.screen.contact is not None


async def test_naming_the_same_share_agrees(talk: Talk) -> None:
    await talk.opens("45")
    await talk.anna.taps("↔️")
    await talk.anna.writes("45%")
    assert any("✅ Вы согласились: 45 %" in one for one in talk.anna.heard)


async def test_independent_likes_with_the_same_share_agree_at_once(talk: Talk, world: World) -> None:
    await talk.looks()
    await talk.irina.taps("👍")
    pair = LeadId(talk.lead), PropertyId(talk.flat)
    await like(world.product.new_work(), await talk.anna.me(), DealSide.PROPERTY, *pair, 45_00)
    await talk.irina.taps("45")
    assert any("🤝 Сразу договорились: 45 %" in one for one in talk.irina.heard)
    assert any("🤝 Договорились: 45 %" in one for one in talk.anna.heard)


async def test_contacts_stay_closed_until_both_agree(talk: Talk) -> None:
    await talk.opens()
    phones = {talk.anna.person.user.phone, talk.irina.person.user.phone}
    await talk.anna.taps("📄 Подробнее")
    await talk.anna.forges("ct:1")
    talk.anna.is_told("Контакты откроются, когда договоритесь")
    said = "\n".join([*talk.anna.heard, *talk.irina.heard])
    assert not any(phone in said for phone in phones)
    assert "anna_realtor" not in said


async def test_agreement_opens_writing_and_calling(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.taps("✅")
    irinas = talk.irina.person.heard[-2]
    assert talk.irina.person.taps("✍️", irinas).url == "https://t.me/anna_realtor"
    assert talk.irina.person.taps("📞", irinas).url == talk.anna.person.user.phone
    annas = talk.anna.person.heard[-2]
    assert "нет имени в Telegram — позвоните" in annas.text
    assert annas.find_button("✍️") is None
    contact = talk.anna.person.screen.contact
    assert contact is not None
    assert contact["phone_number"] == talk.irina.person.user.phone
    assert contact["first_name"] == "Ирина"


async def test_turning_down_tells_the_colleague_and_can_be_taken_back(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.taps("✖️")
    talk.anna.sees("✖️ Отклонено", "↩️ Предложить снова")
    talk.irina.sees("✖️ Совпадение закрыто", "Коллега отказался")
    await talk.anna.taps("↩️")
    talk.anna.sees("В прошлый раз было 45 %")
    await talk.anna.taps("40")
    talk.irina.sees("🤝 Новое совпадение", "✅ Принять 40 %")


async def test_who_was_turned_down_cannot_take_it_up(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.taps("✖️")
    await talk.irina.taps("📄 Подробнее")
    assert "↩️" not in talk.irina.screen
    await talk.irina.forges("tu:1:0")
    await talk.irina.taps("50")
    talk.irina.is_told("Коллега от этого отказался")


async def test_stale_offer_says_that_there_is_a_newer_one(talk: Talk) -> None:
    await talk.opens("50")
    first_push = talk.anna.person.screen
    stale = [key["callback_data"] for row in first_push.keys for key in row]
    await talk.anna.taps("↔️")
    await talk.anna.taps("45")
    await talk.irina.taps("↔️")
    await talk.irina.taps("55" if "55" in talk.irina.screen else "50")
    await talk.anna.forges(next(data for data in stale if data.startswith("ac:")))
    talk.anna.is_told("Есть предложение новее")
    talk.anna.sees("🤝 Совпадение", "Ваш ход")
    await talk.anna.forges(next(data for data in stale if data.startswith("rj:")))
    talk.anna.is_told("Есть предложение новее")


async def test_button_pressed_again_says_how_it_ended(talk: Talk) -> None:
    await talk.opens()
    accept = next(key["callback_data"] for row in talk.anna.person.screen.keys for key in row)
    await talk.anna.taps("✅")
    for data in (accept, accept.replace("ac:", "rj:"), accept.replace("ac:", "co:") + ":0"):
        await talk.anna.forges(data)
        talk.anna.is_told("Вы уже договорились: 45 %")
    assert sum("🤝 Договорились" in one for one in talk.anna.heard) == 1


async def test_five_fast_taps_on_accept_agree_once(talk: Talk) -> None:
    await talk.opens()
    for _ in range(5):
        talk.anna.person.taps("✅", talk.anna.person.screen)
    for _ in range(4):
        await talk.anna.world.later(seconds=5)
    assert sum("🤝 Договорились" in one for one in talk.irina.heard) == 1
    assert not talk.anna.person.spinning


async def test_offer_for_an_archived_property_says_since_when(talk: Talk, world: World) -> None:
    await talk.opens()
    await archive_property(world.product.new_work(), await talk.anna.me(), PropertyId(talk.flat))
    await world.later(minutes=2)
    talk.irina.sees("✖️ Совпадение закрыто", "объект ушёл в архив")
    await talk.anna.taps("✅")
    talk.anna.is_told("Совпадение закрыто 21 ноября")
    talk.anna.sees("Закрыто: объект ушёл в архив.")


async def test_stranger_cannot_touch_a_match(talk: Talk, world: World) -> None:
    await talk.opens()
    peter = await realtor(world, "Пётр")
    for data in ("ac:1:1", "rj:1:1", "co:1:1:0", "om:1:0", "ct:1", "cd:1:0", "nc:1:0", "tu:1:0", "qt:p:1:1"):
        await peter.forges(data)
        peter.is_told("больше нет" if "нет" in peter.person.toasts[-1].text else "")
        assert "45" not in peter.screen
    await talk.anna.taps("✅")
    assert any("🤝 Договорились" in one for one in talk.anna.heard)


@pytest.mark.parametrize(
    "data", ["ac:1", "ac:0:1", "ac:-1:1", "ac:99999999999999999999:1", "ac:1_0:1", "rj::", "lk:l:1"]
)
async def test_garbled_buttons_are_answered(talk: Talk, data: str) -> None:
    await talk.opens()
    before = len(talk.anna.person.toasts)
    await talk.anna.forges(data)
    assert len(talk.anna.person.toasts) > before
    assert not talk.anna.person.spinning
