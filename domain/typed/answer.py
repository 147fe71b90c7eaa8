"""Typed text in one shape of letters, spaces and hyphens before it is read, and as it is quoted in a refusal."""

import re

from domain.typed.not_understood import NotUnderstood

LONGEST = 64
"""Characters of a typed value; a longer answer is none."""
MOST_QUOTED = 20
"""Characters of what was typed that a refusal repeats."""
_ALIKE = (
    dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u202f\t"), " ")
    | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    | dict.fromkeys(map(ord, "’‘`´ʼ"), "'")
)
_BREAKS = dict.fromkeys(map(ord, "\u200b\n"), " ")
"""What words may have between them; inside a number it would hide that there are two."""


def even(text: str) -> str:
    """The text with one kind of space, hyphen and apostrophe, as long as it was."""
    return text.translate(_ALIKE)


def plain(text: str, reason: str) -> str:
    """A value in lower case, one space between its parts; invisible characters and other digits are refused."""
    if not 0 < len(text) <= LONGEST:
        raise NotUnderstood(reason, text)
    said = re.sub(r" {1,}", " ", even(text)).strip(" ").lower().replace("ё", "е").replace("^2", "2")
    if any((c.isnumeric() or c.isdigit()) and not c.isascii() for c in said.replace("²", "")) or not said.isprintable():
        raise NotUnderstood(reason, text)
    return said


def words_of(text: str, most: int) -> str:
    """Lower-case words with single spaces, е for ё; empty if longer than `most` or unprintable."""
    said = even(text).translate(_BREAKS)
    if len(text) > most or not said.isprintable():
        return ""
    return " ".join(said.lower().replace("ё", "е").split())


def quoted(text: str, most: int = MOST_QUOTED) -> str:
    """The beginning of what was typed, fit to be repeated in a sentence."""
    return " ".join("".join(one if one.isprintable() else " " for one in text[:most]).split())
