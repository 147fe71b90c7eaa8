"""What demo realtors offer and look for: made up, with plausible prices for each city, the same at every start."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.recommendations.budget import Budget
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.money import Money

ROUND_TO = 10_000_000
"""Minor units; asking prices are round."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A district with streets that are in it, its metro station if there is one, and its prices against the city's."""

    district: str
    metro: str | None
    streets: tuple[str, ...]
    percent: int = 100


@dataclass(frozen=True, slots=True)
class Market:
    """A city's places and price levels, in major units."""

    city: str
    currency: str
    per_metre: tuple[int, int]
    rent_per_metre: tuple[int, int]
    places: tuple[Quarter, ...]


MOSCOW = Market(
    "Москва",
    "RUB",
    (290_000, 390_000),
    (1_200, 1_700),
    (
        Quarter("Арбат", "Арбатская", ("Поварская", "Большая Молчановка", "Новый Арбат"), 170),
        Quarter("Хамовники", "Парк культуры", ("Остоженка", "Пречистенка"), 180),
        Quarter("Пресненский", "Улица 1905 года", ("Красная Пресня", "Большая Декабрьская", "Пресненский Вал"), 125),
        Quarter("Тверской", "Маяковская", ("1-я Тверская-Ямская", "Чаянова"), 155),
        Quarter("Академический", "Академическая", ("Дмитрия Ульянова", "Кржижановского"), 105),
        Quarter("Измайлово", "Измайловская", ("3-я Парковая", "Никитинская"), 85),
        Quarter("Перово", "Перово", ("2-я Владимирская", "Зелёный проспект"), 80),
        Quarter("Аэропорт", "Аэропорт", ("Черняховского", "Красноармейская"), 110),
    ),
)
BISHKEK = Market(
    "Бишкек",
    "USD",
    (1_000, 1_500),
    (7, 12),
    (
        Quarter("Асанбай", None, ("Токомбаева", "Масалиева")),
        Quarter("6-й микрорайон", None, ("Ахунбаева", "Масалиева")),
        Quarter("7-й микрорайон", None, ("Юнусалиева", "Сухомлинова")),
        Quarter("Джал-23", None, ("Тыналиева", "Ахунбаева"), 95),
        Quarter("Октябрьский", None, ("Байтик Баатыра", "Ахунбаева"), 110),
        Quarter("Первомайский", None, ("Токтогула", "Киевская", "Московская", "Боконбаева"), 120),
    ),
)
TITLES = (
    "Молодая пара",
    "Семья с двумя детьми",
    "Инвестор",
    "Для родителей",
    "Переезд по работе",
    "Студентка",
    "Размен трёшки",
    "Ближе к школе",
)
NOTES = ("Светлая, окна во двор.", "Тихий дом, новые трубы.", "Рядом парк и школа.", "Свободна, ключи на руках.")


def properties(market: Market, count: int, seed: int) -> Iterator[PropertyDraft]:
    """So many offers, without photos."""
    chance = random.Random(seed)  # noqa: S311  (a demo needs no secrecy)
    for number in range(count):
        deal = Deal.RENT if number % 4 == 3 else Deal.SALE
        rooms = chance.choice((0, 1, 1, 2, 2, 2, 3, 3, 4))
        metres = 24 + rooms * 17 + chance.randint(0, 16)
        place = chance.choice(market.places)
        total = chance.choice((5, 9, 12, 17, 25))
        yield PropertyDraft(
            deal=deal,
            property_type=PropertyType.APARTMENT,
            city=market.city,
            district=place.district,
            metro_station=place.metro,
            street=chance.choice(place.streets),
            house_number=str(chance.randint(1, 60)),
            price=_price(market, place, deal, metres, chance),
            area=metres * 100,
            rooms=rooms,
            floor=chance.randint(1, total),
            total_floors=total,
            year_built=chance.randint(1958, 2025),
            property_class=chance.choice(tuple(PropertyClass)),
            condition=chance.choice(tuple(Condition)),
            commission_share=chance.choice((3000, 4000, 4500, 5000, 5000)),
            description=chance.choice(NOTES),
        )


def leads(market: Market, count: int, seed: int) -> Iterator[LeadDraft]:
    """So many requests, each near to something that is offered."""
    chance = random.Random(seed)  # noqa: S311  (the same)
    for number, near in enumerate(properties(market, count, seed + 1)):
        assert near.price is not None  # noqa: S101  (every demo offer has one)
        assert near.area is not None  # noqa: S101
        assert near.rooms is not None  # noqa: S101
        most = _rounded(near.price.minor * chance.randint(98, 115) // 100, near.deal)
        yield LeadDraft(
            deal=near.deal,
            city=market.city,
            districts=tuple(
                sorted({place.district for place in chance.sample(market.places, 2)} | {str(near.district)})
            ),
            budget=Budget(None, most, market.currency),
            area_min=near.area - near.area // 8,
            rooms=(near.rooms, near.rooms + 1) if near.rooms else (0, 1),
            condition=chance.choice((None, Condition.FINISHING, Condition.DESIGN)),
            payment_method=chance.choice(tuple(PaymentMethod)) if near.deal is Deal.SALE else None,
            title=TITLES[number % len(TITLES)],
            client_name=chance.choice(("Мария", "Иван", "Нурлан", "Елена")),
            client_contacts="+7 900 000-00-00",
        )


def _price(market: Market, place: Quarter, deal: Deal | None, metres: int, chance: random.Random) -> Money:
    least, most = market.rent_per_metre if deal is Deal.RENT else market.per_metre
    return Money(_rounded(metres * chance.randint(least, most) * place.percent, deal), market.currency)


def _rounded(minor: int, deal: Deal | None) -> int:
    step = 100_00 if deal is Deal.RENT else ROUND_TO // 100
    return max(step, minor // step * step)
