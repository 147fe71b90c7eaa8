"""A list asks its query for the page nearest to the one that was asked for, and numbers its rows through."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.lists.list_screen import Item, list_screen, page_among, page_found
from bot.localization import Localizer
from bot.pager import pager

ENGLISH = Localizer("en", ZoneInfo("UTC"), dt.datetime(2026, 11, 30, tzinfo=dt.UTC))


@dataclass
class Letters:
    items: list[str]
    total: int


async def letters(*, of: str, offset: int, limit: int) -> Letters:
    return Letters(list(of[offset : offset + limit]), len(of))


async def letters_of(word: str, number: int) -> list[tuple[int, str]]:
    async def look(*, offset: int, limit: int) -> Letters:
        return await letters(of=word, offset=offset, limit=limit)

    return list((await page_found(look, number, size=3)).places)


async def test_rows_of_a_later_page_have_their_places_in_the_whole_list() -> None:
    assert await letters_of("lease", 1) == [(4, "s"), (5, "e")]


async def test_a_list_that_has_become_shorter_shows_its_last_page() -> None:
    assert await letters_of("flat", 7) == [(4, "t")]
    assert await letters_of("", 7) == []


def test_rows_that_are_all_here_are_paged_alike() -> None:
    page = page_among("lease", 9, size=2)
    assert (list(page.places), page.number, page.pages) == ([(5, "e")], 2, 3)


def test_turning_keeps_what_else_the_button_says() -> None:
    page = page_among("lease", 1, size=2)
    items = (Item(Markup.escape(one), one, ShowInbox()) for one in "as")
    screen = list_screen(
        ENGLISH, title=Markup("Letters"), page=page.of(items), turn=ShowInbox(page=1, unread=True), empty=Markup()
    )
    turning = next(row for row in screen.rows if len(row) == 3)
    assert [one.press for one in turning[::2]] == [
        ShowInbox(page=0, unread=True),
        ShowInbox(page=2, unread=True),
    ]


def test_at_either_end_a_button_keeps_its_place_and_one_page_has_no_pager() -> None:
    assert [one.label for one in pager(ENGLISH, 0, 2, lambda page: ShowInbox(page=page))] == ["·", "1 of 2", "›"]
    assert [one.label for one in pager(ENGLISH, 1, 2, lambda page: ShowInbox(page=page))] == ["‹", "2 of 2", "·"]
    assert pager(ENGLISH, 0, 1, lambda page: ShowInbox(page=page)) == []
