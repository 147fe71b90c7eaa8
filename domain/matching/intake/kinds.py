"""A flat, a house, apartments or a townhouse; land, offices, rooms and garages are named, to be declined politely."""

import re
from typing import TypeAlias, TypeVar

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader
from domain.matching.terms import PropertyType

T = TypeVar("T")
Named: TypeAlias = tuple[T, re.Match[str]]
"""A kind with where it is named."""

_OURS: tuple[tuple[PropertyType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (PropertyType.TOWNHOUSE, r"таун-?\s?хаус[а-я]{0,2}|дуплекс|townhouse"),
        (
            PropertyType.APARTMENT,
            (
                r"кварт(?:ир|ру|ы)[а-я]{0,3}|(?<![а-я])кв-р[ау]|однушк[а-я]|двушк[а-я]|трешк[а-я]|"
                r"(?<![a-z])flat(?![a-z])|студи[яюией]{1,2}(?![а-я])|к\.\s?кв(?![а-я])"
            ),
        ),
        (PropertyType.APARTMENTS, r"апарт(?:амент|-?отел)[а-я]{0,3}|serviced apartment"),
        (
            PropertyType.HOUSE,
            (
                r"(?<![а-я])(?:коттедж[а-я]{0,2}|особняк[а-я]{0,2}|дач[ауи](?![а-я])|усадьб[ауы]|"
                r"вилл[ауы]|часть дома|пол-?дома)|(?<![a-z])(?:house|villa|cottage)(?![a-z])"
            ),
        ),
        (PropertyType.APARTMENT, r"(?<![a-z])apartment(?![a-z])|комнатн[а-я]{2,3}"),
    )
)
_HOUSE = re.compile(
    r"(?:прода[а-яё]{1,5}|сда[а-яё]{1,5}|купл?[юи][мт]?|ищ[уе][а-я]{0,2}|сниму|аренда|"
    r":)\s(?:[\w/-]{1,18}\s){0,4}?(?:дом(?:ик)?(?![а-я])|часть дома|полдома)"
    r"|(?<![а-я])дом(?:ик)?(?![а-я])[^\n.]{0,60}(?:участ|сот(?:ок|ки|ых))|площадь дома|"
    r"^(?:\w{1,12}\s){0,2}дом(?![а-я])"
)
_OTHERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "land",
            (
                r"участ(?:ок|ки|ка)(?![а-я])|земл[юяи](?![а-я])|земельн[а-я]{2,3}|жер(?![а-я])|"
                r"(?<![a-z])land plot"
            ),
        ),
        (
            "commercial",
            (
                r"коммерческ[а-я]{2,3}|(?<![а-я])офис[а-я]{0,2}(?![а-я])|помещени[ея]|"
                r"торгов[а-я]{2,3} (?:площад|центр|помещ)|склад(?![а-я])|бутик|магазин(?![а-я])|"
                r"здани[ея]|павильон|(?<![a-z])office(?![a-z])"
            ),
        ),
        (
            "room",
            (
                r"(?:сда[а-яё]{1,4}|сниму|продам|прода[а-яё]{1,4}|ищу|"
                r"аренда)\s(?:\w{1,14}\s){0,2}(?:комнат[ауы](?![а-я])|койко-?мест[оа]?)|"
                r"#комнат[аыу](?![а-я])|комнат[ау] в (?:общежит|коммун|\d|двух|трех|квартир)|"
                r"подсел[а-я]{1,5}|(?:^|[\n.!#:])\s?комнат[ауы](?![а-я])(?!\s?[:=-]\s?\d)[^\n]{0,40}?"
                r"(?:(?<![а-я])в\s(?:\d|двух|трех|четырех|общ|коммун|квартир|малосем)|\d\s?(?:м|кв))|"
                r"(?:^|[\n.!])\s?(?:room|bed)\sin\sa?(?![a-z])|койко-?мест"
            ),
        ),
        (
            "garage",
            (
                r"гараж[а-я]{0,2}(?![а-я])|паркинг[а-я]{0,2}|машино-?мест[оа]?|"
                r"парковочн[а-я]{2,3} мест[оа]"
            ),
        ),
        ("business", r"готов[а-я]{2,3} бизнес[а-я]{0,2}"),
        (
            "hotel",
            (
                r"гостиниц[ауы]|пансионат[а-я]{0,2}|отел[ьяи](?![а-я])|хостел[а-я]{0,2}|"
                r"гостев[а-я]{2,3} дом[а-я]{0,2}|турбаз[ауы]|номера в"
            ),
        ),
    )
)
_OFFER = re.compile(
    r"прода[а-яё]{1,5}|сда[а-яё]{1,5}|купл?ю|куп[а-я]{2,4}|сниму|аренд[ауеы]|ищу|снимем|"
    r"for sale|for rent|сатылат|предлага[а-я]{2,4}"
)
_EXCHANGE = re.compile(
    r"(?<![а-я])(?:обмен|размен)(?![а-я])[^.\n]{0,60}?\sна\s(?:их\s|вашу?\s|ваше\s|одн|дву|тре|квартир|студи|дом|\d)|"
    r"(?<![а-я])(?:обменя|меня|разменя)(?:ю|ем|ет|ют)(?![а-я])[^.\n]{0,80}?\sна\s"
)
_PRICED = re.compile(r"\d\s?(?:млн|мил|тыс|т\.?\s?р|₽|руб|\$|€|долл|сом)|\d[ .]000(?!\d)")
"""“Обмен на их однушку”: two properties change hands, and no price is asked."""
_NEARBY = re.compile(
    r"(?:рядом|вблизи|поблизости|шагов[а-я]{2,3} доступност[а-я]{1,2}|инфраструктур[а-я]{1,2}|около|возле|недалеко|"
    r"напротив|соседств[а-я]{1,2}|двор[а-я]{0,2}|пешком|вокруг|до(?![а-я])|есть|имеются|"
    r"первом этаже|near(?:by)?|close to|next to)"
    r"[^.!\n]{0,60}$"
)
"""Shops and offices that are named as being near are not what is offered."""
_AS_AN_EXTRA = re.compile(r"(?:с|и|есть|плюс|\+|,|под|на)\s(?:\w{1,15}\s)?$")
_HEAD = 45
"""Characters after the verb in which its object is looked for."""


