"""Nothing is said twice: before a message is sent again, it is looked for in the chat where it may be already.

Telegram has no idempotency key: when the process dies, or the answer is lost, after a message was sent and before that
was noted, nobody can tell. But a chat's message ids only grow, so the message, if it exists, has one of the next ids
after the last one known; and an edit that would change nothing is refused with "not modified", which proves that it is
there. What is in that range and known to be another message is left alone.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    EditMessageCaption,
    EditMessageReplyMarkup,
    EditMessageText,
    Response,
    SendContact,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, InlineKeyboardMarkup, Message

LOOKED_AT = 10
"""Ids after the last known one: other chats take ids too, so the message need not have the very next."""


@dataclass
class SendScope:
    """What is sent on behalf of one update or one push, and where it may have been sent before."""

    may_be_after: int | None = None
    """If this was tried before: the last message id known at that time."""
    others: frozenset[int] = frozenset()
    """Messages of the chat that are known to be others."""
    sent: list[int] = field(default_factory=list)


class DeduplicationMiddleware(BaseRequestMiddleware):
    """Knows the highest message id there is, and looks before sending again."""

    def __init__(self) -> None:
        self.highest: int | None = None
        self._send_scope: ContextVar[SendScope | None] = ContextVar("send_scope", default=None)

    def saw(self, message_id: int) -> None:
        """A message with this id exists."""
        self.highest = max(self.highest or 0, message_id)

    @contextmanager
    def send_scope(self, may_be_after: int | None = None, others: Collection[int] = ()) -> Iterator[SendScope]:
        """What is sent inside belongs together; `may_be_after` if it may have been sent before."""
        send_scope = SendScope(may_be_after, frozenset(others))
        token = self._send_scope.set(send_scope)
        try:
            yield send_scope
        finally:
            self._send_scope.reset(token)

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        """Make one request, unless it would say again what is said already."""
        send_scope = self._send_scope.get()
        found = None
        if send_scope is not None and send_scope.may_be_after is not None:
            found = await self._look(make_request, bot, method, send_scope)
        result = found or await make_request(bot, method)
        if isinstance(result, Message):
            self.saw(result.message_id)
            if send_scope is not None and _is_new(method):
                send_scope.sent.append(result.message_id)
        return result  # type: ignore[return-value]

    async def _look(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
        send_scope: SendScope,
    ) -> Message | None:
        assert send_scope.may_be_after is not None  # noqa: S101  (asked for by the caller)
        most = 1 if _is_fixed(method) else LOOKED_AT
        for message_id in range(send_scope.may_be_after + 1, send_scope.may_be_after + 1 + most):
            if message_id in send_scope.others:
                continue
            edit = _as_edit(method, message_id)
            if edit is None:
                return None
            try:
                await make_request(bot, edit)  # type: ignore[arg-type]
            except TelegramBadRequest as error:
                words = error.message.lower()
                if "not modified" not in words and not (_is_fixed(method) and "can't be edited" in words):
                    continue
            send_scope.may_be_after = message_id
            return _placeholder(message_id, method)
        return None


def _is_new(method: TelegramMethod[TelegramType]) -> bool:
    return isinstance(method, SendMessage | SendPhoto | SendDocument | SendContact)


def _is_fixed(method: TelegramMethod[TelegramType]) -> bool:
    """A message with a reply keyboard cannot be edited: that it can't be, is how it is known to be there."""
    keyboard = getattr(method, "reply_markup", None)
    return keyboard is not None and not isinstance(keyboard, InlineKeyboardMarkup)


def _as_edit(method: TelegramMethod[TelegramType], message_id: int) -> TelegramMethod[Message | bool] | None:
    """The edit that would change nothing if this message is what `method` sends; None where no edit can tell."""
    match method:
        case SendMessage(reply_markup=InlineKeyboardMarkup() | None as keyboard):
            return EditMessageText(
                chat_id=method.chat_id, message_id=message_id, text=method.text, reply_markup=keyboard
            )
        case SendPhoto(reply_markup=InlineKeyboardMarkup() | None as keyboard):
            return EditMessageCaption(
                chat_id=method.chat_id, message_id=message_id, caption=method.caption, reply_markup=keyboard
            )
        case SendDocument(reply_markup=InlineKeyboardMarkup() | None as keyboard):
            return EditMessageCaption(
                chat_id=method.chat_id, message_id=message_id, caption=method.caption, reply_markup=keyboard
            )
        case SendMessage():
            return EditMessageText(chat_id=method.chat_id, message_id=message_id, text=method.text)
        case SendContact():
            return EditMessageReplyMarkup(chat_id=method.chat_id, message_id=message_id)
        case _:
            return None


def _placeholder(message_id: int, method: TelegramMethod[TelegramType]) -> Message:
    chat_id = int(getattr(method, "chat_id", 0))
    return Message.model_construct(message_id=message_id, chat=Chat(id=chat_id, type="private"))
