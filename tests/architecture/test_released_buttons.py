"""What stands on buttons in people's chats is frozen in `tests/released/buttons.txt`, and every line of it still works.

A button that was sent once may be pressed for years. So a kind of button keeps its prefix and the order of its fields;
new fields come last and have a default, which an old button stands for.
"""

from pathlib import Path

import pytest

from bot.callbacks import KNOWN, Callback
from handlers import build_registry
from tests.support.buttons import packed
from tools.released import BUTTONS, missing_buttons

build_registry()  # importing every conversation makes every kind of button known
LINES = Path(BUTTONS).read_text().splitlines()


def test_what_was_on_buttons_of_earlier_releases_is_read_by_one_kind_of_button() -> None:
    readers = {line: [kind.__name__ for kind in KNOWN if kind.of(line) is not None] for line in LINES}
    assert {line: kinds for line, kinds in readers.items() if len(kinds) != 1} == {}


def test_every_kind_of_button_is_in_the_file() -> None:
    assert missing_buttons() == [], "run `make released`"


def test_the_file_is_only_added_to() -> None:
    assert len(LINES) == len(set(LINES))


def test_a_new_field_has_its_default_on_an_old_button() -> None:
    before = len(KNOWN)
    try:

        class Earlier(Callback, prefix="zz-once"):
            page: int

        class Later(Callback, prefix="zz-once"):
            page: int
            about: str = "all"

        old = Earlier(page=3).pack()
        assert Later.of(old) == Later(page=3, about="all")
        assert Later.of(Later(page=3, about="x").pack()) == Later(page=3, about="x")
        assert Later.of("zz-once") is None, "a field without a default is needed"
        assert Later.of("zz-once:3:all:more") is None
    finally:
        del KNOWN[before:]


@pytest.mark.parametrize("whole", [False, True])
def test_what_is_packed_is_what_is_read(whole: bool) -> None:
    for kind in KNOWN:
        data = packed(kind, whole=whole)
        read = kind.of(data)
        assert read is not None, data
        assert read.pack() == data
