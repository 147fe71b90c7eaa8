"""The commands menu: a list for everybody, and one for each person according to their role, in their language."""

import contextlib

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat, BotCommandScopeDefault

from bot.localization import LANGUAGES, Localizer
from bot.menus import Command, Menus
from domain.people.person import Person, Role

EVERYBODYS = (
    Command("menu", "Menu"),
    Command("notifications", "What is new"),
    Command("settings", "Language, time zone, pushes"),
    Command("me", "Who I am here"),
    Command("lock", "Ask for my PIN from now on"),
    Command("help", "How it works"),
    Command("cancel", "Leave what you are filling in"),
    Command("privacy", "Your data: what is kept, export, erase"),
)

DESCRIPTION = (
    "Realtors find each other's deals here, and landlords, tenants and managers keep rented objects. A listing in "
    "plain words becomes a card with what fits it; rent, payments, meters and income are in the chat. Press Start."
)
"""What a stranger reads before pressing Start."""
SHORT_DESCRIPTION = "Deals of realtors, and rented objects of landlords, tenants and managers: all in one chat."
"""What stands in the bot's profile, and where it is shared."""


async def publish_commands(bot: Bot) -> None:
    """Set the commands and descriptions that everybody sees, in every language; others are told in English."""
    for language in LANGUAGES:
        say = Localizer.words_of(language)
        await bot.set_my_commands(_drawn(EVERYBODYS, language), scope=BotCommandScopeDefault(), language_code=language)
        await bot.set_my_description(say(DESCRIPTION), language_code=language)
        await bot.set_my_short_description(say(SHORT_DESCRIPTION), language_code=language)
    await bot.set_my_commands(_drawn(EVERYBODYS, "en"), scope=BotCommandScopeDefault())
    await bot.set_my_description(DESCRIPTION)
    await bot.set_my_short_description(SHORT_DESCRIPTION)


async def publish_commands_of(bot: Bot, menus: Menus, me: Person) -> None:
    """Set the commands of one person, those of the role in front first; a failure leaves the earlier list."""
    menu = menus.of(me)
    admins = menus.by_role.get(Role.ADMIN) if me.is_platform_admin else None
    commands = (
        *(menu.commands if menu else ()),
        *EVERYBODYS,
        *(admins.commands if admins and admins is not menu else ()),
    )
    with contextlib.suppress(TelegramAPIError):
        await bot.set_my_commands(_drawn(commands, me.language), scope=BotCommandScopeChat(chat_id=me.telegram_id))


async def withdraw_commands_of(bot: Bot, telegram_id: int) -> None:
    """Let an account see what everybody sees; a failure leaves the earlier list."""
    with contextlib.suppress(TelegramAPIError):
        await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=telegram_id))


def _drawn(commands: tuple[Command, ...], language: str) -> list[BotCommand]:
    say = Localizer.words_of(language)
    return [BotCommand(command=one.name, description=say(one.about)) for one in commands]
