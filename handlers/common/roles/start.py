"""/start and /menu: a stranger is asked what they came for, a known person gets the menu of the role in front."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery

from bot.callbacks import Menu
from bot.forms.model import Context
from bot.localization import bold, lines
from bot.names.country_zones import zones_of
from bot.pending import next_pending_button
from bot.pin.pin_middleware import OPEN, is_shut
from bot.screen import MOST_ROWS, Button, Screen
from bot.telegram.commands import publish_commands_of
from bot.telegram.deep_links import DeepLinks
from domain.people.about_me import about_me
from domain.people.person import Person
from handlers.common.callbacks import ChooseZone
from handlers.common.privacy.leaving import arrive, with_note
from handlers.common.roles.welcome import welcome_screen
from handlers.common.settings.zones import time_there, zone_name

router = Router(name="start")


@router.message(CommandStart(deep_link=True))
async def follow_link(_message: object, command: CommandObject, ctx: Context, links: DeepLinks) -> None:
    """A link with something behind it; a guessed one learns no more than a stale one."""
    found = links.find(command.args or "")
    if found is None:
        note = ctx.t("This link does not work, or does not work any more.")
        await arrive(ctx, with_note(note, await menu_screen(ctx)))
        return
    follow, rest = found
    await follow(rest, ctx)


@router.message(CommandStart(), flags=OPEN)
@router.message(Command("menu"), flags=OPEN)
async def show_menu(_message: object, ctx: Context) -> None:
    """Leave whatever was being filled in and show the menu."""
    if ctx.me.is_platform_admin:
        await publish_commands_of(ctx.chat.bot, ctx.menus, ctx.me)
    await arrive(ctx, await menu_screen(ctx))


@router.callback_query(Menu.filter(), flags=OPEN)
async def open_menu(_query: CallbackQuery, callback_data: Menu, ctx: Context) -> None:
    """The same by its button."""
    await arrive(ctx, await menu_screen(ctx), new=callback_data.new)


async def menu_screen(ctx: Context) -> Screen:
    """The menu of the role in front as it is now, or for who has none the question what they came for.

    While the PIN is asked for, its buttons are there and what it tells is not.
    """
    me = (await about_me(ctx.work, ctx.me)).person
    menu = ctx.menus.of(me)
    if menu is None:
        return welcome_screen(ctx.t, me, ctx.menus)
    screen = _asking_the_time(ctx, me, await menu.render(ctx.work, me, ctx.t))
    waits = await next_pending_button(ctx.t, ctx.state)
    if waits and len(screen.rows) < MOST_ROWS:
        screen = replace(screen, rows=[waits, *screen.rows])
    if await is_shut(ctx.work, me):
        closed = ctx.t("🔐 Locked: I ask for the PIN when you open something.")
        return Screen(lines(bold(menu.title(ctx.t)), "", closed), screen.rows)
    return screen


def _asking_the_time(ctx: Context, me: Person, screen: Screen) -> Screen:
    """The menu with the question which time is theirs, for who left it open: their country's clocks show another."""
    zones = zones_of(me.country) if me.country is not None and not me.time_zone_chosen else ()
    if not zones or me.time_zone in zones or len(screen.rows) >= MOST_ROWS:
        return screen
    t = ctx.t
    city, time = zone_name(t, me.time_zone), time_there(t, me.time_zone)
    note = t("🕒 Where are you? Until you say it I go by {city}, where it is {time} now.", city=city, time=time)
    rows = [[Button(t("🕒 Time zone"), ChooseZone())], *screen.rows]
    return with_note(note, Screen(screen.text, rows, screen.photo))
