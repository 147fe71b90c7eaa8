"""What a human with the Telegram app can do in the bot's chat."""

from collections.abc import Sequence

from sandbox.chats import CallbackQuery, Chat, Checkout
from sandbox.entities import utf16_length, utf16_slice, with_found
from sandbox.images import picture
from sandbox.shown import NotOnScreenError, Shown
from sandbox.voice import Voice
from sandbox.wire import Json

_LONGEST = 4096  # UTF-16 units; an app cuts a longer text into several messages
GOOD_CARD = "4242 4242 4242 4242"
BAD_CARD = "4000 0000 0000 0002"
"""The bank refuses it after the bot has agreed, as it does a card without money."""


class Person(Voice):
    """A human being in front of a chat with the bot; made by `Telegram.person`."""

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

    def sends_album(
        self, contents: Sequence[bytes], caption: str | Sequence[str] = "", *, as_files: Sequence[str] = ()
    ) -> list[Shown]:
        """Sends photos together: one update each, one media_group_id for all, the caption on the first or on each.

        With names, they are sent `as_files`.
        """
        album = self.telegram.next_id()
        captions = [caption] if isinstance(caption, str) else list(caption)
        kind = "document" if as_files else "photo"
        names = as_files or ["photo.jpg"] * len(contents)
        captions += [""] * (len(contents) - len(captions))
        return [
            self._sends_file(kind, content, name, said, album=album)
            for content, name, said in zip(contents, names, captions, strict=True)
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

    def sends(self, content: Json) -> Shown:
        """Sends anything else, as Telegram describes it; or Telegram notes it in the chat."""
        return self._says(content)

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
            origin = what.message.forward_origin or {
                **self._origin(),
                "sender_user": what.message.sender.as_json(),
            }
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
        kept = {key: value for key, value in message.message.content.items() if not key.endswith("entities")}
        entities = with_found(text, [])
        marks = {"entities" if place == "text" else "caption_entities": entities} if entities else {}
        message.message.content = {**kept, place: text, **marks}
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

    def presses(self, label: str, latitude: float = 55.752, longitude: float = 37.593) -> Shown:
        """Presses a button under the text field: it says its text, or shares what it asks for (where they are)."""
        keyboard = self.chat.keyboard or {}
        keys = [key for row in keyboard.get("keyboard", []) for key in row]
        for key in sorted(keys, key=lambda one: one["text"] != label):
            if not key["text"].startswith(label):
                continue
            if key.get("request_contact"):
                said = self.shares_contact()
            elif key.get("request_location"):
                said = self.sends_location(latitude, longitude)
            else:
                said = self.writes(key["text"])
            if keyboard.get("one_time_keyboard") and self.chat.keyboard is keyboard:
                self.chat.keyboard = None
                self.telegram.changed()
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

    def pays(self, message: Shown | None = None, *, card: str = GOOD_CARD) -> Checkout:
        """Pays an invoice, the latest by default; it is paid once the bot has confirmed it and the card is good."""
        bills = [message] if message else [shown for shown in reversed(self.heard) if shown.invoice]
        if not bills or not bills[0].invoice:
            raise NotOnScreenError(f"{self.user.first_name} has no invoice:\n{self._recent()}")
        if bills[0].message.is_paid:
            raise NotOnScreenError(f"{self.user.first_name} has paid this: its button shows the receipt")
        checkout = Checkout(self.telegram.next_id(), self.user, bills[0].message, self.telegram.now(), card)
        self.telegram.checkouts[checkout.id] = checkout
        self._look()
        self._update("pre_checkout_query", checkout.as_json(), self.chat)
        return checkout

    def has_paid(self, checkout: Checkout) -> None:
        """The money has gone, if the card is good; the bot is told. Called by Telegram when the bot has confirmed."""
        if checkout.card != GOOD_CARD:
            checkout.error = "Your card was declined"
            return
        checkout.message.is_paid = True
        charge = {
            "telegram_payment_charge_id": f"tg_{checkout.id}",
            "provider_payment_charge_id": f"provider_{checkout.id}",
        }
        self._says({"successful_payment": checkout.terms() | charge})

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
        if key.get("pay") and not shown.message.is_paid:
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
