"""What a human with the Telegram app can do in the bot's chat, and what they see there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.chats import CallbackQuery, Chat, Checkout, Message, User
from sandbox.entities import utf16_length, utf16_slice, with_found
from sandbox.files import StoredFile
from sandbox.images import picture
from sandbox.shown import NotOnScreenError, Shown
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

_LONGEST = 4096  # UTF-16 units; an app cuts a longer text into several messages


@dataclass(frozen=True)
class Toast:
    """What a pressed button answered: a line that fades, or an alert with an OK."""

    text: str
    is_alert: bool


class Person:
    """A human being in front of a chat with the bot; made by `Telegram.person`."""

    def __init__(self, telegram: "Telegram", user: User) -> None:
        self.telegram = telegram
        self.user = user

    def __repr__(self) -> str:
        return f"<{self.user.full_name}, {self.user.id}>"

    @property
    def id(self) -> int:
        """Their Telegram id, which is also the id of their chat with the bot."""
        return self.user.id

    @property
    def chat(self) -> Chat:
        """Their private chat with the bot."""
        return self.telegram.chats[self.user.id]

    # What they see.

    @property
    def messages(self) -> list[Shown]:
        """Everything in the chat, both sides, oldest first, without what was deleted."""
        return [Shown(self.telegram, message) for message in self.chat.visible()]

    @property
    def heard(self) -> list[Shown]:
        """What the bot has said and not deleted."""
        return [shown for shown in self.messages if shown.is_from_bot and shown.kind != "pinned_message"]

    @property
    def screen(self) -> Shown:
        """The bot's latest message; `NotOnScreenError` before it has said anything."""
        if not (heard := self.heard):
            raise NotOnScreenError(f"{self.user.first_name} has heard nothing from the bot yet")
        return heard[-1]

    def message_with(self, words: str) -> Shown:
        """The bot's latest message with these words in it; `NotOnScreenError` if there is none."""
        for shown in reversed(self.heard):
            if words in shown.text:
                return shown
        raise NotOnScreenError(f"nothing says {words!r} to {self.user.first_name}:\n{self._recent()}")

    @property
    def unread(self) -> list[Shown]:
        """What the bot has said since they last did or read anything."""
        return [shown for shown in self.heard if shown.id > self.chat.seen]

    def reads(self) -> list[Shown]:
        """Looks at the chat; returns what was unread."""
        unread = self.unread
        self.chat.seen = max(self.chat.messages, default=0)
        if unread:
            self.telegram.changed()
        return unread

    @property
    def presses_made(self) -> list[CallbackQuery]:
        """Every press of an inline button so far."""
        return [query for query in self.telegram.callbacks.values() if query.sender is self.user]

    @property
    def spinning(self) -> list[CallbackQuery]:
        """Presses that the bot has not answered."""
        return [query for query in self.presses_made if query.answered_at is None]

    @property
    def toasts(self) -> list[Toast]:
        """Words that presses were answered with, oldest first."""
        answered = [query for query in self.presses_made if query.toast]
        refused = [one for one in self.telegram.checkouts.values() if one.sender is self.user and one.error]
        return [Toast(query.toast, query.is_alert) for query in answered] + [
            Toast(one.error, is_alert=True) for one in refused
        ]

    @property
    def keyboard(self) -> list[list[str]]:
        """The buttons under the text field, by rows; empty if there are none."""
        return [[str(key["text"]) for key in row] for row in (self.chat.keyboard or {}).get("keyboard", [])]

    @property
    def commands(self) -> dict[str, str]:
        """What the menu button lists: command -> description, in their language and chat."""
        listed = self.telegram.profile.commands_for(self.id, self.user.language_code)
        return {str(one["command"]): str(one["description"]) for one in listed}

    @property
    def action(self) -> str:
        """What the bot is doing just now ("typing"); empty if nothing."""
        until = self.chat.action_until
        return self.chat.action if until is not None and self.telegram.now() < until else ""

    @property
    def pinned(self) -> list[Shown]:
        """Messages at the top of the chat, the latest last."""
        return [Shown(self.telegram, self.chat.messages[number]) for number in self.chat.pinned]

    # What they do.

    def start(self, payload: str | None = None) -> Shown:
        """Presses Start, or follows a link with a payload."""
        if self.chat.is_blocked:
            self.unblocks_bot()
        return self.writes(f"/start {payload or ''}")

    def writes(self, text: str, *, reply_to: Shown | None = None, chat: Chat | None = None) -> Shown:
        """Sends a text: an app cuts spaces off its ends and makes several messages of more than 4096."""
        text = text.strip()
        if not text:
            raise NotOnScreenError("an app sends no empty message")
        said = None
        while text:
            piece = text if utf16_length(text) <= _LONGEST else utf16_slice(text, 0, _LONGEST).rstrip("\ufffd")
            text = text[len(piece) :]
            entities = with_found(piece, [])
            content: Json = {"text": piece} | ({"entities": entities} if entities else {})
            said = self._says(content, reply_to=reply_to, chat=chat)
        assert said is not None  # noqa: S101 - the loop runs at least once
        return said

    def sends_photo(self, content: bytes | None = None, caption: str = "") -> Shown:
        """Sends a photo; without bytes, some picture."""
        return self._sends_file("photo", content or picture(), "photo.jpg", caption)

    def sends_album(self, contents: Sequence[bytes], caption: str = "") -> list[Shown]:
        """Sends photos together: one update each, one media_group_id for all, the caption on the first."""
        album = self.telegram.next_id()
        return [
            self._sends_file("photo", content, "photo.jpg", caption if number == 0 else "", album=album)
            for number, content in enumerate(contents)
        ]

    def sends_document(self, content: bytes, name: str = "document.pdf", caption: str = "") -> Shown:
        """Sends a file."""
        return self._sends_file("document", content, name, caption)

    def sends_sticker(self) -> Shown:
        """Sends a sticker."""
        return self._sends_file("sticker", b"RIFFsticker", "sticker.webp")

    def sends_voice(self) -> Shown:
        """Sends a voice message."""
        return self._sends_file("voice", b"OggSvoice", "voice.oga")

    def sends_location(self, latitude: float, longitude: float) -> Shown:
        """Sends a point on the map."""
        return self._says({"location": {"latitude": latitude, "longitude": longitude}})

    def shares_contact(self) -> Shown:
        """Presses the button that asks for their phone; `NotOnScreenError` if there is no such button."""
        keys = [key for row in (self.chat.keyboard or {}).get("keyboard", []) for key in row]
        if not any(key.get("request_contact") for key in keys):
            raise NotOnScreenError(f"no button asks {self.user.first_name} for a phone: {self.keyboard}")
        return self.sends_contact_of(self)

    def sends_contact_of(self, other: "Person") -> Shown:
        """Sends the contact card of somebody, who may be themselves."""
        contact = {"phone_number": other.user.phone, "first_name": other.user.first_name, "user_id": other.id}
        if other.user.last_name:
            contact["last_name"] = other.user.last_name
        return self._says({"contact": contact})

    def forwards(
        self,
        what: "str | Shown",
        *,
        from_person: "Person | None" = None,
        from_hidden: str = "",
        from_channel: str = "Объявления",
        photos: Sequence[bytes] = (),
    ) -> Shown:
        """Forwards a message of this chat, or a text (with photos) that stands elsewhere.

        Where it stands: with a person, with somebody who hides their account, else in a channel.
        """
        if isinstance(what, Shown):
            origin = what.message.forward_origin or self._origin(self.telegram.people.get(what.message.sender.id))
            if what.is_from_bot:
                origin["sender_user"] = self.telegram.bot.as_json()
            return self._says(dict(what.message.content), what.message.file, origin=origin)
        origin = self._origin(from_person, from_hidden, from_channel)
        if not photos:
            entities = with_found(what, [])
            return self._says({"text": what} | ({"entities": entities} if entities else {}), origin=origin)
        album = self.telegram.next_id() if len(photos) > 1 else ""
        shown = [
            self._sends_file("photo", photo, "photo.jpg", "" if number else what, album=album, origin=origin)
            for number, photo in enumerate(photos)
        ]
        return shown[0]

    def edits(self, message: Shown, text: str) -> Shown:
        """Changes a message of their own."""
        if message.is_from_bot:
            raise NotOnScreenError("nobody edits a message of somebody else")
        place = "caption" if message.kind != "text" else "text"
        message.message.history.append({"content": message.message.content})
        message.message.content = {**message.message.content, place: text}
        message.message.edit_date = self.telegram.now()
        self._update("edited_message", message.message.as_json(), message.message.chat)
        return message

    def deletes(self, message: Shown) -> None:
        """Removes a message; a bot is never told."""
        message.message.is_deleted = True
        self.telegram.changed()

    def taps(self, label: str, message: Shown | None = None) -> CallbackQuery:
        """Taps an inline button by its text or the beginning of it, on the latest message that has one.

        A link to this bot starts it; any other link is in the result's `url`.
        """
        candidates = [message] if message else list(reversed(self.heard))
        for shown in candidates:
            if key := shown.find_button(label):
                return self._taps_key(shown, key)
        raise NotOnScreenError(f"no button {label!r} for {self.user.first_name}:\n{self._recent()}")

    def taps_at(self, message: Shown, row: int, column: int) -> CallbackQuery:
        """Taps the inline button in this place, counted from 0."""
        keys = message.keys
        if not (0 <= row < len(keys) and 0 <= column < len(keys[row])):
            raise NotOnScreenError(f"no button at {row}, {column}:\n{message}")
        return self._taps_key(message, keys[row][column])

    def taps_data(self, data: str, message: Shown | None = None) -> CallbackQuery:
        """Sends callback data that no button need have, as a forged client can; without a message, inline."""
        target = message.message if message else None
        chat = target.chat if target else self.chat
        query = CallbackQuery(self.telegram.next_id(), self.user, chat, target, data, self.telegram.now())
        self.telegram.callbacks[query.id] = query
        self._look()
        self._update("callback_query", query.as_json(), chat)
        return query

    def presses(self, label: str) -> Shown:
        """Presses a button under the text field: it says its text, or shares what it asks for."""
        keyboard = self.chat.keyboard or {}
        for row in keyboard.get("keyboard", []):
            for key in row:
                if not key["text"].startswith(label):
                    continue
                if key.get("request_contact"):
                    said = self.shares_contact()
                elif key.get("request_location"):
                    said = self.sends_location(55.752, 37.593)
                else:
                    said = self.writes(key["text"])
                if keyboard.get("one_time_keyboard"):
                    self.chat.keyboard = None
                return said
        raise NotOnScreenError(f"no button {label!r} under the text field of {self.user.first_name}: {self.keyboard}")

    def blocks_bot(self) -> None:
        """Stops the bot: it can write no more."""
        self.chat.is_blocked = True
        self._membership("member", "kicked")

    def unblocks_bot(self) -> None:
        """Lets the bot write again."""
        self.chat.is_blocked = False
        self._membership("kicked", "member")

    def deletes_account(self) -> None:
        """Leaves Telegram."""
        self.user.is_deactivated = True
        self.telegram.changed()

    def pays(self, message: Shown | None = None) -> Checkout:
        """Pays an invoice, the latest by default; it is paid once the bot has confirmed it."""
        bills = [message] if message else [shown for shown in reversed(self.heard) if shown.invoice]
        if not bills or not bills[0].invoice:
            raise NotOnScreenError(f"{self.user.first_name} has no invoice:\n{self._recent()}")
        checkout = Checkout(self.telegram.next_id(), self.user, bills[0].message, self.telegram.now())
        self.telegram.checkouts[checkout.id] = checkout
        self._look()
        self._update("pre_checkout_query", checkout.as_json(), self.chat)
        return checkout

    def has_paid(self, checkout: Checkout) -> None:
        """The money has gone; the bot is told. Called by Telegram when the bot has confirmed."""
        charge = {
            "telegram_payment_charge_id": f"tg_{checkout.id}",
            "provider_payment_charge_id": f"provider_{checkout.id}",
        }
        self._says({"successful_payment": checkout.terms() | charge})

    # How it reaches the bot.

    def _says(
        self,
        content: Json,
        file: StoredFile | None = None,
        *,
        reply_to: Shown | None = None,
        chat: Chat | None = None,
        album: str = "",
        origin: Json | None = None,
    ) -> Shown:
        chat = chat or self.chat
        if chat.is_blocked and chat.type == "private":
            raise NotOnScreenError(f"{self.user.first_name} has blocked the bot and cannot write to it")
        chat.is_started = True
        message = Message(chat, self.telegram.next_message_id(), self.user, self.telegram.now(), content, file)
        message.reply_to = reply_to.id if reply_to else self._forced_reply(chat)
        message.media_group_id = album
        message.forward_origin = origin
        self._look()
        self.telegram.add_message(message)
        self._update("message", message.as_json(), chat)
        return Shown(self.telegram, message)

    def _forced_reply(self, chat: Chat) -> int:
        """The message that asked for a reply: what is said next answers it."""
        if not (chat.keyboard or {}).get("force_reply"):
            return 0
        asking = [message.message_id for message in chat.visible() if message.reply_markup is chat.keyboard]
        chat.keyboard = None
        return asking[-1] if asking else 0

    def _sends_file(
        self,
        kind: str,
        content: bytes,
        name: str,
        caption: str = "",
        *,
        album: str = "",
        origin: Json | None = None,
    ) -> Shown:
        file = self.telegram.files.keep(content, kind, name)
        said: Json = {kind: file.as_json()}
        if caption:
            said["caption"] = caption
            if entities := with_found(caption, []):
                said["caption_entities"] = entities
        return self._says(said, file, album=album, origin=origin)

    def _origin(self, person: "Person | None" = None, hidden: str = "", channel: str = "") -> Json:
        origin: Json = {"date": int(self.telegram.now().timestamp())}
        if hidden:
            return origin | {"type": "hidden_user", "sender_user_name": hidden}
        if person is not None or not channel:
            return origin | {"type": "user", "sender_user": (person or self).user.as_json()}
        place = {"id": -1_001_000_000_001, "type": "channel", "title": channel}
        return origin | {"type": "channel", "chat": place, "message_id": 17}

    def _taps_key(self, shown: Shown, key: Json) -> CallbackQuery:
        if "callback_data" in key:
            return self.taps_data(str(key["callback_data"]), shown)
        if key.get("pay"):
            self.pays(shown)
        url = str(key.get("url") or (key.get("copy_text") or {}).get("text", ""))
        own_links = (
            f"https://t.me/{self.telegram.bot.username}?start=",
            f"tg://resolve?domain={self.telegram.bot.username}&start=",
        )
        for link in own_links:
            if url.startswith(link):
                self.start(url.removeprefix(link))
        now = self.telegram.now()
        return CallbackQuery("", self.user, shown.message.chat, shown.message, "", now, answered_at=now, url=url)

    def _membership(self, old: str, new: str) -> None:
        bot = self.telegram.bot.as_json()
        until = {"kicked": {"until_date": 0}}
        change = {
            "chat": self.chat.as_json(),
            "from": self.user.as_json(),
            "date": int(self.telegram.now().timestamp()),
            "old_chat_member": {"status": old, "user": bot, **until.get(old, {})},
            "new_chat_member": {"status": new, "user": bot, **until.get(new, {})},
        }
        self._update("my_chat_member", change, self.chat)

    def _update(self, kind: str, body: Json, chat: Chat) -> None:
        self.telegram.updates.put(kind, body, chat.id)
        self.telegram.changed()

    def _look(self) -> None:
        self.chat.seen = max(self.chat.messages, default=0)

    def _recent(self) -> str:
        return "\n---\n".join(str(shown) for shown in self.messages[-4:]) or "(an empty chat)"
