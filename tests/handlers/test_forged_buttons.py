"""Buttons about what belongs to somebody else, of every kind there is: nothing is shown of it, and nothing changes.

A client of Telegram can be made to send any callback data. So every kind of button that carries an id is sent with ids
of rows that exist, by a newcomer, by a stranger with every role, by another manager, by who has erased themself, by a
tenant who was removed and one whose lease has ended, and by the tenant and the owner of the object itself, who may look
at more but change nothing that is their manager's to change.
"""

import datetime as dt
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.callbacks import KNOWN
from domain.calendar.add_event import add_event
from domain.calendar.delete_event import delete_event
from domain.calendar.draft import EventDraft
from domain.calendar.edit_event import Extent
from domain.calendar.event import OccurrenceId
from domain.estate.costs.add_cost import add_cost
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft
from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.money.invoicing import issue_invoice
from domain.estate.money.report_payment import report_payment
from domain.estate.object_files.keep_object_files import add_object_files
from domain.estate.object_files.object_file import FileSort
from domain.estate.parties.add_party import add_party
from domain.estate.parties.party import PartyKind
from domain.estate.parties.party_draft import PartyDraft
from domain.estate.parties.remove_party import remove_party
from domain.files.keep_document import keep_document
from domain.ledger.entry import Article, Method
from domain.letters.letter import LetterDraft
from domain.letters.send_letter import send_letter
from domain.people.person import Role
from domain.privacy.erase_data import erase_data
from handlers import build_registry
from tests.support.buttons import packed
from tests.support.clock import HeldClock
from tests.support.databases import Databases
from tests.support.estate import new_landlord
from tests.support.metered import NOVEMBER, Home, metered_home_in
from tests.support.somebody import Somebody
from tests.support.talks import talk_in
from tests.support.world import World, world_on

build_registry()  # importing every conversation makes every kind of button known

TABLES = {
    "cost": "cost",
    "entry": "ledger_entry",
    "event": "calendar_occurrence",
    "file": "object_file",
    "invitation": "invitation",
    "invoice": "lease_invoice",
    "lead": "lead",
    "lease": "lease",
    "letter": "letter",
    "match": "realtor_match",
    "meter": "meter",
    "notification": "notification",
    "offer": "match_offer",
    "other": "party",
    "owner": "party",
    "party": "party",
    "photo": "stored_file",
    "premises": "premises",
    "property": "property",
    "reading": "meter_reading",
    "removal": "calendar_removal",
    "report": "payment_report",
    "row": "property",
    "target": "premises",
    "to": "premises",
}
"""What a field of a button is the id of. Every table here has a row 1, and nobody who forges buttons owns it."""
SECRETS = ("Тайный", "Скрытая", "Мария", "Ольга", "Тимур", "Лев", "Ирина", "Вода", "Кран течёт", "46 000", "18 000 000")
"""What the screens of those who own the rows have, and no screen of anybody else."""
TECHNICAL = frozenset({"inbox", "lane", "operation", "outbox", "sqlite_sequence"})
OWN = frozenset({"person", "data_key", "sealed_value", "pin_lock"})
"""Tables in which the forgers have rows of their own."""
KEPT = [
    *("premises", "lease", "party", "invitation", "ledger_entry", "payment_report", "cost"),
    *("meter", "meter_reading", "tariff", "calendar_event", "calendar_occurrence", "property", "lead", "realtor_match"),
]
"""What only a manager changes, besides realtors' and calendars' rows, which are others' again."""
SAME = frozenset({"new", "page", "found", "version", "month", "year", "days"})
"""Fields that change where or when something is shown, and not whose it is or what is done."""


@dataclass
class House:
    """Whose rows they are."""

    world: World
    file: Path
    owner: Somebody
    home: Home

    @property
    def tenant(self) -> Somebody:
        """Who rents the object."""
        return self.home.tenant

    def rows(self, *tables: str) -> dict[str, list[Any]]:
        """Everything in these tables; in all but the technical ones if none is named."""
        with sqlite3.connect(self.file) as database:
            every = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            wanted = tables or [name for name in every if name not in TECHNICAL | OWN]
            return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in wanted}  # noqa: S608

    async def forges(self, who: Somebody, *, whole: bool = True, row: int = 1) -> None:
        """Somebody sends every kind of button."""
        for data in forged(whole=whole, row=row):
            who.person.taps_data(data, who.person.screen)
        await self.world.settle()
        assert not who.person.spinning, f"not answered: {who.person.spinning}"


