"""A table of costs that was sent: only who has sent it may load it."""

from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.MANAGE_OBJECTS)
async def own_table(work: Work, actor: Person, file_id: FileId) -> FileId:
    """The same file if the actor has sent it, or `NotFound`."""
    await must_have_sent(work, actor, file_id)
    return file_id
