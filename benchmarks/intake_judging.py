"""Decides, field by field, whether what was understood is what is known; the rules are told in `intake`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.gazetteer.place import Place
from domain.gazetteer.stems import stem, words
from domain.matching.intake import Found, Intent, Side, Understood
from domain.money import Money


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known, what was understood (None for nothing), and whether they agree."""

    truth: object
    said: object
    right: bool


_INTENTS = {
    "sell": {Intent.SELL},
    "rent_out": {Intent.RENT_OUT},
    "buy": {Intent.BUY},
    "rent_seek": {Intent.RENT_IN},
    "buy_or_rent_seek": {Intent.BUY, Intent.RENT_IN},
    "not_realty": {Intent.NOT_PROPERTY},
}
_NOT_NAMES = frozenset(
    map(
        stem,
        [
            "район",
            "округ",
            "улица",
            "ул",
            "проспект",
            "пр",
            "переулок",
            "пер",
            "бульвар",
            "шоссе",
            "набережная",
            "проезд",
            "аллея",
            "тупик",
            "площадь",
            "вал",
            "жк",
            "жилой",
            "комплекс",
            "дом",
            "мкр",
            "ж",
            "м",
            "н",
            "с",
            "г",
            "город",
            "село",
            "адрес",
            "микрорайон",
            "в",
            "на",
            "блок",
            "и",
            "метро",
            "станция",
            "им",
            "имени",
            "д",
            "п",
            "дп",
            "мкрн",
        ],
    )
)


def judge(field: str, row: dict[str, Any], understood: Understood) -> Verdict | None:
    """The verdict on one field, or None where the row does not count for it."""
    truth = row.get("truth") or {}
    if field.startswith("intent"):
        return _intent(field, row, truth, understood)
    if field not in (row.get("truth_in_text") or ()) or truth.get(field) is None:
        return None
    return _JUDGES[field](truth, understood)


def _intent(field: str, row: dict[str, Any], truth: dict[str, Any], understood: Understood) -> Verdict | None:
    accepted = _INTENTS.get(truth.get("intent", ""))
    if accepted is None or (field == "intent" and str(row.get("truth_source", "")).startswith(("site", "feed"))):
        return None
    said = understood.intent.value if understood.intent else None
    return Verdict(truth["intent"], said, said in accepted)


def _number(name: str, attribute: str) -> Callable[[dict[str, Any], Understood], Verdict]:
    def verdict(truth: dict[str, Any], understood: Understood) -> Verdict:
        found: Found[int] | None = getattr(understood, attribute)
        said = found.value if found else None
        return Verdict(truth[name], said, said == int(truth[name]))

    return verdict


def _rooms(truth: dict[str, Any], understood: Understood) -> Verdict:
    said = understood.rooms.value if understood.rooms else None
    wanted = int(truth["rooms"])
    right = said is not None and (said == (wanted,) or (understood.side is Side.LEAD and wanted in said))
    return Verdict(wanted, said, right)


def _area(truth: dict[str, Any], understood: Understood) -> Verdict:
    found = understood.area or understood.area_min or understood.area_max
    if found is None:
        return Verdict(truth["area"], None, right=False)
    known = round(float(truth["area"]) * 100)
    limits = [f.value for f in (understood.area, understood.area_min, understood.area_max) if f]
    step = 100 if known % 100 == 0 else 10 if known % 10 == 0 else 1
    right = any(abs(v - known) < step for v in limits)
    return Verdict(truth["area"], found.value, right)


def _price(truth: dict[str, Any], understood: Understood) -> Verdict:
    known = [(truth.get("price"), truth.get("currency")), (truth.get("price_alt"), truth.get("currency_alt"))]
    said = [f for f in (understood.price, understood.price_alt, understood.price_max) if f]
    right = any(_same_money(f, *k) for f in said for k in known if k[0] is not None)
    return Verdict(known, said[0].value if said else None, right)


def _budget(name: str, attribute: str) -> Callable[[dict[str, Any], Understood], Verdict]:
    def verdict(truth: dict[str, Any], understood: Understood) -> Verdict:
        found: Found[Money] | None = getattr(understood, attribute)
        right = found is not None and _same_money(found, truth[name], truth.get("currency"))
        return Verdict(truth[name], found.value if found else None, right)

    return verdict


def _same_money(found: Found[Money], amount: Any, currency: str | None) -> bool:
    same_currency = currency is None or not found.sure or found.value.currency == currency
    return found.value.minor == round(amount * 100) and same_currency


def _names(name: str, said: list[str], truth: dict[str, Any]) -> Verdict:
    return Verdict(truth[name], said or None, any(same_name(one, str(truth[name])) for one in said))


def _city(truth: dict[str, Any], understood: Understood) -> Verdict:
    return _names("city", _spelt(understood.city), truth)


def _metro(truth: dict[str, Any], understood: Understood) -> Verdict:
    return _names("metro", [n for f in understood.metro_stations for n in _spelt(f)], truth)


def _district(truth: dict[str, Any], understood: Understood) -> Verdict:
    return _names("district", [n for f in understood.districts for n in _spelt(f)], truth)


def _text(name: str, attribute: str) -> Callable[[dict[str, Any], Understood], Verdict]:
    def verdict(truth: dict[str, Any], understood: Understood) -> Verdict:
        found: Found[str] | None = getattr(understood, attribute)
        return _names(name, [found.value] if found else [], truth)

    return verdict


def _spelt(found: Found[Place] | None) -> list[str]:
    return [found.value.ru, *found.value.aliases] if found else []


def same_name(said: str, known: str) -> bool:
    """Whether all the telling words of either name stand in the other."""
    known = re.sub(r"\(.*?\)", " ", known) or known
    ours, theirs = _telling(said), _telling(known)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _telling(name: str) -> set[str]:
    return {stem(word) for word, _, _ in words(name.lower())} - _NOT_NAMES


_JUDGES: dict[str, Callable[[dict[str, Any], Understood], Verdict]] = {
    "rooms": _rooms,
    "area": _area,
    "floor": _number("floor", "floor"),
    "floors_total": _number("floors_total", "total_floors"),
    "price": _price,
    "price_alt": _price,
    "budget_max": _budget("budget_max", "price_max"),
    "budget_min": _budget("budget_min", "price_min"),
    "year_built": _number("year_built", "year_built"),
    "city": _city,
    "district": _district,
    "metro": _metro,
    "street": _text("street", "street"),
    "house_number": _text("house_number", "house_number"),
    "residential_complex": _text("residential_complex", "residential_complex"),
}
FIELDS = ("intent", "intent (all)", *_JUDGES)
"""In the order in which they are printed."""
