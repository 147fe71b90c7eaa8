"""What a person sees: messages, buttons, toasts, commands, what is unread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.chats import CallbackQuery, Chat, User
from sandbox.shown import NotOnScreenError, Shown

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


@dataclass(frozen=True)
class Toast:
    """What a pressed button answered: a line that fades, or an alert with an OK."""

    text: str
    is_alert: bool


class Sight:
    """The eyes of a person in front of their chat with the bot."""

    def __init__(
        self, telegram: "Telegram", user: User, role: str = "", story: Mapping[str, str] | None = None
    ) -> None:
        self.telegram = telegram
        self.user = user
        self.role = role
        self.story = dict(story or {})

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
        own = [one for one in self.telegram.checkouts.values() if one.sender is self.user]
        failures = [failure for one in own if (failure := one.failure(self.telegram.now()))]
        return [Toast(query.toast, query.is_alert) for query in answered] + [
            Toast(failure, is_alert=True) for failure in failures
        ]

    @property
    def keyboard(self) -> list[list[str]]:
        """The buttons under the text field, by rows; empty if there are none."""
        return [[str(key["text"]) for key in row] for row in (self.chat.keyboard or {}).get("keyboard", [])]

    @property
    def asked_to_reply(self) -> Shown | None:
        """The message that opened a reply by itself (force reply); None if there is none."""
        if not (self.chat.keyboard or {}).get("force_reply"):
            return None
        asking = [message for message in self.chat.visible() if message.reply_markup is self.chat.keyboard]
        return Shown(self.telegram, asking[-1]) if asking else None

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
    def reached(self) -> set[int]:
        """Their own messages that the bot has fetched."""
        waiting = {
            update.json[kind]["message_id"]
            for update in self.telegram.updates.pending()
            if not update.is_delivered
            for kind in ("message", "edited_message")
            if kind in update.json
        }
        return {shown.id for shown in self.messages if not shown.is_from_bot} - waiting

    @property
    def pinned(self) -> list[Shown]:
        """Messages at the top of the chat, the latest last."""
        return [Shown(self.telegram, self.chat.messages[number]) for number in self.chat.pinned]

    def _recent(self) -> str:
        return "\n---\n".join(str(shown) for shown in self.messages[-4:]) or "(an empty chat)"
