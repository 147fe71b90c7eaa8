"""When an update has to be set aside, the person hears one apology with a code, and the admins hear of it."""

import contextlib
import logging
from collections.abc import Callable, Iterable, Sequence

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.context_middleware import apologise
from bot.localization import Localizer
from domain.clock import Clock
from domain.delivery import ClaimedUpdate
from domain.people.person import Person
from domain.work import Work

log = logging.getLogger(__name__)


class FailureReporter:
    """Tells people about failures."""

    def __init__(
        self, bot: Bot, new_work: Callable[[str | None], Work], admin_ids: Iterable[int], clock: Clock
    ) -> None:
        self._bot = bot
        self._new_work = new_work
        self._admin_ids = tuple(admin_ids)
        self._clock = clock

    async def update_set_aside(self, claimed: Sequence[ClaimedUpdate], error: Exception | None) -> None:
        """Apologise to the person, tell the admins; nothing personal is in what they read."""
        first = claimed[0]
        code = "-"
        with contextlib.suppress(TelegramAPIError, OSError):
            person = await self._person(first.lane)
            if person is not None:
                code = await apologise(self._bot, person.telegram_id, self._speech(person))
        kind = type(error).__name__ if error is not None else "the process died"
        log.error("set aside update %s, code %s, %s", first.update_id, code, kind)
        for admin_id in self._admin_ids:
            with contextlib.suppress(TelegramAPIError, OSError):
                await self._tell(admin_id, first.update_id, code, kind)

    async def _tell(self, admin_id: int, update_id: int, code: str, kind: str) -> None:
        work = self._new_work(None)
        async with work.reading():
            admin = await work.people.by_telegram(admin_id)
        if admin is None:
            return
        t = self._speech(admin)
        text = t(
            "⚠️ An update was set aside: {update_id}, {kind}, code {code}. /redrive tries it again.",
            update_id=str(update_id),
            kind=kind,
            code=code,
        )
        await self._bot.send_message(admin_id, str(text))

    async def _person(self, lane: str) -> Person | None:
        if not lane.removeprefix("c").isdigit():
            return None
        work = self._new_work(None)
        async with work.reading():
            return await work.people.by_telegram(int(lane.removeprefix("c")))

    def _speech(self, person: Person) -> Localizer:
        return Localizer(person.language, person.zone, self._clock.now())
