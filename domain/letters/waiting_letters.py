"""Who joins is told of what has been written to them before: the last letter, which leads to the others."""

from domain.estate.parties.party import Party
from domain.letters.correspondence import correspondence
from domain.letters.send_letter import tell_of
from domain.work import Work


async def tell_waiting_letters(work: Work, party: Party) -> None:
    """Tell the party's person of unread letters, in the transaction in which they have joined or come back."""
    unread = await work.letters.unread(party.id, from_manager=True)
    if not unread or party.person_id is None:
        return
    between = await correspondence(work, await work.people.get(party.manager_id), party.id)
    await tell_of(work, between, unread[-1], leads=True)
