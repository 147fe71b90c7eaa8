"""Reply markup: the keyboards Telegram accepts, and why it refuses the others."""

from typing import Any

from sandbox.parameters import Parameters
from sandbox.refusals import RefusalError, bad_request
from sandbox.wire import Json

MAX_BUTTONS = 100  # in one markup
MAX_CALLBACK_DATA = 64  # bytes
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


def read_markup(parameters: Parameters, *, inline_only: bool = False, private: bool = True) -> Json | None:
    """The checked `reply_markup` of a call; None if there is none."""
    markup = parameters.structure("reply_markup", "reply keyboard markup")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline_keyboard(markup)
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in markup:
        return _reply_keyboard(markup, private)
    return markup if markup.get("remove_keyboard") or markup.get("force_reply") else None


def _reply_keyboard(markup: Json, private: bool) -> Json:
    rows = [[_reply_button(button, private) for button in row] for row in _rows(markup["keyboard"], "reply")]
    _check_size(rows)
    return {**markup, "keyboard": rows}


def _inline_keyboard(markup: Json) -> Json | None:
    """The keyboard without empty rows; none without any button."""
    every = [[_inline_button(button) for button in row] for row in _rows(markup["inline_keyboard"], "inline")]
    rows = [row for row in every if row]
    _check_size(rows)
    return {"inline_keyboard": rows} if rows else None


def is_inline(markup: Json | None) -> bool:
    """Whether the markup stands under the message itself."""
    return markup is not None and "inline_keyboard" in markup


def _rows(rows: Any, which: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{"inline_keyboard" if which == "inline" else "keyboard"}" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request(f"can't parse {which} keyboard: row must be an Array")
    return rows


def _check_size(rows: list[list[Json]]) -> None:
    if sum(len(row) for row in rows) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")


def _wrong_button(reason: str, which: str = "inline keyboard") -> RefusalError:
    return bad_request(f"can't parse {which} button: {reason}")


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _wrong_button("expected an Object")
    if not isinstance(button.get("text"), str):
        raise _wrong_button('Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    action = next((name for name in _ACTIONS if button.get(name) not in (None, "", False)), None)
    _check_action(action, button)
    if action == "url":
        return {**button, "url": _checked_url(button["url"])}
    return {name: value for name, value in button.items() if value is not None}


def _check_action(action: str | None, button: Json) -> None:
    """Refuse a button that does nothing, or says more than Telegram takes, in its words."""
    if action is None and button.get("switch_inline_query") is None:
        raise _wrong_button("Text buttons are unallowed in the inline keyboard")
    if action == "callback_data" and len(str(button["callback_data"]).encode()) > MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "copy_text" and not 1 <= len(button["copy_text"].get("text", "")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _checked_url(url: str) -> str:
    if url.startswith("tg://"):
        return url
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = "http", url
    if scheme.lower() not in {"http", "https"}:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    host = rest.partition("/")[0].partition("?")[0].partition(":")[0]
    if "." not in host.strip(".") or " " in rest:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return f"{scheme.lower()}://{rest}"


def _reply_button(button: Any, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise _wrong_button('Field "text" must be of type String', "keyboard")
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    for field, called in (("request_contact", "phone number"), ("request_location", "location")):
        if not private and button.get(field):
            raise bad_request(f"{called} can be requested in private chats only")
    return {name: value for name, value in button.items() if value not in (None, False)}
