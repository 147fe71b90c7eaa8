"""Who corrects a message sent as a letter corrects the letter, and the other side is told what it says now."""

from domain.letters.letter import EDITED_FOR, MOST_TEXT, TEXT, Letter, words_of
from domain.letters.send_letter import letter_between, tell_of, text_of
from domain.notifications.subject import LETTERS
from domain.people.person import Action, Person
from domain.refusal import NotFound, Refusal
from domain.work import Work, effect

MOST_UNREAD = 100
"""Unread notifications about one conversation that is looked through."""


@effect(Action.WRITE_LETTERS)
async def edit_letter(work: Work, actor: Person, source_id: int, text: str) -> int:
    """Change the words of the letter sent by this message of the actor's chat; `NotFound` if it was no letter."""
    sent = await work.letters.by_source(actor.id, source_id)
    if sent is None:
        raise NotFound
    letter, between = await letter_between(work, actor, sent.id)
    between.must_be_open()
    words = text.strip()
    if words == await text_of(work, letter):
        return await work.commit(letter.id)
    if work.now() - letter.sent_at > EDITED_FOR:
        raise Refusal("This message is older than two days, so it stays as it is. Write another one.")
    if len(words) > MOST_TEXT or not (words or letter.files):
        raise Refusal("That does not fit into a message, so it stays as it was.")
    letter.edited_at, letter.edits = work.now(), letter.edits + 1
    letter.read_at, letter.needs_no_answer = None, False
    await work.vault.write(actor.id, words_of(letter.id), {TEXT: words})
    if between.other is not None and not await _is_still_held(work, between.other, letter):
        await tell_of(work, between, letter, leads=False)
    return await work.commit(letter.id)


async def _is_still_held(work: Work, reader: Person, letter: Letter) -> bool:
    """Whether news of it waits for the morning: it will say the new words. News that has gone out is superseded."""
    subject = f"{LETTERS}:{letter.party_id}"
    unread = await work.notifications.inbox(reader.id, subject=subject, unread_only=True, offset=0, limit=MOST_UNREAD)
    of_it = [one for one in unread if one.data.get("letter_id") == letter.id]
    held_until = reader.quiet_ends(of_it[0].created_at) if of_it else None
    if held_until is not None and held_until > work.now():
        return True
    for one in of_it:
        one.read_at = work.now()
    return False
