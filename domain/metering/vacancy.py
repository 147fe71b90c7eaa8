"""What nobody rented in a month is the owner's: its share of the utilities is noted as costs of the object."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
    changes: list[Cost] = []
    for article in NAMES:
        note = _Note(work, books, month, article, language, by)
        noted = note.among(rows)
        reversal = _reversal(noted[-1], rows) if noted else None
        if reversal is None or reversal.key is not None:
            standing = noted[-1] if noted and reversal is None else None
            changes += note.changes(standing, wanted[article], len(noted) + 1)
    if changes:
        await work.estate.costs.add(changes)
    await work.flush()


def _reversal(cost: Cost, rows: Sequence[Cost]) -> Cost | None:
    """The row that takes the cost back; one with a key is our own."""
    return next((one for one in rows if one.reverses == cost.id), None)


@dataclass(frozen=True, slots=True)
class _Note:
    """The costs of one article that stood empty in a month."""

    work: Work
    books: ObjectBooks
    month: dt.date
    article: Article
    language: str
    by: PersonId | None

    @property
    def key(self) -> str:
        """How the keys of all of them begin."""
        return f"vacant:{self.article}:{self.month:%Y-%m}"

    def among(self, rows: Iterable[Cost]) -> list[Cost]:
        """Those that note something and take nothing back."""
        return [one for one in rows if one.reverses is None and (one.key or "").startswith(f"{self.key}:")]

    def changes(self, standing: Cost | None, wanted: int, number: int) -> list[Cost]:
        """The rows that make of what stands (nothing, if there is none) what is wanted."""
        before = standing.minor if standing is not None else 0
        if before == wanted:
            return []
        back = [self._row(-before, f"{self.key}:back:{number}", standing)] if standing is not None else []
        anew = [self._row(wanted, f"{self.key}:{number}")] if wanted > 0 else []
        return [*back, *anew]

    def _row(self, minor: int, key: str, reverses: Cost | None = None) -> Cost:
        place = 0 if self.language == "ru" else 1
        return Cost(
            premises_id=self.books.premises.id,
            article=NAMES[self.article][place] if reverses is None else reverses.article,
            kind=CostKind.UTILITY,
            month=self.month,
            minor=minor,
            currency=self.books.premises.currency,
            booked_at=self.work.now(),
            booked_by=self.by,
            note=EMPTY[place],
            reverses=reverses.id if reverses is not None else None,
            key=key,
        )
