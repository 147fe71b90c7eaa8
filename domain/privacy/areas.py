"""Every area that keeps something about people; a new one is added here, or its data would outlive their owner."""

from domain.calendar.personal_data import CALENDAR
from domain.estate.costs.personal_data import COSTS
from domain.estate.money.personal_data import PAYMENTS
from domain.estate.personal_data import ESTATE
from domain.files.personal_data import FILES
from domain.letters.personal_data import LETTERS
from domain.matching.personal_data import MATCHING
from domain.metering.personal_data import METERING
from domain.notifications.personal_data import NOTIFICATIONS
from domain.people.pin.personal_data import PIN

AREAS = (MATCHING, CALENDAR, COSTS, PAYMENTS, METERING, LETTERS, ESTATE, NOTIFICATIONS, PIN, FILES)
"""In the order in which they are erased: closing talks may still write news."""
