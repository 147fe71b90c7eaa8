"""Adds to `tests/released_buttons.txt` what the kinds of button made since the last release look like in a chat.

`make buttons`, before a release. Lines are only added: a button that has been sent once may be pressed for years.
"""

from pathlib import Path

from bot.callbacks import KNOWN
from handlers import build_registry
from tests.support.buttons import packed

RELEASED = Path("tests/released_buttons.txt")


def missing() -> list[str]:
    """Callback data of every kind of button that the file does not have: as short as can be, and with everything."""
    build_registry()  # importing every conversation makes every kind of button known
    known = set(RELEASED.read_text().split("\n")) if RELEASED.exists() else set()
    made = {packed(kind, whole=whole) for kind in KNOWN for whole in (False, True)}
    return sorted(made - known)


if __name__ == "__main__":
    with RELEASED.open("a") as file:
        file.writelines(f"{line}\n" for line in missing())
