"""Realtors keep their leads and properties: adding, changing, putting away and bringing back."""

import pytest
from sqlalchemy import text

from domain.files.stored_file import StoredFile
from domain.matching.leads.add_lead import add_lead
from domain.matching.leads.archive_lead import archive_lead
from domain.matching.leads.edit_lead import edit_lead
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.leads.list_leads import list_leads
from domain.matching.leads.restore_lead import restore_lead
from domain.matching.leads.show_lead import show_lead
from domain.matching.listing import Sort
from domain.matching.properties.add_property import add_property
from domain.matching.properties.archive_property import archive_property
from domain.matching.properties.edit_property import edit_property
from domain.matching.properties.list_properties import list_properties
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.properties.restore_property import restore_property
from domain.matching.properties.show_property import show_property
from domain.matching.recommendations.budget import Budget
from domain.matching.status import CardStatus, RentPeriod
from domain.matching.terms import Deal
from domain.money import Money
from domain.refusal import Conflict, NotFound, Refusal
from tests.domain.matching.agency import Agency, Realtor, flat, request, up_to


async def test_property_is_shown_as_it_was_added(anna: Realtor) -> None:
    flat_id = await anna.does(add_property, flat(street=" Арбат ", house_number="4", description="  "))
    shown = await anna.does(show_property, flat_id)
    assert shown.offered.street == "Арбат"
    assert shown.offered.description is None
    assert shown.offered.price == Money(18_500_000_00, "RUB")
    assert [entry.price for entry in shown.prices] == [shown.offered.price]
    assert shown.offered.version == 1


async def test_client_data_is_shown_to_the_owner_and_sealed_in_the_database(agency: Agency, irina: Realtor) -> None:
    lead_id = await irina.has_lead(title="Молодая пара", client_name="Олег", client_contacts="+7 900", notes="кот")
    shown = await irina.does(show_lead, lead_id)
    assert (shown.client_name, shown.client_contacts, shown.notes) == ("Олег", "+7 900", "кот")
    assert shown.lead.has_client
    async with agency.database.reading() as connection:
        row = (await connection.execute(text("SELECT * FROM lead"))).one()
    assert "Олег" not in str(row)


