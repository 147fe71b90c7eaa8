"""Only files that a person has sent may be put anywhere in their name: a number alone opens nobody else's."""

from domain.files.stored_file import FileId, StoredFile
from domain.people.person import Person
from domain.refusal import NotFound
from domain.work import Work


async def must_have_sent(work: Work, actor: Person, *files: FileId | None, as_photos: bool = False) -> list[StoredFile]:
    """The files, in the present transaction; None stands for none.

    Raises `NotFound`, which speaks of them as files or `as_photos`, if one is gone or was sent by somebody else.
    """
    named = tuple(one for one in files if one is not None)
    own = [one for one in await work.files.many(named) if one.owner_id == actor.id] if named else []
    if len(own) != len(named):
        raise NotFound(
            "This photo is no longer here. Please send it again."
            if as_photos
            else "This file is no longer here. Please send it again."
        )
    return own
