"""What a bot tells of itself: commands by scope and language, names, descriptions, menu buttons."""

from dataclasses import dataclass, field

from sandbox.refusals import bad_request
from sandbox.wire import Json

ScopeKey = tuple[str, int, int]  # scope, chat, user
DEFAULT_SCOPE: ScopeKey = ("default", 0, 0)


@dataclass
class Profile:
    """The texts are by language; the empty language is for all others."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[ScopeKey, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """What a person sees behind the menu button: the narrowest scope and their language win."""
        scopes = (("chat", chat_id, 0), ("all_private_chats", 0, 0), DEFAULT_SCOPE)
        for scope in scopes:
            for spoken in (language, ""):
                if found := self.commands.get((scope, spoken)):
                    return found
        return []

    def menu_button(self, chat_id: int) -> Json:
        """The button beside the text field."""
        return self.menu_buttons.get(chat_id) or self.menu_buttons.get(0) or {"type": "commands"}


def scope_key(scope: Json | None) -> ScopeKey:
    """Where commands apply, from `BotCommandScope`."""
    if not scope:
        return DEFAULT_SCOPE
    return str(scope.get("type", "default")), int(scope.get("chat_id") or 0), int(scope.get("user_id") or 0)


def checked_language(code: str) -> str:
    """A two-letter language or nothing."""
    if code and not (len(code) == 2 and code.isascii() and code.islower()):
        raise bad_request("language_code is invalid" if code else "")
    return code


def checked_commands(commands: object) -> list[Json]:
    """Up to 100 commands with 1-32 lower-case letters and a description of 1-256."""
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = []
    for command in commands:
        name = str(command.get("command", "")).removeprefix("/")
        description = str(command.get("description", ""))
        if (
            not name
            or len(name) > 32
            or not name.isascii()
            or not name.replace("_", "a").isalnum()
            or name != name.lower()
        ):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        checked.append({"command": name, "description": description})
    return checked
