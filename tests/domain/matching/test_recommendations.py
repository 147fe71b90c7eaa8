"""Realtors look through what fits: the best first, never their own, what is decided or what is put away."""

import pytest

from domain.matching.deals.match import DealSide
from domain.matching.leads.archive_lead import archive_lead
from domain.matching.leads.show_lead import show_lead
from domain.matching.properties.archive_property import archive_property
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.property import PropertyId
from domain.matching.properties.show_property import show_property
from domain.matching.recommendations.dislike import dislike
from domain.matching.recommendations.like import like
from domain.matching.recommendations.recommend_leads import recommend_leads
from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.matching.recommendations.recommendation import Step
from domain.matching.recommendations.undo_dislike import undo_dislike
from domain.money import Money
from domain.refusal import Conflict, NotFound
from tests.domain.matching.agency import Realtor


async def cards(irina: Realtor, lead_id: object) -> list[PropertyId]:
    """All properties shown for the lead, one after the other."""
    seen: list[PropertyId] = []
    while (page := await irina.does(recommend_properties, lead_id, offset=len(seen))).card:  # type: ignore[arg-type]
        seen.append(page.card.item.id)
    return seen


async def test_best_first_then_newest_one_card_at_a_time(anna: Realtor, irina: Realtor) -> None:
    older = await anna.has_property()
    dear = await anna.has_property(price=Money(20_000_000_00, "RUB"))
    newer = await anna.has_property()
    await anna.has_property(city="Казань")
    lead_id = await irina.has_lead()
    assert await cards(irina, lead_id) == [newer, older, dear]
    first = await irina.does(recommend_properties, lead_id)
    assert first.card is not None
    assert (first.total, first.is_total_exact, first.has_next, first.card.score) == (3, True, True, 100)
    assert (first.card.realtor.name, first.card.realtor.agency) == ("Анна", "Эталон")
    assert (first.card.commission_share, first.card.is_own) == (50_00, False)
    last = await irina.does(recommend_properties, lead_id, offset=2)
    assert last.card is not None
    assert [words for words, _ in last.card.misses] == ["price: {over}% over the budget"]
    assert not last.has_next


async def test_both_directions_show_the_same_score(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property(price=Money(19_700_000_00, "RUB"), rooms=3)
    lead_id = await irina.has_lead()
    there = (await irina.does(recommend_properties, lead_id)).card
    back = (await anna.does(recommend_leads, flat_id)).card
    assert there is not None
    assert back is not None
    assert there.fit.points == back.fit.points == there.cursor.points == back.cursor.points


async def test_client_stays_hidden_from_the_colleague(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property()
    await irina.has_lead(title="Олег, +7 900", client_name="Олег", notes="торопится")
    page = await anna.does(recommend_leads, flat_id)
    assert page.card is not None
    assert "Олег" not in repr(page)
    assert "торопится" not in repr(page)


async def test_own_rows_are_shown_only_when_asked_for(irina: Realtor) -> None:
    flat_id, lead_id = await irina.has_property(), await irina.has_lead()
    assert (await irina.does(recommend_properties, lead_id)).card is None
    assert (await irina.does(recommend_leads, flat_id)).total == 0
    asked = (await irina.does(recommend_properties, lead_id, own=True)).card
    assert asked is not None
    assert asked.is_own
    assert (await irina.does(recommend_leads, flat_id, own=True)).total == 1


async def test_archived_rows_leave_every_recommendation(anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    await anna.does(archive_property, flat_id)
    assert await cards(irina, lead_id) == []
    with pytest.raises(Conflict):
        await anna.does(recommend_leads, flat_id)
    other = await anna.has_property()
    await irina.does(archive_lead, lead_id)
    assert (await anna.does(recommend_leads, other)).total == 0
    with pytest.raises(Conflict):
        await irina.does(recommend_properties, lead_id)


async def test_dislike_hides_for_this_side_only_until_undone(anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    await irina.does(dislike, DealSide.LEAD, lead_id, flat_id)
    assert await cards(irina, lead_id) == []
    assert (await anna.does(recommend_leads, flat_id)).total == 1
    await irina.does(undo_dislike, DealSide.LEAD, lead_id, flat_id)
    await irina.does(undo_dislike, DealSide.LEAD, lead_id, flat_id)
    assert await cards(irina, lead_id) == [flat_id]

    await anna.does(dislike, DealSide.PROPERTY, lead_id, flat_id)
    assert (await anna.does(recommend_leads, flat_id)).total == 0
    assert await cards(irina, lead_id) == [flat_id]


async def test_what_is_matched_is_not_recommended_again_nor_disliked(anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    assert await cards(irina, lead_id) == []
    assert (await anna.does(recommend_leads, flat_id)).card is None
    with pytest.raises(Conflict):
        await anna.does(dislike, DealSide.PROPERTY, lead_id, flat_id)


async def test_edits_are_matched_again_at_once(anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(city="Казань"), await irina.has_lead()
    assert await cards(irina, lead_id) == []
    await anna.does(edit_property, flat_id, 1, {"city": "Москва"})
    assert await cards(irina, lead_id) == [flat_id]


async def test_going_on_from_a_card_repeats_nothing_while_others_add(anna: Realtor, irina: Realtor) -> None:
    first, second = await anna.has_property(), await anna.has_property()
    lead_id = await irina.has_lead()
    page = await irina.does(recommend_properties, lead_id)
    assert page.card is not None
    assert page.card.item.id == second
    await anna.has_property()
    following = await irina.does(recommend_properties, lead_id, at=second, step=Step.NEXT)
    assert following.card is not None
    assert following.card.item.id == first
    assert (following.offset, following.has_next) == (2, False)
    back = await irina.does(recommend_properties, lead_id, at=first, step=Step.PREVIOUS)
    assert back.card is not None
    assert back.card.item.id == second


async def test_a_stranger_asks_for_nothing_of_others(anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    for attempt in (
        anna.does(recommend_properties, lead_id),
        irina.does(recommend_leads, flat_id),
        anna.does(like, DealSide.LEAD, lead_id, flat_id, 50_00),
        irina.does(like, DealSide.PROPERTY, lead_id, flat_id, 50_00),
        irina.does(dislike, DealSide.PROPERTY, lead_id, flat_id),
        anna.does(undo_dislike, DealSide.LEAD, lead_id, flat_id),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_cards_say_how_many_wait_to_be_looked_at(anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    assert (await irina.does(show_lead, lead_id)).fitting == 1
    assert (await anna.does(show_property, flat_id)).fitting == 1
