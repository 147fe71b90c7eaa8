"""The final readings of a lease are taken in its last days and shortly after, on whatever days others are."""

import datetime as dt

from domain.estate.leases.lease import Lease
from domain.metering.window import Window
from domain.refusal import Conflict

BEFORE = dt.timedelta(days=3)
AFTER = dt.timedelta(days=5)
"""From so long before the last day until so long after it the tenant can send them."""


def agreed_end(lease: Lease) -> dt.date:
    """The last day of a lease, or `Conflict` while none has been agreed."""
    if lease.ends_on is None or lease.is_void:
        raise Conflict("No last day of this lease has been agreed.")
    return lease.ends_on


def final_window(lease: Lease) -> Window | None:
    """When the final readings are taken, as those of the month of the last day; None while no end has been agreed."""
    if lease.ends_on is None or lease.is_void:
        return None
    opens = max(lease.starts_on, lease.ends_on - BEFORE)
    return Window(lease.ends_on.replace(day=1), opens, lease.ends_on + AFTER)


def is_final_on(lease: Lease, day: dt.date) -> bool:
    """Whether the final readings are taken on this day."""
    window = final_window(lease)
    return window is not None and window.covers(day)


def final_day(lease: Lease, day: dt.date) -> dt.date:
    """The day of a final reading that is taken on this day: what a meter shows after the end is as of the end."""
    return day if lease.ends_on is None else min(day, lease.ends_on)
