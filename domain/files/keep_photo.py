"""A photo that a person sends is kept once; how Telegram calls it is remembered, so that it is uploaded once."""

from domain.files.stored_file import FileId, StoredFile
from domain.people.person import Action, Person
from domain.work import Work, effect


@effect(Action.USE_BOT)
async def keep_photo(work: Work, actor: Person, name: str, size: int, sha256: str) -> FileId:
    """Keep the row of a photo whose bytes are stored under `name`; the same picture again is the same file."""
    known = await work.files.same(actor.id, sha256)
    if known is not None:
        return await work.commit(known.id)
    photo = StoredFile(
        owner_id=actor.id,
        name=name,
        content_type="image/jpeg",
        size=size,
        sha256=sha256,
        created_at=work.now(),
    )
    work.files.add(photo)
    await work.flush()
    return await work.commit(photo.id)


async def remember_telegram_id(work: Work, file_id: FileId, telegram_file_id: str) -> None:
    """Keep the id by which Telegram sends the file again; not anybody's action, so nobody's right."""
    async with work.writing("remember_telegram_id"):
        file = await work.files.get(file_id)
        file.telegram_file_id = telegram_file_id
        await work.commit(None)
