"""People of a local Telegram, in another process or in this one: one script runs over HTTP and without."""

import asyncio
import base64
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from sandbox.control import Control
from sandbox.shown import NotOnScreenError
from sandbox.telegram import Telegram
from sandbox.wire import Json

Transport = Callable[[str, str, Json | None], Awaitable[Any]]
PATIENCE = 10.0  # seconds a person waits to see something


def over_http(session: aiohttp.ClientSession, address: str) -> Transport:
    """Reaches the local Telegram at `http://127.0.0.1:PORT`."""

    async def ask(method: str, path: str, body: Json | None = None) -> Any:
        async with session.request(method, f"{address}/sandbox/{path}", json=body) as answer:
            return _checked(answer.status, await answer.json())

    return ask


def in_process(telegram: Telegram) -> Transport:
    """Reaches a `Telegram` of this process."""
    control = Control(telegram)

    async def ask(method: str, path: str, body: Json | None = None) -> Any:
        path, _, query = path.partition("?")
        parameters = dict(part.split("=", 1) for part in query.split("&") if part)
        return _checked(*await control.handle(method, path, parameters, body or {}))

    return ask


def _checked(status: int, answer: Any) -> Any:
    if status == 409:
        raise NotOnScreenError(answer["error"])
    if status != 200:
        raise LookupError(f"{status}: {answer.get('error', answer)}")
    return answer


@dataclass(frozen=True)
class Seen:
    """A message as it looked when it was read; `json` has all of it."""

    json: Json

    @property
    def id(self) -> int:
        """Its message_id."""
        return int(self.json["id"])

    @property
    def text(self) -> str:
        """Text or caption without markup."""
        return str(self.json["text"])

    @property
    def kind(self) -> str:
        """text, photo, contact, ..."""
        return str(self.json["kind"])

    @property
    def is_from_bot(self) -> bool:
        """Whether the bot wrote it."""
        return bool(self.json["is_from_bot"])

    @property
    def buttons(self) -> list[list[str]]:
        """The texts on its inline buttons, by rows."""
        return [[str(key["text"]) for key in row] for row in self.json["buttons"]]

    @property
    def contact(self) -> Json | None:
        """The contact card, if it is one."""
        found: Json | None = self.json["contact"]
        return found


class RemoteTelegram:
    """Makes people, orders trouble, moves the clock."""

    def __init__(self, ask: Transport) -> None:
        self.ask = ask

    async def person(
        self,
        first_name: str,
        last_name: str = "",
        *,
        username: str = "",
        language_code: str = "ru",
        phone: str = "",
    ) -> "RemotePerson":
        """Somebody with a Telegram account who has not heard of the bot yet."""
        body = {
            "first_name": first_name,
            "last_name": last_name,
            "username": username,
            "language_code": language_code,
            "phone": phone,
        }
        return RemotePerson(self.ask, int((await self.ask("POST", "people", body))["id"]))

    async def people(self) -> list["RemotePerson"]:
        """Everybody there is."""
        return [RemotePerson(self.ask, int(one["id"])) for one in await self.ask("GET", "people", None)]

    async def trouble(self, kind: str, **terms: Any) -> None:
        """Orders trouble by the name of a method of `Trouble`, with its terms."""
        await self.ask("POST", "trouble", {"kind": kind, **terms})

    async def repeat_update(self, update_id: int | None = None) -> None:
        """Delivers an update once more, the last one by default."""
        await self.ask("POST", "updates/repeat", {"update_id": update_id})

    async def double_updates(self, times: int = 1) -> None:
        """Delivers each of the next updates twice."""
        await self.ask("POST", "updates/double", {"times": times})

    async def inject_update(self, update: Json) -> None:
        """Delivers any JSON as an update."""
        await self.ask("POST", "updates", {"update": update})

    async def forward(self, seconds: float) -> None:
        """Moves Telegram's clock."""
        await self.ask("POST", "clock", {"seconds": seconds})

    async def calls(self, method: str = "") -> list[Json]:
        """The bot's calls so far, of one method or all."""
        found: list[Json] = await self.ask("GET", f"calls?method={method}" if method else "calls", None)
        return found


