"""What has a code and names in several languages is found by what people type: a beginning, a part, or with a slip."""

import operator
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.gazetteer.fuzzy import nearest

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʻʼʹ"))
LEAST_PART = 3
"""Letters from which a part in the middle of a name says something."""


@dataclass(frozen=True, slots=True)
class NameLookup:
    """The codes that were meant, or may have been, the likeliest first."""

    certain: str | None
    """The only one with exactly this name or code."""
    maybe: tuple[str, ...] = ()


class NameIndex:
    """Codes by their names."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names`: every name of a code, the most usual first."""
        self._codes = {code.casefold(): code for code in names}
        self._names: dict[str, list[str]] = {}
        for code, called in names.items():
            for name in called:
                codes = self._names.setdefault(plain(name), [])
                if code not in codes:
                    codes.append(code)
        self._words: dict[str, list[str]] = {}
        for name, codes in self._names.items():
            for word in name.split():
                self._words.setdefault(word, []).extend(codes)

    def find(self, said: str) -> NameLookup:
        """Whose name this is, begins like this, has this in it, or is almost this."""
        text = plain(said)
        exact = self._names.get(text, [])
        coded = self._codes.get(text)
        if len(exact) == 1 or (coded and not exact):
            return NameLookup(exact[0] if exact else coded)
        if not text:
            return NameLookup(None)
        found = [*exact, *self._with_part(text)]
        if not found:
            found = [
                code for name, _ in nearest(text, [*self._names, *self._words], limit=8) for code in self._of(name)
            ]
        return NameLookup(None, tuple(dict.fromkeys(found)))

    def _with_part(self, text: str) -> Iterator[str]:
        """Whose name begins like this, then who has these words in it, then any part of a word."""
        rules: list[Callable[[str, str], bool]] = [str.startswith, _has_words]
        if len(text) >= LEAST_PART:
            rules.append(operator.contains)
        for has in rules:
            for name, codes in self._names.items():
                if has(name, text):
                    yield from codes

    def _of(self, name: str) -> list[str]:
        return [*self._names.get(name, ()), *self._words.get(name, ())]


def _has_words(name: str, text: str) -> bool:
    """Whether each word typed begins a word of the name."""
    words = name.split()
    return all(any(word.startswith(part) for word in words) for part in text.split())


def plain(name: str) -> str:
    """A name as it is compared: small letters without the marks that people leave out, no dashes, dots or brackets.

    An apostrophe is left out rather than a gap: O‘zbekiston is typed with any of them, or with none.
    """
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_APOSTROPHES))
    kept = "".join(one for one in letters if not unicodedata.combining(one))
    return " ".join("".join(one if one.isalnum() else " " for one in kept).split())
