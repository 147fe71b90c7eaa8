"""How what a person does reaches the bot: a message in the chat and an update in the queue."""

from sandbox.chats import Chat, Message
from sandbox.entities import with_found
from sandbox.files import StoredFile
from sandbox.shown import NotOnScreenError, Shown
from sandbox.sight import Sight
from sandbox.wire import Json


class Voice(Sight):
    """A person's words, files and news of themselves on their way to the bot."""

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
        if chat is not self.chat or not (chat.keyboard or {}).get("force_reply"):
            return 0
        asking = self.asked_to_reply
        chat.keyboard = None
        return asking.id if asking else 0

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

    def _update(self, kind: str, body: Json, chat: Chat) -> None:
        self.telegram.updates.put(kind, body, chat.id)
        self.telegram.changed()

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

    def _look(self) -> None:
        self.chat.seen = max(self.chat.messages, default=0)
