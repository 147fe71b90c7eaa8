"""A lead that wants an okrug fits a property in any of its districts, alike from both sides and in SQL."""

import pytest

from domain.matching.recommendations.recommend_leads import recommend_leads
from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.matching.recommendations.score_rules import Criterion
from tests.domain.matching.agency import Realtor


@pytest.mark.parametrize(
    ("wanted", "district", "fits"),
    [("СВАО", "Отрадное", True), ("СВАО", "СВАО", True), ("СВАО", "Арбат", False), ("Бутово", "Южное Бутово", True)],
)
async def test_an_okrug_is_met_by_its_districts(
    anna: Realtor, irina: Realtor, wanted: str, district: str, fits: bool
) -> None:
    flat_id = await anna.has_property(district=district)
    lead_id = await irina.has_lead(districts=(wanted,))
    there = (await irina.does(recommend_properties, lead_id)).card
    back = (await anna.does(recommend_leads, flat_id)).card
    if not fits:  # of two wishes one is missed: nothing to recommend
        assert (there, back) == (None, None)
        return
    assert there is not None
    assert back is not None
    assert there.fit.points == back.fit.points == there.cursor.points == back.cursor.points
    outcome = next(one for one in there.fit.outcomes if one.criterion is Criterion.DISTRICT)
    assert outcome.verdict == "FULL"
    assert outcome.facts["wanted"] == (wanted,)
