"""Many costs at once from a table: every row is looked at before any is booked, and a row is booked once."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from domain.calendar.line import NamedObject
from domain.calendar.line.objects import named_alone
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft, article_of
from domain.estate.costs.typed import Cell, amount_of, currency_in, kind_of, month_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect, query

R = TypeVar("R")
SOME_CURRENCY = "RUB"
"""In which a sum is read when its object is not known: whether it is a sum at all is told nevertheless."""
MOST_ALIKE = 3
"""Objects named where a name fits several."""
MOST_ARTICLES = 1000
"""Of a manager, whose kinds are looked up for rows that name none."""


@dataclass(frozen=True, slots=True)
class CostRow:
    """A row of a table as it stands there."""

    number: int
    premises: Cell
    article: Cell
    kind: Cell
    month: Cell
    amount: Cell
    note: Cell


@dataclass(frozen=True, slots=True)
class GoodRow:
    """A row that can be booked."""

    number: int
    premises: Premises
    draft: CostDraft
    key: str
    is_known: bool
    """Whether it has been booked from a table before."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot, and everything that is wrong with it."""

    number: int
    why: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class CheckedCosts:
    """What a table would bring."""

    new: tuple[GoodRow, ...]
    known: tuple[GoodRow, ...]
    """Booked before; they are left out."""
    bad: tuple[BadRow, ...]


@query(Action.MANAGE_OBJECTS)
async def check_costs(work: Work, actor: Person, rows: Sequence[CostRow]) -> CheckedCosts:
    """Look at every row; nothing is booked."""
    return await _check(work, actor, rows)


@effect(Action.MANAGE_OBJECTS)
async def import_costs(work: Work, actor: Person, rows: Sequence[CostRow]) -> int:
    """Book the good rows that are not booked yet, all in one step; returns how many."""
    checked = await _check(work, actor, rows)
    now = work.now()
    costs = [one.draft.on(one.premises.id, one.premises.currency, now, actor.id, one.key) for one in checked.new]
    await work.estate.costs.add(costs)
    return await work.commit(len(costs))


async def _check(work: Work, actor: Person, rows: Sequence[CostRow]) -> CheckedCosts:
    kept = await work.estate.premises.all_managed_by(actor.id)
    articles = await work.estate.costs.articles(actor.id, MOST_ARTICLES)
    kinds = {article.casefold(): kind for article, kind in reversed(articles)}
    desk = _Desk(kept, kinds, work.now().astimezone(actor.zone).date())
    loaded = await work.estate.costs.loaded([one.id for one in kept])
    new: list[GoodRow] = []
    known: list[GoodRow] = []
    bad: list[BadRow] = []
    seen: Counter[tuple[PremisesId, str]] = Counter()
    for row in rows:
        read = desk.read(row)
        if isinstance(read, BadRow):
            bad.append(read)
            continue
        premises, draft = read
        mark = _mark(draft)
        seen[premises.id, mark] += 1
        key = f"{mark}:{seen[premises.id, mark]}"
        is_known = (premises.id, key) in loaded
        (known if is_known else new).append(GoodRow(row.number, premises, draft, key, is_known))
    return CheckedCosts(new=tuple(new), known=tuple(known), bad=tuple(bad))


def _mark(draft: CostDraft) -> str:
    """What the row says, in short: the same row of the file saved again, or of a longer one, has the same."""
    said = (draft.article.casefold(), draft.kind.value, draft.month.isoformat(), str(draft.minor), draft.note or "")
    return "xlsx:" + hashlib.sha256("\0".join(said).encode()).hexdigest()[:32]


class _Desk:
    """The actor's objects by what they are called, the kinds of their articles, and the present day."""

    def __init__(self, kept: Sequence[Premises], kinds: Mapping[str, CostKind], today: dt.date) -> None:
        self._kept = kept
        self._kinds = kinds
        self._today = today
        self._currency = kept[0].currency if kept else SOME_CURRENCY
        self._called: dict[str, list[Premises]] = {}
        for one in kept:
            names = {_bare(name) for name in (one.name, one.address, f"{one.city} {one.address}") if name}
            for name in names:
                self._called.setdefault(name, []).append(one)

    def read(self, row: CostRow) -> tuple[Premises, CostDraft] | BadRow:
        """The object and the cost that a row means, or everything that is wrong with it."""
        why: list[Refusal] = []
        premises = _tried(why, lambda: self._premises(row.premises))
        article = _tried(why, lambda: article_of("" if row.article is None else str(row.article)))
        kind = _tried(why, lambda: kind_of(row.kind))
        month = _tried(why, lambda: month_of(row.month, self._today))
        # an amount in another currency is at fault only with an object that is known
        currency = premises.currency if premises is not None else currency_in(row.amount, self._currency)
        minor = _tried(why, lambda: amount_of(row.amount, currency))
        if why or premises is None or article is None or month is None or minor is None:
            return BadRow(row.number, tuple(why))
        draft = CostDraft(
            article=article,
            kind=kind or self._kinds.get(article.casefold(), CostKind.OTHER),
            month=month,
            minor=minor,
            note=None if row.note is None else str(row.note),
        )
        _tried(why, lambda: draft.check(premises.currency))
        return BadRow(row.number, tuple(why)) if why else (premises, draft)

    def _premises(self, cell: Cell) -> Premises:
        said = "" if cell is None else str(cell)
        if not said.strip():
            raise Refusal("The object is missing.")
        found = self._called.get(_bare(said), [])
        if len({one.id for one in found}) > 1:
            raise Refusal("Several of your objects are called “{name}”; give the address.", name=said[:60])
        return found[0] if found else self._named(said)

    def _named(self, said: str) -> Premises:
        """By words of its name, as in a chat; nothing may be left over, or another one may be meant."""
        heard = named_alone(said, [NamedObject.of(one) for one in self._kept])
        if not heard.objects:
            raise Refusal("You have no object called “{name}”.", name=said[:60])
        if len(heard.objects) > 1:
            several = ", ".join(one.name for one in heard.objects[:MOST_ALIKE])
            raise Refusal("“{name}” may be {several}: write the whole name.", name=said[:60], several=several)
        if not heard.is_plain:
            other = heard.objects[0].name
            raise Refusal(
                "You have no object called “{name}”. If it is “{other}”, write so.", name=said[:60], other=other
            )
        return next(one for one in self._kept if one.id == heard.objects[0].id)


def _tried(why: list[Refusal], read: Callable[[], R]) -> R | None:
    """What can be read, or None and one reason more."""
    try:
        return read()
    except Refusal as refusal:
        why.append(refusal)
        return None


def _bare(name: str) -> str:
    """A name as it is compared: without case, punctuation and spaces between."""
    return "".join(one for one in name.casefold().replace("ё", "е") if one.isalnum())
