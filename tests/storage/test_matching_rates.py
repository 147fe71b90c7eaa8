"""When the operator sets other exchange rates, everything is found by the new ones from the next start on."""

from decimal import Decimal

import pytest

from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.money import Money, Rates
from storage.database import Database
from storage.matching import Projections
from tests.domain.matching.agency import Agency, up_to
from tests.support.clock import HeldClock


@pytest.fixture
def agency(database: Database, clock: HeldClock) -> Agency:
    return Agency(database, clock)


async def bring_up_to_date(agency: Agency) -> bool:
    return await Projections(agency.database, agency.rules.rates).bring_up_to_date()


async def test_new_rates_change_what_is_found(agency: Agency) -> None:
    anna, irina = await agency.hires("Анна"), await agency.hires("Ирина")
    agency.set_rules(rates=Rates("RUB", {"USD": Decimal(80)}))
    assert await bring_up_to_date(agency)
    flat_id = await anna.has_property(price=Money(250_000_00, "USD"))
    lead_id = await irina.has_lead(budget=up_to(20))
    before = (await irina.does(recommend_properties, lead_id)).card
    assert before is not None
    assert (before.item.id, before.score) == (flat_id, 100)

    agency.set_rules(rates=Rates("RUB", {"USD": Decimal(84)}))
    assert await bring_up_to_date(agency)
    after = (await irina.does(recommend_properties, lead_id)).card
    assert after is not None
    assert after.score == after.cursor.points // 100 == 96

    agency.set_rules(rates=Rates("RUB", {}))
    assert await bring_up_to_date(agency)
    unknown = (await irina.does(recommend_properties, lead_id)).card
    assert unknown is not None
    assert [words for words, _ in unknown.misses] == ["price: there is no exchange rate to compare with the budget"]


async def test_the_same_rates_cost_nothing(agency: Agency) -> None:
    assert await bring_up_to_date(agency)
    assert not await bring_up_to_date(agency)
