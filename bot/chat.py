"""The chat with one person while one update is handled: show a screen, say a toast, send an event.

A press edits the message it was made on; something typed is answered by a new message. Where Telegram refuses an edit
(the message is gone, too old, or of another kind) the screen is sent anew, so nobody is left without an answer.
Where it no longer knows the id of a file (the bot has another token), the file is uploaded again; a picture that it
does not take even so is left out, or sent as a file where it is the message itself: what is said gets through.
"""

import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from markupsafe import Markup

from bot.files.documents import Documents
from bot.files.photos import Photos
from bot.screen import MOST_CAPTION, Button, Row, Screen, cut
from domain.files.stored_file import FileId, FileKind
from domain.refusal import NotFound

log = logging.getLogger(__name__)

MOST_TOAST = 200
UNKNOWN_FILE = ("wrong file identifier", "wrong remote file identifier", "wrong file_id")
"""What Telegram says of an id that it did not give to this bot."""
REFUSED_PICTURE = (
    *UNKNOWN_FILE,
    "photo_",
    "image_process_failed",
    "media_empty",
    "media_invalid",
    "file reference",
    "file_reference_",
    "too big for a photo",
)
"""What it says of a picture that it does not show: a part of its description or of the MTProto error in it."""
S = TypeVar("S")


