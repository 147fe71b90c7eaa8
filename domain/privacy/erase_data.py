"""A person has everything about them erased: at once, for good, and as if they had never been here.

Their key is destroyed, so that sealed data is gone from backups too; leads and properties leave every search, open
talks are closed, pushes are taken back. What stays belongs to others: a row that no longer says whose it was.
"""

from domain.people.person import Action, Person
from domain.privacy.areas import AREAS
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def erase_data(work: Work, actor: Person) -> None:
    """Erase the actor; the same account is a stranger from now on."""
    for area in AREAS:
        await area.erase(work, actor)
    await work.vault.destroy(actor.id)
    await work.outbox.cancel_all(actor.id)
    actor.be_forgotten(work.now())
    return await work.commit(None)
