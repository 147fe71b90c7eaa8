"""Around every update: who is it, in which language, with which work; each press is answered, each error is a sentence.

Handlers ask for what they need by name: `me` (the person), `t` (how they are spoken to), `chat`, `work`, `album` (all
messages of an album), `document` (the document that was sent, or None), `state` (the conversation), or `ctx` for these
together, with the photos and documents of the product.
"""

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import TelegramObject, Update, User
from markupsafe import Markup

from bot.callbacks import Menu
from bot.chat import Chat
from bot.files.documents import Documents, SentDocument
from bot.files.photos import DrawnPictures, Photos
from bot.forms.model import Context
from bot.latest_screen import remember
from bot.localization import Localizer, known_language
from bot.screen import Button, Screen
from bot.telegram.message_content import is_service
from domain.clock import Clock
from domain.estate.parties.closed_access import why_forbidden
from domain.files.stored_file import FileStore
from domain.people.meet import Account, meet, recognise
from domain.refusal import Forbidden, Refusal
from domain.work import Work

log = logging.getLogger(__name__)

SPINNER_SECONDS = 0.8
"""A press not answered by then is answered empty, so that nobody watches a spinner."""

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
NewWork = Callable[[str | None], Work]


class ContextMiddleware(BaseMiddleware):
    """Prepares what handlers ask for, and turns what they raise into an answer."""

    def __init__(self, new_work: NewWork, store: FileStore, clock: Clock) -> None:
        self._new_work = new_work
        self._store = store
        self._clock = clock
        self._drawn = DrawnPictures()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Handle one update."""
        update = event
        if not isinstance(update, Update):
            return await handler(event, data)
        user = _sender(update)
        if user is None or user.is_bot or (update.message is not None and is_service(update.message)):
            return None
        work = self._new_work(f"update:{update.update_id}")
        if update.my_chat_member is not None:
            # to block the bot is not to talk to it: a stranger stays one
            data.update(work=work)
            return await handler(event, data)
        bot: Bot = data["bot"]
        account = _account(user)
        photos = Photos(bot, self._store, lambda: self._new_work(None), self._drawn)
        documents = Documents(bot, self._store, lambda: self._new_work(None))
        inner = update.message or update.callback_query
        chat = Chat(bot, user.id, photos, documents, inner)
        begins = update.message is not None
        me = await (meet if begins else recognise)(self._new_work(None), account)
        if me is None:
            return await _not_known(chat, Localizer(account.language, ZoneInfo("UTC"), self._clock.now()))
        t = Localizer(me.language, me.zone, self._clock.now())
        ctx = Context(
            work, me, t, chat, photos, documents, data["state"], data["menus"], data["forms"], data["telegram_payments"]
        )
        data.update(work=work, me=me, t=t, chat=chat, clock=self._clock, ctx=ctx, document=_document(bot, update))
        return await self._handled(handler, event, data, ctx)

    async def _handled(self, handler: Handler, event: TelegramObject, data: dict[str, Any], ctx: Context) -> Any:
        """Do what the update asks for, say why not, and let the button that was pressed go in any case."""
        is_press = isinstance(event, Update) and event.callback_query is not None
        spinner = asyncio.create_task(_answer_soon(ctx.chat)) if is_press else None
        try:
            return await handler(event, data)
        except Forbidden as refusal:
            await refuse(ctx.chat, ctx.t, await why_forbidden(self._new_work(None), ctx.me, refusal))
        except Refusal as refusal:
            await refuse(ctx.chat, ctx.t, refusal)
        except TelegramForbiddenError:
            log.info("the person has blocked the bot")
        finally:
            await remember(ctx.chat, ctx.state, self._clock.now())
            if spinner is not None:
                spinner.cancel()
            await ctx.chat.answer_press()


async def refuse(chat: Chat, t: Localizer, refusal: Refusal) -> None:
    """Say a refusal: over the chat for a press, as a message with a way on for something typed."""
    if chat.is_press:
        await chat.toast(t.refusal(refusal), alert=True)
    else:
        await chat.send(Screen(t.refusal(refusal), [[Button(t("☰ Menu"), Menu())]]))


async def apologise(bot: Bot, chat_id: int, t: Localizer) -> str:
    """Tell a person that something of ours has failed; returns the code by which it is found in the log."""
    code = secrets.token_hex(3).upper()
    text = t(
        "Something went wrong on our side, and we have been told. Nothing you saved is lost. Code: {code}",
        code=Markup("<code>{}</code>").format(code),
    )
    keyboard = Screen(text, [[Button(t("☰ Menu"), Menu())]]).keyboard()
    with contextlib.suppress(TelegramBadRequest, TelegramForbiddenError):
        await bot.send_message(chat_id, str(text), reply_markup=keyboard)
    return code


async def _not_known(chat: Chat, t: Localizer) -> None:
    # only who was erased has buttons without being known; pressing one does not begin anything
    if chat.is_press:
        await chat.toast(t("I have no data about you. To begin, send /start."), alert=True)


async def _answer_soon(chat: Chat) -> None:
    await asyncio.sleep(SPINNER_SECONDS)
    await chat.answer_press()


def _sender(update: Update) -> User | None:
    """Who it is from, if it is a private chat: the bot says nothing in groups."""
    if update.callback_query is not None:
        message = update.callback_query.message
        is_elsewhere = message is not None and message.chat.type != "private"
        return None if is_elsewhere else update.callback_query.from_user
    said = update.message or update.edited_message or update.my_chat_member
    if said is not None:
        return said.from_user if said.chat.type == "private" else None
    return update.pre_checkout_query.from_user if update.pre_checkout_query is not None else None


def _document(bot: Bot, update: Update) -> SentDocument | None:
    sent = update.message.document if update.message is not None else None
    return SentDocument(bot, sent) if sent is not None else None


def _account(user: User) -> Account:
    return Account(
        telegram_id=user.id,
        first_name=user.first_name,
        last_name=user.last_name,
        username=user.username,
        language=known_language(user.language_code),
    )
