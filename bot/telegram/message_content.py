"""What a message carries: its words, the picture in it, and what of it is of no use here, called by its name.

Telegram's own notes in a chat (something was pinned, a background was set) are nobody's words and are not answered.
"""

from collections.abc import Sequence
from pathlib import PurePath

from aiogram.enums import ContentType
from aiogram.types import Document, Message, PhotoSize
from markupsafe import Markup

from bot.localization import Localizer, lines

PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})
"""Of pictures sent as files, which keep their full size that way."""

MOST_QUOTED = 100
"""Characters of words that are not used."""

READ = frozenset({ContentType.TEXT, ContentType.PHOTO, ContentType.DOCUMENT})
"""What conversations take."""

UNREAD = {
    ContentType.VOICE: "🎤 I cannot listen to voice messages. Please write it.",
    ContentType.AUDIO: "🎵 I cannot listen to audio. Please write it.",
    ContentType.VIDEO: "🎬 I cannot watch videos. Please send photos instead.",
    ContentType.VIDEO_NOTE: "🎬 I cannot watch video messages. Please write it, or send photos.",
    ContentType.ANIMATION: "🎬 I cannot watch animations. Please send photos instead.",
    ContentType.LIVE_PHOTO: "🎬 I cannot use live photos. Please send it as an ordinary photo.",
    ContentType.STICKER: "🙂 A sticker does not tell me what to do. Please write it.",
    ContentType.DICE: "🎲 That was a good throw, but I do not play. Please write what you need.",
    ContentType.GAME: "🎲 I do not play games. Please write what you need.",
    ContentType.LOCATION: "📍 I do not use points on the map. Please write the address.",
    ContentType.VENUE: "📍 I do not use points on the map. Please write the address.",
    ContentType.CONTACT: "👤 I do not keep contacts from here. Please write what is needed.",
    ContentType.POLL: "📊 I do not use polls. Please write what you need.",
    ContentType.CHECKLIST: "☑️ I do not use checklists. Please write it as ordinary text.",
    ContentType.STORY: "🖼 I cannot open stories. Please send the text or the photos themselves.",
    ContentType.PAID_MEDIA: "🖼 I cannot open paid media. Please send ordinary photos.",
    ContentType.INVOICE: "🧾 I do not take invoices of others. Please write what you need.",
}
"""What people send and nothing here can use: gettext messages that say so, and what is possible instead."""

SERVICE = frozenset(ContentType) - READ - frozenset(UNREAD) - {
    ContentType.ANY, ContentType.UNKNOWN, ContentType.RICH_MESSAGE, ContentType.PASSPORT_DATA,
    ContentType.WEB_APP_DATA, ContentType.SUCCESSFUL_PAYMENT,
}  # fmt: skip
"""Notes that Telegram itself writes into the chat."""


def is_service(message: Message) -> bool:
    """Whether Telegram says that something has happened in the chat, and nobody has sent anything."""
    return message.content_type in SERVICE


def words_of(messages: Sequence[Message]) -> str:
    """The text, or all different captions of an album, each on lines of its own."""
    said = [(one.text or one.caption or "").strip() for one in messages]
    return "\n".join(dict.fromkeys(one for one in said if one))


def picture_in(message: Message) -> PhotoSize | Document | None:
    """The picture of a message, sent as a photo or as a file; None if it has none."""
    if message.photo:
        return message.photo[-1]
    document = message.document
    if document is None or message.animation is not None:
        return None
    return document if PurePath((document.file_name or "").lower()).suffix in PICTURE_ENDINGS else _typed(document)


def _typed(document: Document) -> Document | None:
    """A file without an ending that its sender's app calls a picture."""
    is_nameless = not PurePath(document.file_name or "").suffix
    is_picture = (document.mime_type or "").removeprefix("image/") in ("jpeg", "png", "webp", "heic", "heif")
    return document if is_nameless and is_picture else None


def has_picture(message: Message) -> bool:
    """Whether there is a picture in it; a filter."""
    return picture_in(message) is not None


def has_file(message: Message) -> bool:
    """Whether a photo or a file was sent, which an animation is not, though Telegram describes it as one, too."""
    return bool(message.photo) or (message.document is not None and message.animation is None)


def has_words_or_file(message: Message) -> bool:
    """Whether it is something that conversations take; a filter."""
    return message.text is not None or has_file(message)


def shortened(words: str) -> str:
    """Words as they are repeated to who has sent them."""
    return words if len(words) <= MOST_QUOTED else words[:MOST_QUOTED] + "…"


def cannot_be_read(t: Localizer, message: Message) -> Markup:
    """What of this kind cannot be used here, the words under it neither, and what to send instead."""
    return lines(_unread(t, message), unused_words(t, [message]))


def one_alone(t: Localizer, kept: Sequence[object]) -> Markup | None:
    """That only the first of several files is used."""
    return t("One file fits here, the others are not used.") if len(kept) > 1 else None


def unused_words(t: Localizer, sent: Sequence[Message]) -> Markup | None:
    """That the words with a picture or a file are not used, where there are any."""
    words = words_of(sent)
    return t("The words under it are not used: “{words}”", words=shortened(words)) if words else None


def _unread(t: Localizer, message: Message) -> Markup:
    said = UNREAD.get(ContentType(message.content_type))
    # Telegram comes up with new kinds all the time
    return t(said) if said is not None else t("I cannot read this kind of message. Please write it as ordinary text.")


def left_out(t: Localizer, messages: Sequence[Message], *, documents: bool = False) -> Markup | None:
    """What is not used of messages whose words and pictures are; None if everything is.

    `documents` says that files which are no pictures are used, too.
    """
    said = []
    for one in messages:
        if one.document is not None and one.animation is None:
            if not documents and not has_picture(one):
                said.append(
                    t("📎 The file “{name}” is left out: only photos fit here.", name=one.document.file_name or "…")
                )
        elif one.content_type not in READ:
            said.append(_unread(t, one))
    return lines(*dict.fromkeys(said)) if said else None
