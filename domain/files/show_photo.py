"""A photo is shown with the card it belongs to; whoever may see the card may see it."""

from domain.files.stored_file import FileId, StoredFile
from domain.work import Work


async def stored_photo(work: Work, file_id: FileId) -> StoredFile:
    """What is known of a photo that is about to be shown on a card."""
    async with work.reading():
        return await work.files.get(file_id)
