"""Which choice words mean that are not on its button: “приходит” is an income, “снимает” is a tenant."""

import re
from collections.abc import Callable, Mapping

MOST_WORDS = 4
"""A longer text, or one with a figure in it, says more than which it is."""
_NOT = re.compile(r"(?<!\w)(?:не|not|isn't|doesn't)(?!\w)")


def by_beginnings(words: Mapping[str, str]) -> Callable[[str], str | None]:
    """A value for each set of beginnings of words, written as a pattern; None where none or several are said."""
    said = {value: re.compile(rf"(?<!\w)(?:{beginnings})") for value, beginnings in words.items()}

    def meant(text: str) -> str | None:
        plain = text.casefold().replace("ё", "е")
        if len(plain.split()) > MOST_WORDS or any(one.isdigit() for one in plain):
            return None
        found = [value for value, pattern in said.items() if pattern.search(plain)]
        return found[0] if len(found) == 1 and not _NOT.search(plain) else None

    return meant
