"""A share is a part of a whole, in hundredths of a percent: 4750 is 47.5 %."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Share:
    """So that a sentence can write it the way its reader does."""

    hundredths: int
