"""Lists: what there is, one row each, paged, with the total and where one is; empty ones say what to do first."""

from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import Callback
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.pager import pager
from bot.screen import MOST_LABEL, Button, Row, Screen, short_of

PAGE = 5
"""Rows on a page: with filters, paging and the way back it fits the eight rows of a phone."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry: a line of text above the buttons, and the button that opens it."""

    line: Markup
    label: Markup | str
    press: CallbackData
    also: Button | None = None
    """What can be done with it at once, beside the button that opens it."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of a list."""

    items: Sequence[Item]
    total: int
    number: int = 0
    """Counted from 0."""
    size: int = PAGE
    """Rows on a page, where filters leave less room than usual."""

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


class RowsFound(Protocol):
    """What a query finds: some rows, and how many there are in all."""

    @property
    def items(self) -> Sequence[Any]:
        """The rows of one page."""

    @property
    def total(self) -> int:
        """The rows of all pages."""


F = TypeVar("F", bound=RowsFound)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class PageOfRows(Generic[F]):
    """A page of what a query finds."""

    found: F
    number: int
    size: int

    @property
    def places(self) -> Iterator[tuple[int, Any]]:
        """Each row with its place in the whole list, counted from 1."""
        return enumerate(self.found.items, self.number * self.size + 1)

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.found.total // self.size))

    def of(self, items: Iterable[Item]) -> ListPage:
        """The page with its rows as entries of a list."""
        return ListPage(list(items), self.found.total, self.number, self.size)


async def page_found(look: Callable[..., Awaitable[F]], number: int, size: int = PAGE) -> PageOfRows[F]:
    """The page nearest to the one asked for: the list may have become shorter since the button was drawn.

    `look` is a query with everything said but `offset` and `limit`:

        page = await page_found(partial(list_leads, ctx.work, ctx.me), press.page)
        return list_screen(t, page=page.of(_item(t, place, one) for place, one in page.places), ...)
    """
    found = await look(offset=number * size, limit=size)
    nearest = on_page(number, found.total, size)
    if nearest != number:
        found = await look(offset=nearest * size, limit=size)
    return PageOfRows(found, nearest, size)


@dataclass(frozen=True, slots=True)
class _Rows(Generic[R]):
    items: Sequence[R]
    total: int


def page_among(rows: Sequence[R], number: int, size: int = PAGE) -> PageOfRows[_Rows[R]]:
    """The same of rows that are all here."""
    nearest = on_page(number, len(rows), size)
    return PageOfRows(_Rows(rows[nearest * size : (nearest + 1) * size], len(rows)), nearest, size)


def list_screen(
    t: Localizer,
    *,
    title: Markup,
    page: ListPage,
    turn: Callable[[int], CallbackData] | Callback,
    empty: Markup,
    note: Markup | None = None,
    filters: Sequence[Row] = (),
    actions: Row = (),
    back: CallbackData | None = None,
) -> Screen:
    """Draw a page; `turn` is the list's button with its `page`, or what makes the one for another page.

    `note` stands under the title, `empty` says what to do.

    Where two entries would be called the same, all of the page are numbered, in the text and on their buttons.
    """
    page = _numbered(page)
    head = bold(title) if page.total == 0 else bold(title) + Markup(" · ") + t("{total} in all", total=page.total)
    body = lines(*(item.line for item in page.items)) if page.items else empty
    rows: list[Row] = [
        [Button(item.label, item.press), *([item.also] if item.also is not None else [])] for item in page.items
    ]
    to_page = turn if not isinstance(turn, Callback) else _turning(turn)
    rows += [row for row in (pager(t, page.number, page.pages, to_page), *filters) if row]
    last = [*actions, *([Button(t("‹ Back"), back)] if back is not None else []), menu_button(t)]
    return Screen(lines(head, note, "", body), [*rows, last])


def _numbered(page: ListPage) -> ListPage:
    labels = [Markup.escape(one.label).unescape() for one in page.items]
    if len(set(labels)) == len(labels):
        return page
    items = []
    for place, (one, label) in enumerate(zip(page.items, labels, strict=True), page.number * page.size + 1):
        line = Markup("{}. ").format(place) + Markup(one.line.removeprefix("• "))  # noqa: S704  (markup already)
        items.append(replace(one, line=line, label=short_of(f"{place}. {label}", MOST_LABEL)))
    return replace(page, items=items)


def _turning(press: Callback) -> Callable[[int], CallbackData]:
    return lambda page: press.model_copy(update={"page": page})


def on_page(number: int, total: int, size: int = PAGE) -> int:
    """The page nearest to the one asked for: the list may have become shorter since the button was drawn."""
    return min(number, max(0, -(-total // size) - 1))
