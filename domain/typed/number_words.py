"""Numbers in words are read as people say them: “полтора миллиона”, “двадцать четыре тысячи”, “two and a half million”.

Russian words are taken in every case that follows “от”, “до”, “за” and the like.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

_HALF = Decimal("0.5")
_UNITS = {
    "ноль": 0, "один": 1, "одна": 1, "одну": 1, "одной": 1, "одного": 1, "два": 2, "две": 2, "двух": 2, "двумя": 2,
    "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7,
    "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "десять": 10, "десяти": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14,
    "пятнадцат": 15, "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19,
}  # fmt: skip
_ENGLISH_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30, "сорок": 40, "сорока": 40,
    "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "шестидесяти": 60, "семьдесят": 70, "семидесяти": 70,
    "восемьдесят": 80, "восьмидесяти": 80, "девяносто": 90, "девяноста": 90,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_HUNDREDS = {
    "сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трехсот": 300, "четыреста": 400,
    "четырехсот": 400, "пятьсот": 500, "пятисот": 500, "шестьсот": 600, "шестисот": 600, "семьсот": 700,
    "семисот": 700, "восемьсот": 800, "восьмисот": 800, "девятьсот": 900, "девятисот": 900,
}  # fmt: skip
_SMALL = (
    {word: (value, 1) for word, value in _UNITS.items()}
    | {stem + ending: (value, 2) for stem, value in _TEENS.items() for ending in ("ь", "и") if value > 10}
    | {word: (value, 2) for word, value in {"десять": 10, "десяти": 10, **_ENGLISH_TEENS}.items()}
    | {word: (value, 2) for word, value in _TENS.items()}
    | {word: (value, 3) for word, value in _HUNDREDS.items()}
)
"""A word -> its value, and how many digits that has: a hundred may be followed by tens, tens by units."""
_PARTS = {word: Decimal("1.5") for word in ("полтора", "полторы", "полутора")} | {"пол": _HALF, "half": _HALF}
_GLUE = ("a", "and")
_THOUSAND, _MILLION = 1_000, 1_000_000
_SCALES = (
    (1_000_000_000, re.compile(r"миллиард(?:а|ов|ом)?|млрд|billion")),
    (1_000_000, re.compile(r"миллион(?:а|ов|ом|чик)?|млн|лям(?:а|ов)?|лимон(?:а|ов)?|millions?|mln")),
    (1_000, re.compile(r"тысяч(?:а|и|у|ей|ам)?|тыс|тыщ[аиу]?|косар(?:ь|я|ей)|миң|thousands?")),
)
_HALF_OF = {
    word: Decimal(1_000_000) / 2 for word in ("полмиллиона", "полумиллиона", "полмиллиончика", "поллимона", "полляма")
} | {word: Decimal(500) for word in ("полтысячи", "полутысячи")}
_LETTERS = "а-яa-zң"
_TOKEN = re.compile(rf"[{_LETTERS}]+")
_AND_A_HALF = re.compile(r"[ ]?(?:с половиной|and a half)(?![а-яa-z])")
_STARTS = sorted({*_SMALL, *_PARTS, *_HALF_OF, "миллион", "тысяча", "тысячу", "million", "a"})
FIRST_WORD = re.compile(rf"(?<![{_LETTERS}\d-])(?:{'|'.join(sorted(_STARTS, key=len, reverse=True))})(?![{_LETTERS}])")
"""Where a number in words may begin, in a text in lower case with “е” for “ё”."""


@dataclass(frozen=True, slots=True)
class InWords:
    """A number in words: its value, where it ends, whether it says thousands or more, and what else it may be."""

    value: Decimal
    end: int
    scaled: bool
    other: Decimal | None = None


def read_words(text: str, start: int) -> InWords | None:
    """The number in words that begins at `start`, in a text in lower case with “е” for “ё”."""
    number, at, end = _Number(), start, start
    while token := _TOKEN.match(text, at):
        word = token.group()
        if word in _HALF_OF and end == start:
            return InWords(_HALF_OF[word], token.end(), scaled=True)
        if not number.take(word):
            break
        if word not in _GLUE:
            end = token.end()
        half = _AND_A_HALF.match(text, end) if number.may_have_half else None
        if half:
            number.add_half()
            end = half.end()
        at = max(end, token.end()) + 1
        if text[at - 1 : at] not in (" ", "-"):
            break
    return number.read(end)


class _Number:
    """What has been said of a number: millions, then thousands, then the group that may be followed by more."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        self._group = _Group()
        self._largest = Decimal("Infinity")

    def take(self, word: str) -> bool:
        """Add a word, if it may stand here; thousands close the group before them, and follow only on millions."""
        factor = _scale(word)
        if factor is None or factor >= self._largest or (self._total and not self._group.said):
            return self._group.take(word)
        self._total += (self._group.value if self._group.said else 1) * factor
        self._group, self._largest = _Group(), Decimal(factor)
        return True

    @property
    def may_have_half(self) -> bool:
        """Whether “and a half” may follow."""
        return self._group.said and not self._group.closed

    def add_half(self) -> None:
        """Add “and a half”."""
        self._group.add_half()

    def read(self, end: int) -> InWords | None:
        """The number, which ends at `end`; None if it is none, or none by itself."""
        group, total = self._group, self._total
        if group.value >= self._largest or not (total or (group.said and not group.needs_scale)):
            return None
        if total and self._largest >= _MILLION and group.said:
            # "миллион двести" is said for 1 200 000
            return InWords(total + group.value * _THOUSAND, end, scaled=True, other=total + group.value)
        return InWords(total + group.value, end, scaled=bool(total))


class _Group:
    """Up to three digits in words, in their order."""

    def __init__(self) -> None:
        self.value = Decimal(0)
        self.said = False
        self.closed = False
        self.needs_scale = False
        self._least = 4

    def add_half(self) -> None:
        """“And a half” ends a group that thousands or millions must follow."""
        self.value += _HALF
        self.closed = self.needs_scale = True

    def take(self, word: str) -> bool:
        """Add a word, if it may stand here."""
        if word in _GLUE:
            return word == "a" or (self.said and not self.closed)
        if self.closed:
            return False
        if word in _PARTS and not self.said:
            self.value, self.said, self.closed, self.needs_scale = _PARTS[word], True, True, True
            return True
        if word == "hundred" and self._least == 1:
            self.value, self._least = self.value * 100, 3
            return True
        return self._take_small(word)

    def _take_small(self, word: str) -> bool:
        """Add a word for hundreds, tens or units, which follow each other in this order."""
        value, digits = _SMALL.get(word, (0, 4))
        if digits >= self._least:
            return False
        self.value, self.said = self.value + value, True
        self._least = 1 if 10 <= value < 20 else digits
        return True


def _scale(word: str) -> int | None:
    return next((factor for factor, words in _SCALES if words.fullmatch(word)), None)
