"""Whether a master key is the one that the database was written with, found out from what is sealed in it."""

from sqlalchemy import select

from storage.database import Database
from storage.inbox import lane
from storage.people import data_key
from storage.sealing import Sealer, Unreadable


async def opens_what_is_sealed(database: Database, sealer: Sealer) -> bool:
    """Whether the key opens the oldest person's data key, or else a conversation; True where neither is there yet."""
    oldest = select(data_key.c.person_id, data_key.c.wrapped).order_by(data_key.c.person_id).limit(1)
    talk = select(lane.c.name, lane.c.data).where(lane.c.data.is_not(None)).order_by(lane.c.name).limit(1)
    async with database.reading() as connection:
        key = (await connection.execute(oldest)).first()
        conversation = None if key is not None else (await connection.execute(talk)).first()
    try:
        if key is not None:
            sealer.unwrap(key.person_id, key.wrapped)
        elif conversation is not None:
            sealer.open(conversation.data, f"lane:{conversation.name}")
    except Unreadable:
        return False
    return True
