"""What nobody rented in a month is the owner's: its share of the utilities is noted as costs of the object."""

import datetime as dt
from collections import defaultdict

from domain.estate.costs.cost import Cost, CostKind
from domain.ledger.entry import Article
from domain.metering.bill import ObjectBooks, lines_for
from domain.people.person import PersonId
from domain.work import Work

NAMES = {
    Article.ELECTRICITY: ("Электричество", "Electricity"),
    Article.HOT_WATER: ("Горячая вода", "Hot water"),
    Article.COLD_WATER: ("Холодная вода", "Cold water"),
    Article.SEWERAGE: ("Водоотведение", "Sewerage"),
    Article.GAS: ("Газ", "Gas"),
    Article.HEATING: ("Отопление", "Heating"),
    Article.WASTE: ("Вывоз мусора", "Waste"),
    Article.MAINTENANCE: ("Содержание", "Maintenance"),
    Article.INTERNET: ("Интернет", "Internet"),
    Article.OTHER: ("Прочие услуги", "Other services"),
}
"""What the manager would have called such a cost, in Russian and in English: the words of a cost are its manager's."""
EMPTY = ("сдавали не всё", "not all of it was let")


async def settle_vacancy(work: Work, books: ObjectBooks, month: dt.date, language: str, by: PersonId | None) -> None:
    """Note what stood empty, in the present transaction; what was noted before is taken back if it is another sum.

    A cost that the manager has taken back stays so.
    """
    wanted: dict[Article, int] = defaultdict(int)
    for line in lines_for(books, month).vacant:
        wanted[line.article] += line.minor
    rows = await work.estate.costs.of_month(books.premises.id, month)
    taken_back = {one.reverses: one for one in rows if one.reverses is not None}
    for article in NAMES:
        key = f"vacant:{article}:{month:%Y-%m}"
        noted = [one for one in rows if one.reverses is None and _is_of(one, key)]
        last = noted[-1] if noted else None
        reversal = taken_back.get(last.id) if last is not None else None
        if reversal is not None and reversal.key is None:
            continue
        before = last.minor if last is not None and reversal is None else 0
        if before == wanted[article]:
            continue
        number = len(noted) + 1
        if last is not None and reversal is None:
            await work.estate.costs.add(
                [_row(work, books, article, month, -before, language, f"{key}:back:{number}", by, last)]
            )
        if wanted[article] > 0:
            await work.estate.costs.add(
                [_row(work, books, article, month, wanted[article], language, f"{key}:{number}", by)]
            )
    await work.flush()


def _is_of(cost: Cost, key: str) -> bool:
    return cost.key is not None and cost.key.startswith(f"{key}:")


def _row(
    work: Work,
    books: ObjectBooks,
    article: Article,
    month: dt.date,
    minor: int,
    language: str,
    key: str,
    by: PersonId | None,
    reverses: Cost | None = None,
) -> Cost:
    place = 0 if language == "ru" else 1
    return Cost(
        premises_id=books.premises.id,
        article=NAMES[article][place] if reverses is None else reverses.article,
        kind=CostKind.UTILITY,
        month=month,
        minor=minor,
        currency=books.premises.currency,
        booked_at=work.now(),
        booked_by=by,
        note=EMPTY[place],
        reverses=reverses.id if reverses is not None else None,
        key=key,
    )
