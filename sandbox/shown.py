"""A message as its reader sees it: words, picture, buttons, marks of editing."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sandbox.chats import Message
from sandbox.entities import to_html
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram


class NotOnScreenError(AssertionError):
    """A person is asked to use something that their screen does not show."""


@dataclass(frozen=True)
class Shown:
    """One message on a person's screen; it changes when the bot edits the message."""

    telegram: "Telegram"
    message: Message

    @property
    def id(self) -> int:
        """Its message_id."""
        return self.message.message_id

    @property
    def is_from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return self.message.sender.is_bot

    @property
    def kind(self) -> str:
        """text, photo, document, contact, venue, location, invoice, ..."""
        return self.message.kind

    @property
    def text(self) -> str:
        """The words, without markup: of the message or of the caption."""
        content = self.message.content
        return str(content.get("text") or content.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """Bold, links, commands, ... in UTF-16 units."""
        content = self.message.content
        found: list[Json] = content.get("entities") or content.get("caption_entities") or []
        return found

    @property
    def html(self) -> str:
        """The words with their markup as HTML."""
        return to_html(self.text, self.entities)

    @property
    def keys(self) -> list[list[Json]]:
        """The inline keyboard as the bot sent it."""
        rows: list[list[Json]] = (self.message.reply_markup or {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[list[str]]:
        """The texts on the inline buttons, by rows."""
        return [[str(key["text"]) for key in row] for row in self.keys]

    @property
    def photo(self) -> bytes | None:
        """The picture, if it is a photo."""
        return self.file if self.kind == "photo" else None

    @property
    def file(self) -> bytes | None:
        """The bytes of the photo, document, ..."""
        return self.message.file.content if self.message.file else None

    @property
    def file_name(self) -> str:
        """The name of the document; empty if there is none."""
        return self.message.file.name if self.message.file else ""

    @property
    def contact(self) -> Json | None:
        """The contact card: phone_number, first_name, ..."""
        return self.message.content.get("contact")

    @property
    def location(self) -> Json | None:
        """The point on the map."""
        return self.message.content.get("location")

    @property
    def venue(self) -> Json | None:
        """The named place."""
        return self.message.content.get("venue")

    @property
    def invoice(self) -> Json | None:
        """The bill."""
        return self.message.content.get("invoice")

    @property
    def album(self) -> str:
        """The media_group_id that the photos of an album share."""
        return self.message.media_group_id

    @property
    def is_edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return self.message.edit_date is not None

    @property
    def is_deleted(self) -> bool:
        """Whether it is gone."""
        return self.message.is_deleted

    @property
    def is_pinned(self) -> bool:
        """Whether it stays at the top of the chat."""
        return self.message.message_id in self.message.chat.pinned

    @property
    def date(self) -> datetime:
        """When it was sent."""
        return self.message.date

    @property
    def reactions(self) -> list[str]:
        """Emoji under it."""
        return [str(reaction.get("emoji", "")) for reaction in self.message.reactions]

    @property
    def reply_to(self) -> "Shown | None":
        """The message it answers."""
        replied = self.message.chat.messages.get(self.message.reply_to)
        return Shown(self.telegram, replied) if replied else None

    def find_button(self, label: str) -> Json | None:
        """The button with this text, or that begins with it (a leading emoji does not count)."""
        keys = [key for row in self.keys for key in row]
        readings: tuple[Any, ...] = (
            lambda text: text == label,
            lambda text: text.startswith(label),
            lambda text: _words(text).startswith(label),
        )
        for matches in readings:
            for key in keys:
                if matches(key["text"]):
                    return key
        return None

    def __str__(self) -> str:
        rows = "\n".join(" ".join(f"[{label}]" for label in row) for row in self.buttons)
        head = "" if self.kind == "text" else f"<{self.kind}> "
        return head + self.text + ("\n" + rows if rows else "")


def _words(label: str) -> str:
    start = next((place for place, character in enumerate(label) if character.isalnum()), 0)
    return label[start:]
