"""The manager and the owner of an object add documents to it, say for whom and until when, and remove them."""

import datetime as dt

from domain.estate.object_files.object_file import MOST_FILES, FileSort, ObjectFile, ObjectFileId
from domain.estate.objects.premises import Premises, PremisesId
from domain.files.sent_by import must_have_sent
from domain.files.stored_file import FileId
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def add_object_files(
    work: Work,
    actor: Person,
    premises_id: PremisesId,
    files: tuple[FileId, ...],
    sort: FileSort,
    *,
    valid_until: dt.date | None = None,
    for_tenants: bool = False,
) -> int:
    """Keep documents that the actor has sent with an object they keep or own; returns how many."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    if not files:
        raise Refusal("Send the files first: photos or documents, several at once if you like.")
    sent = await must_have_sent(work, actor, *files)
    if await work.estate.object_files.count([premises_id]) + len(sent) > MOST_FILES:
        raise Refusal("There is room for {most} documents; remove some first.", most=MOST_FILES)
    manager = await work.people.get(premises.manager_id)
    for one in sent:
        kept = ObjectFile(
            premises_id=premises.id,
            file_id=one.id,
            sort=sort,
            added_by=actor.id,
            added_at=work.now(),
            valid_until=valid_until,
            for_tenants=for_tenants,
        )
        kept.plan_reminder(work.now(), manager)
        await work.estate.object_files.save(kept)
    return await work.commit(len(sent))


@effect(Action.MANAGE_OBJECTS)
async def open_to_tenants(work: Work, actor: Person, number: ObjectFileId, *, is_open: bool) -> bool:
    """Let the object's tenants have a document, or no longer; returns whether they may."""
    kept, _premises = await _own(work, actor, number)
    kept.for_tenants = is_open
    await work.estate.object_files.save(kept)
    return await work.commit(is_open)


@effect(Action.MANAGE_OBJECTS)
async def set_validity(work: Work, actor: Person, number: ObjectFileId, valid_until: dt.date | None) -> None:
    """Say until when a document is valid, or that it has no end."""
    kept, premises = await _own(work, actor, number)
    kept.valid_until = valid_until
    kept.plan_reminder(work.now(), await work.people.get(premises.manager_id))
    await work.estate.object_files.save(kept)
    return await work.commit(None)


@effect(Action.MANAGE_OBJECTS)
async def remove_object_file(work: Work, actor: Person, number: ObjectFileId) -> None:
    """Take a document off its object; `restore_object_file` undoes it."""
    kept, _premises = await _own(work, actor, number, removed=True)
    kept.remove(work.now())
    await work.estate.object_files.save(kept)
    return await work.commit(None)


@effect(Action.MANAGE_OBJECTS)
async def restore_object_file(work: Work, actor: Person, number: ObjectFileId) -> None:
    """Put back what was removed."""
    kept, _premises = await _own(work, actor, number, removed=True)
    if kept.removed_at is None:
        raise Conflict("This document is in its place.")
    kept.removed_at = None
    await work.estate.object_files.save(kept)
    return await work.commit(None)


async def _own(
    work: Work, actor: Person, number: ObjectFileId, *, removed: bool = False
) -> tuple[ObjectFile, Premises]:
    kept = await work.estate.object_files.get(number, hold=True, removed=removed)
    return kept, await work.estate.premises.seen_by(actor.id, kept.premises_id)
