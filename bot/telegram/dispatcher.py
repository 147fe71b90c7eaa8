"""A Telegram client that waits as long as Telegram asks, and a dispatcher with the handlers of all conversations."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from aiogram import BaseMiddleware, Bot, Dispatcher, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.client.telegram import TelegramAPIServer
from aiogram.dispatcher.event.handler import FilterObject
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import LinkPreviewOptions

from bot.telegram.deduplication import DeduplicationMiddleware
from bot.telegram.fsm_storage import FsmStorage

log = logging.getLogger(__name__)

LONGEST_WAIT_SECONDS = 5
"""A handler waits so long when Telegram says "later"; a longer wait gives the update back to its lane."""
WAITS = 3


class AnswerTypesMiddleware(BaseRequestMiddleware):
    """Keeps the types of Telegram's answers: aiogram names them anew for every call, and pydantic, which forgets what
    nobody holds, would make one in ten milliseconds each time.
    """

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make one request."""
        _answer_of(type(method))
        return await make_request(bot, method)


@cache
def _answer_of(method: type[TelegramMethod[Any]]) -> Any:
    return Response[method.__returning__]  # type: ignore[name-defined]


class RetryAfterMiddleware(BaseRequestMiddleware):
    """Waits as long as Telegram asks, a few times, before giving up."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Make one request."""
        for _ in range(WAITS):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if error.retry_after > LONGEST_WAIT_SECONDS:
                    raise
                await asyncio.sleep(error.retry_after)
        return await make_request(bot, method)


def make_bot(
    token: str, base_url: str, deduplication: DeduplicationMiddleware, session: BaseSession | None = None
) -> Bot:
    """A Telegram client; HTML, and no link previews under what people write."""
    if session is None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(base_url), timeout=60)
    session.middleware(AnswerTypesMiddleware())
    session.middleware(deduplication)
    session.middleware(RetryAfterMiddleware())
    return Bot(
        token,
        session=session,
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True)),
    )


def make_dispatcher(
    conversations: FsmStorage,
    ctx: BaseMiddleware,
    lock: BaseMiddleware,
    routers: Iterable[Router],
    **shared: object,
) -> Dispatcher:
    """A dispatcher whose handlers are surrounded by `ctx`, stand behind `lock` and share the named objects."""
    dispatcher = Dispatcher(storage=conversations)
    dispatcher.workflow_data.update(shared)
    dispatcher.update.outer_middleware(ctx)
    for asked in (dispatcher.message, dispatcher.callback_query):
        asked.middleware(lock)
    for router in routers:
        _hand_in(dispatcher, router)
    return dispatcher


def _hand_in(
    dispatcher: Dispatcher, router: Router, above: Sequence[FilterObject] = (), kind: str | None = None
) -> None:
    """Take a router's handlers over in their order, so that one update is asked about by one router, not by dozens.

    Conversations declare their router once, at import, and each dispatcher of a process takes the handlers from there.
    """
    for name, observer in router.observers.items():
        if kind is not None and name != kind:
            continue
        filters = [*above, *(observer._handler.filters or ())]
        for handler in observer.handlers:
            handed = replace(handler, filters=[*filters, *(handler.filters or ())]) if filters else handler
            dispatcher.observers[name].handlers.append(handed)
        for inner in router.sub_routers:
            _hand_in(dispatcher, inner, filters, name)
