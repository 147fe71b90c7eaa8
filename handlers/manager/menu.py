"""The manager's home: what needs doing today, each with the way to do it, and the ways to objects and people."""

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.filters import Command as Typed
from markupsafe import Markup

from bot.callbacks import OpenSettings, ShowInbox
from bot.forms.model import Context
from bot.localization import Localizer, bold, lines
from bot.menus import Command, Help, Menus, RoleMenu
from bot.screen import Button, Screen, pairs
from domain.estate.day.today import Today, today
from domain.notifications.show_inbox import count_unread
from domain.people.person import Action, Person, Role
from domain.work import Work
from handlers.letters.callbacks import OpenLetterList
from handlers.manager.callbacks import AddObject, AddParty, MyObjects, PeopleList
from handlers.manager.day.today import today_buttons, today_lines
from handlers.manager.figures_callbacks import OwnersFigures

router = Router(name="manager_menu")

COMMANDS = (
    Command("today", "What needs doing today"),
    Command("objects", "Objects"),
    Command("people", "Owners and tenants"),
    Command("add_client", "Add a client"),
    Command("messages", "Messages"),
    Command("figures", "Figures of owners"),
    Command("add_cost", "Note a cost"),
    Command("import_costs", "Costs from a table"),
)


def menu(menus: Menus) -> RoleMenu:
    """What a manager opens with; `menus` knows the person's other roles."""
    return RoleMenu(
        role=Role.MANAGER,
        title=lambda t: t("🧰 Manager"),
        render=_render(menus),
        commands=COMMANDS,
        help=_help,
    )


@router.message(Typed("today"))
async def show_today(_message: object, ctx: Context) -> None:
    """The same by its command, whichever role is in front."""
    ctx.me.must(Action.MANAGE_FOR_OTHERS)
    await ctx.forms.leave(ctx.state)
    await ctx.chat.show(await _render(ctx.menus)(ctx.work, ctx.me, ctx.t))


def _render(menus: Menus) -> Callable[[Work, Person, Localizer], Awaitable[Screen]]:
    async def render(work: Work, me: Person, t: Localizer) -> Screen:
        now, unread = await today(work, me), await count_unread(work, me)
        notification = t("🔔 News: {count}", count=unread) if unread else t("🔔 News")
        text = lines(
            bold(t("Today, {date}", date=now.day)), *(_at_work(t, now) if _has_begun(now) else [Markup(), _begin(t)])
        )
        return Screen(
            text,
            [
                *today_buttons(t, now),
                *([] if now.objects else [[Button(t("➕ Client"), AddParty()), Button(t("➕ Object"), AddObject())]]),
                [
                    Button(t("🏠 Objects"), MyObjects()),
                    Button(t("👥 People"), PeopleList()),
                    Button(t("💰 Money"), OwnersFigures()),
                ],
                [_letters(t, now), Button(notification, ShowInbox())],
                *pairs([Button(t("⚙️ Settings"), OpenSettings()), *menus.switches(t, me)], 3),
            ],
        )

    return render


def _letters(t: Localizer, now: Today) -> Button:
    """To those that wait for an answer, or to all of them."""
    if now.letters:
        return Button(t("✉️ Messages: {count}", count=now.letters), OpenLetterList(only="w"))
    return Button(t("✉️ Messages"), OpenLetterList())


def _has_begun(now: Today) -> bool:
    return bool(now.objects or now.owners or now.tenants)


def _begin(t: Localizer) -> Markup:
    return t("Begin with an owner: add them, then their first object and its tenant. Each gets a link to join.")


def _at_work(t: Localizer, now: Today) -> list[Markup]:
    kept = t(
        "{objects}, {owners}, {tenants}",
        objects=t.n("{count} object", "{count} objects", now.objects),
        owners=t.n("{count} owner", "{count} owners", now.owners),
        tenants=t.n("{count} tenant", "{count} tenants", now.tenants),
    )
    return [kept, Markup(), *today_lines(t, now)]


def _help(t: Localizer) -> Help:
    text = lines(
        bold(t("How it works for managers")),
        t("1. Add owners and tenants; I make a link for each, which works only with their phone."),
        t("2. Add objects and leases: I charge the rent, remind of it, and ask for meter readings."),
        t("3. Every morning the menu says what needs doing, and each line leads to where it is done."),
    )
    return Help(
        text,
        [
            Button(t("➕ Client"), AddParty()),
            Button(t("➕ Object"), AddObject()),
            Button(t("👥 People"), PeopleList()),
        ],
    )