async def test_a_draft_asks_for_what_is_missing_in_order(anna: Realtor) -> None:
    draft = PropertyDraft(deal=Deal.SALE, rooms=2)
    assert draft.missing() == ("property_type", "city", "price", "area", "commission_share")
    with pytest.raises(Refusal, match="Not everything"):
        await anna.does(add_property, draft)
    assert LeadDraft().missing() == ("deal", "city", "budget")


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ({"floor": 10}, "There is no floor {floor} in a house of {total}."),
        ({"floor": 500}, "A floor is from"),
        ({"total_floors": 0}, "A house has from 1"),
        ({"price": Money(0, "RUB")}, "A price is more than nothing"),
        ({"price": Money(-1, "RUB")}, "A price is more than nothing"),
        ({"area": 0}, "An area is from"),
        ({"rooms": 1_000_000_000}, "The number of rooms"),
        ({"rooms": -1}, "The number of rooms"),
        ({"year_built": 3000}, "The year is from"),
        ({"commission_share": 10_001}, "A share of the commission"),
        ({"photos": tuple(range(1, 12))}, "At most {most} photos"),
        ({"description": "о" * 4096}, "This is {length} characters long"),
    ],
)
async def test_what_cannot_be_is_refused_with_a_sentence(
    anna: Realtor, field: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refusal) as refused:
        await anna.does(add_property, flat(**field))
    assert refused.value.message.startswith(sentence)
    assert (await anna.does(list_properties)).total == 0


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ({"budget": Budget(None, None, "RUB")}, "A budget needs at least one bound"),
        ({"budget": Budget(200, 100, "RUB")}, "The budget begins above its end"),
        ({"budget": Budget(-5, None, "RUB")}, "A price is more than nothing"),
        ({"area_min": 60_00, "area_max": 50_00}, "The smallest area wanted"),
        ({"rooms": (2, 99)}, "The number of rooms"),
        ({"districts": tuple(f"район {number}" for number in range(31))}, "At most {most} can be chosen"),
    ],
)
async def test_wishes_that_cannot_be_are_refused(irina: Realtor, field: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        await irina.does(add_lead, request(**field))
    assert refused.value.message.startswith(sentence)


async def test_rent_is_by_the_month_unless_said_otherwise_and_a_sale_has_no_period(anna: Realtor) -> None:
    rented = await anna.has_property(deal=Deal.RENT)
    sold = await anna.has_property(period=RentPeriod.DAY)
    assert (await anna.does(show_property, rented)).offered.period is RentPeriod.MONTH
    assert (await anna.does(show_property, sold)).offered.period is None


async def test_any_field_can_be_changed_and_the_new_version_is_told(anna: Realtor, irina: Realtor) -> None:
    flat_id = await anna.has_property()
    version = await anna.does(edit_property, flat_id, 1, {"rooms": 3, "metro_station": None})
    shown = await anna.does(show_property, flat_id)
    assert (shown.offered.rooms, shown.offered.metro_station, shown.offered.version) == (3, None, version)

    lead_id = await irina.has_lead(client_name="Олег")
    await irina.does(edit_lead, lead_id, 1, {"title": "Пара", "districts": (), "client_name": None})
    seen = await irina.does(show_lead, lead_id)
    assert (seen.lead.title, seen.lead.districts, seen.client_name, seen.lead.has_client) == ("Пара", (), None, False)


async def test_private_notes_alone_can_be_changed(irina: Realtor) -> None:
    lead_id = await irina.has_lead(client_name="Олег")
    await irina.does(edit_lead, lead_id, 1, {"notes": "звонить вечером"})
    seen = await irina.does(show_lead, lead_id)
    assert (seen.client_name, seen.notes) == ("Олег", "звонить вечером")


async def test_the_slower_of_two_edits_is_told(anna: Realtor) -> None:
    flat_id = await anna.has_property()
    await anna.does(edit_property, flat_id, 1, {"rooms": 3})
    with pytest.raises(Conflict):
        await anna.does(edit_property, flat_id, 1, {"rooms": 1})
    assert (await anna.does(show_property, flat_id)).offered.rooms == 3


async def test_a_wrong_change_changes_nothing(anna: Realtor) -> None:
    flat_id = await anna.has_property()
    with pytest.raises(Refusal):
        await anna.does(edit_property, flat_id, 1, {"rooms": 3, "floor": 77})
    assert (await anna.does(show_property, flat_id)).offered.rooms == 2


async def test_price_history_is_kept(agency: Agency, anna: Realtor) -> None:
    flat_id = await anna.has_property()
    agency.clock.advance(days=1)
    await anna.does(edit_property, flat_id, 1, {"price": Money(17_000_000_00, "RUB")})
    prices = (await anna.does(show_property, flat_id)).prices
    assert [entry.price.minor for entry in prices] == [18_500_000_00, 17_000_000_00]
    assert prices[1].since == agency.clock.now()


async def test_strangers_rows_are_not_found(anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    for attempt in (
        irina.does(show_property, flat_id),
        irina.does(edit_property, flat_id, 1, {"rooms": 1}),
        irina.does(archive_property, flat_id),
        irina.does(restore_property, flat_id),
        anna.does(show_lead, lead_id),
        anna.does(edit_lead, lead_id, 1, {"title": "моя"}),
        anna.does(archive_lead, lead_id),
        anna.does(restore_lead, lead_id),
    ):
        with pytest.raises(NotFound):
            await attempt


async def test_own_photos_are_kept_in_order_and_strangers_photos_refused(
    agency: Agency, anna: Realtor, irina: Realtor
) -> None:
    work = agency.work()
    photos = [
        StoredFile(
            owner_id=anna.person.id, name=name, content_type="image/jpeg", size=1, sha256=name, created_at=work.now()
        )
        for name in ("a", "b")
    ]
    async with work.writing("photos"):
        for photo in photos:
            work.files.add(photo)
        await work.flush()
        await work.commit(None)
    backwards = (photos[1].id, photos[0].id)
    flat_id = await anna.has_property(photos=backwards)
    assert (await anna.does(show_property, flat_id)).offered.photos == backwards
    with pytest.raises(NotFound):
        await irina.has_property(photos=backwards)


async def test_archive_and_back(agency: Agency, anna: Realtor, irina: Realtor) -> None:
    flat_id, lead_id = await anna.has_property(), await irina.has_lead()
    await anna.does(archive_property, flat_id)
    await irina.does(archive_lead, lead_id)
    assert (await anna.does(list_properties)).total == 0
    archived = await irina.does(list_leads, status=CardStatus.ARCHIVED)
    assert [entry.item.archived_at for entry in archived.items] == [agency.clock.now()]
    with pytest.raises(Conflict, match="in the archive since"):
        await irina.does(archive_lead, lead_id)

    await anna.does(restore_property, flat_id)
    await irina.does(restore_lead, lead_id)
    assert (await anna.does(list_properties)).total == 1
    assert (await irina.does(list_leads)).total == 1
    with pytest.raises(Conflict, match="not in the archive"):
        await irina.does(restore_lead, lead_id)


async def test_lists_are_paged_sorted_and_searched(anna: Realtor, irina: Realtor) -> None:
    cheap = await anna.has_property(price=Money(100, "RUB"), street="Ёлочная")
    dear = await anna.has_property(price=Money(300, "RUB"))
    middle = await anna.has_property(price=Money(200, "RUB"))

    async def ids(**how: object) -> list[int]:
        return [entry.item.id for entry in (await anna.does(list_properties, **how)).items]  # type: ignore[arg-type]

    assert await ids() == [middle, dear, cheap]
    assert await ids(sort=Sort.OLDEST) == [cheap, dear, middle]
    assert await ids(sort=Sort.PRICE_UP) == [cheap, middle, dear]
    assert await ids(sort=Sort.PRICE_DOWN, offset=1, limit=1) == [middle]
    assert await ids(search="елоЧ москв") == [cheap]
    assert await ids(search="100%") == []
    assert (await anna.does(list_properties, limit=1)).total == 3

    poor, rich = await irina.has_lead(budget=up_to(1), title="Студент"), await irina.has_lead(budget=up_to(90))
    found = await irina.does(list_leads, search="студент", sort=Sort.MATCHES)
    assert [entry.item.id for entry in found.items] == [poor]
    by_price = await irina.does(list_leads, sort=Sort.PRICE_DOWN)
    assert [entry.item.id for entry in by_price.items] == [rich, poor]
