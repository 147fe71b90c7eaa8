"""Letters are read by opening their conversation or by answering (OT25); what told of them is read with them."""

from domain.estate.parties.party import PartyId
from domain.letters.correspondence import Correspondence, correspondence
from domain.letters.letter import LetterId
from domain.notifications.subject import LETTERS
from domain.people.person import Action, Person
from domain.work import Work, effect

MOST_UNREAD = 1000
"""Unread notifications about one conversation that is looked through."""


@effect(Action.USE_BOT)
async def read_letters(work: Work, actor: Person, party_id: PartyId, until: LetterId) -> int:
    """Mark what the other side has written up to this letter as read; returns how many letters were not."""
    between = await correspondence(work, actor, party_id)
    return await work.commit(await mark_read(work, between, until))


async def mark_read(work: Work, between: Correspondence, until: LetterId) -> int:
    """The same in the present transaction."""
    unread = await work.letters.unread(between.party.id, from_manager=not between.is_manager)
    read = [one for one in unread if one.id <= until]
    if not read:
        return 0
    for letter in read:
        letter.read_at = work.now()
    reader = between.manager.id if between.is_manager else between.party.person_id
    if reader is not None:
        ids = {one.id for one in read}
        subject = f"{LETTERS}:{between.party.id}"
        notifications = await work.notifications.inbox(
            reader, subject=subject, unread_only=True, offset=0, limit=MOST_UNREAD
        )
        for one in notifications:
            if one.data.get("letter_id") in ids:
                one.read_at = work.now()
    return len(read)