class Chat:
    """One person's chat during one update."""

    def __init__(
        self,
        bot: Bot,
        chat_id: int,
        photos: Photos,
        documents: Documents,
        event: Message | CallbackQuery | None,
    ) -> None:
        self.bot = bot
        self.id = chat_id
        self._photos = photos
        self._documents = documents
        self._query = event if isinstance(event, CallbackQuery) else None
        pressed = event.message if isinstance(event, CallbackQuery) else None
        self._pressed = pressed if isinstance(pressed, Message) else None
        self._answered = False
        self.latest: Screen | None = None
        """What was shown last during this update."""

    @property
    def is_press(self) -> bool:
        """Whether a button was pressed (and not something typed)."""
        return self._query is not None

    @property
    def pressed_id(self) -> int | None:
        """The message whose button was pressed; None for something typed."""
        return self._pressed.message_id if self._pressed is not None else None

    async def show(self, screen: Screen, *, new: bool = False) -> None:
        """Show a screen: in the pressed message, or as a new one."""
        self.latest = screen
        if self._pressed is None or new or screen.document is not None or _is_kept(self._pressed):
            await self.send(screen)
            return
        try:
            await self._edit(self._pressed, screen)
        except TelegramBadRequest as error:
            if "not modified" in error.message.lower():
                return
            await self.send(screen)
            with contextlib.suppress(TelegramAPIError):
                await self._pressed.delete()

    async def show_in(self, message_id: int, screen: Screen) -> None:
        """Show a screen without a picture in a message that was sent before; in a new one if that has gone."""
        try:
            await self.bot.edit_message_text(
                screen.fitting_text(), chat_id=self.id, message_id=message_id, reply_markup=screen.keyboard()
            )
        except TelegramBadRequest as error:
            if "not modified" not in error.message.lower():
                await self.send(screen)

    async def restore(self, message: Message) -> None:
        """Let a message show again what it showed when this was received."""
        with contextlib.suppress(TelegramBadRequest):
            await self.bot.edit_message_text(
                message.html_text, chat_id=self.id, message_id=message.message_id, reply_markup=message.reply_markup
            )

    async def delete(self, message_id: int) -> None:
        """Remove a message, the person's own or one of the bot's."""
        with contextlib.suppress(TelegramBadRequest):
            await self.bot.delete_message(self.id, message_id)

    async def send(self, screen: Screen, *, silent: bool = False) -> int:
        """Send a screen as a new message; returns its id."""
        self.latest = screen
        if screen.document is not None:
            return await self.send_stored(screen.document, screen.text, screen.rows, silent=silent)
        keyboard = screen.keyboard()
        if screen.photo is None:
            sent = await self.bot.send_message(
                self.id, screen.fitting_text(), reply_markup=keyboard, disable_notification=silent
            )
            return sent.message_id
        text = screen.fitting_text()

        async def send(photo: str | BufferedInputFile) -> Message:
            return await self.bot.send_photo(
                self.id, photo, caption=text, reply_markup=keyboard, disable_notification=silent
            )

        shown = await self._with_photo(screen.photo, send)
        if shown is None:
            return await self.send(replace(screen, photo=None), silent=silent)
        await self._photos.remember(screen.photo, shown)
        return shown.message_id

    async def _edit(self, message: Message, screen: Screen) -> None:
        keyboard = screen.keyboard()
        has_photo = bool(message.photo)
        if screen.photo is None and not has_photo:
            await self.bot.edit_message_text(
                screen.fitting_text(), chat_id=self.id, message_id=message.message_id, reply_markup=keyboard
            )
        elif screen.photo is None:
            await self.send(screen)
            with contextlib.suppress(TelegramAPIError):
                await message.delete()
        else:
            text = screen.fitting_text()

            async def edit(photo: str | BufferedInputFile) -> Message | bool:
                media = InputMediaPhoto(media=photo, caption=text, parse_mode="HTML")
                return await self.bot.edit_message_media(
                    media, chat_id=self.id, message_id=message.message_id, reply_markup=keyboard
                )

            edited = await self._with_photo(screen.photo, edit)
            if edited is None:
                await self._edit(message, replace(screen, photo=None))
            elif isinstance(edited, Message):
                await self._photos.remember(screen.photo, edited)

    async def _with_photo(
        self, photo: FileId | bytes, do: Callable[[str | BufferedInputFile], Awaitable[S]]
    ) -> S | None:
        """What came of it; None if Telegram takes the picture neither by its id nor uploaded."""
        known = await self._photos.to_send(photo)
        with _unless_refused(photo):
            return await do(known)
        if isinstance(known, str):
            with _unless_refused(photo):
                return await do(await self._photos.to_send(photo, upload=True))
        return None

    async def change_button(self, button: Button) -> None:
        """Put another button in place of the pressed one; the message stays as it is."""
        pressed = self._pressed
        if pressed is None or self._query is None or pressed.reply_markup is None:
            return
        rows = [
            [button.draw() if key.callback_data == self._query.data else key for key in row]
            for row in pressed.reply_markup.inline_keyboard
        ]
        with contextlib.suppress(TelegramBadRequest):
            await self.bot.edit_message_reply_markup(
                chat_id=self.id,
                message_id=pressed.message_id,
                reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
            )

    async def toast(self, text: Markup | str, *, alert: bool = False) -> None:
        """Answer a press with a short text over the chat; a typed message gets it as a message."""
        plain = text.striptags() if isinstance(text, Markup) else text
        if self._query is None or not self._query.id:
            # typed, or a press that was answered long ago
            await self.bot.send_message(self.id, cut(Markup.escape(plain), 4096))
            return
        if self._answered:
            return
        self._answered = True
        with contextlib.suppress(TelegramAPIError):
            await self.bot.answer_callback_query(self._query.id, text=plain[:MOST_TOAST], show_alert=alert)

    async def answer_press(self) -> None:
        """Stop the pressed button's spinner, if nothing has yet."""
        if self._query is None or self._answered or not self._query.id:
            return
        self._answered = True
        with contextlib.suppress(TelegramAPIError):
            await self.bot.answer_callback_query(self._query.id)

    def hand_over(self) -> str:
        """Let something else answer the press; returns its id, empty if it is none or is answered already."""
        if self._query is None or self._answered:
            return ""
        self._answered = True
        return self._query.id

    async def ask_contact(self, text: Markup, label: Markup, cancel: Markup) -> None:
        """Ask for the person's own Telegram contact by the button made for it; the other button types its label."""
        button = KeyboardButton(text=label.unescape(), request_contact=True)
        way_out = KeyboardButton(text=cancel.unescape())
        keyboard = ReplyKeyboardMarkup(keyboard=[[button], [way_out]], resize_keyboard=True, one_time_keyboard=True)
        await self.bot.send_message(self.id, str(text), reply_markup=keyboard)

    async def put_away_keyboard(self, text: Markup) -> None:
        """Say something and take the reply keyboard away."""
        await self.bot.send_message(self.id, str(text), reply_markup=ReplyKeyboardRemove())

    async def send_contact(self, phone: str, first_name: str, last_name: str | None) -> None:
        """Send a contact card to keep."""
        await self.bot.send_contact(self.id, phone, first_name, last_name=last_name)

    async def send_document(
        self, content: bytes, name: str, caption: Markup | None = None, rows: Sequence[Row] = ()
    ) -> None:
        """Send a file to keep, as a new message; what was shown stays."""
        await self.is_working("upload_document")
        await self.bot.send_document(
            self.id,
            BufferedInputFile(content, filename=name),
            caption=cut(caption, MOST_CAPTION) if caption else None,
            reply_markup=Screen(Markup(), rows).keyboard(),
        )

    async def send_stored(
        self,
        file: FileId | None,
        caption: Markup | None = None,
        rows: Sequence[Row] = (),
        *,
        protect: bool = False,
        silent: bool = False,
    ) -> int:
        """Send a kept document or photo as a new message; `protect` it from being forwarded and saved.

        Whether the reader may have it is for the use case that found it; `NotFound` if there is none, as once it has
        been erased.
        """
        if file is None:
            raise NotFound
        one = await self._documents.find(file)

        async def send(what: str | BufferedInputFile, kind: FileKind) -> Message:
            given: dict[str, Any] = {
                "caption": cut(caption, MOST_CAPTION) if caption else None,
                "reply_markup": Screen(Markup(), rows).keyboard(),
                "protect_content": protect or None,
                "disable_notification": silent or None,
            }
            if kind is FileKind.DOCUMENT:
                return await self.bot.send_document(self.id, what, **given)
            return await self.bot.send_photo(self.id, what, **given)

        known, kind = one.file.telegram_file_id, one.file.kind
        if known is not None:
            with _unless_refused(file):
                return (await send(known, kind)).message_id
        await self.is_working("upload_document")
        if kind is not FileKind.DOCUMENT:
            with _unless_refused(file):
                sent = await send(await self._documents.upload(one), kind)
                await self._documents.remember(one, sent)
                return sent.message_id
        sent = await send(await self._documents.upload(one), FileKind.DOCUMENT)
        await self._documents.remember(one, sent)
        return sent.message_id

    async def is_working(self, action: str = "typing") -> None:
        """Show that something is being prepared."""
        with contextlib.suppress(TelegramAPIError):
            await self.bot.send_chat_action(self.id, action)


def _is_kept(message: Message) -> bool:
    """A document, and a bill that may be a receipt by now, are there to be kept: neither changed nor removed."""
    return message.document is not None or message.invoice is not None


@contextlib.contextmanager
def _unless_refused(photo: FileId | bytes) -> Iterator[None]:
    """Go on where Telegram does not take this picture; any other refusal is raised."""
    try:
        yield
    except TelegramBadRequest as error:
        if not any(sign in error.message.lower() for sign in REFUSED_PICTURE):
            raise
        which = "a drawn picture" if isinstance(photo, bytes) else f"file {photo}"
        log.warning("Telegram does not take %s: %s", which, error.message)
