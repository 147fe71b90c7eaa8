"""One's own data can be read, taken along and erased; after that one is a stranger."""

import json
import os
from pathlib import Path

import pytest

from domain.files.keep_photo import keep_photo
from domain.matching.deals.contact_of import contact_of
from domain.matching.deals.match import DealSide, MatchStatus
from domain.matching.deals.show_match import show_match
from domain.matching.recommendations.like import like
from domain.refusal import Refusal
from sandbox import Person
from sandbox.images import picture
from tests.support.realtors import Realtor, realtor
from tests.support.world import World


async def test_everything_kept_is_in_the_document(world: World) -> None:
    irina = await realtor(world, "Ирина", "Белова")
    await irina.seeks(title="Молодая пара", client_name="Пётр", client_contacts="+79001112233")
    await irina.offers(description="Окна во двор")
    await world.does(irina.person.writes, "/privacy")
    await world.does(irina.person.taps, "📦")
    assert irina.person.screen.file_name == "my-data.json"
    content = irina.person.screen.file
    assert content is not None
    told = json.loads(content)
    assert told["me"]["phone"] == irina.person.user.phone
    assert told["me"]["roles"] == ["realtor"]
    assert told["realtor"]["leads"][0]["client_contacts"] == "+79001112233"
    assert told["realtor"]["properties"][0]["description"] == "Окна во двор"
    assert told["realtor"]["properties"][0]["price"] == {"minor": 1_800_000_000, "currency": "RUB"}
    assert "fingerprint" not in content.decode()


async def test_everything_is_erased_after_a_confirmation(world: World) -> None:
    irina = await realtor(world, "Ирина", "Белова", username="irina")
    me = await irina.me()
    lead = await irina.seeks(title="Пётр", client_name="Пётр", client_contacts="+79001112233")
    offered = await irina.offers(description="Позвоните Ирине", street="Арбат", house_number="4")
    await world.does(irina.person.writes, "/privacy")
    await world.does(irina.person.taps, "🗑 Стереть всё")
    assert irina.person.screen.buttons == [["‹ Оставить всё"], ["🗑 Стереть всё"]]
    await world.does(irina.person.taps, "🗑 Стереть всё")
    assert irina.person.screen.text == "Всё стёрто. Захотите вернуться — отправьте /start."
    work = world.product.new_work()
    async with work.reading():
        assert await work.people.by_telegram(irina.person.id) is None
        assert await work.people.by_username("irina") is None
        left = await work.people.get(me.id)
        assert (left.name, left.agency, left.roles, left.phone_fingerprint) == ("…", None, (), None)
        assert await work.vault.read(me.id, "person") == {}
        assert await work.vault.read(me.id, f"lead:{lead}") == {}
        kept = await work.matching.properties.get(offered)
        assert (kept.is_active, kept.description, kept.street, kept.house_number) == (False, None, None, None)
        old = await work.matching.leads.get(lead)
        assert (old.is_active, old.title, old.has_client) == (False, None, False)


async def test_safe_choice_keeps_everything(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/privacy")
    await world.does(irina.taps, "🗑 Стереть всё")
    await world.does(irina.taps, "‹ Оставить всё")
    assert irina.screen.text.startswith("Ваши данные")
    await world.does(irina.writes, "/me")
    assert "Роли: риэлтор\n" in irina.screen.text


async def test_erased_person_begins_anew_as_a_stranger(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/privacy")
    await world.does(irina.taps, "🗑 Стереть всё")
    await world.does(irina.taps, "🗑 Стереть всё")
    await world.does(irina.start)
    assert irina.screen.text.startswith("Здравствуйте, Ирина!")
    await world.does(irina.taps, "Я риэлтор")
    await world.does(irina.shares_contact)
    await world.does(irina.taps, "Пропустить")
    await world.does(irina.taps, "Пропустить")
    await world.does(irina.writes, "/me")
    assert "Агентство: нет" in irina.screen.text


async def test_buttons_left_in_the_chat_bring_nothing_back(world: World, irina: Person) -> None:
    await world.does(irina.writes, "/privacy")
    await world.does(irina.taps, "🗑 Стереть всё")
    question = irina.screen
    datas = {key["text"]: key["callback_data"] for row in question.keys for key in row}
    for _ in range(3):
        irina.taps("🗑 Стереть всё", question)
    await world.settle()
    for data in datas.values():
        await world.does(irina.taps_data, data, question)
        assert irina.toasts[-1].text.startswith("О вас здесь ничего не хранится.")
    work = world.product.new_work()
    async with work.reading():
        assert await work.people.by_telegram(irina.id) is None


async def test_open_talk_is_closed_and_the_other_side_told(world: World) -> None:
    irina, boris = await realtor(world, "Ирина"), await realtor(world, "Борис")
    offered, lead = await irina.offers(), await boris.seeks()
    match = await like(
        world.product.new_work(), await boris.me(), DealSide.LEAD, lead, offered, 50_00, "звоните Борису"
    )
    await world.settle()
    await world.does(irina.person.writes, "/privacy")
    await world.does(irina.person.taps, "🗑 Стереть всё")
    heard = len(boris.heard)
    await world.does(irina.person.taps, "🗑 Стереть всё")
    await world.later(minutes=2)
    view = await show_match(world.product.new_work(), await boris.me(), match)
    assert view.match.status is MatchStatus.REJECTED
    assert len(boris.heard) == heard + 1
    assert "Ирина" not in boris.screen


async def test_agreed_deal_stays_with_the_colleague_without_contacts(world: World) -> None:
    irina, boris = await realtor(world, "Ирина"), await realtor(world, "Борис")
    offered, lead = await irina.offers(), await boris.seeks()
    me = await boris.me()
    match = await like(world.product.new_work(), me, DealSide.LEAD, lead, offered, 50_00)
    await like(world.product.new_work(), await irina.me(), DealSide.PROPERTY, lead, offered, 50_00, "это Ирина")
    assert (await contact_of(world.product.new_work(), me, match)).phone == irina.person.user.phone
    await world.does(irina.person.writes, "/privacy")
    await world.does(irina.person.taps, "🗑 Стереть всё")
    await world.does(irina.person.taps, "🗑 Стереть всё")
    view = await show_match(world.product.new_work(), me, match)
    assert view.match.status is MatchStatus.ACCEPTED
    assert "это Ирина" not in [offer.note for offer in view.match.offers]
    with pytest.raises(Refusal, match="has left"):
        await contact_of(world.product.new_work(), me, match)


async def test_photos_of_an_erased_person_are_removed_from_the_disk(world: World, tmp_path: Path) -> None:
    irina, boris = await realtor(world, "Ирина"), await realtor(world, "Борис")
    kept = await photo_of(world, boris)
    erased = await photo_of(world, irina)
    for file in (tmp_path / "data" / "files").rglob("*.jpg"):
        os.utime(file, (0, 0))
    await world.later(hours=1)
    assert {file.name for file in (tmp_path / "data" / "files").rglob("*.jpg")} == {kept, erased}
    await world.does(irina.person.writes, "/privacy")
    await world.does(irina.person.taps, "🗑 Стереть всё")
    await world.does(irina.person.taps, "🗑 Стереть всё")
    await world.later(hours=1)
    assert {file.name for file in (tmp_path / "data" / "files").rglob("*.jpg")} == {kept}


async def photo_of(world: World, one: Realtor) -> str:
    """A photo that the realtor has sent; returns the name of its file."""
    name, size, sha256 = await world.product.store.keep_photo(picture())
    await keep_photo(world.product.new_work(), await one.me(), name, size, sha256)
    return name
