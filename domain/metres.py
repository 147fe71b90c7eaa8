"""An area within a sentence, in hundredths of a square metre: 5450 is 54.5 m²."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Metres:
    """So that a sentence can write it the way its reader does."""

    hundredths: int
