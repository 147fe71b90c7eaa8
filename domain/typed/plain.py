"""A typed answer is made plain before it is read: lower case, ordinary spaces and hyphens, ASCII digits or none."""

import re

from domain.typed.not_understood import NotUnderstood

LONGEST = 64
"""Characters of a typed answer; a longer one is no value."""

_ALIKE = (
    dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u202f\t"), " ")
    | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    | dict.fromkeys(map(ord, "’‘`´ʼ"), "'")
)


def plain(text: str, reason: str) -> str:
    """The answer with one space between words; invisible characters and other digits are refused with `reason`."""
    if not 0 < len(text) <= LONGEST:
        raise NotUnderstood(reason, text)
    said = re.sub(r" {1,}", " ", text.translate(_ALIKE)).strip(" ").lower().replace("ё", "е")
    if any((c.isnumeric() or c.isdigit()) and not c.isascii() for c in said.replace("²", "")) or not said.isprintable():
        raise NotUnderstood(reason, text)
    return said