def find_kind(reading: TextReader) -> tuple[Found[PropertyType] | None, Found[str] | None]:
    """The type, and the other kind when the thing on offer is one; at most one of the two is found."""
    text = reading.text
    exchange = _EXCHANGE.search(text)
    if exchange and not _PRICED.search(text):
        return None, reading.found("exchange", *exchange.span())
    ours, other = _dealt_in(text)
    ours = _house_before(ours, text) or ours
    if other and _is_head(ours, other, text):
        return None, reading.found(other[0], *other[1].span())
    return (reading.found(ours[0], *ours[1].span()) if ours else None), None


def _dealt_in(text: str) -> tuple[Named[PropertyType] | None, Named[str] | None]:
    """The first kind of ours and the first other one from the verb of the deal on; before it, if none follows soon."""
    verb = _OFFER.search(text)
    start = verb.start() if verb else 0
    ours, other = _earliest(_OURS, text, start), _earliest(_OTHERS, text, start)
    if verb and not any(m and m[1].start() <= verb.end() + _HEAD for m in (ours, other)):
        ours, other = ours or _earliest(_OURS, text, 0), other or _earliest(_OTHERS, text, 0)
    return ours, other


def _house_before(ours: Named[PropertyType] | None, text: str) -> Named[PropertyType] | None:
    """A house that stands before any other kind, or where there is none."""
    house = _HOUSE.search(text)
    if house is None or (ours and (ours[0] is PropertyType.HOUSE or house.start() >= ours[1].start())):
        return None
    return PropertyType.HOUSE, house


def _is_head(ours: Named[PropertyType] | None, other: Named[str], text: str) -> bool:
    """Whether the other kind, and not ours, is the thing dealt in: it comes first, and not as an extra."""
    kind, match = other
    if _AS_AN_EXTRA.search(text[max(0, match.start() - 20) : match.start()]):
        return ours is None and kind in ("land", "commercial")
    return ours is None or match.start() < ours[1].start()


def _earliest(rules: tuple[tuple[T, re.Pattern[str]], ...], text: str, start: int) -> Named[T] | None:
    matches = [
        (kind, match)
        for kind, rule in rules
        if (match := next((m for m in rule.finditer(text, start) if not _is_nearby(kind, m, text)), None))
    ]
    return min(matches, key=lambda m: m[1].start()) if matches else None


def _is_nearby(kind: object, match: re.Match[str], text: str) -> bool:
    return kind in ("commercial", "hotel") and bool(_NEARBY.search(text[max(0, match.start() - 80) : match.start()]))
