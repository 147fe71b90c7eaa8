"""Amounts, kinds and articles of costs are understood as people type them; the words of who is erased go with them."""

import datetime as dt
from decimal import Decimal

import pytest

from domain.calendar.line import NamedObject
from domain.estate.costs.add_cost import add_cost
from domain.estate.costs.cost import Cost, CostKind
from domain.estate.costs.draft import CostDraft, article_of
from domain.estate.costs.said import cost_said
from domain.estate.costs.typed import Cell, amount_of, kind_of, month_of
from domain.privacy.erase_data import erase_data
from domain.privacy.export_data import export_data
from domain.refusal import Refusal
from tests.support.estate import new_landlord
from tests.support.world import World

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("cell", "currency", "minor"),
    [
        ("1 250,50 ₽", "RUB", 1_250_50),
        ("12,5 тыс", "RUB", 12_500_00),
        (Decimal("1250.5"), "RUB", 1_250_50),
        (Decimal(4600), "JPY", 4_600),
        ("300 сом", "KGS", 300_00),
    ],
)
def test_an_amount_is_understood(cell: Cell, currency: str, minor: int) -> None:
    assert amount_of(cell, currency) == minor


@pytest.mark.parametrize(
    "cell", [None, "", "1e5", "-5", "пять", "5 $", Decimal("0.001"), dt.date(2026, 1, 1), "я" * 5000]
)
def test_what_is_no_amount_is_refused(cell: Cell) -> None:
    with pytest.raises(Refusal):
        amount_of(cell, "RUB")


def test_kinds_and_months_of_a_table() -> None:
    assert [kind_of(one) for one in ("ЖКХ", "Коммунальные", "operating", "Прочее", "Other costs", "", None)] == [
        CostKind.UTILITY, CostKind.UTILITY, CostKind.OPERATING, CostKind.OTHER, CostKind.OTHER, None, None,
    ]  # fmt: skip
    assert month_of(dt.date(2026, 3, 31), TODAY) == month_of("март", TODAY) == dt.date(2026, 3, 1)
    for wrong in (dt.date(2027, 12, 1), None, "абв"):
        with pytest.raises(Refusal):
            month_of(wrong, TODAY)
    assert article_of("  вода\n горячая ") == "Вода горячая"
    for nothing in ("", "…", "а" * 61):
        with pytest.raises(Refusal):
            article_of(nothing)


async def test_who_is_erased_leaves_sums_without_words(world: World) -> None:
    lev = await new_landlord(world)
    flat, work, me = await lev.manages(), world.product.new_work, await lev.me()
    draft = CostDraft(article="Вода", kind=CostKind.UTILITY, month=TODAY, minor=5_00, note="у Антона")
    number = await add_cost(work(), me, flat, draft)
    told = await export_data(work(), me)
    assert [(one["article"], one["note"]) for one in told["costs"]] == [("Вода", "у Антона")]
    await erase_data(work(), me)
    reading = work()
    async with reading.reading():
        try:
            left: Cost | None = await reading.estate.costs.get(number)
        except Refusal:
            left = None
    assert left is None or (left.note, left.minor) == (None, 5_00)


@pytest.mark.parametrize(
    ("said", "article", "month"),
    [
        ("свет 700 гараж октябрь", "свет", 10),
        ("свет 700 гараж за октябрь", "свет", 10),
        ("гараж свет за март 700", "свет", 3),
        ("вода 500 гараж сентябрь 2026", "вода", 9),
        ("вода 500 гараж за прошлый месяц", "вода", 10),
        ("вода 500 гараж 15 октября", "вода", 10),
        ("вода 500 гараж", "вода", 11),
    ],
)
def test_a_cost_is_of_the_last_month_of_that_name(said: str, article: str, month: int) -> None:
    """Costs have been: October said in November is that of a month ago, and its year is no sum."""
    read = cost_said(said, dt.date(2026, 11, 25), [NamedObject(1, "Гараж")], "RUB")
    assert read is not None
    assert (read.article, read.month, read.premises_id) == (article, dt.date(2026, month, 1), 1)
    assert read.minor in (700_00, 500_00)
