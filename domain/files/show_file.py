"""A file is shown with what it belongs to (a card, a letter, a lease); whoever may see that may see it."""

from domain.files.stored_file import FileId, FileToSend, secrets_of
from domain.refusal import NotFound
from domain.work import Work


async def stored_file(work: Work, file_id: FileId) -> FileToSend:
    """What is needed to send a file that belongs to something its reader may see; `NotFound` once it is erased."""
    async with work.reading():
        file = await work.files.get(file_id)
        if not file.kind.is_sealed:
            return FileToSend(file)
        secrets = await work.vault.read(file.owner_id, secrets_of(file.id))
        if "key" not in secrets:
            raise NotFound
        return FileToSend(file, secrets["key"], secrets.get("called"))