@pytest.fixture
async def house(databases: Databases, tmp_path: Path, clock: HeldClock) -> AsyncIterator[House]:
    """An object with everything there can be about one, a landlord's calendar, and two realtors amid a deal."""
    async with world_on(databases.sqlite(tmp_path), tmp_path / "data", clock) as world:
        home = await metered_home_in(world, name="Тайный, 77", city="Казань")
        new_work = world.product.new_work
        me, tenant = await home.manager.me(), await home.tenant.me()
        owner = Somebody(world, next(one for one in world.telegram.people.values() if one.user.first_name == "Ольга"))
        draft = PartyDraft(kind=PartyKind.TENANT, first_name="Тимур", phone="+79001234567")
        await add_party(new_work(), me, draft)
        cost = CostDraft(article="Вода", kind=CostKind.UTILITY, month=NOVEMBER, minor=125_000)
        await add_cost(new_work(), me, home.premises, cost)
        kept = await keep_document(
            new_work(), me, await world.product.store.keep_document(b"%PDF-1.7", "Акт.pdf"), None
        )
        await add_object_files(new_work(), me, home.premises, (kept,), FileSort.OTHER)
        await send_letter(new_work(), tenant, LetterDraft(party_id=home.tenant.party, text="Кран течёт"))
        await issue_invoice(new_work(), tenant, home.lease, 46_000_00)
        await report_payment(new_work(), tenant, home.lease, 46_000_00, clock.now().date())
        lev = await new_landlord(world, "Лев")
        flat = await lev.manages(name="Скрытая, 5")
        shown = await world.product.store.keep_document(b"%PDF-1.4", "Чек.pdf")
        receipt = await keep_document(new_work(), await lev.me(), shown, None)
        for day in (25, 26):
            event = EventDraft(
                premises_id=flat,
                day=dt.date(2026, 11, day),
                income=46_000_00,
                description="Скрытая",
                receipt=receipt,
            )
            await add_event(new_work(), await lev.me(), event)
        await delete_event(new_work(), await lev.me(), OccurrenceId(2), Extent.ONE)
        await (await talk_in(world)).opens()
        await world.later(minutes=10)
        yield House(world, tmp_path / "property.db", owner, home)


def forged(*, whole: bool, row: int = 1) -> Iterator[str]:
    """Callback data of every kind of button that names a row: as short as can be, and (whole) with everything said."""
    for kind in KNOWN:
        fields = kind.model_fields.keys()
        if TABLES.keys() & fields:
            yield packed(kind, whole=False, ids=TABLES, row=row)
            if whole and fields - TABLES.keys() - SAME:
                yield packed(kind, whole=True, ids=TABLES, row=row)


def shown_to(who: Somebody) -> str:
    """Every word that the bot has shown somebody, on screens that have gone as well."""
    said: list[str] = [toast.text for toast in who.person.toasts]
    for message in who.person.chat.messages.values():
        if message.sender.is_bot:
            said += [str(past) for past in message.history]
            said += [str(message.content), str(message.reply_markup)]
    return "\n".join(said).replace("\\xa0", " ")


