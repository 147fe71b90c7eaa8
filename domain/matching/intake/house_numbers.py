"""A house number is taken whole, as it stands on the house: “178-180/1, лит. Е”, “44, корпус Е”, “12к2с3”."""

import re

_END = r"(?![а-яёА-ЯЁa-zA-Z])"
_PART = (
    r"\s?,?\s?(?:(?:корпус|корп\.?|строение|стр\.?|литер[аы]?|лит\.?|владение|вл\.?|блок|секция)\s?"
    rf"(?:\d{{1,3}}(?!\d)[а-яА-Я]?|[А-ЯЁA-Z]){_END}"
    rf"|(?:[кс]\.?(?=\d)|[кс]\.\s|к\s)\d{{1,2}}(?!\d)[а-яА-Я]?{_END}(?!\s?-?\s?(?:комн|эт|м2|х(?![а-я])|к(?![а-я]))))"
)
_NOT_A_HOUSE = (
    r"(?!\s?(?:[.,]\d|[-/]\s?\d|/\s?(?:м|сут|день|ночь|сот)|м2|m2|sq|кв|эт|мин|min|комн|room|bed|мес|сут|млн|mln|тыс|руб|сом|тг|долл|сот|год|г\.|"
    rf"[$€₽%]|(?:м|м\.|к|р|р\.|т\.?р\.?|m){_END}|мкр|м-н|микр|floor|-?(?:й|я|е|го|ой|ая|ый|х|ти|к|st|nd|rd|th){_END})|"
    r"\s\d{3}(?!\d)(?!\s?(?:м2|м(?![а-яё])|кв)))"
)
"""Not after a figure that counts something else: metres, floors, minutes, rooms, money, “45 000”."""
HOUSE = (
    r"(?P<house>(?:(?:владение|вл\.?)\s?)?\d{1,3}(?!\d)"
    rf"(?:(?![мртэ])[а-яa-zА-ЯA-Z](?![а-яёА-ЯЁa-zA-Z\d])|\s[А-ЯA-Z]{_END}(?![\d.])|\s[абвг](?=\s?[,.;)\n]|$))?"
    rf"(?:\s?[/-]\s?\d{{1,3}}(?!\d)[а-яА-Яa-zA-Z]?{_END})*(?:(?:{_PART})+|{_NOT_A_HOUSE}))"
)
"""The number with its letter, the other numbers of a corner house, and the parts of a complex of houses."""
BEFORE_HOUSE = r"\s?[,.]?\s?(?:(?:д\.|дом|д|house|no\.?|үй|№)\s?№?\s?)?"
AFTER_NAME = rf"(?:{BEFORE_HOUSE}{HOUSE})?"
"""What may follow a street's name."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_FLOOR_OF = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})")
_MOST_FLOORS = 25


def as_on_the_house(number: str) -> str:
    """The number as written, without blanks where its parts are single letters: “12 к 2” is 12к2."""
    if _WORD.search(number):
        return re.sub(r"\s+", " ", number).strip(" ,")
    return re.sub(r"\s", "", number).strip(",")


def is_a_floor(number: str, between: str) -> bool:
    """Whether “5/9” apart from the street by a comma is rather the fifth floor of nine."""
    match = _FLOOR_OF.fullmatch(number)
    if match is None or "," not in between or "д" in between:
        return False
    return int(match[1]) <= int(match[2]) <= _MOST_FLOORS
