"""Which messages are known to have been sent: answers noted with their updates, pushes noted in the outbox."""

from sqlalchemy import func, select

from domain.delivery import lane_of
from storage.database import Database
from storage.inbox import UpdateState as InboxState
from storage.inbox import inbox
from storage.outbox import MessageState as OutboxState
from storage.outbox import outbox
from storage.people import person

RECENT = 200
"""Finished updates that are looked through for the highest id."""


class SqlSentLog:
    """Reads what inbox and outbox have noted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def highest(self) -> int | None:
        """The highest message id that is known."""
        recent = select(inbox.c.answers, inbox.c.last_known).order_by(inbox.c.seq.desc()).limit(RECENT)
        async with self._database.reading() as connection:
            pushed = await connection.scalar(select(func.max(outbox.c.message_id)))
            rows = (await connection.execute(recent)).all()
        known = [pushed, *(row.last_known for row in rows), *(one for row in rows for one in row.answers or ())]
        return max((one for one in known if one is not None), default=None)

    async def in_chat(self, chat_id: int, after: int, *, answering: bool) -> set[int] | None:
        """Known messages of a chat with higher ids; for a push None while an answer there is being given again."""
        mine = inbox.c.lane == lane_of(chat_id)
        to_them = outbox.c.person_id == select(person.c.id).where(person.c.telegram_id == chat_id).scalar_subquery()
        interrupted = select(inbox.c.seq).where(mine, inbox.c.state == InboxState.NEW, inbox.c.attempts > 0).limit(1)
        pushes = select(outbox.c.message_id).where(to_them, outbox.c.message_id > after)
        answers = (
            select(inbox.c.answers).where(mine, inbox.c.answers.is_not(None)).order_by(inbox.c.seq.desc()).limit(RECENT)
        )
        async with self._database.reading() as connection:
            if not answering and (await connection.execute(interrupted)).first() is not None:
                return None
            known = set(await connection.scalars(pushes))
            for ids in await connection.scalars(answers):
                known.update(one for one in ids if one > after)
        return known

    async def pressed(self, chat_id: int, after: int) -> set[int]:
        """Messages with higher ids whose buttons have been pressed in this chat."""
        query = select(inbox.c.pressed).where(inbox.c.lane == lane_of(chat_id), inbox.c.pressed > after)
        async with self._database.reading() as connection:
            return set(await connection.scalars(query))

    async def pushes_in_doubt(self, chat_id: int) -> int:
        """How many pushes into this chat were begun and are not known to have been sent."""
        to_them = outbox.c.person_id == select(person.c.id).where(person.c.telegram_id == chat_id).scalar_subquery()
        unsettled = outbox.c.state.in_((OutboxState.WAITING, OutboxState.SENDING))
        query = select(func.count()).select_from(outbox).where(to_them, unsettled, outbox.c.attempts > 0)
        async with self._database.reading() as connection:
            return await connection.scalar(query) or 0
