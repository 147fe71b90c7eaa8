"""Every area that keeps something about people; a new one is added here, or its data would outlive their owner."""

from domain.calendar.personal_data import CALENDAR
from domain.files.personal_data import FILES
from domain.matching.personal_data import MATCHING
from domain.notifications.personal_data import NOTIFICATIONS

AREAS = (MATCHING, CALENDAR, NOTIFICATIONS, FILES)
"""In the order in which they are erased: closing talks may still write news."""
