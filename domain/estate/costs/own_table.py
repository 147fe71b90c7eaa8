"""A table of costs that was sent: only who has sent it may load it."""

from domain.estate.money.booking import must_be_own_file
from domain.files.stored_file import FileId
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.KEEP_ESTATE)
async def own_table(work: Work, actor: Person, file_id: FileId) -> FileId:
    """The same file if the actor has sent it, or `NotFound`."""
    await must_be_own_file(work, actor, file_id)
    return file_id
