"""Telegram as one bot sees it: people, chats and the Bot API, in memory, in Telegram's own words."""

import asyncio
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.chats import CallbackQuery, Chat, Checkout, Message, User
from sandbox.clock import Clock
from sandbox.files import Files
from sandbox.limits import FloodLimits
from sandbox.methods import METHODS
from sandbox.parameters import Parameters
from sandbox.person import Person
from sandbox.profile import Profile
from sandbox.refusals import RefusalError, bad_request, forbidden
from sandbox.trouble import Kind, Trouble
from sandbox.updates import Updates
from sandbox.webhook import Webhook, telegrams_pause
from sandbox.wire import Answer, AnswerLostError, Json, NoAnswerError, UploadedFile, answer_ok, answer_refused

TEST_TOKEN = "42:TEST-token-of-the-sandbox"  # noqa: S105 - opens nothing but this model


@dataclass
class ApiCall:
    """One call of the bot, for the log: what it asked, when, and what it got."""

    time: datetime
    method: str
    params: Json
    files: list[str] = field(default_factory=list)
    status: int = 0
    result: Any = None
    description: str = ""
    trouble: str = ""
    seconds: float = 0.0


class Telegram:
    """A whole Telegram with one bot.

    `clock` gives the time with its zone, so that a test can hold it; without one it is the machine's, which
    `telegram.clock.forward(...)` and the control addresses move.
    """

    def __init__(
        self,
        clock: Callable[[], datetime] | None = None,
        token: str = TEST_TOKEN,
        *,
        username: str = "sandbox_bot",
        name: str = "Sandbox",
        webhook_pause: Callable[[int], float] = telegrams_pause,
    ) -> None:
        self.clock = clock or Clock()
        self.token = token
        self.bot = User(int(token.partition(":")[0]), name, username=username, is_bot=True)
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Person] = {}
        self.files = Files()
        self.updates = Updates(self.now)
        self.limits = FloodLimits(self.now)
        self.trouble = Trouble()
        self.profile = Profile()
        self.callbacks: dict[str, CallbackQuery] = {}
        self.checkouts: dict[str, Checkout] = {}
        self.calls: list[ApiCall] = []
        self.webhook: Webhook | None = None
        self.webhook_pause = webhook_pause
        self.version = 0  # grows with every change that somebody could see
        # As with updates: a process that starts anew does not give out the ids of the one before it.
        self._last_id = int(self.now().timestamp()) * 10**8
        self._last_message_id = int(self.now().timestamp()) % 2**30
        self._watchers: set[asyncio.Future[None]] = set()

    # What people and tests use.

    def now(self) -> datetime:
        """Telegram's time."""
        return self.clock()

    def person(
        self,
        first_name: str = "Анна",
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "ru",
        phone: str = "",
        user_id: int | None = None,
        role: str = "",
        story: Mapping[str, str] | None = None,
    ) -> Person:
        """Somebody with a Telegram account who has not heard of the bot yet.

        `role` and `story` (a line in each language) are for the page alone: the bot never hears of them.
        """
        identifier = user_id or 1_000_000 + len(self.users) + 1
        phone = phone or f"+7900{identifier % 10_000_000:07d}"
        user = User(identifier, first_name, last_name, username, language_code, phone=phone)
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, members=[user])
        self.people[user.id] = Person(self, user, role, story)
        self.changed()
        return self.people[user.id]

    def group(self, title: str, *members: Person, supergroup: bool = False) -> Chat:
        """A group in which the bot and these people are."""
        identifier = -(1_000_000_000_000 if supergroup else 0) - 5_000 - len(self.chats)
        users = [person.user for person in members]
        chat = Chat(identifier, "supergroup" if supergroup else "group", title, users, is_started=True)
        self.chats[chat.id] = chat
        return chat

    def calls_of(self, method: str) -> list[ApiCall]:
        """The calls of one method so far."""
        return [call for call in self.calls if call.method == method]

    def download(self, path: str) -> bytes | None:
        """The bytes behind a `file_path`; None if there is no such file."""
        stored = self.files.by_path.get(path)
        return stored.content if stored else None

    async def call(
        self,
        token: str,
        method: str,
        params: Mapping[str, Any] | None = None,
        files: Mapping[str, UploadedFile] | None = None,
    ) -> Answer:
        """One call of the Bot API, as HTTP would carry it.

        Raises `NoAnswerError` or `AnswerLostError` where trouble was ordered and the connection would break.
        """
        given, attached = dict(params or {}), dict(files or {})
        record = ApiCall(self.now(), method, given, sorted(attached))
        started = asyncio.get_running_loop().time()
        self.calls.append(record)
        try:
            answer = await self._answer_through_trouble(token, record, Parameters(given, attached))
        finally:
            record.seconds = asyncio.get_running_loop().time() - started
            if record.method.lower() != "getupdates":
                self.changed()
        record.status = answer.status
        return answer

    async def _answer_through_trouble(self, token: str, record: ApiCall, parameters: Parameters) -> Answer:
        fault = self.trouble.strike(record.method, parameters.values)
        if fault is None:
            return await self._answer(token, record, parameters)
        record.trouble = fault.kind
        if fault.kind is Kind.NO_ANSWER:
            raise NoAnswerError(fault.seconds)
        if fault.kind in {Kind.REFUSED, Kind.SERVER_ERROR}:
            answer = fault.answer()
            record.description = "" if fault.kind is Kind.SERVER_ERROR else answer.description
            return answer
        if fault.kind is Kind.SLOW:
            await asyncio.sleep(fault.seconds)
        answer = await self._answer(token, record, parameters)
        if fault.kind is Kind.ANSWER_LOST:
            raise AnswerLostError
        if fault.kind is Kind.TRUNCATED:
            return Answer(answer.status, answer.content[: len(answer.content) // 2], answer.headers)
        return answer

    async def _answer(self, token: str, record: ApiCall, parameters: Parameters) -> Answer:
        try:
            result = await self._perform(token, record.method, parameters)
        except RefusalError as refusal:
            record.description = refusal.description
            return answer_refused(refusal.status, refusal.description, refusal.parameters)
        record.result = result
        return answer_ok(result)

    async def _perform(self, token: str, method: str, parameters: Parameters) -> Any:
        if ":" not in token:
            raise RefusalError(404, "Not Found")
        if token != self.token:
            raise RefusalError(401, "Unauthorized")
        handler = METHODS.get(method.lower())
        if handler is None:
            raise RefusalError(404, "Not Found: method not found")
        result = handler(self, parameters)
        return await result if inspect.isawaitable(result) else result

    # What the methods of the API use.

    def chat_of(self, parameters: Parameters, name: str = "chat_id") -> Chat:
        """The chat a call names, by id or @username."""
        given = parameters.text(name).strip()
        if not given:
            raise bad_request(f"{name} is empty")
        chat: Chat | None = None
        if given.lstrip("-").isdigit():
            chat = self.chats.get(int(given))
        if chat is None:
            raise bad_request("chat not found")
        if chat.moved_to:
            raise RefusalError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": chat.moved_to},
            )
        return chat

    def check_may_write(self, chat: Chat) -> None:
        """403 where the bot cannot write to a chat."""
        if chat.type != "private":
            if chat.is_blocked:
                raise forbidden(f"bot was kicked from the {chat.type} chat")
            return
        if chat.members[0].is_deactivated:
            raise forbidden("user is deactivated")
        if chat.is_blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.is_started:
            raise forbidden("bot can't initiate conversation with a user")

    def add_message(self, message: Message) -> Message:
        """Puts a message into its chat."""
        message.chat.messages[message.message_id] = message
        if message.sender.is_bot:
            message.chat.action = ""
        self.changed()
        return message

    def next_message_id(self) -> int:
        """Message ids of a bot's chats grow together."""
        self._last_message_id += 1
        return self._last_message_id

    def next_id(self) -> str:
        """An identifier for a query, an album or a payment: 18 digits, as Telegram's are."""
        self._last_id += 1
        return str(self._last_id)

    # For those who watch: the page, a remote script.

    def changed(self) -> None:
        """Tells the watchers that there is something new to see."""
        self.version += 1
        for watcher in self._watchers:
            if not watcher.done():
                watcher.set_result(None)
        self._watchers.clear()

    async def change_after(self, version: int, seconds: float) -> int:
        """Waits until something has changed since `version`, at most so long; returns the version now."""
        if self.version <= version:
            watcher: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._watchers.add(watcher)
            try:
                await asyncio.wait_for(watcher, seconds)
            except TimeoutError:
                pass
            finally:
                self._watchers.discard(watcher)
        return self.version

    async def close(self) -> None:
        """Stops the webhook, if there is one."""
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
