"""A document or photo of an object, what it is, until when it is valid, and whether its tenants may have it."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.objects.premises import PremisesId
from domain.files.stored_file import FileId
from domain.people.person import Person, PersonId
from domain.refusal import Conflict

ObjectFileId = NewType("ObjectFileId", int)

MOST_FILES = 100
"""Of one object."""
REMINDED_BEFORE = (dt.timedelta(days=30), dt.timedelta(days=7), dt.timedelta(days=1))
"""Before it runs out; the later ones for what is added, or given a term, later than that."""
MORNING = dt.time(9)


class FileSort(StrEnum):
    """What a document is."""

    CONTRACT = "contract"
    ACT = "act"
    PHOTO = "photo"
    OTHER = "other"


@dataclass(eq=False, kw_only=True)
class ObjectFile:
    """One document of an object; removing it can be taken back for a while."""

    id: ObjectFileId = field(default=ObjectFileId(0), init=False)
    premises_id: PremisesId
    file_id: FileId
    sort: FileSort
    added_by: PersonId
    added_at: dt.datetime
    valid_until: dt.date | None = None
    """The last day on which it is valid."""
    for_tenants: bool = False
    remind_at: dt.datetime | None = None
    removed_at: dt.datetime | None = None
    version: int = field(default=0, init=False)

    def plan_reminder(self, now: dt.datetime, manager: Person) -> None:
        """Remind of its end in the manager's morning, if there is time for that."""
        self.remind_at = None
        if self.valid_until is None:
            return
        for before in REMINDED_BEFORE:
            morning = dt.datetime.combine(self.valid_until - before, MORNING, tzinfo=manager.zone).astimezone(dt.UTC)
            if morning > now:
                self.remind_at = morning
                return

    def remove(self, now: dt.datetime) -> None:
        """Take it off the object."""
        if self.removed_at is not None:
            raise Conflict("This document has been removed already.")
        self.removed_at = now
