"""/start and /menu: a stranger is asked what they came for, a known person gets the menu of the role in front."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery

from bot.commands import publish_commands_of
from bot.country_zones import zones_of
from bot.forms import Forms, Surrounding
from bot.links import Links
from bot.lock import OPEN, is_shut
from bot.press import Menu
from bot.screen import MOST_ROWS, Button, Screen
from bot.speech import bold, lines
from bot.waiting import next_text
from domain.people.about_me import about_me
from domain.people.person import Person
from handlers.common.leaving import arrive, with_note
from handlers.common.presses import ChooseZone
from handlers.common.welcome import welcome_screen
from handlers.common.zones import time_there, zone_name

router = Router(name="start")


@router.message(CommandStart(deep_link=True))
async def follow_link(
    _message: object, command: CommandObject, around: Surrounding, forms: Forms, links: Links
) -> None:
    """A link with something behind it; a guessed one learns no more than a stale one."""
    found = links.find(command.args or "")
    if found is None:
        note = around.t("This link does not work, or does not work any more.")
        await arrive(forms, around, with_note(note, await menu_screen(around)))
        return
    follow, rest = found
    await follow(rest, around, forms)


@router.message(CommandStart(), flags=OPEN)
@router.message(Command("menu"), flags=OPEN)
async def show_menu(_message: object, around: Surrounding, forms: Forms) -> None:
    """Leave whatever was being filled in and show the menu."""
    if around.me.is_platform_admin:
        await publish_commands_of(around.chat.bot, around.menus, around.me)
    await arrive(forms, around, await menu_screen(around))


@router.callback_query(Menu.filter(), flags=OPEN)
async def open_menu(_query: CallbackQuery, callback_data: Menu, around: Surrounding, forms: Forms) -> None:
    """The same by its button."""
    await arrive(forms, around, await menu_screen(around), new=callback_data.new)


async def menu_screen(around: Surrounding) -> Screen:
    """The menu of the role in front as it is now, or for who has none the question what they came for.

    While the PIN is asked for, its buttons are there and what it tells is not.
    """
    me = (await about_me(around.work, around.me)).person
    menu = around.menus.of(me)
    if menu is None:
        return welcome_screen(around.t, me, around.menus)
    screen = _asking_the_time(around, me, await menu.render(around.work, me, around.t))
    waits = await next_text(around.t, around.state)
    if waits and len(screen.rows) < MOST_ROWS:
        screen = replace(screen, rows=[waits, *screen.rows])
    if await is_shut(around.work, me):
        closed = around.t("🔐 Locked: I ask for the PIN when you open something.")
        return Screen(lines(bold(menu.title(around.t)), "", closed), screen.rows)
    return screen


def _asking_the_time(around: Surrounding, me: Person, screen: Screen) -> Screen:
    """The menu with the question which time is theirs, for who left it open: their country's clocks show another."""
    zones = zones_of(me.country) if me.country is not None and not me.time_zone_chosen else ()
    if not zones or me.time_zone in zones or len(screen.rows) >= MOST_ROWS:
        return screen
    t = around.t
    city, time = zone_name(t, me.time_zone), time_there(t, me.time_zone)
    note = t("🕒 Where are you? Until you say it I go by {city}, where it is {time} now.", city=city, time=time)
    rows = [[Button(t("🕒 Time zone"), ChooseZone())], *screen.rows]
    return with_note(note, Screen(screen.text, rows, screen.photo))
