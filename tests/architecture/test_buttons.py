"""Every button fits Telegram's 64 bytes whatever it is about, and no two kinds of button look alike."""

import ast
import enum
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

from bot import callbacks
from bot.callbacks import Callback
from handlers import build_registry
from tests.architecture.modules import modules, parsed

build_registry()  # importing every conversation makes every kind of button known

MOST_BYTES = 64
LONGEST_WORD = {
    "about": 12,
    "act": 1,
    "check": 8,
    "currency": 3,
    "field": 24,
    "how": 1,
    "kind": 8,
    "language": 2,
    "nonce": 8,
    "question": 24,
    "side": 1,
    "text": 8,
}
"""How many characters a button's texts have, by the field's name; whoever makes the button keeps to it."""


def largest(kind: type[Callback], name: str, about: FieldInfo) -> Any:
    """The longest value that the field takes."""
    most = next((one.le for one in about.metadata if hasattr(one, "le")), None)
    if most is not None:
        return most
    annotation = about.annotation
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return max(annotation, key=lambda member: len(str(member.value).encode()))
    if get_origin(annotation) is Literal:
        return max(get_args(annotation), key=len)
    if annotation is bool:
        return True
    length = LONGEST_WORD.get(name)
    assert length, f"{kind.__name__}.{name}: say in LONGEST_WORD how long it gets, or bound its type"
    return "w" * length


def test_a_question_fits_into_a_button() -> None:
    keys = [
        said.value
        for path in modules("bot", "handlers")
        for node in ast.walk(parsed(Path(path)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Question"
        for keyword in node.keywords
        if keyword.arg == "key" and isinstance(said := keyword.value, ast.Constant)
    ]
    assert keys
    assert [key for key in keys if len(str(key)) > LONGEST_WORD["question"]] == []


def test_prefixes_differ() -> None:
    prefixes = [kind.__prefix__ for kind in callbacks.KNOWN]
    assert sorted(prefixes) == sorted(set(prefixes))


@pytest.mark.parametrize("kind", callbacks.KNOWN, ids=lambda kind: kind.__name__)
def test_a_button_fits_whatever_it_is_about(kind: type[Callback]) -> None:
    values = {name: largest(kind, name, about) for name, about in kind.model_fields.items()}
    assert len(kind(**values).pack().encode()) <= MOST_BYTES


@pytest.mark.parametrize("kind", callbacks.KNOWN, ids=lambda kind: kind.__name__)
def test_a_button_comes_back_as_it_was(kind: type[Callback]) -> None:
    values = {name: largest(kind, name, about) for name, about in kind.model_fields.items()}
    assert kind.of(kind(**values).pack()) == kind(**values)
