"""Two realtors bring a lead and a property together, bargain over the commission, agree, and complete the deal."""

import asyncio
from itertools import pairwise

import pytest

from domain.matching.deals.accept_offer import accept_offer
from domain.matching.deals.contact_of import contact_of
from domain.matching.deals.counter_offer import counter_offer
from domain.matching.deals.decline_completion import decline_completion
from domain.matching.deals.list_matches import count_matches, list_matches
from domain.matching.deals.mark_completed import mark_completed
from domain.matching.deals.match import DealEnding, DealSide, MatchStatus, OfferId
from domain.matching.deals.reject_match import reject_match
from domain.matching.deals.show_match import show_match
from domain.matching.leads.archive_lead import archive_lead
from domain.matching.leads.lead import LeadId
from domain.matching.leads.restore_lead import restore_lead
from domain.matching.properties.archive_property import archive_property
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.list_properties import list_properties
from domain.matching.properties.property import PropertyId
from domain.matching.recommendations.like import like
from domain.money import Money
from domain.notifications.notification import NotificationKind
from domain.refusal import Conflict, NotFound, Refusal
from tests.domain.matching.agency import Agency, Realtor


@pytest.fixture
async def flat_id(anna: Realtor) -> PropertyId:
    return await anna.has_property()


@pytest.fixture
async def lead_id(irina: Realtor) -> LeadId:
    return await irina.has_lead(title="Молодая пара")


async def test_like_tells_the_colleague_who_may_answer(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 45_00, " Клиент готов смотреть завтра ")
    (news,) = await anna.inbox()
    assert news.kind is NotificationKind.NEW_MATCH
    assert news.data == {
        "match_id": match_id,
        "lead_id": lead_id,
        "property_id": flat_id,
        "side": "PROPERTY",
        "offer_id": await anna.sees_offer(match_id),
        "share": 45_00,
        "score": 100,
    }
    seen = await anna.does(show_match, match_id)
    assert (seen.is_my_turn, seen.colleague.name, seen.lead_title) == (True, "Ирина", None)
    assert [(offer.share, offer.note) for offer in seen.offers] == [(45_00, "Клиент готов смотреть завтра")]
    mine = await irina.does(show_match, match_id)
    assert (mine.is_my_turn, mine.colleague.agency, mine.lead_title) == (False, "Эталон", "Молодая пара")
    assert await irina.inbox() == []


