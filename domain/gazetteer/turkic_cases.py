"""Kyrgyz and Kazakh put their case endings after a name as it is: Бишкектен, Ошто, Алматыда, Тараздың."""

import re

_ENDINGS = re.compile(r"(?:[дт][аеоө]|[дтн][аеоө]н|[днт][ыиуүі][нң]|[гкғқ][аеоө]|дағы|дегі|дагы|деги|догу|дөгү)$")
"""Where, from where, whose, to where, and what is there: each in the vowels and consonants of the name before it."""
_SHORTEST = 2
"""Letters of a name: Ош."""


def without_case(word: str) -> str | None:
    """What a lower-case word is without such an ending; None if it has none."""
    match = _ENDINGS.search(word)
    return word[: match.start()] if match is not None and match.start() >= _SHORTEST else None
