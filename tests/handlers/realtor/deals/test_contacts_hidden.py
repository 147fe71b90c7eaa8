"""Contacts open by agreement, so no free text that a colleague reads before it has any: refused, or hidden."""

import pytest

from domain.matching.intake.contacts import HIDDEN
from tests.domain.matching.intake.test_contacts import CONTACTS
from tests.support.realtors import realtor
from tests.support.talks import talk_in
from tests.support.world import World

pytestmark = pytest.mark.one_database

REFUSED = "контакты открываются, только когда обе стороны согласны"


async def test_note_with_a_contact_is_refused_and_nothing_is_sent(world: World) -> None:
    talk = await talk_in(world)
    await talk.looks()
    await talk.irina.taps("💬")
    for text, _, value in CONTACTS:
        await talk.irina.writes(text)
        talk.irina.sees("Пара слов коллеге", REFUSED)
        assert value in talk.irina.screen
    await talk.irina.writes("Клиент готов завтра")
    await talk.irina.taps("45")
    talk.anna.sees("«Клиент готов завтра»")


async def test_wishes_agency_and_description_with_a_contact_are_refused(world: World) -> None:
    anna = await realtor(world, "Анна")
    lead, flat = await anna.seeks(), await anna.offers()
    await anna.writes("/menu")
    for data in (f"el:{lead}:1:additional_requirements", f"ep:{flat}:1:description", "cag"):
        await anna.forges(data)
        for text, _, value in CONTACTS[::4]:
            await anna.writes(text)
            anna.sees(REFUSED, value)


async def test_contacts_in_a_name_and_in_what_was_saved_before_are_hidden(world: World) -> None:
    """Telegram lets people call themselves anything; and older rows have whatever was let through then."""
    anna = await realtor(world, "Анна 89001234567", agency="Эталон тг: anna_k")
    irina = await realtor(world, "Ирина @irina_flat")
    flat, lead = await anna.offers(), await irina.seeks()
    await irina.writes("/menu")
    await irina.forges(f"lk:l:{lead}:{flat}:h:0:0:0")
    irina.sees("Анна •••", "Эталон •••")
    await irina.taps("👍")
    await irina.taps("45")
    anna.sees(f"Ирина {HIDDEN}")
    seen = "\n".join([*anna.heard, *irina.heard])
    assert not [one for one in ("89001234567", "anna_k", "irina_flat") if one in seen]
