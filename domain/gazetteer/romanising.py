"""A name in Cyrillic letters is written in Latin ones by one rule, that of most maps (BGN/PCGN without its signs).

Names that the gazetteer has are written as it has them; this is for all others.
"""

import re

_LETTERS = {
    **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
    "ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
    "ю": "yu", "я": "ya", "ө": "o", "ү": "u", "ң": "ng", "ә": "a", "ғ": "gh", "қ": "k", "ұ": "u", "і": "i", "һ": "h",
}  # fmt: skip
_ADJECTIVE = re.compile(r"(?<=[а-яё])[ыи]й\b")
_YE = re.compile(r"(?<![а-яё])е|(?<=[оеьъ])е\b|(?<=[ьъ])е", re.IGNORECASE)
"""Where е is written “ye”: at the beginning, after signs, and in the endings of adjectives."""


def romanised(name: str) -> str:
    """The name in Latin letters: “Басманный” is “Basmanny”; what is not Cyrillic stays as it is."""
    even = _ADJECTIVE.sub("ы", name)
    even = _YE.sub(lambda match: "Ye" if match.group() == "Е" else "ye", even)
    return "".join(_latin(one) for one in even)


def _latin(letter: str) -> str:
    latin = _LETTERS.get(letter.lower(), letter)
    return latin.capitalize() if letter != letter.lower() and latin != letter else latin
