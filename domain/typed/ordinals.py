"""Numbers in words, as far as days and counts need them: две недели, двадцать четвёртое, the twenty-fourth."""

import re

_ONES = {
    "перв": 1, "втор": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9,
}  # fmt: skip
_TEENS = {
    "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15,
    "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
}  # fmt: skip
_TENS = {"двадцать": 20, "тридцать": 30, "twenty": 20, "thirty": 30}
_ENGLISH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_COUNTS = {
    1: ("один", "одна", "одну", "одного", "a", "an", "one"), 2: ("два", "две", "двух", "пару", "пара", "two"),
    3: ("три", "трех", "three"), 4: ("четыре", "четырех", "four"), 5: ("пять", "пяти", "five"),
    6: ("шесть", "шести", "six"), 7: ("семь", "семи", "seven"), 8: ("восемь", "восьми", "eight"),
    9: ("девять", "девяти", "nine"), 10: ("десять", "десяти", "ten"), 11: ("одиннадцать", "eleven"),
    12: ("двенадцать", "twelve"), 14: ("четырнадцать", "fourteen"), 15: ("пятнадцать", "fifteen"),
    20: ("двадцать", "twenty"), 30: ("тридцать", "thirty"),
}  # fmt: skip
_COUNT_OF = {word: number for number, words in _COUNTS.items() for word in words}
_ENDS = r"(?:ого|ое|ому|ьего|ье|ьему)"
COUNT = rf"(?:\d{{1,3}}|(?:{'|'.join(sorted(_COUNT_OF, key=len, reverse=True))})(?!\w))"
"""How many: digits or a word."""
ORDINAL = (
    rf"(?:(?:(?:двадцать|тридцать)\s+)?(?:{'|'.join(_ONES)}){_ENDS}|(?:{'|'.join(_TEENS)}){_ENDS}"
    rf"|(?:twenty|thirty)[\s-](?:{'|'.join(_ENGLISH[:9])})|(?:{'|'.join(_ENGLISH)}|thirtieth))(?!\w)"
)
"""Which one, as days of a month are called: двадцать четвёртое, пятого, the thirty-first."""
_DIGITS = re.compile(r"\d+", re.ASCII)


def count_of(said: str) -> int | None:
    """The number that digits or a word stand for; None if it is none."""
    return int(said) if said.isascii() and said.isdigit() else _COUNT_OF.get(said)


def ordinal_of(said: str) -> int | None:
    """The number of "24", "24-го", "двадцать четвёртого" or "twenty-fourth"; None if it is none."""
    if match := _DIGITS.match(said):
        return int(match.group())
    *tens, last = [one for one in said.replace("-", " ").split() if not one.startswith("числ")] or [""]
    number = _last_of_ordinal(last)
    return None if number is None else number + sum(_TENS.get(one, 0) for one in tens)


def _last_of_ordinal(word: str) -> int | None:
    """The number of the one word that has the ending of an ordinal."""
    if word == "thirtieth":
        return 30
    if word in _ENGLISH:
        return _ENGLISH.index(word) + 1
    for stem, number in (*_TEENS.items(), *_ONES.items()):
        if word.startswith(stem) and re.fullmatch(_ENDS, word.removeprefix(stem)):
            return number
    return None
