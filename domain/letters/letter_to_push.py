"""What a push of a letter is put into words from: the letter as it is when it goes out."""

import datetime as dt

from domain.files.stored_file import FileId
from domain.letters.correspondence import Correspondence
from domain.letters.letter import Letter, LetterId
from domain.letters.send_letter import letter_between, text_of
from domain.people.person import Action, Person
from domain.work import Work, query


@query(Action.USE_BOT)
async def letter_to_push(
    work: Work, actor: Person, letter_id: LetterId
) -> tuple[Letter, str | None, str | None, Correspondence]:
    """A letter to the actor with its words, the name of the object it is about, and from whom; or `NotFound`."""
    letter, between = await letter_between(work, actor, letter_id)
    about = await work.estate.premises.many([letter.premises_id]) if letter.premises_id is not None else []
    return letter, await text_of(work, letter), about[0].name if about else None, between


@query(Action.USE_BOT)
async def file_to_push(
    work: Work, actor: Person, letter_id: LetterId, number: int, due: dt.datetime
) -> tuple[FileId, Correspondence] | None:
    """A file of a letter to the actor; None if the letter was read before the file was due, or the file is gone."""
    letter, between = await letter_between(work, actor, letter_id)
    was_read = letter.read_at is not None and letter.read_at < due
    files = [one.id for one in await work.files.many(letter.files)]
    if was_read or number >= len(files):
        return None
    return files[number], between
