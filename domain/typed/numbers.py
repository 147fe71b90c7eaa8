"""A number is read exactly as people write it: “1 500 000”, “18.500.000”, “12,5”; never through a float."""

import re
from decimal import Decimal

NUMBER = (
    r"(?:\d{1,3}(?:[ ]\d{3}){1,3}(?![\d])(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,3}(?:[.,']\d{3}){1,3}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{4,6}(?: 000){1,2}(?!\d)"
    r"|\d{1,12}(?:[.,]\d{1,4})?(?!\d))"
)
"""A regular expression for one number, in ASCII digits; put something that is not a digit before it."""

_GROUPS_OF_THREE = 3


def read_number(written: str, *, grouped: bool = True) -> tuple[int, int]:
    """The number as (digits, decimals): 12,5 is (125, 1).

    A lone separator before three digits groups thousands (“78,000”) when `grouped`, else it is a decimal one
    (“1,250 млн”).
    """
    compact = written.replace(" ", "").replace("'", "")
    spaced = compact != written
    parts = re.split(r"[.,]", compact)
    if len(parts) == 1:
        return int(compact), 0
    last = parts[-1]
    if len(last) != _GROUPS_OF_THREE or (len(parts) == 2 and (not grouped or spaced or parts[0] == "0")):
        return int("".join(parts)), len(last)
    return int("".join(parts)), 0


def scaled(written: str, factor: int, *, grouped: bool = True) -> int | None:
    """The number times `factor` as a whole number, or None where that would need rounding."""
    digits, decimals = read_number(written, grouped=grouped)
    whole, left = divmod(digits * factor, 10**decimals)
    return None if left else whole


def decimal_of(written: str, *, grouped: bool = True) -> Decimal:
    """The number itself, exactly."""
    digits, decimals = read_number(written, grouped=grouped)
    return Decimal(digits).scaleb(-decimals)
