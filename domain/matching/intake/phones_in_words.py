"""A phone that is written in words, or half in words: “восемь девятьсот один двести три сорок пять шестьдесят семь”."""

import re
from collections.abc import Iterator

from domain.matching.intake.found import Contact, ContactKind, Found
from domain.matching.intake.reading import TextReader

_WORDS = {
    word: number
    for number, words in {
        0: "ноль нуль нолик zero oh",
        1: "один одна раз one",
        2: "два две two",
        3: "три three",
        4: "четыре four",
        5: "пять five",
        6: "шесть six",
        7: "семь seven",
        8: "восемь eight",
        9: "девять nine",
        10: "десять ten",
        11: "одиннадцать eleven",
        12: "двенадцать twelve",
        13: "тринадцать thirteen",
        14: "четырнадцать fourteen",
        15: "пятнадцать fifteen",
        16: "шестнадцать sixteen",
        17: "семнадцать seventeen",
        18: "восемнадцать eighteen",
        19: "девятнадцать nineteen",
        20: "двадцать twenty",
        30: "тридцать thirty",
        40: "сорок forty",
        50: "пятьдесят fifty",
        60: "шестьдесят sixty",
        70: "семьдесят seventy",
        80: "восемьдесят eighty",
        90: "девяносто ninety",
        100: "сто",
        200: "двести",
        300: "триста",
        400: "четыреста",
        500: "пятьсот",
        600: "шестьсот",
        700: "семьсот",
        800: "восемьсот",
        900: "девятьсот",
    }.items()
    for word in words.split()
}
_TOKEN = rf"(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))}|\d{{1,4}})"
_RUN = re.compile(rf"(?<!\w)(?:плюс |\+)?{_TOKEN}(?:[\s,.-]{{1,3}}{_TOKEN}){{3,11}}(?!\w)")
_LEAST_WORDS = 3
_PHONE = re.compile(r"[78]?9\d{9}|[78][34]\d{9}|996\d{9}|0\d{9}")
"""Mobile numbers and those of cities, of the countries that the product is used in."""


def find_phones_in_words(reading: TextReader) -> Iterator[Found[Contact]]:
    """Every such phone, with its digits; taken from the reading."""
    for match in list(_RUN.finditer(reading.open)):
        tokens = re.findall(_TOKEN, match.group())
        digits = _digits(tokens)
        if sum(one in _WORDS for one in tokens) >= _LEAST_WORDS and _PHONE.fullmatch(digits):
            reading.take(*match.span())
            yield reading.found(Contact(ContactKind.PHONE, digits), *match.span())


def _digits(tokens: list[str]) -> str:
    """What is dialled: hundreds, tens and units that follow each other are one number, as they are said."""
    numbers: list[str] = []
    room = 1
    """What the number before leaves open: 100 after hundreds, 10 after tens, else nothing."""
    for token in tokens:
        value = _WORDS.get(token)
        if value is None:
            numbers.append(token)
            room = 1
        elif 0 < value < room:
            numbers[-1] = str(int(numbers[-1]) + value)
            room = 10 if value >= 20 and value % 10 == 0 else 1
        else:
            numbers.append(str(value))
            room = 100 if value >= 100 else 10 if value >= 20 else 1
    return "".join(numbers)
