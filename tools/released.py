"""Adds to `tests/released` what may not change once it is out: buttons in chats, half-filled forms, landed migrations.

`make released`, when a kind of button, a form or a migration is finished. Lines are only added: a button that has been
sent once may be pressed for years, a form is gone on with after the next release, and a migration that has run
somewhere is not run again.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from bot.callbacks import KNOWN
from bot.forms.model import Form
from handlers import build_registry
from storage.schema import MIGRATIONS
from tests.support.buttons import packed

BUTTONS = Path("tests/released/buttons.txt")
FORMS = Path("tests/released/forms.txt")
"""Each line is a form's name and a question's key, a field of its draft, or a field that a draft cannot do without."""
LANDED = Path("tests/released/migrations.txt")
"""Each line is the SHA-256 of a migration and its file's name."""


def missing_buttons() -> list[str]:
    """Callback data of every kind of button that the file does not have: as short as can be, and with everything."""
    build_registry()  # importing every conversation makes every kind of button known
    known = set(BUTTONS.read_text().split("\n")) if BUTTONS.exists() else set()
    made = {packed(kind, whole=whole) for kind in KNOWN for whole in (False, True)}
    return sorted(made - known)


def missing_forms() -> list[str]:
    """Questions and fields of drafts that the file does not have; what a draft needs only of forms that are new."""
    known = set(FORMS.read_text().splitlines()) if FORMS.exists() else set()
    names = {line.split()[0] for line in known}
    made = {line for form in build_registry().forms for line in _about(form, is_new=form.name not in names)}
    return sorted(made - known)


def needed(form: Form[Any]) -> set[str]:
    """The fields without a default: a kept draft that lacks one cannot be gone on with."""
    return {one.name for one in fields(form.draft) if one.default is MISSING and one.default_factory is MISSING}


def _about(form: Form[Any], *, is_new: bool) -> Iterator[str]:
    yield from (f"{form.name} question {one.key}" for one in form.questions)
    yield from (f"{form.name} field {one.name}" for one in fields(form.draft))
    if is_new:
        yield from (f"{form.name} needs {one}" for one in needed(form))


def migrations() -> list[str]:
    """A line for every migration there is, the oldest first."""
    files = sorted((MIGRATIONS / "versions").glob("[0-9]*.py"))
    return [f"{hashlib.sha256(path.read_bytes()).hexdigest()} {path.name}" for path in files]


def missing_migrations() -> list[str]:
    """Lines of the migrations whose names the file does not have."""
    names = {line.split()[1] for line in LANDED.read_text().splitlines()}
    return [line for line in migrations() if line.split()[1] not in names]


if __name__ == "__main__":
    for path, lines in ((BUTTONS, missing_buttons()), (FORMS, missing_forms()), (LANDED, missing_migrations())):
        with path.open("a") as file:
            file.writelines(f"{line}\n" for line in lines)
