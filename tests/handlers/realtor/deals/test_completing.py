"""A deal is done when both say so."""

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


async def test_one_says_so_and_the_other_confirms(talk: Talk) -> None:
    await talk.irina.taps("🏁")
    assert any("🏁 Сделка отмечена" in one for one in talk.irina.heard)
    talk.anna.sees("🏁 Сделка состоялась?", "Ирина Петрова говорит, что да", "🏁 Да, состоялась", "Ещё нет")
    await talk.anna.taps("🏁")
    talk.irina.sees("🏁 Сделка состоялась", "Подтвердили обе стороны. Комиссия: 45 %.", "Заявка в архиве")
    talk.anna.sees("🏁 Сделка состоялась", "Комиссия: 45 %. Поздравляем!", "Объект в архиве")
    assert sum("🏁 Сделка состоялась\n" in one for one in talk.anna.heard) == 1


@pytest.mark.parametrize(
    ("is_agreed", "goes_on"), [(False, "🤝 Снова в силе"), (True, "🤝 Договорились: 50 %")], ids=["talk", "agreement"]
)
async def test_done_rows_leave_the_market_and_can_be_brought_back(talk: Talk, is_agreed: bool, goes_on: str) -> None:
    """Another client's talk about the flat is closed with the reason, and goes on when the flat is restored."""
    ivan = await realtor(talk.irina.world, "Иван")
    lead = await ivan.seeks(title="Запасной")
    await ivan.writes("/menu")
    await ivan.forges(f"lk:l:{lead}:{talk.flat}:h:0:0:1")
    await ivan.taps("👍")
    await ivan.taps("50")
    if is_agreed:
        await talk.anna.forges("ac:2:2")
    await talk.irina.forges("cd:1:0")
    await talk.anna.forges("cd:1:0")
    await talk.anna.world.later(minutes=2)
    ivan.sees("✖️ Совпадение закрыто", "объект ушёл другому клиенту")
    await ivan.forges(f"pf:{lead}")
    ivan.sees("Пока ничего не подходит")
    await talk.anna.forges(f"op:{talk.flat}:0:0")
    talk.anna.sees("🏁 Сделка состоялась, в архиве с 21 ноября")
    await talk.irina.forges(f"ol:{talk.lead}:0")
    talk.irina.sees("🏁 Сделка состоялась, в архиве с 21 ноября", "↩️ Вернуть")
    await talk.irina.taps("↩️ Вернуть")
    talk.irina.sees("Снова в работе.")
    assert "обсужден" not in talk.irina.screen
    await talk.anna.forges(f"rsp:{talk.flat}")
    talk.anna.sees("Снова в работе.", "1 обсуждение, закрытое архивом, продолжается.")
    assert goes_on in "\n".join(ivan.heard[-2:])
    await talk.anna.forges(f"rsp:{talk.flat}")
    talk.anna.is_told("не в архиве")


async def test_not_yet_is_told_and_can_be_asked_again(talk: Talk) -> None:
    await talk.irina.taps("🏁")
    await talk.anna.taps("Ещё нет")
    talk.anna.sees("Ещё не состоялась", "🏁 Сделка состоялась")
    talk.irina.sees("Анна говорит: сделка ещё не состоялась.")
    await talk.anna.taps("🏁")
    talk.irina.sees("🏁 Сделка состоялась?")


async def test_ones_own_word_can_be_taken_back(talk: Talk) -> None:
    await talk.irina.taps("🏁")
    marked = next(shown for shown in talk.irina.person.heard if "Сделка отмечена" in shown.text)
    await talk.irina.world.does(talk.irina.person.taps, "↩️", marked)
    assert "Ещё не состоялась" in marked.text
    await talk.anna.taps("🏁 Да")
    talk.irina.sees("🏁 Сделка состоялась?")


async def test_five_fast_taps_ask_once(talk: Talk) -> None:
    keepsake = talk.irina.person.heard[-2]
    for _ in range(5):
        talk.irina.person.taps("🏁", keepsake)
    for _ in range(4):
        await talk.irina.world.later(seconds=5)
    assert sum("🏁 Сделка состоялась?" in one for one in talk.anna.heard) == 1
    assert not talk.irina.person.spinning


async def test_done_deal_answers_old_buttons(talk: Talk) -> None:
    await talk.irina.taps("🏁")
    await talk.anna.taps("🏁")
    for data in ("cd:1:0", "nc:1:0", "ac:1:1"):
        await talk.anna.forges(data)
        talk.anna.is_told("Сделка состоялась 21 ноября")
        talk.anna.sees("🏁 Совпадение", "Сделка состоялась. Комиссия: 45 %.")


async def test_contact_can_be_had_again(talk: Talk) -> None:
    await talk.anna.forges("om:1:0")
    talk.anna.sees("✅ Совпадение", "Договорились: 45 %.", "контакты открыты", "👤 Контакт")
    await talk.anna.taps("👤")
    contact = talk.anna.person.screen.contact
    assert contact is not None
    assert contact["phone_number"] == talk.irina.person.user.phone
