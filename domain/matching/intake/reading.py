"""A text is read as people see it: bold, emoji digits, odd spaces and look-alike letters do not hide its words."""

import re
import unicodedata
from collections.abc import Iterator
from typing import TypeVar

from domain.matching.intake.found import Found

T = TypeVar("T")

TAKEN = "¦"
"""Stands for every character that already belongs to a value, so that no other rule reads it again."""

_DROPPED = frozenset("^\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u20e3`\u200e\u200f\u0000")
"""What is not seen, and what says only that the next digit is raised: “м^2”."""
_REPLACED = str.maketrans(
    {
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
)
_LATIN_LOOKALIKES = str.maketrans("aceopxykmthbACEOPXYKMTHB", "асеорхукмтнвАСЕОРХУКМТНВ")
_LETTERS = re.compile(r"[A-Za-zА-Яа-яЁё]+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_SPECIAL = re.compile(rf"[{re.escape(''.join(sorted(_DROPPED)))}*_|\U0001d400-\U0001d7ff]")
"""What may be dropped, and letters and digits of mathematics, which people use for bold."""
_UNEVEN = frozenset("İΣ")
"""Letters whose lower case is longer, or another one at the end of a word."""


class TextReader:
    """One text being read: `cased` and `text` (lower case, ё as е) are what it says, `open` what is not understood yet.

    All three have the same length; `span` leads back to the places in `original`.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self._origin: list[int] = []
        kept: list[str] = []
        at = 0
        for special in _SPECIAL.finditer(original):
            index, char = special.start(), special.group()
            is_dropped = char in _DROPPED or (char in "*_|" and _doubled(original, index))
            if not is_dropped and char in "*_|":
                continue
            kept.append(original[at:index].translate(_REPLACED))
            self._origin += range(at, index)
            if not is_dropped:
                kept.append(unicodedata.normalize("NFKC", char))
                self._origin.append(index)
            at = index + 1
        kept.append(original[at:].translate(_REPLACED))
        self._origin += range(at, len(original))
        self.cased = _LETTERS.sub(_unmasked, "".join(kept))
        self.text = _lowered(self.cased).replace("ё", "е")
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


def _lowered(text: str) -> str:
    """In lower case, letter by letter: as long as it was, and without a form for the end of a word."""
    if _UNEVEN.isdisjoint(text):
        return text.lower()
    return "".join(one if len(one.lower()) != 1 else one.lower() for one in text)


def _unmasked(word: re.Match[str]) -> str:
    said = word.group()
    return said.translate(_LATIN_LOOKALIKES) if _CYRILLIC.search(said) else said
