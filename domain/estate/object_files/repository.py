"""How use cases reach the stored documents of objects; removed ones are not among them unless asked for."""

import datetime as dt
from collections.abc import Collection
from typing import Protocol

from domain.estate.object_files.object_file import ObjectFile, ObjectFileId
from domain.estate.objects.premises import PremisesId


class ObjectFiles(Protocol):
    """Stored documents of objects."""

    async def get(self, number: ObjectFileId, *, hold: bool = False, removed: bool = False) -> ObjectFile:
        """Anybody's, or `NotFound`; one that was `removed` only if that is said."""

    async def listed(
        self, premises_ids: Collection[PremisesId], *, for_tenants: bool = False, offset: int, limit: int
    ) -> list[ObjectFile]:
        """The documents of these objects, the last added first; perhaps only those that tenants may have."""

    async def count(self, premises_ids: Collection[PremisesId], *, for_tenants: bool = False) -> int:
        """How many there are."""

    async def running_out(self, now: dt.datetime, limit: int) -> list[ObjectFile]:
        """Those of whose end it is time to remind, held."""

    async def save(self, one: ObjectFile) -> None:
        """Keep a new or changed one; gives a new one its id."""
