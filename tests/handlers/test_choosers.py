"""Whatever can be equal shows what differs: no screen has two buttons of one name that lead to different things."""

import pytest

from domain.disambiguation import told_apart
from domain.estate.objects.premises import Category
from tests.support.estate import new_landlord, new_manager
from tests.support.realtors import realtor
from tests.support.somebody import Somebody
from tests.support.world import World

pytestmark = pytest.mark.one_database


def labels(one: Somebody) -> list[str]:
    """What stands on the buttons now, but for those that only turn pages."""
    return [label for row in one.person.screen.buttons for label in row if label not in ("·", "‹", "›")]


def told(one: Somebody, *least: str) -> None:
    """All buttons of the screen differ, and these are on it."""
    assert len(set(labels(one))) == len(labels(one)), one.screen
    one.sees(*least)


async def test_namesakes_and_equal_objects_differ_wherever_they_are_chosen(world: World) -> None:
    maria = await new_manager(world)
    owners = [await maria.owner("Ольга", "Иванова", phone=f"+7900555{end}") for end in ("1122", "3344")]
    tenants = [await maria.tenant("Иван", "Петров", phone=f"+7900777{end}") for end in ("5566", "7788")]
    third = await maria.knows_tenant("Иван", "Петров", phone="+79007779900")
    garages = [
        await maria.manages(owner.party, name="Гараж", address=f"Лесная, {house}", category=Category.GARAGE)
        for owner, house in zip(owners, (4, 6), strict=True)
    ]
    for garage, tenant in zip(garages, tenants, strict=True):
        await maria.lets(garage, tenant.party)
    await maria.forges(f"kal:{garages[0]}:0")
    told(maria, "55-66", "77-88", "99-00")
    await maria.forges("jow:0:0:0")
    told(maria, "Чей это объект?", "11-22", "33-44")
    await maria.writes("/people")
    told(maria, "+7 900 777-55-66", "+7 900 777-77-88")
    await maria.writes("/messages")
    await maria.taps("✍️")
    told(maria, "Кому напишем?")
    await maria.writes("Иван")
    told(maria, "55-66", "77-88")
    await maria.writes("/add_cost")
    told(maria)
    assert third


async def test_objects_and_leases_of_one_name_differ_on_the_card_of_whose_they_are(world: World) -> None:
    maria = await new_manager(world)
    owner, tenant = await maria.owner("Ольга"), await maria.tenant("Иван")
    for address in ("Лесная, 4", "Арбат, 12"):
        await maria.lets(await maria.manages(owner.party, name="Гараж", address=address), tenant.party)
    for kind in ("owner", "tenant"):
        await maria.writes("/people")
        await maria.forges(f"kpl:{kind}:0:0:0")
        await maria.taps("👤")
        names = [one for one in labels(maria) if "Гараж" in one]
        assert len(set(names)) == 2, maria.screen
        maria.sees("Гараж · Лесная, 4", "Гараж · Арбат, 12")


async def test_objects_of_one_name_differ_where_an_event_is_about_one(world: World) -> None:
    lev = await new_landlord(world)
    await lev.manages(name="Гараж", address="Лесная, 4")
    await lev.manages(name="Гараж", address="Арбат, 12")
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    told(lev, "Лесная, 4", "Арбат, 12")


async def test_equal_leads_and_properties_are_numbered_and_described(world: World) -> None:
    irina = await realtor(world, "Ирина")
    for price in (18, 19):
        await irina.seeks()
        await irina.offers()
        del price
    await irina.writes("/leads")
    told(irina)
    await irina.writes("/properties")
    told(irina)


async def test_objects_of_one_name_differ_where_a_line_or_a_word_fits_both(world: World) -> None:
    lev, maria = await new_landlord(world), await new_manager(world)
    owner = await maria.owner("Ольга")
    for address in ("Лесная, 4", "Арбат, 12"):
        await lev.manages(name="Гараж", address=address)
        await maria.manages(owner.party, name="Гараж", address=address)
    await lev.writes("12 декабря аренда 4500 гараж")
    told(lev, "Гараж · Лесная, 4", "Гараж · Арбат, 12")
    await maria.writes("свет 700 гараж октябрь")
    told(maria, "700 ₽", "октябрь", "Гараж · Лесная, 4", "Гараж · Арбат, 12")
    await maria.writes("/add_cost")
    await maria.writes("гараж")
    told(maria, "Что из этого вы имели в виду?", "Гараж · Лесная, 4", "Гараж · Арбат, 12")


@pytest.mark.parametrize(
    ("named", "called"),
    [
        ([("Анна", ())], ["Анна"]),
        ([("Анна", ("Лесная",)), ("Олег", ("Лесная",))], ["Анна", "Олег"]),
        ([("Анна", ("Лесная", "11")), ("анна", ("Арбат", "22"))], ["Анна ·\u00a0Лесная", "анна ·\u00a0Арбат"]),
        ([("Анна", ("Лесная", "11")), ("Анна", ("Лесная", "22"))], ["Анна ·\u00a011", "Анна ·\u00a022"]),
        ([("Анна", (None, "11")), ("Анна", ("Арбат", "22"))], ["Анна ·\u00a011", "Анна ·\u00a022"]),
        ([("Анна", ()), ("Анна", ())], ["Анна", "Анна №\u00a02"]),
        ([("Анна", ("Арбат",)), ("Анна", (None,)), ("Анна", (None,))], ["Анна ·\u00a0Арбат", "Анна", "Анна №\u00a02"]),
    ],
)
def test_the_first_fact_that_differs_stands_beside_the_name(
    named: list[tuple[str, tuple[str | None, ...]]], called: list[str]
) -> None:
    assert list(told_apart((at, name, facts) for at, (name, facts) in enumerate(named)).values()) == called
