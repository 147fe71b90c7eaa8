"""Users, chats and the messages in them, with all that a client shows."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sandbox.files import StoredFile
from sandbox.keyboards import is_inline
from sandbox.wire import Json

CONTENT_KINDS = (
    "text",
    "photo",
    "animation",  # comes with a document, for apps that know no animations
    "document",
    "video",
    "audio",
    "voice",
    "sticker",
    "contact",
    "venue",
    "location",
    "invoice",
    "successful_payment",
    "pinned_message",
    "dice",
)
MEDIA_KINDS = {"photo", "document", "video", "animation", "audio"}
CAPTIONED_KINDS = MEDIA_KINDS | {"voice"}
CONFIRM_WITHIN = timedelta(seconds=10)


@dataclass
class User:
    """A Telegram account."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    phone: str = ""
    is_deactivated: bool = False

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def as_json(self) -> Json:
        """The `User` of the Bot API: empty fields are left out."""
        described: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                described[name] = value
        return described


@dataclass
class Message:
    """One message of a chat; `content` is kept in the Bot API's own words."""

    chat: "Chat"
    message_id: int
    sender: User
    date: datetime
    content: Json
    file: StoredFile | None = None
    reply_markup: Json | None = None
    reply_to: int = 0
    media_group_id: str = ""
    forward_origin: Json | None = None
    edit_date: datetime | None = None
    is_deleted: bool = False
    payload: str = ""  # of an invoice: not shown, given back with the payment
    is_paid: bool = False  # an invoice: it is paid once, its button shows the receipt from then on
    history: list[Json] = field(default_factory=list)
    reactions: list[Json] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """text, photo, contact, ..."""
        return next((kind for kind in CONTENT_KINDS if kind in self.content), "unknown")

    @property
    def is_editable(self) -> bool:
        """Telegram edits messages with an inline keyboard or none, not those with a reply keyboard."""
        return self.sender.is_bot and (self.reply_markup is None or is_inline(self.reply_markup))

    def as_json(self, *, with_reply: bool = True) -> Json:
        """The `Message` of the Bot API."""
        described: Json = {
            "message_id": self.message_id,
            "from": self.sender.as_json(),
            "chat": self.chat.as_json(),
            "date": int(self.date.timestamp()),
        }
        if self.edit_date:
            described["edit_date"] = int(self.edit_date.timestamp())
        if self.media_group_id:
            described["media_group_id"] = self.media_group_id
        if self.forward_origin:
            described["forward_origin"] = self.forward_origin
        replied = self.chat.messages.get(self.reply_to)
        if with_reply and replied is not None and not replied.is_deleted:
            described["reply_to_message"] = replied.as_json(with_reply=False)
        described |= self.content
        if is_inline(self.reply_markup):
            described["reply_markup"] = self.reply_markup
        return described


@dataclass
class Chat:
    """A private chat with the bot, or a group it is in."""

    id: int
    type: str = "private"
    title: str = ""
    members: list[User] = field(default_factory=list)
    messages: dict[int, Message] = field(default_factory=dict)
    is_started: bool = False  # a private chat: the person has written to the bot at least once
    is_blocked: bool = False  # a private chat: the person has blocked the bot; a group: the bot was kicked
    moved_to: int = 0  # a group that became a supergroup
    keyboard: Json | None = None  # the reply keyboard or forced reply that its person sees now
    pinned: list[int] = field(default_factory=list)
    action: str = ""
    action_until: datetime | None = None
    seen: int = 0  # the last message that its person has looked at

    def as_json(self) -> Json:
        """The `Chat` of the Bot API."""
        described: Json = {"id": self.id, "type": self.type}
        if self.type != "private":
            return described | {"title": self.title}
        person = self.members[0]
        for name in ("first_name", "last_name", "username"):
            if value := getattr(person, name):
                described[name] = value
        return described

    def visible(self) -> list[Message]:
        """Messages that were not deleted, oldest first."""
        return [message for message in self.messages.values() if not message.is_deleted]


@dataclass
class CallbackQuery:
    """A press of an inline button, spinning until the bot answers it or it grows too old."""

    id: str
    sender: User
    chat: Chat
    message: Message | None
    data: str
    asked_at: datetime
    answered_at: datetime | None = None
    toast: str = ""
    is_alert: bool = False
    url: str = ""

    def as_json(self) -> Json:
        """The `CallbackQuery` of the Bot API; a message that is gone is `InaccessibleMessage` (date 0)."""
        described: Json = {
            "id": self.id,
            "from": self.sender.as_json(),
            "chat_instance": str(-7_919 * abs(self.chat.id)),
            "data": self.data,
        }
        if self.message is None:
            return described | {"inline_message_id": f"inline-{self.id}"}
        shown: Any = self.message.as_json()
        if self.message.is_deleted:
            shown = {"chat": self.chat.as_json(), "message_id": self.message.message_id, "date": 0}
        return described | {"message": shown}


@dataclass
class Checkout:
    """A payment between the press on "pay" and the bot's word (10 s)."""

    id: str
    sender: User
    message: Message
    asked_at: datetime
    card: str = ""
    is_answered: bool = False
    error: str = ""

    def as_json(self) -> Json:
        """The `PreCheckoutQuery` of the Bot API."""
        return {"id": self.id, "from": self.sender.as_json(), **self.terms()}

    def terms(self) -> Json:
        """What is paid, and the bot's own reference to it."""
        invoice = self.message.content["invoice"]
        return {
            "currency": invoice["currency"],
            "total_amount": invoice["total_amount"],
            "invoice_payload": self.message.payload,
        }

    def failure(self, now: datetime) -> str:
        """Why the payer is told that nothing was paid; empty while it is not decided, or if it was."""
        if not self.is_answered and now - self.asked_at > CONFIRM_WITHIN:
            return "The bot did not answer in time"
        return self.error
