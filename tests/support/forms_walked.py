"""Where every form really begins: who opens it, by which press, in a world in which it can be gone through to its end.

A form that is in the registry and in no group here fails `tests/handlers/test_every_form.py`.
"""

import datetime as dt
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.callbacks import KNOWN
from domain.calendar.add_event import add_event
from domain.calendar.draft import EventDraft
from domain.estate.money.add_charge import add_charge
from domain.estate.money.add_payment import add_payment
from domain.estate.money.report_payment import report_payment
from domain.estate.object_files.keep_object_files import add_object_files
from domain.estate.object_files.object_file import FileSort
from domain.files.keep_document import keep_document
from domain.ledger.entry import Article, Method
from domain.matching.deals.accept_offer import accept_offer
from domain.matching.deals.match import DealSide, OfferId
from domain.matching.recommendations.like import like
from domain.metering.add_meter import add_meter
from domain.metering.meter import MeterKind
from domain.metering.meter_draft import MeterDraft
from domain.people.person import Role
from handlers import build_registry
from tests.fixtures import ADMIN_ID
from tests.support.estate import new_landlord
from tests.support.metered import metered_home_in
from tests.support.realtors import realtor
from tests.support.rented import rented_in
from tests.support.somebody import Somebody
from tests.support.talks import talk_in
from tests.support.world import World

FORMS = {one.name: one for one in build_registry().forms}
SKIPPED = "…"
"""An answer that is left empty."""
NEVER_ASKED = {
    "edit_event.way": "an event is changed in its sums",
    "edit_event.done": "its card has a button for that",
}
"""Questions of forms that ask one of them at a time, and why these are asked by none."""


@dataclass(frozen=True)
class Beginning:
    """Somebody opens a form, once more whenever they are asked to."""

    form: str
    who: Somebody
    open: Callable[[], Awaitable[None]]
    answers: Mapping[str, str] = field(default_factory=dict)
    """What is answered where the prompt's own example would not do, by the question's key; a button by its label."""


@dataclass(frozen=True)
class Place:
    """A world with its database."""

    world: World
    file: Path

    def version(self, table: str, row: int) -> int:
        """How often a row has been changed."""
        with sqlite3.connect(self.file) as database:
            return int(database.execute(f'SELECT version FROM "{table}" WHERE id = ?', (row,)).fetchone()[0])  # noqa: S608


@dataclass(frozen=True)
class Group:
    """Forms that are walked in one world."""

    forms: frozenset[str]
    begin: Callable[[Place], Awaitable[list[Beginning]]]


def button(kind: str, /, **about: Any) -> str:
    """The data of a button, by the name of its kind."""
    return next(one for one in KNOWN if one.__name__ == kind)(**about).pack()


def tapped(form: str, who: Somebody, kind: str, answers: Mapping[str, str] | None = None, /, **about: Any) -> Beginning:
    """A form that a button opens."""
    return Beginning(form, who, lambda: who.forges(button(kind, **about)), answers or {})


def typed(form: str, who: Somebody, command: str, answers: Mapping[str, str] | None = None) -> Beginning:
    """A form that a command opens."""
    return Beginning(form, who, lambda: who.writes(command), answers or {})


def edited(
    place: Place, form: str, who: Somebody, kind: str, row: tuple[str, int], answers: Mapping[str, str], **about: Any
) -> list[Beginning]:
    """Each field that can be changed by itself, of a row as it is by then."""

    def opened(key: str) -> Callable[[], Awaitable[None]]:
        return lambda: who.forges(button(kind, version=place.version(*row), field=key, **about))

    keys = [one.key for one in FORMS[form].questions if f"{form}.{one.key}" not in NEVER_ASKED]
    return [Beginning(form, who, opened(key), answers) for key in keys]


async def settings(place: Place) -> list[Beginning]:
    """What somebody is, and how they are spoken to; how a realtor and a landlord begin; an admin."""
    world = place.world
    anna = await realtor(world, "Анна")
    tenants = [Somebody(world, world.person(name)) for name in ("Олег", "Пётр")]
    for tenant in tenants:
        await tenant.becomes(Role.TENANT)
    john = Somebody(world, world.person("Джон", phone="+12125550123"))

    async def shares_phone() -> None:
        await world.does(john.person.start)
        await john.forges(button("TakeUpRole", role=Role.OWNER))
        await world.does(john.person.shares_contact)

    olga = Somebody(world, world.person("Ольга", user_id=ADMIN_ID))
    await world.does(olga.person.start)
    whom = {"role": "Собственник", "whom": str(anna.person.id)}
    return [
        tapped("email", anna, "ChangeEmail"),
        tapped("agency", anna, "ChangeAgency"),
        tapped("names", anna, "ChangeNames"),
        tapped("names", anna, "ChangeNames", {"last": SKIPPED}),
        tapped("birth_date", anna, "ChangeBirthDate"),
        tapped("country", anna, "ChangeCountry"),
        tapped("currency", anna, "OpenCurrencies"),
        tapped("time_zone", anna, "ChooseZone"),
        tapped("home_city", anna, "ChooseCity"),
        tapped("quiet_hours", anna, "ChooseQuietHours"),
        tapped("digest_hour", anna, "ChooseDigestHour"),
        tapped("language", anna, "FindLanguage", {"language": "Русский"}),
        tapped("introduction", tenants[0], "TakeUpRole", role=Role.REALTOR),
        tapped("introduction", tenants[1], "TakeUpRole", {"agency": SKIPPED}, role=Role.REALTOR),
        Beginning("landlord_introduction", john, shares_phone),
        typed("give_role", olga, "/grant", whom),
        typed("take_role", olga, "/revoke", whom),
    ]


