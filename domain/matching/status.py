"""A lead or a property is active, or in the archive, from which it can be brought back."""

from enum import StrEnum


class CardStatus(StrEnum):
    """Where a lead or a property is kept; only active ones are recommended."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"


class RentPeriod(StrEnum):
    """What the rent is paid for; a daily price is never compared with a monthly budget."""

    MONTH = "MONTH"
    DAY = "DAY"
