"""Delivers updates to a webhook: in order within a chat, chats in parallel, again until it says 2xx."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from sandbox.updates import QueuedUpdate, Updates
from sandbox.wire import Json

ANSWER_WITHIN = 60.0  # seconds that Telegram waits for the webhook's answer
LONGEST_PAUSE = 60.0  # seconds between two attempts


def telegrams_pause(attempt: int) -> float:
    """Seconds before the next attempt: at once after the first failure, then 2, 4, 8 up to a minute."""
    return 0.0 if attempt == 1 else min(2.0 ** (attempt - 1), LONGEST_PAUSE)


class Webhook:
    """One webhook: lives from setWebhook to deleteWebhook."""

    def __init__(
        self,
        url: str,
        secret: str,
        updates: Updates,
        perform: Callable[[str, Json], Awaitable[Any]],
        pause: Callable[[int], float] = telegrams_pause,
    ) -> None:
        self.url = url
        self.secret = secret
        self.last_error = ""
        self.last_error_at: int | None = None
        self.delivered: list[Json] = []
        self._updates = updates
        self._perform = perform
        self._pause = pause
        self._lanes: dict[int, deque[QueuedUpdate]] = defaultdict(deque)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None

    def start(self) -> None:
        """Delivers what waits and listens for what comes; needs a running event loop."""
        self._updates.on_new = self._take
        for update in list(self._updates.pending()):
            self._take(update)

    async def stop(self) -> None:
        """Delivers nothing more."""
        self._updates.on_new = None
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._tasks.clear()
        if self._session is not None:
            await self._session.close()

    async def idle(self) -> None:
        """Returns when everything that was queued has been delivered."""
        while self._tasks:
            await asyncio.gather(*self._tasks.values())

    def _take(self, update: QueuedUpdate) -> None:
        self._lanes[update.lane].append(update)
        if update.lane not in self._tasks:
            self._tasks[update.lane] = asyncio.get_running_loop().create_task(self._serve(update.lane))

    async def _serve(self, lane: int) -> None:
        queue = self._lanes[lane]
        try:
            while queue:
                await self._deliver(queue[0])
                self._updates.drop(queue.popleft())
        finally:
            del self._tasks[lane]

    async def _deliver(self, update: QueuedUpdate) -> None:
        attempt = 0
        while update in self._updates.pending():
            attempt += 1
            if await self._post(update):
                return
            await asyncio.sleep(self._pause(attempt))

    async def _post(self, update: QueuedUpdate) -> bool:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN))
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        body = json.dumps(update.json)
        try:
            async with self._session.post(self.url, data=body, headers=headers, allow_redirects=False) as answer:
                said = await answer.read()
                if not 200 <= answer.status < 300:
                    self.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                    return False
        except (aiohttp.ClientError, TimeoutError) as error:
            self.last_error = f"Connection failed: {type(error).__name__}"
            return False
        self.delivered.append(update.json)
        await self._act_on(said)
        return True

    async def _act_on(self, said: bytes) -> None:
        """A webhook may answer with a call of its own, as JSON."""
        try:
            call = json.loads(said)
        except ValueError:
            return
        if isinstance(call, dict) and isinstance(call.get("method"), str):
            await self._perform(call.pop("method"), call)
