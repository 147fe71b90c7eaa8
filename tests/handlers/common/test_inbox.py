"""Everything a person was told is in one place: unread first, opened with a tap, read all at once."""

import pytest

from domain.matching.deals.match import DealSide
from domain.matching.recommendations.like import like
from domain.money import Money
from domain.people.person import PushPace
from tests.support.realtors import MILLION, realtor
from tests.support.somebody import plainly
from tests.support.talks import Talk, talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database


@pytest.fixture
async def talk(world: World) -> Talk:
    return await talk_in(world)


async def propose(talk: Talk, share: str = "40", **wish: object) -> None:
    lead = await talk.irina.seeks(**wish)
    await talk.irina.forges(f"lk:l:{lead}:{talk.flat}:h:0:0:0")
    await talk.irina.taps("👍")
    await talk.irina.taps(share)


async def test_nothing_yet_says_what_will_be_here(world: World) -> None:
    ivan = await realtor(world, "Иван")
    await ivan.writes("/notifications")
    ivan.sees("🔔 Новости", "Пока тихо", "⚙️ Как сообщать", "☰ Меню")


async def test_pushed_news_is_also_here_unread_until_opened(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.writes("/notifications")
    talk.anna.sees("1 непрочитанное", "1. Новое совпадение · 2-комн., Арбат, до 20 млн ₽ ↔ 2-комн., м. Арбатская")
    await talk.anna.taps("1 🤝")
    talk.anna.sees("🤝 Совпадение · 100 %", "✅ Принять 45 %", "‹ Назад")
    await talk.anna.taps("‹ Назад")
    talk.anna.sees("🔔 Новости", "Всё прочитано.")


async def test_unread_stands_before_read(talk: Talk) -> None:
    await talk.opens()
    await propose(talk, rooms=(3,))
    await talk.anna.writes("/notifications")
    await talk.anna.taps("1 🤝")
    await talk.anna.taps("‹ Назад")
    first = talk.anna.screen.splitlines()[3]
    assert first.startswith("1. Новое совпадение · 2-комн.")
    talk.anna.sees("1 непрочитанное")


async def test_answering_a_push_reads_its_news(talk: Talk) -> None:
    await talk.opens()
    await talk.anna.taps("✖️")
    await talk.anna.writes("/notifications")
    talk.anna.sees("Всё прочитано.")


async def test_all_is_read_at_once(talk: Talk) -> None:
    await talk.opens()
    await propose(talk)
    await talk.anna.writes("/notifications")
    await talk.anna.taps("✔️")
    talk.anna.is_told("Прочитано: 2")
    talk.anna.sees("Всё прочитано.")
    assert "✔️" not in talk.anna.screen
    await talk.anna.forges("ra")
    talk.anna.is_told("Всё прочитано.")


async def test_pages_are_turned(talk: Talk) -> None:
    for _ in range(7):
        await propose(talk)
    await talk.anna.writes("/notifications")
    talk.anna.sees("7 непрочитанных", "1 из 2")
    await talk.anna.taps("›")
    talk.anna.sees("2 из 2", "7. Новое совпадение")
    await talk.anna.forges("in:99::0:0:0")
    talk.anna.sees("2 из 2")


async def test_others_news_cannot_be_opened(talk: Talk) -> None:
    await talk.opens()
    await talk.irina.forges("on:1:0")
    talk.irina.is_told("больше нет")
    await talk.anna.writes("/notifications")
    talk.anna.sees("1 непрочитанное")


async def test_read_news_is_not_pushed_after_the_quiet_hours(talk: Talk, world: World) -> None:
    await talk.anna.prefers(quiet_from=0, quiet_until=23 * 60)
    heard = len(talk.anna.heard)
    await talk.opens()
    assert len(talk.anna.heard) == heard
    await talk.anna.writes("/notifications")
    await talk.anna.taps("1 🤝")
    heard = len(talk.anna.heard)
    await world.later(hours=24)
    assert len(talk.anna.heard) == heard


async def test_digest_opens_below_itself(talk: Talk, world: World) -> None:
    await talk.anna.prefers(push_pace=PushPace.HOURLY)
    await talk.opens()
    other = await talk.anna.offers(rooms=3)
    await talk.irina.forges(f"lk:l:{talk.lead}:{other}:h:0:0:0")
    await talk.irina.taps("👍")
    await talk.irina.taps("45")
    await propose(talk)
    await world.later(hours=1)
    digest = talk.anna.person.screen
    talk.anna.sees(
        "🔔 3 новости для вас", "2-комн., м. Арбатская: 2 новости", "3-комн., м. Арбатская", "🔔 Все новости"
    )
    await talk.anna.taps("🔔 2-комн.")
    talk.anna.sees("🔔 2-комн., м. Арбатская · всего 2", "2 непрочитанных")
    assert digest.text.startswith("🔔 3 новости")
    await world.does(talk.anna.person.taps, "🤝", digest)
    talk.anna.sees("🤝 Совпадение")


async def test_seventeen_matches_of_one_lead_are_told_apart_and_numbered_through(world: World) -> None:
    anna, ivan = await realtor(world, "Анна"), await realtor(world, "Иван")
    await ivan.prefers(push_pace=PushPace.HOURLY)
    lead = await ivan.seeks(title="Молодая пара", rooms=(2, 3))
    for number in range(17):
        # two flats at each price, told apart by the share; the dearest are above the budget
        offered = await anna.offers(price=Money((6 + number // 2 * 2) * MILLION, "RUB"), rooms=2 + number // 9)
        await like(world.product.new_work(), await anna.me(), DealSide.PROPERTY, lead, offered, (40 + number % 2) * 100)
    await world.later(hours=1)
    ivan.sees("🔔 17 новостей для вас", "Молодая пара: 17 новостей")
    await ivan.taps("🔔 Молодая")
    told: list[str] = []
    buttons: list[str] = []
    for page in range(4):
        if page:
            await ivan.taps("›")
        shown = ivan.person.screen
        told += [plainly(line) for line in shown.text.splitlines() if "Новое совпадение" in line]
        buttons += [plainly(row[0]) for row in shown.buttons if "🤝" in row[0]]
    assert [line.split(".")[0] for line in told] == [str(number) for number in range(1, 18)]
    assert [label.split()[0] for label in buttons] == [str(number) for number in range(1, 18)]
    assert len({line.split(". ", 1)[1] for line in told}) == 17
    assert all(len(label) <= 20 for label in buttons)
    assert "2-комн., м. Арбатская, 6 млн ₽ ↔ Молодая пара · подходит на 100 %, комиссия 40 %" in told[-1]
    assert buttons[-1] == "17 🤝 100 % · 6 млн ₽"
    await ivan.writes("/menu")
    await ivan.taps("🤝")
    for _ in range(4):
        await ivan.taps("›")
    ivan.sees("🤝 100 % · 2-комн., м. Арбатская, 6 млн ₽ ↔ Молодая пара", "[🤝 100 % · 6 млн ₽]")
