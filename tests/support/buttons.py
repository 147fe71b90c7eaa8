"""Callback data of any kind of button, made up: as short as can be, or with everything said."""

import enum
from collections.abc import Collection
from typing import Any, Literal, get_args, get_origin

from bot.callbacks import Callback

SMALL = {"month": 202611, "year": 2026, "day": 739_942, "days": 1, "version": 1, "minor": 100}
"""Numbers that have to mean something; every other number is 0, and every id is 1 or the one that is wanted."""


def packed(kind: type[Callback], *, whole: bool, ids: Collection[str] = (), row: int = 1) -> str:
    """A button of this kind about that row of whatever it is about; `ids` are fields that name one, needed or not."""
    given = {
        name: row if name in ids or _is_id(about) else _value(name, about.annotation, whole=whole)
        for name, about in kind.model_fields.items()
        if whole or about.is_required() or name in ids
    }
    return kind(**given).pack()


def _is_id(about: Any) -> bool:
    return any(getattr(one, "ge", None) == 1 for one in about.metadata)


def _value(name: str, annotation: Any, *, whole: bool) -> Any:
    if annotation is bool:
        return whole
    if get_origin(annotation) is Literal:
        return get_args(annotation)[-1 if whole else 0]
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return list(annotation)[-1 if whole else 0]
    return SMALL.get(name, 0) if annotation is int else "name"
