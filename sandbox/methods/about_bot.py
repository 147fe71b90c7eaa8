"""What the bot says of itself: getMe, commands, names, descriptions, the menu button."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sandbox.parameters import Parameters
from sandbox.profile import checked_commands, checked_language, scope_key
from sandbox.refusals import bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


def get_me(telegram: "Telegram", parameters: Parameters) -> Json:  # noqa: ARG001 - one signature for all
    """The bot's own account."""
    return telegram.bot.as_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(telegram: "Telegram", parameters: Parameters) -> bool:
    """The list behind the menu button, for a scope and a language."""
    scope = scope_key(parameters.structure("scope", "BotCommandScope"))
    language = checked_language(parameters.text("language_code"))
    commands = checked_commands(parameters.structure("commands", "bot commands"))
    telegram.profile.commands[scope, language] = commands
    telegram.changed()
    return True


def get_my_commands(telegram: "Telegram", parameters: Parameters) -> list[Json]:
    """The list for exactly this scope and language."""
    scope = scope_key(parameters.structure("scope", "BotCommandScope"))
    return telegram.profile.commands.get((scope, parameters.text("language_code")), [])


def delete_my_commands(telegram: "Telegram", parameters: Parameters) -> bool:
    """Wider scopes show through again."""
    scope = scope_key(parameters.structure("scope", "BotCommandScope"))
    telegram.profile.commands.pop((scope, parameters.text("language_code")), None)
    telegram.changed()
    return True


def _texts(telegram: "Telegram", what: str) -> dict[str, str]:
    profile = telegram.profile
    return {
        "name": profile.names,
        "description": profile.descriptions,
        "short_description": profile.short_descriptions,
    }[what]


def _setter(what: str, longest: int) -> Callable[["Telegram", Parameters], bool]:
    def set_text(telegram: "Telegram", parameters: Parameters) -> bool:
        text = parameters.text(what)
        if len(text) > longest:
            raise bad_request(f"{what} is too long")
        _texts(telegram, what)[checked_language(parameters.text("language_code"))] = text
        return True

    return set_text


def _getter(what: str) -> Callable[["Telegram", Parameters], Json]:
    def get_text(telegram: "Telegram", parameters: Parameters) -> Json:
        texts = _texts(telegram, what)
        fallback = texts.get("") or (telegram.bot.first_name if what == "name" else "")
        return {what: texts.get(parameters.text("language_code")) or fallback}

    return get_text


def set_chat_menu_button(telegram: "Telegram", parameters: Parameters) -> bool:
    """The button beside the text field, of one chat or of all."""
    chat_id = parameters.integer("chat_id")
    button = parameters.structure("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in {"commands", "web_app", "default"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    telegram.profile.menu_buttons[chat_id] = button
    telegram.changed()
    return True


def get_chat_menu_button(telegram: "Telegram", parameters: Parameters) -> Json:
    """What setChatMenuButton set."""
    return telegram.profile.menu_button(parameters.integer("chat_id"))


METHODS: dict[str, Callable[["Telegram", Parameters], object]] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": _setter("name", 64),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description", 512),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description", 120),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
