"""Whoever is in the middle of a form when the next release starts goes on with it: drafts and questions are still read.

They are kept with the conversation as JSON. `tests/released/forms.txt` has every question and field that may be in one:
a question keeps its key, a field its name (or is read by its old one, too), and a new field has a default.
"""

from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from pydantic import AliasChoices
from pydantic.fields import FieldInfo

from bot.forms.model import Form
from handlers import build_registry
from tools.released import FORMS, missing_forms, needed

KNOWN: dict[str, Form[Any]] = {form.name: form for form in build_registry().forms}
LINES = [line.split() for line in FORMS.read_text().splitlines()]


def fields_read(form: Form[Any]) -> dict[str, set[str]]:
    """By what names each field of a kept draft is found."""
    found = {}
    for name, hint in get_type_hints(form.draft, include_extras=True).items():
        about = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
        aliases = [one.validation_alias for one in about if isinstance(one, FieldInfo)]
        found[name] = {name} | {str(old) for one in aliases if isinstance(one, AliasChoices) for old in one.choices}
    return found


def test_a_question_that_may_be_open_is_still_asked() -> None:
    gone = [(form, key) for form, what, key in LINES if what == "question" and KNOWN[form].question(key) is None]
    assert gone == []


def test_a_field_that_may_be_filled_is_still_read() -> None:
    read = {name: set().union(*fields_read(form).values()) for name, form in KNOWN.items()}
    gone = [(form, name) for form, what, name in LINES if what == "field" and name not in read[form]]
    assert gone == [], "give it its old name as an alias: what people have typed would be lost"


@pytest.mark.parametrize("name", KNOWN)
def test_a_draft_of_an_earlier_release_lacks_nothing_that_it_needs(name: str) -> None:
    released = {field for form, what, field in LINES if form == name and what == "needs"}
    read = fields_read(KNOWN[name])
    lacking = {one for one in needed(KNOWN[name]) if not read[one] & released}
    assert lacking == set(), "a new field of a draft has a default"


def test_every_form_is_in_the_file() -> None:
    assert missing_forms() == [], "run `make released`"