async def test_bargaining_ends_in_agreement_and_opens_both_contacts(
    agency: Agency, anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    agency.clock.advance(minutes=5)
    await anna.does(counter_offer, match_id, await anna.sees_offer(match_id), 45_00, "ключи у меня")
    with pytest.raises(Refusal, match="Contacts open when"):
        await anna.does(contact_of, match_id)
    await irina.does(counter_offer, match_id, await irina.sees_offer(match_id), 47_00)
    await anna.does(accept_offer, match_id, await anna.sees_offer(match_id))

    seen = await irina.does(show_match, match_id)
    assert (seen.match.status, seen.match.agreed_share) == (MatchStatus.ACCEPTED, 47_00)
    assert [offer.share for offer in seen.offers] == [50_00, 45_00, 47_00]
    assert [offer.number for offer in seen.offers] == [1, 2, 3]
    assert all(earlier.made_at <= later.made_at for earlier, later in pairwise(seen.offers))
    assert seen.match.contact_shared_at == agency.clock.now()
    assert [words for words, _ in seen.timeline] == ["The match was made", "Contacts were opened"]
    assert await irina.heard() == [NotificationKind.COUNTER_OFFER, NotificationKind.CONTACT_SHARED]
    assert await anna.heard() == [
        NotificationKind.NEW_MATCH,
        NotificationKind.COUNTER_OFFER,
        NotificationKind.CONTACT_SHARED,
    ]

    contact = await irina.does(contact_of, match_id)
    assert (contact.first_name, contact.phone, contact.username) == ("Анна", "+79000000001", "anna")
    assert (await anna.does(contact_of, match_id)).phone == "+79000000002"


async def test_two_likes_with_the_same_share_agree_at_once(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    first = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    second = await anna.does(like, DealSide.PROPERTY, lead_id, flat_id, 50_00)
    assert first == second
    assert (await anna.does(show_match, first)).match.status is MatchStatus.ACCEPTED
    assert await irina.heard() == [NotificationKind.CONTACT_SHARED]


async def test_second_like_with_another_share_is_a_counter_offer(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    await anna.does(like, DealSide.PROPERTY, lead_id, flat_id, 40_00)
    seen = await irina.does(show_match, match_id)
    assert (seen.match.status, seen.is_my_turn) == (MatchStatus.PENDING, True)
    assert await irina.heard() == [NotificationKind.COUNTER_OFFER]


async def test_naming_the_same_share_in_a_counter_offer_is_agreeing(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    await anna.does(counter_offer, match_id, await anna.sees_offer(match_id), 50_00)
    assert (await anna.does(show_match, match_id)).match.status is MatchStatus.ACCEPTED


async def test_only_the_side_that_is_asked_may_answer(
    agency: Agency, anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    oleg = await agency.hires("Олег")
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    offer_id = await irina.sees_offer(match_id)
    for attempt in (
        irina.does(accept_offer, match_id, offer_id),
        irina.does(counter_offer, match_id, offer_id, 60_00),
        irina.does(reject_match, match_id, offer_id),
        irina.does(like, DealSide.LEAD, lead_id, flat_id, 60_00),
    ):
        with pytest.raises(Conflict, match="your colleague's turn"):
            await attempt
    for attempt in (
        oleg.does(accept_offer, match_id, offer_id),
        oleg.does(reject_match, match_id, offer_id),
        oleg.does(counter_offer, match_id, offer_id, 60_00),
    ):
        with pytest.raises(NotFound):
            await attempt
    for looking in (oleg.does(show_match, match_id), oleg.does(contact_of, match_id)):
        with pytest.raises(NotFound):
            await looking
    assert (await oleg.does(list_matches)).total == 0


async def test_an_answer_to_an_old_offer_is_told_about_the_new_one(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    old = await anna.sees_offer(match_id)
    await anna.does(counter_offer, match_id, old, 45_00)
    await irina.does(counter_offer, match_id, await irina.sees_offer(match_id), 47_00)
    with pytest.raises(Conflict, match="newer offer"):
        await anna.does(accept_offer, match_id, old)


async def test_rejection_tells_the_colleague_and_ends_the_talk(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    offer_id = await anna.sees_offer(match_id)
    await anna.does(reject_match, match_id, offer_id)
    assert await irina.heard() == [NotificationKind.MATCH_REJECTED]
    with pytest.raises(Conflict, match="was closed"):
        await anna.does(accept_offer, match_id, offer_id)
    with pytest.raises(Conflict, match="turned this down"):
        await irina.does(like, DealSide.LEAD, lead_id, flat_id, 30_00)


async def test_who_has_rejected_may_think_again(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    await anna.does(reject_match, match_id, await anna.sees_offer(match_id))
    assert await anna.does(like, DealSide.PROPERTY, lead_id, flat_id, 40_00) == match_id
    seen = await irina.does(show_match, match_id)
    assert ([offer.share for offer in seen.offers], seen.is_my_turn) == ([50_00, 40_00], True)
    assert await irina.heard() == [NotificationKind.MATCH_REJECTED, NotificationKind.NEW_MATCH]


async def test_deal_is_completed_when_both_say_so(
    agency: Agency, anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    with pytest.raises(Conflict, match="Agree on the commission first"):
        await anna.does(mark_completed, match_id)
    await anna.does(accept_offer, match_id, await anna.sees_offer(match_id))
    with pytest.raises(Conflict, match="Nobody has marked"):
        await anna.does(decline_completion, match_id)

    await irina.does(mark_completed, match_id)
    assert (await anna.does(show_match, match_id)).may_confirm
    with pytest.raises(Conflict, match="has not confirmed"):
        await irina.does(mark_completed, match_id)
    await anna.does(decline_completion, match_id)
    assert not (await anna.does(show_match, match_id)).may_confirm

    agency.clock.advance(days=1)
    await anna.does(mark_completed, match_id)
    await irina.does(mark_completed, match_id)
    seen = await anna.does(show_match, match_id)
    assert (seen.match.status, seen.match.completed_at) == (MatchStatus.COMPLETED, agency.clock.now())
    assert ((await anna.heard())[-1], (await irina.heard())[-1]) == (
        NotificationKind.COMPLETED,
        NotificationKind.COMPLETION_ASKED,
    )
    with pytest.raises(Conflict, match="has been completed"):
        await irina.does(mark_completed, match_id)


async def test_own_lead_and_own_property_need_no_bargaining(irina: Realtor) -> None:
    flat_id, lead_id = await irina.has_property(), await irina.has_lead()
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 0)
    assert (await irina.does(show_match, match_id)).match.status is MatchStatus.ACCEPTED
    await irina.does(mark_completed, match_id)
    assert (await irina.does(show_match, match_id)).match.status is MatchStatus.COMPLETED
    assert await irina.inbox() == []


async def test_archiving_closes_open_talks_and_undoing_takes_them_up(
    agency: Agency, anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    await irina.does(archive_lead, lead_id)
    closed = (await anna.does(show_match, match_id)).match
    assert (closed.status, closed.ending) == (MatchStatus.REJECTED, DealEnding.LEAD_ARCHIVED)
    assert (await anna.heard())[-1] is NotificationKind.MATCH_REJECTED
    with pytest.raises(Conflict, match="in the archive"):
        await anna.does(like, DealSide.PROPERTY, lead_id, flat_id, 40_00)
    await irina.does(restore_lead, lead_id)
    assert (await anna.does(show_match, match_id)).is_my_turn
    assert await anna.heard() == [NotificationKind.NEW_MATCH, NotificationKind.MATCH_REJECTED]

    await irina.does(archive_lead, lead_id)
    agency.clock.advance(hours=1)
    await irina.does(restore_lead, lead_id)
    assert (await anna.heard())[-1] is NotificationKind.NEW_MATCH


async def test_archiving_leaves_agreed_deals_alone(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    await anna.does(accept_offer, match_id, await anna.sees_offer(match_id))
    await anna.does(archive_property, flat_id)
    assert (await irina.does(show_match, match_id)).match.status is MatchStatus.ACCEPTED


async def test_what_no_longer_fits_at_all_cannot_be_proposed(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    await anna.does(edit_property, flat_id, 1, {"city": "Казань"})
    with pytest.raises(Conflict, match="no longer fit"):
        await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)


async def test_what_is_far_outside_the_budget_by_now_cannot_be_proposed(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    await anna.does(edit_property, flat_id, 1, {"price": Money(40_000_000_00, "RUB")})
    with pytest.raises(Conflict, match="the price or the area is far"):
        await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)


async def test_matches_are_listed_by_row_and_status(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    other = await anna.has_property()
    first = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    second = await irina.does(like, DealSide.LEAD, lead_id, other, 50_00)
    await anna.does(reject_match, first, await anna.sees_offer(first))

    async def ids(who: Realtor, **how: object) -> list[int]:
        return [seen.match.id for seen in (await who.does(list_matches, **how)).items]  # type: ignore[arg-type]

    assert await ids(irina, lead_id=lead_id) == [second, first]
    assert await ids(anna, property_id=flat_id) == [first]
    assert await ids(anna, status=MatchStatus.PENDING) == [second]
    assert await ids(irina, offset=1, limit=1) == [first]
    assert await irina.does(count_matches) == {
        MatchStatus.PENDING: 1,
        MatchStatus.ACCEPTED: 0,
        MatchStatus.REJECTED: 1,
        MatchStatus.COMPLETED: 0,
    }
    with pytest.raises(NotFound):
        await anna.does(list_matches, lead_id=lead_id)
    counted = {entry.item.id: entry.matches for entry in (await anna.does(list_properties)).items}
    assert counted == {flat_id: 0, other: 1}


async def test_likes_from_both_sides_at_the_same_moment_make_one_match(
    anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    for _ in range(5):
        one, two = await asyncio.gather(
            irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00),
            anna.does(like, DealSide.PROPERTY, lead_id, flat_id, 50_00),
        )
        assert one == two
        assert (await anna.does(show_match, one)).match.status is MatchStatus.ACCEPTED
        assert (await irina.does(list_matches, lead_id=lead_id)).total == 1
        flat_id, lead_id = await anna.has_property(), await irina.has_lead()


async def test_of_two_answers_at_the_same_moment_one_counts(
    agency: Agency, anna: Realtor, irina: Realtor, flat_id: PropertyId, lead_id: LeadId
) -> None:
    match_id = await irina.does(like, DealSide.LEAD, lead_id, flat_id, 50_00)
    offer_id: OfferId = await anna.sees_offer(match_id)
    answers = await asyncio.gather(
        anna.does(accept_offer, match_id, offer_id),
        anna.does(reject_match, match_id, offer_id),
        anna.does(counter_offer, match_id, offer_id, 40_00),
        anna.does(accept_offer, match_id, offer_id),
        return_exceptions=True,
    )
    assert [answer for answer in answers if not isinstance(answer, Conflict)] == [match_id]
    assert len(await irina.inbox()) == 1
