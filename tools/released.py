"""Adds to `tests/released` what may not change once it is out: what buttons in chats carry, and landed migrations.

`make released`, when a kind of button or a migration is finished. Lines are only added: a button that has been sent
once may be pressed for years, and a migration that has run somewhere is not run again.
"""

import hashlib
from pathlib import Path

from bot.callbacks import KNOWN
from handlers import build_registry
from storage.schema import MIGRATIONS
from tests.support.buttons import packed

BUTTONS = Path("tests/released/buttons.txt")
LANDED = Path("tests/released/migrations.txt")
"""Each line is the SHA-256 of a migration and its file's name."""


def missing_buttons() -> list[str]:
    """Callback data of every kind of button that the file does not have: as short as can be, and with everything."""
    build_registry()  # importing every conversation makes every kind of button known
    known = set(BUTTONS.read_text().split("\n")) if BUTTONS.exists() else set()
    made = {packed(kind, whole=whole) for kind in KNOWN for whole in (False, True)}
    return sorted(made - known)


def migrations() -> list[str]:
    """A line for every migration there is, the oldest first."""
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    return [f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.name}" for path in files]


def missing_migrations() -> list[str]:
    """Lines of the migrations whose names the file does not have."""
    names = {line.split()[1] for line in LANDED.read_text().splitlines()}
    return [line for line in migrations() if line.split()[1] not in names]


if __name__ == "__main__":
    for path, lines in ((BUTTONS, missing_buttons()), (LANDED, missing_migrations())):
        with path.open("a") as file:
            file.writelines(f"{line}\n" for line in lines)
