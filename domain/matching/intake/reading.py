"""A text is read as people see it: bold, emoji digits, odd spaces and look-alike letters do not hide its words."""

import re
import unicodedata
from collections.abc import Iterator
from typing import TypeVar

from domain.matching.intake.found import Found

T = TypeVar("T")

TAKEN = "¦"
"""Stands for every character that already belongs to a value, so that no other rule reads it again."""

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u20e3`\u200e\u200f\u0000")
_REPLACED = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("\r\u2028\u2029\x0b\x0c", "\n"),
    "²": "2",
    "×": "x",
    "\\": "/",
    "💲": "$",
    "💵": "$",
    "’": "'",
}
_LATIN_LOOKALIKES = str.maketrans("aceopxykmthbACEOPXYKMTHB", "асеорхукмтнвАСЕОРХУКМТНВ")
_LETTERS = re.compile(r"[A-Za-zА-Яа-яЁё]+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_MATHEMATICAL = range(0x1D400, 0x1D800)


class Reading:
    """One text being read: `cased` and `text` (lower case, ё as е) are what it says, `open` what is not understood yet.

    All three have the same length; `span` leads back to the places in `original`.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self._origin: list[int] = []
        kept: list[str] = []
        for index, char in enumerate(original):
            if char in _DROPPED or (char in "*_|" and _doubled(original, index)):
                continue
            kept.append(_plain(char))
            self._origin.append(index)
        self.cased = _LETTERS.sub(_unmasked, "".join(kept))
        self.text = "".join(c if len(c.lower()) != 1 else c.lower() for c in self.cased).replace("ё", "е")
        self.open = self.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the original; both are for a stretch of at least one character."""
        return self._origin[start], self._origin[end - 1] + 1

    def found(self, value: T, start: int, end: int, *, sure: bool = True, alternatives: tuple[T, ...] = ()) -> Found[T]:
        """A value read from `text[start:end]`, without the blanks around it."""
        while end - 1 > start and self.text[end - 1].isspace():
            end -= 1
        while start < end - 1 and self.text[start].isspace():
            start += 1
        first, last = self.span(start, end)
        return Found(value, first, last, sure, alternatives)

    def take(self, start: int, end: int) -> None:
        """Let no later rule read `text[start:end]`."""
        self.open = self.open[:start] + TAKEN * (end - start) + self.open[end:]

    def take_all(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match in what is still open, taken as it is handed out."""
        for match in list(pattern.finditer(self.open)):
            self.take(*match.span())
            yield match


def _doubled(text: str, index: int) -> bool:
    char = text[index]
    return char == text[index - 1 : index] or char == text[index + 1 : index + 2]


def _plain(char: str) -> str:
    if ord(char) in _MATHEMATICAL:
        return unicodedata.normalize("NFKC", char)
    return _REPLACED.get(char, char)


def _unmasked(word: re.Match[str]) -> str:
    said = word.group()
    return said.translate(_LATIN_LOOKALIKES) if _CYRILLIC.search(said) else said
