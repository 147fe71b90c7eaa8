"""Stored events and their occurrences."""

from storage.calendar.calendar import SqlCalendar

__all__ = ["SqlCalendar"]
