"""Each stage of a deal walked through the chat: what either side sees is what the table of disclosure says, no more."""

from dataclasses import dataclass
from typing import Any

import pytest

from domain.files.keep_photo import keep_photo
from domain.matching.deals.disclosure import LEAD, PROPERTY, REALTOR, TALK, Stage, may_see
from domain.matching.terms import Condition, PaymentMethod, PropertyClass
from domain.privacy.export_data import export_data
from sandbox.images import picture
from tests.support.realtors import Realtor, realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database

FLAT: dict[str, Any] = {
    "street": "Сивцев Вражек",
    "house_number": "17к3",
    "residential_complex": "Левша",
    "year_built": 1987,
    "property_class": PropertyClass.BUSINESS,
    "condition": Condition.DESIGN,
    "description": "Окна на Яузу. " + "Рядом сад. " * 60 + "Конец описания.",
}
WISHES: dict[str, Any] = {
    "payment_method": PaymentMethod.MORTGAGE,
    "additional_requirements": "Нужна гардеробная",
    "client_name": "Зинаида Павловна",
    "client_contacts": "+7 900 777-66-55",
    "notes": "торгуются всегда",
    "title": "Секретная пара",
}
OF_PROPERTY = {
    "street": "Сивцев Вражек",
    "house_number": "17к3",
    "residential_complex": "Левша",
    "year_built": "1987",
    "property_class": "бизнес-класс",
    "condition": "дизайнерский ремонт",
    "description": "Конец описания.",
    "photos": "2 из 2",
    "area": "54 м²",
    "floor": "5/9",
}
"""What tells that Ирина sees a field of Анна's property."""
OF_LEAD = {
    "budget": "20 млн",
    "payment_method": "ипотека",
    "additional_requirements": "гардеробная",
    "client_name": "Зинаида Павловна",
    "client_contacts": "777-66-55",
    "notes": "торгуются",
    "title": "Секретная пара",
}
"""What tells that Анна sees a field of Ирина's lead."""


@dataclass
class Deal:
    """Анна's flat, Ирина's lead, and both at their phones."""

    world: World
    anna: Realtor
    irina: Realtor
    flat: int
    lead: int

    async def round(self, who: Realtor, stage: Stage) -> str:
        """Everything there is to look at for one side at a stage, and what came by itself is in `heard`."""
        side, row, other = ("l", self.lead, self.flat) if who is self.irina else ("p", self.flat, self.lead)
        seen: list[str] = []
        if stage is Stage.RECOMMENDED:
            looks = [f"lk:{side}:{row}:{other}:h:{photo}:0:1" for photo in (0, 1)] + [f"wt:{side}:{row}:{other}:0"]
        else:
            looks = ["om:1:1", "mm:::0:0", "oc:1:0", "oc:1:1", "oc:1:2", "in:0::0:1:0"]
        for data in looks:
            await who.forges(data)
            seen.append(who.screen)
        return "\n".join(seen)

    async def export(self, who: Realtor) -> str:
        """The document of one's own data."""
        return str(await export_data(self.world.product.new_work(), await who.me()))


@pytest.fixture
async def deal(world: World) -> Deal:
    anna = await realtor(world, "Анна", username="anna_realtor", agency="Эталон")
    irina = await realtor(world, "Ирина", username="irina_realtor", agency="Этажи")
    photos = []
    for number in range(2):
        name, size, sha256 = await world.product.store.keep_photo(picture(width=40 + number))
        photos.append(await keep_photo(world.product.new_work(), await anna.me(), name, size, sha256))
    flat = await anna.offers(**FLAT, photos=tuple(photos))
    lead = await irina.seeks(**WISHES)
    for one in (anna, irina):
        await one.writes("/menu")
    return Deal(world, anna, irina, flat, lead)


async def walk(deal: Deal, stage: Stage) -> None:
    """Compare what both see with the table."""
    for who, other, table, marks in (
        (deal.irina, deal.anna, PROPERTY, OF_PROPERTY),
        (deal.anna, deal.irina, LEAD, OF_LEAD),
    ):
        heard = len(who.heard)
        seen = await deal.round(who, stage)
        assert len(who.heard) >= heard
        wrong = [name for name, mark in marks.items() if may_see(table, name, stage) is not (mark in seen)]
        assert wrong == [], f"{stage}, {who.person.user.first_name}:\n{seen}"
        people = {"name": other.person.user.first_name, "agency": "Эталон" if other is deal.anna else "Этажи"}
        assert all(mark in seen for mark in people.values())
        assert may_see(TALK, "notes", stage) is ("Готовы завтра" in seen)
        await contact(who, other, stage)
        export = await deal.export(who)
        hidden = ["Зинаида", "777-66-55", "торгуются", "Секретная"] if who is deal.anna else ["Сивцев", "Яузу"]
        assert [one for one in hidden if one in export] == []


async def contact(who: Realtor, other: Realtor, stage: Stage) -> None:
    """The colleague's phone and Telegram name come exactly where they may."""
    before = len(who.person.heard)
    await who.forges("ct:1")
    came = [str(one) + str(one.contact or "") for one in who.person.heard[before:]]
    assert may_see(REALTOR, "phone", stage) is any(other.person.user.phone in one for one in came)


async def test_every_field_at_every_stage_to_both_sides(deal: Deal) -> None:
    await walk(deal, Stage.RECOMMENDED)
    await deal.irina.forges(f"pr:l:{deal.lead}:{deal.flat}:0:1")
    await deal.irina.writes("Готовы завтра")
    await deal.irina.taps("45")
    assert not any(mark in "\n".join(deal.anna.heard) for mark in ("Зинаида", "777-66-55", "Секретная"))
    await walk(deal, Stage.PENDING)

    await deal.anna.forges("ac:1:1")
    keepsake = next(one for one in reversed(deal.anna.heard) if "🤝 Договорились" in one)
    assert "👤 Клиент: Зинаида Павловна, +7 900 777-66-55" in keepsake
    keepsake = next(one for one in reversed(deal.irina.heard) if "🤝 Договорились" in one)
    assert "Сивцев Вражек, 17к3, ЖК «Левша»" in keepsake
    await walk(deal, Stage.AGREED)

    await deal.irina.forges("cd:1:0")
    await deal.anna.forges("cd:1:0")
    await walk(deal, Stage.COMPLETED)


async def test_what_is_closed_shows_the_client_no_more(deal: Deal) -> None:
    await deal.irina.forges(f"pr:l:{deal.lead}:{deal.flat}:0:1")
    await deal.irina.writes("Готовы завтра")
    await deal.irina.taps("45")
    await deal.anna.forges("ac:1:1")
    await deal.anna.forges("end:1")
    await deal.anna.taps("Хозяин передумал")
    await walk(deal, Stage.CLOSED)
    deal.irina.is_told("Совпадение закрыто")


async def test_a_stranger_sees_nothing_of_a_match(deal: Deal, world: World) -> None:
    await deal.irina.forges(f"pr:l:{deal.lead}:{deal.flat}:0:1")
    await deal.irina.writes("Готовы завтра")
    await deal.irina.taps("45")
    peter = await realtor(world, "Пётр")
    for data in ("om:1:0", "oc:1:0", "oc:1:1", "wof:1:1:1", "cof:1:1", "end:1", f"wt:l:{deal.lead}:{deal.flat}:0"):
        await peter.forges(data)
        assert not any(mark in peter.screen for mark in (*OF_PROPERTY.values(), *OF_LEAD.values()))
