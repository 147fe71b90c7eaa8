"""An agreement that nothing comes of is ended by either side with a reason; both rows are recommended again."""

import pytest

from tests.support.realtors import realtor
from tests.support.talks import Talk, talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def talk(world: World) -> Talk:
    agreed = await talk_in(world)
    await agreed.agrees()
    return agreed


@pytest.mark.parametrize(
    ("who", "answer", "reason"),
    [
        ("irina", "Отказ в ипотеке", "банк отказал в ипотеке"),
        ("anna", "Хозяин передумал", "собственник передумал"),
        ("anna", "Не сошлись в цене", "не сошлись в цене"),
        ("irina", "Заболел, вернёмся весной", "Заболел, вернёмся весной"),
    ],
)
async def test_either_side_ends_it_and_both_know_why(talk: Talk, who: str, answer: str, reason: str) -> None:
    mine, other = (talk.irina, talk.anna) if who == "irina" else (talk.anna, talk.irina)
    await mine.forges("om:1:1")
    await mine.taps("❌ Сорвалась")
    mine.sees("Почему сделки не будет?", "Клиент передумал", "Нашли другой вариант", "контакты закроются")
    await mine.writes(answer)
    mine.sees(
        "❌ Сделка сорвалась", f"Вы завершили договорённость: {reason}.", "снова в подборке", "👀 Что ещё подходит"
    )
    other.sees("❌ Сделка сорвалась", f"Коллега завершил договорённость: {reason}.", "Контакты закрыты")
    await other.forges("ct:1")
    other.is_told("Совпадение закрыто")
    for one, look in ((talk.irina, f"pf:{talk.lead}"), (talk.anna, f"lf:{talk.flat}")):
        await one.forges(look)
        one.sees("👍 Предложить")
    await talk.irina.forges(f"pf:{talk.lead}")
    await talk.irina.taps("👍")
    await talk.irina.taps("50")
    talk.anna.sees("🤝 Новое совпадение", "✅ Принять 50 %")
    await talk.anna.forges("ct:1")
    talk.anna.is_told("Контакты откроются, когда договоритесь")
    await talk.anna.taps("✅")
    assert any("🤝 Договорились: 50 %" in one for one in talk.irina.heard)


@pytest.mark.parametrize("typed", ["123", "…", "звоните 89001234567", "пишите в тг name", "я" * 501, "\u200b"])
async def test_a_reason_that_says_nothing_or_too_much_is_asked_again(talk: Talk, typed: str) -> None:
    await talk.irina.forges("end:1")
    heard = len(talk.anna.heard)
    await talk.irina.writes(typed)
    talk.irina.sees("Почему сделки не будет?", "Клиент передумал")
    await talk.irina.taps("‹ Назад")
    talk.irina.sees("✅ Совпадение", "Договорились: 45 %.")
    assert len(talk.anna.heard) == heard


async def test_five_fast_taps_end_it_once_and_old_buttons_say_so(talk: Talk) -> None:
    await talk.irina.forges("end:1")
    for _ in range(5):
        talk.irina.person.taps("Клиент передумал", talk.irina.person.screen)
    for _ in range(4):
        await talk.irina.world.later(seconds=5)
    assert sum("❌ Сделка сорвалась" in one for one in talk.anna.heard) == 1
    assert not talk.irina.person.spinning
    for data in ("end:1", "cd:1:0", "nc:1:0", "ac:1:1"):
        await talk.anna.forges(data)
        talk.anna.is_told("Совпадение закрыто")


async def test_cancel_and_what_is_not_agreed_end_nothing(talk: Talk, world: World) -> None:
    await talk.irina.forges("end:1")
    await talk.irina.writes("/cancel")
    await talk.irina.forges("om:1:1")
    talk.irina.sees("Договорились: 45 %.")
    peter = await realtor(world, "Пётр")
    flat = await peter.offers()
    await talk.irina.forges(f"lk:l:{talk.lead}:{flat}:h:0:0:1")
    await talk.irina.taps("👍")
    await talk.irina.taps("50")
    await talk.irina.forges("end:2")
    talk.irina.is_told("Сначала договоритесь о комиссии")


async def test_news_of_the_first_agreement_keep_the_share_of_the_first(talk: Talk) -> None:
    await talk.irina.forges("end:1")
    await talk.irina.taps("Отказ в ипотеке")
    await talk.opens("40")
    await talk.anna.taps("✅")
    await talk.irina.writes("/notifications")
    agreed = [line for line in talk.irina.screen.splitlines() if "контакты открыты" in line]
    assert [line.split("комиссия ")[1][:4] for line in agreed] == ["40 %", "45 %"]
