"""A person takes along what they have sent, photos and documents."""

from domain.files.stored_file import FileId
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.USE_BOT)
async def own_files(work: Work, actor: Person) -> list[FileId]:
    """Everything the actor has sent, the oldest first."""
    return [one.id for one in await work.files.owned_by(actor.id)]