async def test_nobody_sees_or_changes_what_is_somebody_elses(house: House, caplog: pytest.LogCaptureFixture) -> None:
    world = house.world
    newcomer = Somebody(world, world.person("Незнакомец"))
    await world.does(newcomer.person.start)
    stranger = Somebody(world, world.person("Чужой"))
    await world.does(stranger.person.start)
    for role in (Role.REALTOR, Role.TENANT, Role.OWNER, Role.MANAGER):
        await stranger.becomes(role)
    before, people = house.rows(), house.rows("person", "sealed_value")
    assert [name for name in set(TABLES.values()) if not before[name] or before[name][0][0] != 1] == []
    victims = [one for one in world.telegram.people.values() if one not in (newcomer.person, stranger.person)]
    heard = [len(one.messages) for one in victims]
    with caplog.at_level(logging.WARNING):
        for who in (newcomer, stranger):
            await world.does(who.person.writes, "/menu")
            await house.forges(who, whole=who is stranger)
            said = shown_to(who)
            assert [secret for secret in SECRETS if secret in said] == []
            kinds = {shown.kind for shown in who.person.heard}
            assert kinds == {"text"}, f"something was sent: {kinds}"
    assert [record.getMessage() for record in caplog.records] == []
    assert await world.product.inbox.quarantined() == 0
    after = house.rows()
    assert {name: rows for name, rows in after.items() if rows != before[name]} == {}
    assert house.rows("sealed_value") == {"sealed_value": people["sealed_value"]}
    assert [len(one.messages) for one in victims] == heard


async def test_the_objects_owner_and_tenant_change_nothing_of_their_managers(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    world = house.world
    with caplog.at_level(logging.WARNING):
        for who, own in ((house.owner, ()), (house.tenant, ("payment_report",))):
            before = house.rows(*KEPT)
            await world.does(who.person.writes, "/menu")
            await house.forges(who)
            changed = {name for name, rows in house.rows(*KEPT).items() if rows != before[name]}
            # a tenant may withdraw what they have reported themselves
            assert changed <= set(own), changed
    assert [record.getMessage() for record in caplog.records] == []
    assert await world.product.inbox.quarantined() == 0


@pytest.mark.story
async def test_who_was_somebody_here_or_keeps_other_objects_sees_and_changes_nothing(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """The lease of row 1 has ended with a deposit held, and the one of row 2 is of the next tenant."""
    world, home = house.world, house.home
    maria, work = home.manager, world.product.new_work
    for article, minor in ((Article.DEPOSIT, 30_000_00), (Article.OTHER, 1_000_00)):
        await add_charge(work(), await maria.me(), home.lease, article, minor, NOVEMBER)
    await add_payment(work(), await maria.me(), home.lease, 500_000_00, NOVEMBER, Method.BANK)
    await maria.ends(home.lease, dt.date(2026, 11, 20))
    following = await maria.tenant("Следующий")
    lease = await maria.lets(home.premises, following.party, 71_000_00, starts_on=dt.date(2026, 11, 21))
    assert lease == 2
    removed = await maria.tenant("Прежняя")
    garage = await maria.manages((await maria.owner("Другая")).party, name="Гараж")
    await maria.lets(garage, removed.party)
    await remove_party(work(), await maria.me(), removed.party)
    nina = await new_landlord(world, "Нина")
    await nina.manages(name="Своя")
    erased = Somebody(world, world.person("Стёртая"))
    await world.does(erased.person.start)
    await erase_data(work(), await erased.me())
    await world.settle()
    before = house.rows(*KEPT)
    heard = [one.screen for one in (following, house.owner)]
    with caplog.at_level(logging.WARNING):
        for who, secrets, rows in (
            (removed, [one for one in SECRETS if one != "Мария"], (1,)),
            (nina, SECRETS, (1,)),
            (erased, SECRETS, (1,)),
            (house.tenant, ("Тимур", "Лев"), (1, 2)),
        ):
            if who is not erased:
                await world.does(who.person.writes, "/menu")
            for row in rows:
                await house.forges(who, whole=who is house.tenant and row == 1, row=row)
            said = shown_to(who)
            assert [secret for secret in (*secrets, "Следующий", "71 000") if secret in said] == [], who.person
            changed = {name for name, rows in house.rows(*KEPT).items() if rows != before[name]}
            # a tenant of the past may still withdraw what they have reported themselves
            assert changed <= ({"payment_report"} if who is house.tenant else set()), (who.person, changed)
    assert [record.getMessage() for record in caplog.records] == []
    assert await world.product.inbox.quarantined() == 0
    assert [one.screen for one in (following, house.owner)] == heard