class RemotePerson:
    """The verbs of `Person`, each a request."""

    def __init__(self, ask: Transport, identifier: int) -> None:
        self.ask = ask
        self.id = identifier

    async def _do(self, verb: str, **arguments: Any) -> Json:
        done: Json = await self.ask("POST", f"people/{self.id}/{verb}", arguments)
        return done

    async def chat(self) -> Json:
        """Everything on their screen, as the page gets it."""
        seen: Json = await self.ask("GET", f"people/{self.id}", None)
        return seen

    async def messages(self) -> list[Seen]:
        """Both sides of the chat, oldest first."""
        return [Seen(one) for one in (await self.chat())["messages"]]

    async def heard(self) -> list[Seen]:
        """What the bot has said and not deleted."""
        return [seen for seen in await self.messages() if seen.is_from_bot and seen.kind != "pinned_message"]

    async def screen(self) -> Seen:
        """The bot's latest message."""
        if not (heard := await self.heard()):
            raise NotOnScreenError("nothing was heard from the bot yet")
        return heard[-1]

    async def sees(self, words: str, seconds: float = PATIENCE) -> Seen:
        """Waits for the bot's latest message with these words in its text or on its buttons."""

        def has_them(seen: Seen) -> bool:
            return words in seen.text or any(words in label for row in seen.buttons for label in row)

        return await self.waits(has_them, f"nothing says {words!r}", seconds)

    async def waits(self, for_what: Callable[[Seen], bool], or_else: str, seconds: float = PATIENCE) -> Seen:
        """Waits until a message of the bot is as wished; `NotOnScreenError` if none becomes so."""
        ends = asyncio.get_running_loop().time() + seconds
        while True:
            version = (await self.chat())["version"]
            heard = await self.heard()
            for seen in reversed(heard):
                if for_what(seen):
                    return seen
            left = ends - asyncio.get_running_loop().time()
            if left <= 0:
                recent = "\n---\n".join(f"{seen.text}\n{seen.buttons}" for seen in heard[-4:])
                raise NotOnScreenError(f"{or_else}:\n{recent or '(an empty chat)'}")
            await self.ask("GET", f"changes?since={version}&seconds={left:.3f}", None)

    async def toasts(self) -> list[str]:
        """Words that presses were answered with."""
        return [str(toast["text"]) for toast in (await self.chat())["toasts"]]

    async def start(self, payload: str = "") -> Json:
        """Presses Start, or follows a link with a payload."""
        return await self._do("start", payload=payload)

    async def writes(self, text: str) -> Json:
        """Sends a text."""
        return await self._do("writes", text=text)

    async def forwards(self, what: "str | Seen", *, photos: Sequence[bytes] = (), **origin: Any) -> Json:
        """Forwards a message or a text; origin: from_person (id), from_hidden, from_channel."""
        given = what.id if isinstance(what, Seen) else what
        return await self._do("forwards", what=given, photos=_encoded(photos), **origin)

    async def sends_photo(self, content: bytes, caption: str = "") -> Json:
        """Sends a photo."""
        return await self._do("sends_photo", content=_encoded([content])[0], caption=caption)

    async def sends_album(self, contents: Sequence[bytes], caption: str = "") -> Json:
        """Sends photos together."""
        return await self._do("sends_album", contents=_encoded(contents), caption=caption)

    async def sends_document(self, content: bytes, name: str = "document.pdf", caption: str = "") -> Json:
        """Sends a file."""
        return await self._do("sends_document", content=_encoded([content])[0], name=name, caption=caption)

    async def sends_sticker(self) -> Json:
        """Sends a sticker."""
        return await self._do("sends_sticker")

    async def sends_voice(self) -> Json:
        """Sends a voice message."""
        return await self._do("sends_voice")

    async def sends_location(self, latitude: float, longitude: float) -> Json:
        """Sends a point on the map."""
        return await self._do("sends_location", latitude=latitude, longitude=longitude)

    async def shares_contact(self) -> Json:
        """Presses the button that asks for their phone."""
        return await self._do("shares_contact")

    async def sends_contact_of(self, other: "RemotePerson") -> Json:
        """Sends the contact card of somebody."""
        return await self._do("sends_contact_of", other=other.id)

    async def taps(self, label: str, message: Seen | None = None, seconds: float = PATIENCE) -> Json:
        """Taps an inline button as soon as there is one with this text or beginning."""
        ends = asyncio.get_running_loop().time() + seconds
        while True:
            version = (await self.chat())["version"]
            try:
                return await self._do("taps", label=label, message=message.id if message else None)
            except NotOnScreenError:
                if (left := ends - asyncio.get_running_loop().time()) <= 0:
                    raise
                await self.ask("GET", f"changes?since={version}&seconds={left:.3f}", None)

    async def taps_data(self, data: str, message: Seen | None = None) -> Json:
        """Sends callback data as a forged client can."""
        return await self._do("taps_data", data=data, message=message.id if message else None)

    async def presses(self, label: str) -> Json:
        """Presses a button under the text field."""
        return await self._do("presses", label=label)

    async def edits(self, message_id: int, text: str) -> Json:
        """Changes a message of their own."""
        return await self._do("edits", message=message_id, text=text)

    async def deletes(self, message_id: int) -> Json:
        """Removes a message; a bot is never told."""
        return await self._do("deletes", message=message_id)

    async def reads(self) -> list[Seen]:
        """Looks at the chat; returns what was unread."""
        return [Seen(one) for one in (await self._do("reads"))["messages"]]

    async def deletes_account(self) -> Json:
        """Leaves Telegram."""
        return await self._do("deletes_account")

    async def blocks_bot(self) -> Json:
        """Stops the bot."""
        return await self._do("blocks_bot")

    async def unblocks_bot(self) -> Json:
        """Lets the bot write again."""
        return await self._do("unblocks_bot")

    async def pays(self, card: str | None = None) -> Json:
        """Pays the latest invoice, with a good card unless another one is named."""
        return await self._do("pays", card=card)


def _encoded(contents: Sequence[bytes]) -> list[str]:
    return [base64.b64encode(content).decode() for content in contents]
