"""A PIN is four to six digits that are not guessed first of all; of it only a slow, salted hash is kept."""

import datetime as dt
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from itertools import pairwise

from domain.refusal import Refusal

LEAST_DIGITS, MOST_DIGITS = 4, 6
_DIGITS = re.compile(rf"[0-9]{{{LEAST_DIGITS},{MOST_DIGITS}}}")
_COLUMNS = ("2580", "0852")
_EARLIEST_YEAR = 1920
"""Four digits from here to the present year are a year of birth, the first thing that is tried."""

COST = 2**15
_BLOCK = 8
_LANES = 1
"""scrypt: 32 MiB and about a tenth of a second a try (RFC 7914, N, r and p)."""
_MEMORY = 64 << 20
_SALT_BYTES = 16
_FORMAT = "scrypt"


def looks_like_pin(text: str) -> bool:
    """Whether what was typed can be a PIN at all."""
    return _DIGITS.fullmatch(text.strip()) is not None


def parse_pin(text: str, *, birth_date: dt.date | None, phone: str | None, today: dt.date) -> str:
    """Read a new PIN; refused, without repeating it, if it is none or is guessed first of all."""
    code = text.strip()
    if not looks_like_pin(code):
        raise Refusal("A PIN is {least} to {most} digits.", least=LEAST_DIGITS, most=MOST_DIGITS)
    if _is_plain(code):
        raise Refusal("Such a PIN is tried first of all. Take digits that are neither in a row nor repeated.")
    if code in _days_of(birth_date, today) or (phone is not None and phone.endswith(code)):
        raise Refusal("A year, a birthday and a phone number are tried first of all. Take other digits.")
    return code


def scrambled(code: str) -> str:
    """What is kept of a PIN; takes a tenth of a second, so call it in a thread."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return f"{_FORMAT}:{COST}:{_BLOCK}:{_LANES}:{salt.hex()}:{_hash(code, salt, COST, _BLOCK, _LANES).hex()}"


def is_right(code: str, kept: str) -> bool:
    """Whether this is the PIN; takes a tenth of a second, so call it in a thread."""
    form, cost, block, lanes, salt, expected = kept.split(":")
    if form != _FORMAT:
        return False
    found = _hash(code, bytes.fromhex(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(found, bytes.fromhex(expected))


def _hash(code: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return hashlib.scrypt(code.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=_MEMORY)


def _is_plain(code: str) -> bool:
    """All the same, in even steps, a short piece over and over, or down the keypad: 1111, 1234, 7890, 1357, 123123.

    Only one by one is counted on past the nine: nobody sees a row in 4826.
    """
    steps = {int(after) - int(before) for before, after in pairwise(code)}
    around = {step % 10 for step in steps}
    steps = around if around in ({1}, {9}) else steps
    pieces = [code[:length] for length in (1, 2, 3) if len(code) % length == 0 and length < len(code)]
    return (len(steps) == 1 or code in _COLUMNS) or any(piece * (len(code) // len(piece)) == code for piece in pieces)


def _days_of(birth_date: dt.date | None, today: dt.date) -> Iterable[str]:
    years = {str(year) for year in range(_EARLIEST_YEAR, today.year + 1)}
    if birth_date is None:
        return years
    return years | {birth_date.strftime(form) for form in ("%d%m", "%m%d", "%d%m%y", "%m%d%y", "%y%m%d")}
