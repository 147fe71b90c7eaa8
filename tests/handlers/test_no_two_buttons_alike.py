"""Every kind of button is pressed where there are two of everything of one name: no screen has two equal buttons."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.callbacks import KNOWN
from bot.screen import Screen
from domain.calendar.add_event import add_event
from domain.calendar.draft import EventDraft
from domain.estate.costs.add_cost import add_cost
from domain.estate.costs.cost import MOST_ARTICLE, CostKind
from domain.estate.costs.draft import CostDraft
from domain.estate.money.invoicing import issue_invoice
from domain.estate.money.report_payment import report_payment
from domain.estate.object_files.keep_object_files import add_object_files
from domain.estate.object_files.object_file import FileSort
from domain.estate.objects.premises import Category
from domain.files.keep_document import keep_document
from domain.letters.letter import LetterDraft
from domain.letters.send_letter import send_letter
from domain.metering.add_meter import add_meter
from domain.metering.meter import MeterKind
from domain.metering.meter_draft import MeterDraft
from domain.people.person import Role
from domain.typed import limits
from handlers import build_registry
from tests.support.buttons import packed
from tests.support.estate import Client, Manager, new_manager
from tests.support.realtors import Realtor, realtor
from tests.support.world import World

pytestmark = pytest.mark.one_database
build_registry()  # importing every conversation makes every kind of button known

TURNING = frozenset({"·", "‹", "›"})
"""What turns pages, and days of other months in a picture of a month."""
ROLES = {
    "handlers.owner": Role.OWNER,
    "handlers.tenant": Role.TENANT,
    "handlers.realtor": Role.REALTOR,
    "": Role.MANAGER,
}
"""Who presses the buttons of a package; the manager those of all the others."""
GONE = ("Erase",)
"""After these nobody is there to press anything."""


@dataclass
class Twins:
    """A manager, a tenant and two realtors with two of everything."""

    manager: Manager
    tenant: Client
    realtors: tuple[Realtor, Realtor]


async def twins_in(world: World, named: Callable[[str], str] = str, language: str = "ru") -> Twins:
    """Two of everything that has a name, called the same and as alike as can be; `named` calls it otherwise."""
    maria = await new_manager(world, named("Мария"), language_code=language)
    new_work, me = world.product.new_work, await maria.me()
    olga, ivan = (named("Ольга"), named("Иванова")), (named("Иван"), named("Петров"))
    owners = [await maria.owner(*olga, phone=f"+7900555{end}", language=language) for end in ("1122", "3344")]
    tenants = [await maria.tenant(*ivan, phone=f"+7900777{end}", language=language) for end in ("5566", "7788")]
    today = world.clock.now().date()
    for owner, flat in zip(owners, (4, 4), strict=True):
        about = {"name": named("Гараж"), "address": named(f"Лесная, {flat}"), "category": Category.GARAGE}
        garage = await maria.manages(owner.party, **about)
        lease = await maria.lets(garage, tenants[0].party)
        for _ in range(2):
            await add_meter(new_work(), me, garage, MeterDraft(kind=MeterKind.ELECTRICITY))
            cost = CostDraft(
                article=named("Вода")[:MOST_ARTICLE], kind=CostKind.UTILITY, month=dt.date(2026, 11, 1), minor=125_000
            )
            await add_cost(new_work(), me, garage, cost, again=True)
            content = await world.product.store.keep_document(b"%PDF-1.7", f"{named('Акт')}.pdf")
            kept = await keep_document(new_work(), me, content, None)
            await add_object_files(new_work(), me, garage, (kept,), FileSort.OTHER)
        await issue_invoice(new_work(), await tenants[0].me(), lease, 46_000_00)
        await report_payment(new_work(), await tenants[0].me(), lease, 46_000_00, today)
    for tenant in tenants:
        await send_letter(new_work(), await tenant.me(), LetterDraft(party_id=tenant.party, text=named("Кран течёт")))
    await maria.becomes(Role.OWNER)
    me = await maria.me()
    for name in ("Дача", "Дача"):
        house = await maria.manages(name=named(name), address=named("Сад, 1"))
        for _ in range(2):
            event = EventDraft(
                premises_id=house, day=today, income=46_000_00, description=named("Аренда")[: limits.TITLE]
            )
            await add_event(new_work(), me, event)
    anna = await realtor(world, named("Анна"), agency=named("Эталон"), language_code=language)
    irina = await realtor(world, named("Ирина"), agency=named("Этажи"), language_code=language)
    words = (
        {}
        if named is str
        else {"title": named("Пара")[: limits.TITLE], "notes": named("Звонить"), "client_name": named("Пётр")}
    )
    flat_ = {} if named is str else {"description": named("Окна во двор"), "residential_complex": named("Сад")}
    for one in (anna, irina, anna, irina):
        await one.seeks(**words)
        await one.offers(**flat_)
    await world.later(minutes=10)
    return Twins(maria, tenants[0], (anna, irina))


def presses(package: str, *, whole: bool = False) -> Iterator[str]:
    """A package's kinds of button, each about the first of whatever it is about, with nothing confirmed yet."""
    for kind in KNOWN:
        home = next((one for one in ROLES if kind.__module__.startswith(one)), "")
        if home == package and kind.__name__ not in GONE:
            yield packed(kind, whole=whole)


async def test_no_screen_has_two_equal_buttons(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    alike: dict[str, str] = {}
    drawn = 0
    keyboard = Screen.keyboard

    def checked(screen: Screen) -> InlineKeyboardMarkup | None:
        nonlocal drawn
        made = keyboard(screen)
        seen: dict[str, Any] = {}
        for row in made.inline_keyboard if made is not None else ():
            for one in row:
                drawn += 1
                # what stands beside a button that names a row is about that row
                name = one.text if one is row[0] else f"{row[0].text} {one.text}"
                where = one.callback_data or one.url
                if one.text not in TURNING and seen.setdefault(name, where) != where:
                    alike.setdefault(f"{name}: {seen[name]} {where}", screen.text)
        return made

    twins = await twins_in(world)
    monkeypatch.setattr(Screen, "keyboard", checked)
    for package, role in ROLES.items():
        people = {Role.TENANT: (twins.tenant,), Role.REALTOR: twins.realtors}.get(role, (twins.manager,))
        for who in people:
            await who.prefers(active_role=role)
            await world.does(who.person.writes, "/menu")
            for data in presses(package):
                who.person.taps_data(data, who.person.screen)
            while await world.fetch():
                await world.handle()
    assert alike == {}, "\n\n".join(f"{labels}\n{text}" for labels, text in alike.items())
    assert drawn > 1_000, drawn
