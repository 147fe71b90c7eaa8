"""Typed text in one shape of letters, spaces and hyphens before it is read, and as it is quoted in a refusal."""

_ALIKE = (
    dict.fromkeys(map(ord, "\u00a0\u2007\u2008\u2009\u202f\u200b\t\n"), " ")
    | dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
    | dict.fromkeys(map(ord, "’‘`´"), "'")
)
MOST_QUOTED = 20
"""Characters of what was typed that a refusal repeats."""


def words_of(text: str, most: int) -> str:
    """Lower-case words with single spaces, е for ё; empty if longer than `most` or unprintable."""
    even = text.translate(_ALIKE)
    if len(text) > most or not even.isprintable():
        return ""
    return " ".join(even.lower().replace("ё", "е").split())


def quoted(text: str, most: int = MOST_QUOTED) -> str:
    """The beginning of what was typed, fit to be repeated in a sentence."""
    return " ".join("".join(one if one.isprintable() else " " for one in text[:most]).split())
