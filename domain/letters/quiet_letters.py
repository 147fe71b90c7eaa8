"""A person hears less from one conversation: its letters wait in the list, unpushed; or says that none is awaited."""

from domain.estate.parties.party import PartyId
from domain.letters.correspondence import correspondence
from domain.notifications.subject import LETTERS
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def mute_letters(work: Work, actor: Person, party_id: PartyId, *, quiet: bool) -> bool:
    """Stop, or take up again, pushes of one of the actor's own conversations; returns whether it is quiet now."""
    await correspondence(work, actor, party_id)
    subject = f"{LETTERS}:{party_id}"
    if quiet:
        await work.notifications.mute(actor.id, subject)
    else:
        await work.notifications.unmute(actor.id, subject)
    return await work.commit(quiet)


@effect(Action.WRITE_LETTERS)
async def need_no_answer(work: Work, actor: Person, party_id: PartyId) -> None:
    """Take the conversation off the list of those that wait for the actor's answer."""
    between = await correspondence(work, actor, party_id)
    last = await work.letters.page(party_id, for_manager=between.is_manager, limit=1)
    if last and last[0].from_manager != between.is_manager:
        last[0].needs_no_answer = True
        last[0].read_at = last[0].read_at or work.now()
    return await work.commit(None)
