"""A reversal takes an entry back: the same amount with the other sign, of the same day; both stay readable."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from domain.ledger.entry import Entry, EntryId
from domain.people.person import PersonId


def reversal_of(
    entry: Entry,
    *,
    booked_at: dt.datetime,
    booked_by: PersonId | None = None,
    note: str | None = None,
    arithmetic: Mapping[str, Any] | None = None,
) -> Entry:
    """The entry that takes this one back; that it is taken back once is a constraint of the ledger."""
    return Entry(
        account=entry.account,
        kind=entry.kind,
        on=entry.on,
        minor=-entry.minor,
        currency=entry.currency,
        booked_at=booked_at,
        booked_by=booked_by,
        article=entry.article,
        month=entry.month,
        method=entry.method,
        reverses=entry.id,
        arithmetic=dict(arithmetic or {}),
        note=note,
    )


def reversals(entries: Iterable[Entry]) -> dict[EntryId, Entry]:
    """The entries that take another one back, by that one."""
    return {one.reverses: one for one in entries if one.reverses is not None}
