"""Lets another process make people, act as them, read their chats, order trouble and move the clock."""

import base64
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sandbox.chats import CallbackQuery, Checkout
from sandbox.clock import Clock
from sandbox.person import Person
from sandbox.shown import NotOnScreenError, Shown
from sandbox.view import view_of_call, view_of_chat, view_of_message, view_of_person, view_of_press
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

_TROUBLE = {"too_many_requests", "refuses", "server_error", "no_answer", "loses_answer", "truncates", "slow"}
_MESSAGE_ARGUMENTS = {"message", "reply_to"}
_BYTES_ARGUMENTS = {"content", "contents", "photos"}
_PERSON_ARGUMENTS = {"other", "from_person"}
_LONGEST_WAIT = 25.0  # seconds one request waits for a change
VERBS = {
    "start",
    "writes",
    "forwards",
    "sends_photo",
    "sends_album",
    "sends_document",
    "sends_sticker",
    "sends_voice",
    "sends_location",
    "shares_contact",
    "sends_contact_of",
    "taps",
    "taps_at",
    "taps_data",
    "presses",
    "edits",
    "deletes",
    "blocks_bot",
    "unblocks_bot",
    "deletes_account",
    "pays",
    "reads",
}


class UnknownError(LookupError):
    """There is no such person, verb or address."""


@dataclass(frozen=True)
class BotHooks:
    """What can be done to the bot beside this Telegram; None where nobody offers it."""

    restart: Callable[[], Awaitable[None]] | None = None
    """Ends the bot and starts it anew; returns once it serves again."""
    clock_moved: Callable[[], Awaitable[None]] | None = None
    """Does what has become due because the clock was moved."""


