"""In which time zone a city lies, and which zones people mean by "UTC+6" or "МСК+2"."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from domain.gazetteer import Place

OFFERED = (
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Novosibirsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Vladivostok",
    "Asia/Almaty",
    "Asia/Tashkent",
    "Asia/Bishkek",
)
"""Where most of the product's people live, from west to east."""

COUNTRIES = {
    "RU": "Europe/Moscow",
    "KG": "Asia/Bishkek",
    "KZ": "Asia/Almaty",
    "UZ": "Asia/Tashkent",
    "TJ": "Asia/Dushanbe",
    "BY": "Europe/Minsk",
    "GE": "Asia/Tbilisi",
    "AM": "Asia/Yerevan",
    "AZ": "Asia/Baku",
    "AE": "Asia/Dubai",
    "TR": "Europe/Istanbul",
    "TH": "Asia/Bangkok",
}
"""The zone of a country, or of most of it (IANA)."""

ELSEWHERE = {
    "Europe/Kaliningrad": ("Калининград",),
    "Europe/Moscow": ("Сухум",),
    "Europe/Samara": ("Самара", "Тольятти", "Сызрань", "Ижевск"),
    "Europe/Saratov": ("Саратов", "Энгельс", "Балаково"),
    "Europe/Astrakhan": ("Астрахань",),
    "Europe/Ulyanovsk": ("Ульяновск",),
    "Asia/Yekaterinburg": (
        *("Екатеринбург", "Верхняя Пышма", "Березовский", "Каменск-Уральский", "Первоуральск", "Среднеуральск"),
        *("Нижний Тагил", "Челябинск", "Магнитогорск", "Миасс", "Златоуст", "Копейск", "Курган", "Оренбург"),
        *("Пермь", "Уфа", "Стерлитамак", "Салават", "Нефтекамск", "Тюмень", "Тобольск", "Сургут", "Нижневартовск"),
        *("Ханты-Мансийск", "Нефтеюганск", "Новый Уренгой", "Ноябрьск"),
    ),
    "Asia/Omsk": ("Омск",),
    "Asia/Novosibirsk": ("Новосибирск",),
    "Asia/Barnaul": ("Барнаул", "Бийск"),
    "Asia/Tomsk": ("Томск",),
    "Asia/Novokuznetsk": ("Новокузнецк", "Кемерово"),
    "Asia/Krasnoyarsk": ("Красноярск", "Норильск", "Абакан", "Кызыл"),
    "Asia/Irkutsk": ("Иркутск", "Ангарск", "Братск", "Улан-Удэ"),
    "Asia/Chita": ("Чита",),
    "Asia/Yakutsk": ("Якутск", "Благовещенск"),
    "Asia/Vladivostok": ("Владивосток", "Находка", "Уссурийск", "Хабаровск", "Комсомольск-на-Амуре"),
    "Asia/Sakhalin": ("Южно-Сахалинск",),
    "Asia/Magadan": ("Магадан",),
    "Asia/Kamchatka": ("Петропавловск-Камчатский",),
}
"""Cities whose zone is not that of their country."""

_BY_CITY = {city: zone for zone, cities in ELSEWHERE.items() for city in cities}
_OFFSET = re.compile(r"(utc|gmt|мск|msk)?\s*(?:([+-])\s*([0-9]{1,2})(?::?00)?)?(?:\s*час\w*)?", re.IGNORECASE)
_MOSCOW_HOURS = 3


def zone_of(city: Place) -> str | None:
    """The zone a city of the gazetteer lies in, if we know it."""
    return _BY_CITY.get(city.ru) or COUNTRIES.get(city.country or "")


def zones_at(said: str, now: dt.datetime) -> list[str]:
    """The zones people mean by an offset ("UTC+6", "+3", "МСК+2"); none if this is not one."""
    found = _OFFSET.fullmatch(said.strip())
    if found is None or not (found.group(1) or found.group(2)):
        return []
    base, sign, digits = (found.group(1) or "utc").lower(), found.group(2), found.group(3)
    hours = int(digits or 0) * (-1 if sign == "-" else 1)
    if base in {"мск", "msk"}:
        hours += _MOSCOW_HOURS
    wanted = dt.timedelta(hours=hours)
    known = dict.fromkeys((*OFFERED, *COUNTRIES.values(), *ELSEWHERE, "Europe/London", "Europe/Berlin"))
    return [zone for zone in known if now.astimezone(ZoneInfo(zone)).utcoffset() == wanted]
