"""The owner's home: how much is let, what this month brings, which lease ends next, and the ways to everything.

A landlord who keeps alone also sees what needs doing; an owner with a manager has the way to write to them; a new
landlord is told what comes first.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.callbacks import CalendarMonth, OpenHelp, OpenSettings, ShowInbox
from bot.charts.words import month_name
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines
from bot.menus import Command, Help, Menus, RoleMenu
from bot.screen import Button, Row, Screen, pairs
from domain.estate.analytics.rental_flow import CurrencyFlow, RentalFlow, rental_flow
from domain.estate.analytics.whose import Whose
from domain.estate.day.show_home import EstateHome, show_home
from domain.estate.day.today import Today, today
from domain.metres import Metres
from domain.money import Money as Sum
from domain.notifications.show_inbox import count_unread
from domain.people.person import Person, Role
from domain.share import Share
from domain.work import Work
from handlers.letters.callbacks import OpenLetterList, WriteLetter
from handlers.manager.callbacks import AddObject, AllFiles, AllTenants, MyObjects
from handlers.manager.day.today import today_buttons, today_lines
from handlers.manager.objects.words import in_archive
from handlers.owner.callbacks import OpenAreaFigures, OpenCostFigures, OpenMoneyFigures

COMMANDS = (
    Command("objects", "Objects"),
    Command("money", "What came in and was due"),
    Command("tenants", "Tenants"),
    Command("costs", "What objects cost"),
    Command("areas", "Areas, let and free"),
    Command("calendar", "Calendar of income and expenses"),
    Command("messages", "Messages"),
)
MOST_TO_DO = 4
"""Buttons of what needs doing; the lines say the rest."""
MOST_SWITCHES = 3
"""Other roles in one row: all that people can take up."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the home shows."""

    home: EstateHome
    flow: RentalFlow
    to_do: Today | None
    """What needs doing, for who keeps objects alone."""
    unread: int


def menu(menus: Menus) -> RoleMenu:
    """What an owner opens with; `menus` knows the person's other roles."""
    return RoleMenu(
        role=Role.OWNER,
        title=lambda t: t("🔑 Owner"),
        render=_render(menus),
        commands=COMMANDS,
        help=_help,
    )


def _render(menus: Menus) -> Callable[[Work, Person, Localizer], Awaitable[Screen]]:
    async def render(work: Work, me: Person, t: Localizer) -> Screen:
        home = await show_home(work, me)
        seen = _Seen(
            home=home,
            flow=await rental_flow(work, me, Whose(), 0),
            to_do=await today(work, me) if home.manages_any else None,
            unread=await count_unread(work, me),
        )
        aside: list[Row] = [[_inbox(t, seen), Button(t("⚙️ Settings"), OpenSettings())]]
        if switches := menus.switches(t, me)[:MOST_SWITCHES]:
            aside.append(switches)
        return _home(t, seen, aside) if home.objects or home.archived else _empty(t, seen, aside)

    return render


def _inbox(t: Localizer, seen: _Seen) -> Button:
    return Button(t("🔔 News: {count}", count=seen.unread) if seen.unread else t("🔔 News"), ShowInbox())


def _home(t: Localizer, seen: _Seen, aside: list[Row]) -> Screen:
    home = seen.home
    text = lines(
        bold(t("My objects: {count}, let: {let}", count=home.objects, let=home.let)),
        None if home.objects else in_archive(t, home.archived),
        _area(t, home),
        *_money(t, seen),
        _next_end(t, home),
        *_to_do(t, seen.to_do),
    )
    to_do = [one for row in today_buttons(t, _at_hand(seen.to_do)) for one in row] if seen.to_do is not None else []
    rows: list[Row] = [
        *pairs(to_do[:MOST_TO_DO]),
        [Button(t("🏠 Objects"), MyObjects()), Button(t("💰 Money"), OpenMoneyFigures())],
        [Button(t("👥 Tenants"), AllTenants()), Button(t("💸 Costs"), OpenCostFigures())],
        [Button(t("📐 Areas"), OpenAreaFigures()), Button(t("📎 Files"), AllFiles())],
        [Button(t("📅 Calendar"), CalendarMonth()), _letters(t, seen)],
    ]
    return Screen(text, [*rows, *aside])