async def properties(place: Place) -> list[Beginning]:
    """What a realtor offers."""
    anna = await realtor(place.world, "Анна")
    flat = await anna.offers()
    return [
        typed("property", anna, "/add_property"),
        tapped("find_in_list", anna, "SearchCards", leads=False),
        *edited(place, "edit_property", anna, "EditProperty", ("property", flat), {}, property=flat),
    ]


async def leads(place: Place) -> list[Beginning]:
    """What a realtor's clients look for, and the deals that come of it."""
    talk = await talk_in(place.world)
    anna, irina = talk.anna, talk.irina
    await talk.opens()
    second, third = await irina.seeks(title="Пара"), await irina.seeks(title="Сестра")
    work = place.world.product.new_work
    agreed = await like(work(), await irina.me(), DealSide.LEAD, third, await anna.offers(), 50_00)
    await accept_offer(work(), await anna.me(), agreed, OfferId(2))
    await place.world.later(minutes=10)
    return [
        typed("lead", irina, "/add_lead"),
        tapped("propose", irina, "Propose", side="l", row=second, other=talk.flat, note=True),
        tapped("counter", anna, "Counter", match=1, offer=1, note=True),
        tapped("end_deal", irina, "EndDeal", match=agreed),
        *edited(place, "edit_lead", irina, "EditLead", ("lead", talk.lead), {}, lead=talk.lead),
    ]


async def calendar(place: Place) -> list[Beginning]:
    """A landlord's calendar."""
    world = place.world
    lev = await new_landlord(world, "Лев")
    home, _ = await lev.manages(name="Арбат"), await lev.manages(name="Дача")
    me = await lev.me()
    for income, expense in ((46_000_00, 5_000_00), (46_000_00, 0)):
        event = EventDraft(
            premises_id=home, day=dt.date(2026, 11, 20), income=income, expense=expense, description="Аренда"
        )
        await add_event(world.product.new_work(), me, event)
    past = {"day": "вчера", "way": "Расход", "repeat": "Каждый месяц"}
    return [
        tapped("add_event", lev, "AddEvent"),
        tapped("add_event", lev, "AddEvent", past),
        tapped("finish_event", lev, "FinishOtherwise", event=1),
        tapped("find_events", lev, "FindEvents", by="words"),
        tapped("find_events", lev, "FindEvents", by="days"),
        *edited(place, "edit_event", lev, "EditEvent", ("calendar_occurrence", 2), {}, event=2, extent="all"),
    ]


async def objects(place: Place) -> list[Beginning]:
    """A landlord's objects, the people and the documents of these, and what they cost."""
    world = place.world
    lev = await new_landlord(world, "Лев")
    home, vacant = (
        await lev.manages(name="Лесная, 4"),
        await lev.manages(name="Студия", category=None, area=None, city=None),
    )
    ivan, petr = await lev.tenant("Иван"), await lev.knows_tenant("Пётр", phone="+79005551122")
    await lev.lets(home, ivan.party)
    new_work, me = world.product.new_work, await lev.me()
    content = await world.product.store.keep_document(b"%PDF-1.7", "Акт.pdf")
    kept = await keep_document(new_work(), me, content, None)
    await add_object_files(new_work(), me, home, (kept,), FileSort.OTHER)
    return [
        typed("object", lev, "/add_object"),
        tapped("find_object", lev, "FindObject"),
        tapped("offer_object", lev, "OfferObject", premises=vacant, join=True),
        tapped("party", lev, "AddParty"),
        tapped("find_party", lev, "FindParty", kind="tenant"),
        typed("cost", lev, "/add_cost"),
        tapped("add_object_files", lev, "AddFiles", premises=home),
        tapped("file_validity", lev, "SetValidity", file=1),
        tapped("tell_tenants", lev, "TellTenants"),
        *edited(place, "edit_object", lev, "EditObject", ("premises", home), {}, premises=home),
        *edited(place, "edit_party", lev, "EditParty", ("party", petr), {"phone": "8 901 222 33 44"}, party=petr),
    ]


