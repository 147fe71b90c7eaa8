"""A realtor hears less about one thing when asked to, and hears of a price that a client can pay now."""

import pytest

from domain.money import Money
from tests.support.realtors import MILLION, realtor
from tests.support.talks import Talk, talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def talk(world: World) -> Talk:
    return await talk_in(world)


async def another_offer(talk: Talk) -> None:
    lead = await talk.irina.seeks(title="Вторая")
    await talk.irina.forges(f"lk:l:{lead}:{talk.flat}:h:0:0:0")
    await talk.irina.taps("👍")
    await talk.irina.taps("40")


async def test_muted_property_is_not_pushed_but_stays_in_the_inbox(talk: Talk) -> None:
    await talk.opens()
    push = talk.anna.person.screen
    text = push.text
    await talk.anna.taps("🔕")
    talk.anna.is_told("Больше не пишу об этом")
    assert push.text == text
    assert push.find_button("🔔 Снова сообщать")
    heard = len(talk.anna.heard)
    await another_offer(talk)
    assert len(talk.anna.heard) == heard
    await talk.anna.writes("/notifications")
    talk.anna.sees("2 непрочитанных")


async def test_muting_is_undone_by_the_same_button(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.taps("🔕")
    await talk.anna.taps("🔔 Снова")
    await another_offer(talk)
    talk.anna.sees("🤝 Новое совпадение", "✅ Принять 40 %")


async def test_other_properties_are_still_pushed(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.taps("🔕")
    other = await talk.anna.offers()
    await talk.irina.forges(f"lk:l:{talk.lead}:{other}:h:0:0:0")
    await talk.irina.taps("👍")
    await talk.irina.taps("40")
    talk.anna.sees("🤝 Новое совпадение", "✅ Принять 40 %")


async def test_agreement_is_pushed_even_about_a_muted_lead(talk: Talk) -> None:
    await talk.opens()
    await talk.irina.forges(f"qt:l:{talk.lead}:1")
    await talk.anna.taps("✅")
    assert any("🤝 Договорились" in one for one in talk.irina.heard)


async def test_strangers_row_cannot_be_muted(talk: Talk, world: World) -> None:
    peter = await realtor(world, "Пётр")
    await peter.writes("/menu")
    await peter.forges(f"qt:p:{talk.flat}:1")
    assert peter.person.toasts
    await talk.opens()
    talk.anna.sees("🤝 Новое совпадение")


async def test_lower_price_is_told_with_old_new_and_percent(talk: Talk) -> None:
    flat = await talk.anna.offers(price=Money(25 * MILLION, "RUB"))
    await talk.anna.changes_price(flat, 20)
    talk.irina.sees("📉 Цена ниже на 20 %: 25 млн ₽ → 20 млн ₽", "Теперь подходит к вашей заявке «Молодая пара».")
    push = talk.irina.person.screen
    await talk.irina.taps("👀")
    talk.irina.sees("заявка «Молодая пара»", "20 млн ₽", "👍 Предложить")
    assert push.text.startswith("📉")
    await talk.irina.world.does(talk.irina.person.taps, "👍", push)
    await talk.irina.taps("50")
    talk.anna.sees("🤝 Новое совпадение")


async def test_price_that_changed_again_before_the_push_is_told_once(talk: Talk) -> None:
    await talk.irina.prefers(quiet_from=0, quiet_until=23 * 60)
    flat = await talk.anna.offers(price=Money(25 * MILLION, "RUB"))
    await talk.anna.changes_price(flat, 20)
    await talk.anna.changes_price(flat, 26)
    await talk.anna.changes_price(flat, 19)
    await talk.irina.world.later(hours=12)
    told = [one for one in talk.irina.heard if one.startswith("📉")]
    assert len(told) == 1
    assert "26 млн ₽ → 19 млн ₽" in told[0]