def _to_do(t: Localizer, to_do: Today | None) -> list[Markup]:
    """What needs doing, besides what is late, which has its line already."""
    rest = replace(_at_hand(to_do), overdue=0) if to_do is not None else None
    return [Markup(), *today_lines(t, rest)] if rest is not None and not rest.is_quiet else []


def _at_hand(to_do: Today) -> Today:
    """Without what has a tile of its own, or can wait."""
    return replace(to_do, letters=0, invitations=0)


def _area(t: Localizer, home: EstateHome) -> Markup | None:
    if not home.area.whole:
        return None
    let, whole = Metres(home.area.let), Metres(home.area.whole)
    share = Share(round(home.area.share, -2))
    return t("Let: {let} of {whole} ({share})", let=let, whole=whole, share=share)


def _money(t: Localizer, seen: _Seen) -> list[Markup]:
    """This month in each currency, and what is late."""
    said = []
    for one in seen.flow.flows:
        said.append(_month(t, seen, one))
        if one.overdue:
            said.append(_overdue(t, seen, one))
    return said


def _month(t: Localizer, seen: _Seen, flow: CurrencyFlow) -> Markup:
    month = capital(month_name(t, seen.home.today))
    received, due = Sum(flow.paid[-1], flow.currency), Sum(flow.due[-1], flow.currency)
    return t("{month}: received {received} of {due}", month=month, received=received, due=due)


def _overdue(t: Localizer, seen: _Seen, flow: CurrencyFlow) -> Markup:
    amount = bold(t.money(Sum(flow.overdue, flow.currency)))
    if not flow.debts:
        return t("Overdue: {amount}", amount=amount)
    first = flow.debts[0]
    days = t.n("{count} day", "{count} days", (seen.home.today - first.since).days)
    name = Markup("{} · {}").format(first.premises.name, first.tenant)
    if flow.debtors > 1:
        return t("Overdue: {amount} ({object}, {days}, and others)", amount=amount, object=name, days=days)
    return t("Overdue: {amount} ({object}, {days})", amount=amount, object=name, days=days)


def _next_end(t: Localizer, home: EstateHome) -> Markup | None:
    if home.next_end is None:
        return None
    lease, premises = home.next_end
    return t("The next lease ends on {date}: {object}", date=lease.ends_on, object=premises.name)


def _letters(t: Localizer, seen: _Seen) -> Button:
    """To who looks after everything; otherwise to all conversations."""
    if len(seen.home.managed_by) == 1 and not seen.home.manages_any:
        return Button(t("✍️ To the manager"), WriteLetter(party=seen.home.managed_by[0][0].id))
    letters = seen.to_do.letters if seen.to_do is not None else 0
    return Button(t("✉️ Messages: {count}", count=letters) if letters else t("✉️ Messages"), OpenLetterList())


def _empty(t: Localizer, seen: _Seen, aside: list[Row]) -> Screen:
    """What comes first."""
    calendar = Button(t("📅 Calendar"), CalendarMonth())
    if seen.home.managed_by:
        party, manager = seen.home.managed_by[0]
        text = lines(
            bold(t("No objects yet")),
            t(
                "Your manager, {name}, adds them. Here you will see who rents them and for how much.",
                name=manager,
            ),
        )
        write = Button(t("✍️ To the manager"), WriteLetter(party=party.id))
        return Screen(text, [[write], [Button(t("➕ My own object"), AddObject()), calendar], *aside])
    text = lines(
        bold(t("Add your first object")),
        t("A name or an address is enough: Studio on Arbat, 28.5 m², Arbat 12"),
        "",
        t("Then the tenant and the rent: I charge it, remind of it, and ask for meter readings."),
    )
    how = Button(t("❓ How it works"), OpenHelp())
    return Screen(text, [[Button(t("➕ First object"), AddObject())], [calendar, how], *aside])


def _help(t: Localizer) -> Help:
    text = lines(
        bold(t("How it works for owners")),
        t("1. Add an object: one line with its name, area and address will do."),
        t("2. Add the tenant and the lease. The tenant gets a link, and from then on I charge and remind."),
        t("3. The menu says what came in, what is late and what ends; each figure opens to its rows."),
        t("The calendar is for everything else: 12 December tax 45000 Arbat."),
    )
    return Help(
        text,
        [
            Button(t("➕ Object"), AddObject()),
            Button(t("💰 Money"), OpenMoneyFigures()),
            Button(t("📅 Calendar"), CalendarMonth()),
        ],
    )
