"""Calendars are kept by the clock: reminders go out when they are due, and repeating events never run out."""

from collections.abc import Callable

from domain.calendar.delete_event import purge_deleted
from domain.calendar.making import extend_calendars
from domain.calendar.remind_due import remind_due
from domain.work import Work


async def send_reminders(new_work: Callable[[], Work]) -> int:
    """Remind of everything that is due; returns of how many events."""
    reminded = 0
    while count := await remind_due(new_work()):
        reminded += count
    return reminded


async def keep_calendars(new_work: Callable[[], Work]) -> int:
    """Add what repeating events lack, and let go of what was deleted; returns how many events were extended."""
    extended = 0
    while count := await extend_calendars(new_work()):
        extended += count
    while await purge_deleted(new_work()):
        pass
    return extended
