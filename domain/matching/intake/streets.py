"""The street and the house: “ул. Льва Толстого, 5к2”, “на Кутузовском проезде, дом 4”."""

import re
from dataclasses import dataclass

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TAKEN, Reading

_TYPE_BEFORE = (
    r"(?:ул\.|улиц(?=\s)|(?<![а-яА-Я])ул(?= )|улиц[аыеу]|пр-?к?т\.?|пр\.|просп\.|"
    r"проспект[а-я]{0,2}|пер\.|переул(?:ок|ке|ка|\.)|бульвар[а-я]{0,2}|б-р|бул\."
    r"|шоссе|наб\.|набережн[а-я]{2}|проезд[а-я]{0,2}|пр-д|алле[яеи]|тупик[а-я]{0,2})"
)
_TYPE_AFTER = (
    r"(?:улиц[аыеу]|ул\.?|проспект[а-я]{0,2}|пр-?к?т|просп\.?|переул(?:ок|ке|ка)|пер\.|"
    r"бульвар[а-я]{0,2}|б-р|шоссе|набережн[а-я]{2}|наб\.|проезд[а-я]{0,2}|пр-д|алле[яеи]|"
    r"тупик[а-я]{0,2}|вал(?:у|а)?(?![а-я]))"
)
_NAME = r"[А-ЯЁA-Z][А-Яа-яЁёA-Za-zңөү]{1,24}(?:-[А-Яа-яA-Za-z]{1,20}){0,2}"
_ORDINAL = r"\d{1,3}-?\s?(?:[йяею]|ая|ой|ый|ую|го|м|му|ом|лет)"
_INITIAL = r"(?:[А-ЯЁ]\.\s?){1,2}"
_HOUSE = (
    r"(\d{1,4}(?:\s?[а-яА-Я](?![а-яА-Я\d]))?(?!\d)(?:\s?[/\\]\s?\d{1,4}[а-яА-Я]?)?(?:\s?,?\s?(?:к\.?"
    r"|корп\.?|корпус|с\.?|стр\.?|строение)\s?\d{1,3}[а-яА-Я]?\d?)?)"
)
_AFTER_NAME = (
    rf"(?:\s?[,.]?\s?(?:(?:д\.|дом|д)\s?№?\s?)?{_HOUSE}(?!\s?(?:[.,-]\s?\d|м2|м\.|кв|эт|мин|"
    r"комн|млн|тыс|руб|\$|%|сот|год|г\.)))?"
)
_BEFORE = re.compile(
    rf"{_TYPE_BEFORE}\s?\.?\s?\"?((?:{_ORDINAL}\s)?(?:{_INITIAL})?(?:{_NAME}|"
    rf"\d{{1,3}}\s(?:лет|апреля|мая|июня|августа|сентября|октября|ноября|декабря|февраля|"
    rf"марта|января)(?:\s[А-Я][а-я]{{2,15}})?)"
    rf"(?:[ ]{_NAME}){{0,2}}(?:\s(?:в|В)ал[уа]?)?)\"?{_AFTER_NAME}",
)
_AFTER = re.compile(
    rf"((?:{_ORDINAL}\s)?(?:(?:Б\.|М\.|Большой|Большая|Большой|Малая|Малый|Малой|Новая|"
    rf"Старая)\s)?{_NAME}(?:[ ]{_NAME})?)\s(?i:({_TYPE_AFTER}))(?![а-яё]){_AFTER_NAME}"
)
_CASELESS_BEFORE = re.compile(
    (
        r"(?:ул\.|(?<![а-яА-Я])ул(?= )|(?<!на )улиц[аыеу]) ?((?:\d{1,3}-?(?:я|й|"
        r"ая) )?[а-яё]{3,24}(?:-[а-яё]{2,20})?)(?:\s?,?\s?(?:д\.?|"
        r"дом)?\s?(\d{1,4}[а-я]?(?:/\d{1,3})?)(?!\s?(?:м2|кв|эт|мин|комн|тыс|млн|\d)))?"
    ),
    re.IGNORECASE,
)
_ADDRESS_EMOJI = re.compile(
    rf"📍\s?:?\s?(?:\"?)({_NAME}(?:[ ]{_NAME}){{0,2}})\s{_HOUSE}(?!\s?(?:[.,]\d|м2|эт|мин|комн|млн))"
)
_CROSSING = re.compile(
    (
        r"(?:📍|[Аа]дрес|[Лл]окация|[Рр]айон(?:е)?|[Пп]ересечени[ея]|[Оо]риентир|^|"
        rf"[\n,])\s?[:-]?\s?(?:ул(?:ицы?)?\.?\s?)?({_NAME}\s?(?:/| - |"
        rf"- )\s?(?:ул\.?\s?)?{_NAME})(?=[\s,.;)]|$)"
    ),
    re.MULTILINE,
)
_PLAIN_ADDRESS = re.compile(rf"[Аа]дрес[:\s-]{{1,3}}({_NAME}(?:[ ]{_NAME})?)\s?,?\s{_HOUSE}")
_SURNAME = re.compile(r"(?:ов|ев|ёв|ин)(?:а|ой)|ого(?![а-я])|ая(?![а-я])|молдо|баатыра", re.IGNORECASE)
_NOT_A_STREET = re.compile(
    (
        r"^(?:на|в|по|от|до|и|с|рядом|метро|станция|москва|квартира|сдается|адрес|дом|этаж|"
        r"пересечени[ея]|перекр[её]ст\w+|полн\w+|от|вдоль|угол|между|большая|напротив|есть|"
        r"вид|окна|выход\w*|двор|балкон|шум\w*|тихая|тихой|зеленая|соседней|центральной|"
        r"первой)$"
    ),
    re.IGNORECASE,
)
_METRO_BEFORE = re.compile(r"(?:метро|(?<![а-я])м\.|станци[а-я]{1,3}|ст\.)[^.\n]{0,25}$")
_FEMININE = re.compile(r"(ск|н|в|ж|ш|ч|т|л|р|ст)(?:ой|ую)$")
_MASCULINE = re.compile(r"(ск|н|в|т|л|р)(?:ом|ого|ому)$")


