"""Dates, times, distances, ages and reference numbers are not floors, areas or prices."""

import re

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader
from domain.typed.numbers import scaled

_MONTHS = r"(?:январ|феврал|март|апрел|ма[йя](?![а-я])|июн|июл|август|сентябр|октябр|ноябр|декабр)"
_NO_STREET = r"(?=\d)(?<!ул\.)(?<!ул\.\s)(?<!ул\s)(?<!улиц[аеы]\s)"
"""“ул. 8 Марта” and “улица 40 лет Победы” are streets."""
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?:[0-3]?\d)[.](?:0\d|1[0-2])(?:[.](?:20)?\d\d)?\.?(?!\d)(?=\s?(?:по|до|г|,|\s-|\)|$))",
        r"(?<!\d)[0-3]?\d[./](?:0\d|1[0-2])[./](?:19|20)?\d\d(?!\d)",
        r"(?:с|со|до|от|по|к)\s[0-3]?\d[.](?:0\d|1[0-2])(?!\d)\.?",
        rf"{_NO_STREET}(?<!\d)[0-3]?\d(?:-?\s?(?:го|ое))?\s?{_MONTHS}[а-я]{{0,3}}(?:\s20\d\d)?",
        r"(?<!\d)[012]?\d[:][0-5]\d(?!\d)",
        r"(?<!\d)24/7(?:/365)?|7/24(?:/365)?",
        r"(?:id|арт|артикул|лот|код|№ объявления|объект №)[\s:.№#]{1,4}\d{2,12}",
        (
            rf"{_NO_STREET}(?<![\d.,])\d{{1,4}}(?:[.,]\d)?(?:\s?-\s?\d{{1,3}})?[\s-]{{0,2}}(?:х|ти|и|ти и)?[\s-]{{0,2}}"
            r"(?:мин|км(?![а-я])|километр|шаг|час(?!т)|дн(?:ей|я|ям)|лет(?![а-я])|недел|чел|персон|гост"
            r"|место(?![а-я])|мест(?![а-я])|машин|квартал)[а-я]{0,6}"
        ),
        r"(?<![\d.,])\d{1,2}(?:\s?-\s?\d{1,2})?[\s-]{0,2}(?:х|ти|и)?[\s-]{0,2}(?:сут|день|мес(?!т))[а-я]{0,6}",
        (
            r"(?<![\d.,])\d{1,3}(?:[.,]\d)?\s?(?:-\s?\d{1,3}\s?)?(?:-?\s?(?:годов|л(?![а-я])|kw|"
            r"квт|л\.|литр|дюйм|gb|гб|кг))[а-я]{0,4}"
        ),
        r"(?<![\d.,])\d{2,5}\s?(?:м|метр[а-я]{0,3})\s?\.?\s?(?:от|до|пешком|к морю|ходьбы)(?![а-я])",
        r"(?:до|от)\s(?:моря|метро|пляжа|озера|берега|центра|парка)\s?-?\s?\d{1,5}\s?(?:м|метр[а-я]{0,3})(?![а-я2])",
        r"потол[а-я]{1,4}(?:\s?-|\s?:|\sвысотой|\sвысота)?\s{0,2}\d(?:[.,]\d{1,2})?\s?(?:м|метр[а-я]{0,3})?(?![а-я\d])",
        r"(?:высот[а-я]{1,2}|потол[а-я]{1,4})[а-я :-]{0,20}\d(?:[.,]\d{1,2})?\s?(?:м|метр[а-я]{0,3})?(?![а-я\d])",
        r"(?<!\d)\d{1,3}(?:[.,]\d{1,2})?\s?[xх*]\s?\d{1,3}(?:[.,]\d{1,2})?(?:\s?(?:м|m)2?(?![а-я]))?",
    )
)


def take_noise(reading: TextReader) -> None:
    """Set aside everything with a number in it that says nothing about the property's own figures."""
    for pattern in _PATTERNS:
        for _ in reading.take_all(pattern):
            pass


_ARE, _HECTARE = 10_000, 1_000_000
"""Hundredths of a square metre in a hundred square metres of land, and in a hectare."""
LAND = re.compile(
    r"(?=[суодн\d])(?:(?:с\s)?(?<![а-я])участ[а-я]{1,4}\s(?:площадью\s|в\s)?)?(?:(?<![а-я])(?:от|до|не менее)\s)?"
    r"(?<![\d.,])(\d{1,4}(?:[.,]\d{1,2})?)(?:\s?-?\s?(?:ми|и|ти))?\s?(сот(?:ок|ки|ка|ых|"
    r"ках)?(?![а-я])\.?|сотик|га(?![а-я])|гектар)[а-я]{0,3}"
)


def take_land(reading: TextReader) -> Found[int] | None:
    """The size of the plot (“6 соток”, “0,5 га”) in hundredths of a square metre; it is not the building's area."""
    found = None
    for match in reading.take_all(LAND):
        hundredths = scaled(
            match[1], _HECTARE if match[2].startswith("га") or match[2] == "гектар" else _ARE, grouped=False
        )
        if found is None and hundredths:
            found = reading.found(hundredths, *match.span())
    return found