class Control:
    """The JSON addresses below `/sandbox/`, without the HTTP around them."""

    def __init__(self, telegram: "Telegram", bot: BotHooks | None = None) -> None:
        self.telegram = telegram
        self.bot = bot or BotHooks()
        self._simple: dict[tuple[str, str], Callable[[Mapping[str, str], Json], Any]] = {
            ("GET", "people"): lambda _, __: [view_of_person(one) for one in telegram.people.values()],
            ("POST", "people"): lambda _, body: view_of_person(telegram.person(**body)),
            ("GET", "calls"): self._calls,
            ("GET", "updates"): lambda query, _: _tail(telegram.updates.log, query),
            ("POST", "updates"): lambda _, body: telegram.updates.inject(body["update"]),
            ("POST", "updates/repeat"): lambda _, body: telegram.updates.repeat(body.get("update_id")),
            ("POST", "updates/double"): lambda _, body: telegram.updates.double_next(int(body.get("times", 1))),
            ("POST", "trouble"): lambda _, body: self._order_trouble(body),
            ("DELETE", "trouble"): lambda query, _: telegram.trouble.clear(query.get("kind")),
            ("GET", "trouble"): lambda _, __: [asdict(fault) for fault in telegram.trouble.faults],
            ("GET", "limits"): lambda _, __: {"on": telegram.limits.is_on},
            ("POST", "limits"): lambda _, body: self._set_limits(bool(body.get("on"))),
            ("GET", "clock"): lambda _, __: {"now": telegram.now().isoformat()},
        }
        self._lasting: dict[tuple[str, str], Callable[[Mapping[str, str], Json], Awaitable[Json]]] = {
            ("GET", "changes"): self._wait_for_change,
            ("POST", "clock"): self._move_clock,
            ("POST", "bot/restart"): self._restart_bot,
        }

    async def handle(self, method: str, path: str, query: Mapping[str, str], body: Json) -> tuple[int, Any]:
        """Status and JSON for one request; 404 for an unknown address, 409 for what a person cannot do."""
        try:
            if lasting := self._lasting.get((method, path)):
                return 200, await lasting(query, body)
            return 200, self._answer(method, path, query, body)
        except UnknownError as error:
            return 404, {"error": str(error)}
        except NotOnScreenError as error:
            return 409, {"error": str(error)}
        except (TypeError, ValueError, KeyError) as error:
            return 400, {"error": f"{type(error).__name__}: {error}"}

    def _answer(self, method: str, path: str, query: Mapping[str, str], body: Json) -> Any:
        if simple := self._simple.get((method, path)):
            return simple(query, body)
        parts = path.split("/")
        if parts[0] != "people" or not 2 <= len(parts) <= 3:
            raise UnknownError(f"no such address: {method} {path}")
        person = self._person(parts[1])
        if method == "GET" and len(parts) == 2:
            return view_of_chat(person)
        if method == "POST" and len(parts) == 3:
            return self._act(person, parts[2], body)
        raise UnknownError(f"no such address: {method} {path}")

    def _person(self, number: Any) -> Person:
        person = self.telegram.people.get(int(number)) if str(number).isdigit() else None
        if person is None:
            raise UnknownError(f"nobody has the id {number}")
        return person

    def _act(self, person: Person, verb: str, body: Json) -> Json:
        if verb not in VERBS:
            raise UnknownError(f"a person has no verb {verb!r}")
        given = {name: value for name, value in body.items() if value is not None}
        # a message that is forwarded may stand in somebody else's chat with the bot
        owner = self._person(given.pop("from_chat")) if "from_chat" in given else person
        arguments = {name: self._argument(owner, name, value) for name, value in given.items()}
        return self._outcome(getattr(person, verb)(**arguments))

    def _argument(self, person: Person, name: str, value: Any) -> Any:
        if name in _BYTES_ARGUMENTS:
            return base64.b64decode(value) if isinstance(value, str) else [base64.b64decode(one) for one in value]
        if name in _PERSON_ARGUMENTS:
            return self._person(value)
        if name in _MESSAGE_ARGUMENTS or (name == "what" and isinstance(value, int)):
            message = person.chat.messages.get(int(value))
            if message is None:
                raise UnknownError(f"there is no message {value} in the chat of {person.user.first_name}")
            return Shown(self.telegram, message)
        return value

    def _outcome(self, done: Any) -> Json:
        if isinstance(done, Shown):
            return {"message": view_of_message(done, [])}
        if isinstance(done, list):
            return {"messages": [view_of_message(shown, []) for shown in done]}
        if isinstance(done, CallbackQuery):
            return {"press": view_of_press(done)}
        if isinstance(done, Checkout):
            return {"checkout": {"id": done.id, "is_answered": done.is_answered}}
        return {}

    def _calls(self, query: Mapping[str, str], _: Json) -> list[Json]:
        wanted = query.get("method")
        numbered = list(enumerate(self.telegram.calls, start=1))[int(query.get("after", 0)) :]
        calls = [(number, call) for number, call in numbered if wanted in (None, call.method)]
        return [view_of_call(call, number) for number, call in _tail(calls, {"last": query.get("last", "0")})]

    def _order_trouble(self, body: Json) -> Json:
        terms = dict(body)
        kind = str(terms.pop("kind", ""))
        if kind not in _TROUBLE:
            raise UnknownError(f"no trouble is called {kind!r}")
        return asdict(getattr(self.telegram.trouble, kind)(**terms))

    def _set_limits(self, on: bool) -> Json:
        if on:
            self.telegram.limits.on()
        else:
            self.telegram.limits.off()
        return {"on": on}

    async def _wait_for_change(self, query: Mapping[str, str], _: Json) -> Json:
        seconds = min(float(query.get("seconds", _LONGEST_WAIT)), _LONGEST_WAIT)
        return {"version": await self.telegram.change_after(int(query.get("since", 0)), seconds)}

    async def _restart_bot(self, _: Mapping[str, str], __: Json) -> Json:
        if self.bot.restart is None:
            raise UnknownError("this bot cannot be restarted from here")
        await self.bot.restart()
        return {}

    async def _move_clock(self, _: Mapping[str, str], body: Json) -> Json:
        if not isinstance(self.telegram.clock, Clock):
            raise UnknownError("this Telegram's clock cannot be moved")
        self.telegram.clock.forward(seconds=float(body.get("seconds", 0)))
        if self.bot.clock_moved is not None:
            await self.bot.clock_moved()
        self.telegram.changed()
        return {"now": self.telegram.now().isoformat()}


def _tail(log: list[Any], query: Mapping[str, str]) -> list[Any]:
    """What comes after the first `after` lines, and of that the `last` ones; 0 means all."""
    rest = log[int(query.get("after", 0)) :]
    return rest[-int(query.get("last", 0)) :]
