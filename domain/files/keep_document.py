"""A document that a person sends is kept sealed: its key and its name are in the vault, and go with the person."""

import unicodedata
from pathlib import PurePath

from domain.files.stored_file import FileId, Sealed, StoredFile, secrets_of
from domain.people.person import Action, Person
from domain.work import Work, effect

LONGEST_NAME = 120
"""Characters of a file's name, its ending included."""


@effect(Action.USE_BOT)
async def keep_document(work: Work, actor: Person, sealed: Sealed, telegram_file_id: str | None) -> FileId:
    """Keep the row and the secrets of a document whose sealed bytes are stored; the same again is the same file."""
    fingerprint = work.vault.fingerprint("document", f"{sealed.kind}:{sealed.sha256}:{sealed.called}")
    known = await work.files.same(actor.id, fingerprint)
    if known is not None:
        return await work.commit(known.id)
    document = StoredFile(
        owner_id=actor.id,
        kind=sealed.kind,
        name=sealed.name,
        content_type=sealed.content_type,
        size=sealed.size,
        sha256=fingerprint,
        created_at=work.now(),
        telegram_file_id=telegram_file_id,
    )
    work.files.add(document)
    await work.flush()
    await work.vault.write(actor.id, secrets_of(document.id), {"key": sealed.key, "called": sealed.called})
    return await work.commit(document.id)


def file_name(given: str | None) -> str:
    """A name as it is shown and sent again: no folders, nothing invisible that would turn it round, not too long."""
    visible = "".join(one for one in given or "" if unicodedata.category(one)[0] != "C")
    name = PurePath(visible.replace("\\", "/")).name.strip() or "document"
    ending = PurePath(name).suffix
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - len(ending) - 1] + "…" + ending