async def money(place: Place) -> list[Beginning]:
    """A lease and its money, as its manager and its tenant have it."""
    world = place.world
    rented = await rented_in(world)
    maria, oleg, lease = rented.manager, rented.oleg, rented.lease
    new_work, me = world.product.new_work, await maria.me()
    today = world.clock.now().date()
    garage, office = [await maria.manages(rented.owner.party, name=name) for name in ("Гараж", "Офис")]
    await add_charge(new_work(), me, lease, Article.DEPOSIT, 30_000_00, today)
    await add_payment(new_work(), me, lease, 100_000_00, today, Method.BANK)
    for minor in (1_000_00, 2_000_00):
        await report_payment(new_work(), await oleg.me(), lease, minor, today)
    mistaken = await add_payment(new_work(), me, lease, 3_000_00, today, Method.BANK)
    await world.later(minutes=10)
    keys = [one.key for one in FORMS["edit_lease"].questions]
    return [
        tapped("reversal", maria, "ReverseEntry", lease=lease, entry=mistaken, sure=True),
        tapped("lease", maria, "PickTenant", premises=garage, party=oleg.party),
        tapped("lease", maria, "PickTenant", {"starts_on": "1 октября"}, premises=office, party=oleg.party),
        *(tapped("edit_lease", maria, "EditLease", lease=lease, field=key) for key in keys),
        tapped("new_rent", maria, "EditLease", lease=lease, field="rent"),
        tapped("payment", maria, "AddPayment", lease=lease),
        tapped("charge", maria, "AddCharge", lease=lease),
        tapped("report_amount", maria, "AnotherAmount", report=1),
        tapped("report_reason", maria, "DeclineReport", report=2),
        tapped("deposit", maria, "ReturnDeposit", lease=lease),
        tapped("end_lease", maria, "EndLease", {"last": "31 декабря"}, lease=lease),
        tapped("i_paid", oleg, "IPaid", lease=lease),
        tapped("pay_amount", oleg, "PayOther", lease=lease),
    ]


async def meters(place: Place) -> list[Beginning]:
    """Meters and tariffs of an object, and the readings of its tenant."""
    world = place.world
    home = await metered_home_in(world)
    maria, ivan, premises = home.manager, home.tenant, home.premises
    each = {f"value{zone}": "120" for zone in range(4)}
    zones = MeterDraft(kind=MeterKind.ELECTRICITY, zones=4)
    many = [await add_meter(world.product.new_work(), await maria.me(), premises, zones) for _ in range(2)]
    return [
        tapped("new_meter", maria, "AddMeter", premises=premises),
        *edited(place, "edit_meter", maria, "EditMeter", ("meter", many[0]), {}, meter=many[0]),
        tapped("month_of_reading", maria, "EnterReading", meter=many[0]),
        tapped("enter_reading", maria, "EnterReading", meter=many[0], month=202610),
        tapped("replace_meter", maria, "ReplaceMeter", meter=1),
        tapped("replace_meter", maria, "ReplaceMeter", {"last": "60", "number": SKIPPED}, meter=2),
        tapped("reading_days", maria, "ChangeReadingDays", premises=premises),
        tapped("tariff", maria, "AddTariff", premises=premises),
        tapped("send_reading", ivan, "ReadMeter", each, lease=home.lease, meter=many[1]),
    ]


GROUPS = {
    "settings": Group(
        frozenset(
            {"email", "agency", "names", "birth_date", "country", "currency", "time_zone", "home_city", "quiet_hours"}
            | {"digest_hour", "language", "introduction", "landlord_introduction", "give_role", "take_role"}
        ),
        settings,
    ),
    "properties": Group(frozenset({"property", "find_in_list", "edit_property"}), properties),
    "leads": Group(frozenset({"lead", "propose", "counter", "end_deal", "edit_lead"}), leads),
    "calendar": Group(frozenset({"add_event", "finish_event", "find_events", "edit_event"}), calendar),
    "objects": Group(
        frozenset(
            {"object", "find_object", "offer_object", "edit_object", "party", "find_party", "edit_party", "cost"}
            | {"add_object_files", "file_validity", "tell_tenants"}
        ),
        objects,
    ),
    "money": Group(
        frozenset(
            {"lease", "edit_lease", "new_rent", "end_lease", "payment", "charge", "report_amount", "report_reason"}
            | {"reversal", "deposit", "i_paid", "pay_amount"}
        ),
        money,
    ),
    "meters": Group(
        frozenset(
            {"new_meter", "edit_meter", "month_of_reading", "enter_reading", "replace_meter", "reading_days", "tariff"}
            | {"send_reading"}
        ),
        meters,
    ),
}
