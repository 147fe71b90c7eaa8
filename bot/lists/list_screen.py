"""Lists: what there is, one row each, paged, with the total and where one is; empty ones say what to do first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import BLANK, MOST_LABEL, Button, Row, Screen, short_of

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


def list_screen(
    t: Localizer,
    *,
    title: Markup,
    page: ListPage,
    turn: Callable[[int], CallbackData],
    empty: Markup,
    note: Markup | None = None,
    filters: Sequence[Row] = (),
    actions: Row = (),
    back: CallbackData | None = None,
) -> Screen:
    """Draw a page; `turn` makes the button for another page, `note` stands under the title, `empty` says what to do.

    Where two entries would be called the same, all of the page are numbered, in the text and on their buttons.
    """
    page = _numbered(page)
    head = bold(title) if page.total == 0 else bold(title) + Markup(" · ") + t("{total} in all", total=page.total)
    body = lines(*(item.line for item in page.items)) if page.items else empty
    rows: list[Row] = [
        [Button(item.label, item.press), *([item.also] if item.also is not None else [])] for item in page.items
    ]
    if page.pages > 1:
        rows.append(_paging(t, page, turn))
    rows += [row for row in filters if row]
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


def _paging(t: Localizer, page: ListPage, turn: Callable[[int], CallbackData]) -> Row:
    before = turn(page.number - 1) if page.number > 0 else NoAction()
    after = turn(page.number + 1) if page.number + 1 < page.pages else NoAction()
    where = t("{page} of {pages}", page=page.number + 1, pages=page.pages)
    return [
        Button("‹" if page.number > 0 else BLANK, before),
        Button(where, NoAction()),
        Button("›" if page.number + 1 < page.pages else BLANK, after),
    ]


def on_page(number: int, total: int, size: int = PAGE) -> int:
    """The page nearest to the one asked for: the list may have become shorter since the button was drawn."""
    return min(number, max(0, -(-total // size) - 1))