@dataclass(frozen=True, slots=True)
class Address:
    """The street with its type where stated (“Молодёжная улица”) and the house number as written."""

    street: Found[str] | None = None
    house: Found[str] | None = None
    whole: tuple[int, int] | None = None


def find_address(reading: Reading) -> Address:
    """The first street of the text, with its house number if it follows; what it used is taken."""
    candidates: list[tuple[int, re.Match[str]]] = []
    for pattern in (_BEFORE, _AFTER, _CASELESS_BEFORE, _ADDRESS_EMOJI, _PLAIN_ADDRESS, _CROSSING):
        for match in pattern.finditer(reading.cased):
            if match.re is _CROSSING and not _SURNAME.search(match[1]):
                continue
            if match.re is _AFTER and re.match(r"\.?\s?[А-ЯЁ]", reading.cased[match.end(2) :]) and not _house(match):
                continue
            if _NOT_A_STREET.match(match[1].split()[0]) or _taken_already(reading, match):
                continue
            if _METRO_BEFORE.search(reading.text[max(0, match.start() - 30) : match.start()]):
                continue
            # An address with a house number says more than "a view of the prospect", so it goes first.
            candidates.append((0 if _house(match) else 1, match))
            break
    if not candidates:
        return Address()
    match = min(candidates, key=lambda c: (c[0], c[1].start()))[1]
    house = _house(match)
    street = reading.found(_named(match), match.start(1), match.end(2) if match.re is _AFTER else match.end(1))
    found = Address(
        street,
        reading.found(re.sub(r"\s", "", match[house]), *match.span(house)) if house else None,
        match.span(),
    )
    reading.take(*match.span())
    return found


def _taken_already(reading: Reading, match: re.Match[str]) -> bool:
    """Whether another value already used the name."""
    return TAKEN in reading.open[match.start(1) : match.end(1)]


def _house(match: re.Match[str]) -> int:
    """The number of the group with the house number, or 0."""
    group = match.re.groups
    return (
        group if group >= 2 and match.group(group) and match.re is not None and match.group(group)[0].isdigit() else 0
    )


def _named(match: re.Match[str]) -> str:
    """The street's name in the nominative as far as its ending tells, with the type after it if it stood there."""
    name = " ".join(match[1].split())
    if match.re is not _AFTER:
        return name
    kind = match[2].lower()
    if kind.startswith("ул"):
        return _FEMININE.sub(r"\1ая", name) + " улица"
    if kind.startswith("наб"):
        return _FEMININE.sub(r"\1ая", name) + " набережная"
    full = {
        "пр": "проспект",
        "пе": "переулок",
        "бу": "бульвар",
        "б-": "бульвар",
        "ту": "тупик",
        "ва": "Вал",
        "ал": "аллея",
    }
    kind = "проезд" if kind.startswith(("проезд", "пр-д")) else full.get(kind[:2], kind)
    return _MASCULINE.sub(r"\1ий" if re.search(r"ск(?:ом|ого|ому)$", name) else r"\1ый", name) + " " + kind
