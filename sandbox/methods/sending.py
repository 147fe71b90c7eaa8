"""sendMessage, and what all sending has in common: who may be written to, replies, keyboards, text."""

from typing import TYPE_CHECKING

from sandbox.chats import Chat, Message
from sandbox.entities import cleaned, is_blank, utf16_length, with_found
from sandbox.files import StoredFile
from sandbox.keyboards import is_inline, read_markup
from sandbox.markup import parse_html
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

MAX_TEXT = 4096  # UTF-16 units after the markup is read
MAX_CAPTION = 1024


def send_message(telegram: "Telegram", parameters: Parameters) -> Json:
    """A text to a chat."""
    text, entities = formatted(telegram, parameters, "text", "entities")
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    if is_blank(text):
        raise bad_request("text must be non-empty")
    if utf16_length(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return deliver(telegram, parameters, text_content(text, entities)).as_json()


def deliver(
    telegram: "Telegram",
    parameters: Parameters,
    content: Json,
    file: StoredFile | None = None,
    default_markup: Json | None = None,
) -> Message:
    """Puts the bot's message into the chat that the call names, once everything about it is in order."""
    chat = telegram.chat_of(parameters)
    markup = read_markup(parameters, private=chat.type == "private") or default_markup
    _refuse_stray_pay_button(content, markup)
    reply_to = replied_message_id(chat, parameters)
    telegram.check_may_write(chat)
    telegram.limits.spend(chat.id)
    message = new_message(telegram, chat, content, file)
    message.reply_markup = markup
    message.reply_to = reply_to
    _show_keyboard(chat, markup)
    return telegram.add_message(message)


def new_message(telegram: "Telegram", chat: Chat, content: Json, file: StoredFile | None = None) -> Message:
    """A message of the bot, not in its chat yet."""
    return Message(chat, telegram.next_message_id(), telegram.bot, telegram.now(), content, file)


def _show_keyboard(chat: Chat, markup: Json | None) -> None:
    if markup is None or is_inline(markup):
        return
    chat.keyboard = None if markup.get("remove_keyboard") else markup


def _refuse_stray_pay_button(content: Json, markup: Json | None) -> None:
    rows = (markup or {}).get("inline_keyboard", [])
    pays = [button.get("pay", False) for row in rows for button in row]
    if any(pays) and "invoice" not in content:
        raise bad_request("BUTTON_TYPE_INVALID")
    if "invoice" in content and pays and not pays[0]:
        raise bad_request("the first button of an invoice must be the pay button")


def replied_message_id(chat: Chat, parameters: Parameters) -> int:
    """The message that is answered; 0 for none."""
    reply = parameters.structure("reply_parameters", "reply parameters") or {}
    wanted = int(reply.get("message_id") or parameters.integer("reply_to_message_id"))
    if not wanted:
        return 0
    message = chat.messages.get(wanted)
    if message is not None and not message.is_deleted:
        return wanted
    if reply.get("allow_sending_without_reply") or parameters.flag("allow_sending_without_reply"):
        return 0
    raise bad_request("message to be replied not found")


def formatted(telegram: "Telegram", parameters: Parameters, name: str, entities_name: str) -> tuple[str, list[Json]]:
    """A text of the call with its entities: by `parse_mode`, as given, and those that Telegram finds."""
    source = parameters.text(name)
    given = parameters.structure(entities_name, "message entities") or []
    return read_formatted(telegram, source, parameters.text("parse_mode"), given)


def read_formatted(telegram: "Telegram", source: str, parse_mode: str, given: list[Json]) -> tuple[str, list[Json]]:
    """Plain text and entities, cleaned as Telegram cleans them."""
    if parse_mode.lower() == "html":
        plain, entities = parse_html(source)
    elif parse_mode.lower() in {"", "none"}:
        plain, entities = source, list(given)
    elif parse_mode.lower() in {"markdown", "markdownv2"}:
        raise bad_request("can't parse entities: the sandbox reads HTML only")
    else:
        raise bad_request("unsupported parse_mode")
    plain, entities = cleaned(plain, entities)
    for entity in entities:
        if "user_id" in entity:
            mentioned = telegram.users.get(entity.pop("user_id"))
            entity.update({"user": mentioned.as_json()} if mentioned else {"type": "mention"})
    return plain, with_found(plain, entities)


def text_content(text: str, entities: list[Json]) -> Json:
    """The fields of a text message."""
    return {"text": text} | ({"entities": entities} if entities else {})


METHODS = {"sendMessage": send_message}
