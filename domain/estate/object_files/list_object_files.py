"""The documents of an object as its manager and owner see them, and as its tenants do (OT11)."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.object_files.object_file import FileSort, ObjectFile, ObjectFileId
from domain.estate.objects.premises import Premises, PremisesId
from domain.files.stored_file import FileId, FileKind, secrets_of
from domain.people.names import names_of
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class FileView:
    """A document as it stands in a list."""

    file_id: FileId
    called: str | None
    """By its sender; a photo has no name."""
    sort: FileSort
    kept: ObjectFile | None
    """None for the contract of a lease, which is kept with the lease."""
    by: str
    """Who added it."""


@dataclass(frozen=True, slots=True)
class ObjectFilesPage:
    """A page of an object's documents."""

    premises: Premises
    items: tuple[FileView, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RentalFilesPage:
    """A page of what a tenant may have: first the contract of the lease, then what is there for all tenants."""

    lease: Lease
    premises: Premises
    items: tuple[FileView, ...]
    total: int


@query(Action.MANAGE_OBJECTS)
async def list_object_files(
    work: Work, actor: Person, premises_id: PremisesId, *, offset: int = 0, limit: int = 5
) -> ObjectFilesPage:
    """A page of the documents of an object that the actor keeps or owns."""
    premises = await work.estate.premises.seen_by(actor.id, premises_id)
    listed = await work.estate.object_files.listed([premises_id], offset=offset, limit=limit)
    return ObjectFilesPage(premises, await _views(work, listed), await work.estate.object_files.count([premises_id]))


@query(Action.MANAGE_OBJECTS)
async def show_object_file(work: Work, actor: Person, number: ObjectFileId) -> tuple[FileView, Premises]:
    """One document of an object that the actor keeps or owns."""
    kept = await work.estate.object_files.get(number)
    premises = await work.estate.premises.seen_by(actor.id, kept.premises_id)
    return (await _views(work, [kept]))[0], premises


@query(Action.RENT)
async def list_rental_files(
    work: Work, actor: Person, lease_id: LeaseId, *, offset: int = 0, limit: int = 5
) -> RentalFilesPage:
    """A page of what the tenant of a lease may have: all of it while the lease runs, then the contract alone."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    premises = await work.estate.premises.get(lease.premises_id)
    contract = [] if lease.contract_file is None else await _contract(work, lease.contract_file)
    objects = [premises.id] if _is_open(work, actor, lease) else []
    items = contract[offset : offset + limit]
    listed = await work.estate.object_files.listed(
        objects, for_tenants=True, offset=max(0, offset - len(contract)), limit=limit - len(items)
    )
    total = len(contract) + await work.estate.object_files.count(objects, for_tenants=True)
    return RentalFilesPage(lease, premises, (*items, *await _views(work, listed)), total)


@query(Action.RENT)
async def rental_file(work: Work, actor: Person, lease_id: LeaseId, file_id: FileId) -> FileView:
    """One of the documents that the tenant of a lease may have, or `NotFound`."""
    lease = await work.estate.leases.rented_by(actor.id, lease_id)
    if lease.contract_file == file_id:
        return (await _contract(work, file_id))[0]
    objects = [lease.premises_id] if _is_open(work, actor, lease) else []
    count = await work.estate.object_files.count(objects, for_tenants=True)
    listed = await work.estate.object_files.listed(objects, for_tenants=True, offset=0, limit=count)
    found = [one for one in listed if one.file_id == file_id]
    if not found:
        raise NotFound
    return (await _views(work, found[:1]))[0]


def _is_open(work: Work, actor: Person, lease: Lease) -> bool:
    today = work.now().astimezone(actor.zone).date()
    return lease.ends_on is None or today <= lease.ends_on


async def _contract(work: Work, file_id: FileId) -> list[FileView]:
    files = await work.files.many((file_id,))
    return [await _view(work, one.id, FileSort.CONTRACT, None) for one in files]


async def _views(work: Work, listed: Sequence[ObjectFile]) -> tuple[FileView, ...]:
    return tuple([await _view(work, one.file_id, one.sort, one) for one in listed])


async def _view(work: Work, file_id: FileId, sort: FileSort, kept: ObjectFile | None) -> FileView:
    file = await work.files.get(file_id)
    is_named = file.kind is FileKind.DOCUMENT
    called = (await work.vault.read(file.owner_id, secrets_of(file_id))).get("called") if is_named else None
    by = await work.people.get(kept.added_by if kept is not None else file.owner_id)
    return FileView(file_id, called, sort, kept, (await names_of(work, by)).full)
