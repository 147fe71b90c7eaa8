"""Long polling of our own: what Telegram hands over is committed to the inbox before the next offset confirms it.

aiogram's polling confirms updates while they are still being handled, and stops at one it cannot parse; this one keeps
raw JSON, so neither a crash nor a strange update loses anything.
"""

import asyncio
import json
import logging
from typing import Any

import aiohttp

from bot.telegram.incoming import KINDS, incoming_update, is_telegrams
from domain.clock import Clock
from domain.delivery import Inbox

log = logging.getLogger(__name__)

POLL_SECONDS = 30
MOST_PAUSE_SECONDS = 30
STRANGE_PAUSE_SECONDS = 1
"""Before asking again when nothing came that can be confirmed."""


class Conflicted(Exception):
    """Somebody else polls with our token."""


class BadToken(Exception):
    """Telegram does not know our token."""


class Polling:
    """Asks for updates until it is told to stop."""

    def __init__(self, base_url: str, token: str, inbox: Inbox, clock: Clock) -> None:
        self._url = f"{base_url.rstrip('/')}/bot{token}/getUpdates"
        self._inbox = inbox
        self._clock = clock
        self._offset: int | None = None
        self.on_arrival = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until stopped; troubles of the network are waited out, longer each time."""
        pause = 1.0
        timeout = aiohttp.ClientTimeout(total=POLL_SECONDS + 15, sock_connect=10)
        async with aiohttp.ClientSession(timeout=timeout) as http:
            while not stop.is_set():
                try:
                    await self._once(http)
                    pause = 1.0
                except (aiohttp.ClientError, TimeoutError, ValueError, RecursionError, Conflicted) as error:
                    # the error's own text may hold the token, its kind does not
                    log.warning("getting updates failed (%s), next try in %.0f s", type(error).__name__, pause)
                    await self._clock.sleep(pause)
                    pause = min(pause * 2, MOST_PAUSE_SECONDS)

    async def _once(self, http: aiohttp.ClientSession) -> None:
        form = {"timeout": str(POLL_SECONDS), "limit": "100", "allowed_updates": json.dumps(KINDS)}
        if self._offset is not None:
            form["offset"] = str(self._offset)
        async with http.post(self._url, data=form) as response:
            body = await response.text()
            if response.status in {401, 404}:
                raise BadToken
            if response.status == 409:
                raise Conflicted
            if response.status == 429:
                await self._clock.sleep(_retry_after(body))
                return
            if response.status != 200:
                raise ValueError(f"HTTP {response.status}")
        updates = parse_updates(body)
        if not updates:
            return
        await self._inbox.accept([incoming_update(update) for update in updates])
        self.on_arrival.set()
        confirmed = [update["update_id"] for update in updates if is_telegrams(update["update_id"])]
        if confirmed:
            self._offset = max(confirmed) + 1
        else:
            # to confirm an id out of all bounds would confirm every update to come; it is kept, and comes again
            await self._clock.sleep(STRANGE_PAUSE_SECONDS)


def parse_updates(body: str) -> list[dict[str, Any]]:
    """The updates of an answer, each still raw; one that has no id at all is dropped, there is no way to confirm it."""
    answer = json.loads(body)
    if not isinstance(answer, dict) or not answer.get("ok"):
        raise ValueError("not an answer of the Bot API")
    return [one for one in answer["result"] if isinstance(one, dict) and isinstance(one.get("update_id"), int)]


def _retry_after(body: str) -> float:
    try:
        return float(json.loads(body)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 5.0
