"""Column types that mean the same on SQLite and PostgreSQL."""

import datetime as dt
import json
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, String, Text
from sqlalchemy.types import TypeDecorator

RowId = BigInteger().with_variant(Integer(), "sqlite")
"""A 64-bit row id; SQLite numbers rows only in a column called INTEGER."""


class UtcTime(TypeDecorator[dt.datetime]):
    """A moment; a naive one is refused on the way in, and comes out in UTC with its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Refuse a naive moment; SQLite keeps UTC without saying so."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be stored")
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: dt.datetime | None, _dialect: Dialect) -> dt.datetime | None:
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Json(TypeDecorator[Any]):
    """A JSON value kept as text, so that both databases compare and export it alike."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        """Write JSON."""
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        """Read JSON."""
        return None if value is None else json.loads(value)


class Choice(TypeDecorator[StrEnum]):
    """One value of an enumeration, kept as its text."""

    impl = String(32)
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: StrEnum | None, _dialect: Dialect) -> str | None:
        """Write the value."""
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> StrEnum | None:
        """Read the member."""
        return None if value is None else self.choices(value)


class Choices(TypeDecorator[tuple[StrEnum, ...]]):
    """Several values of an enumeration in their order, kept as `,a,b,` so that one of them can be searched for."""

    impl = Text
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: tuple[StrEnum, ...] | None, _dialect: Dialect) -> str | None:
        """Write the values."""
        return None if value is None else "".join(f",{self.choices(one).value}" for one in value) + ","

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[StrEnum, ...] | None:
        """Read the members."""
        return None if value is None else tuple(self.choices(one) for one in value.split(",") if one)


class Tuple(TypeDecorator[tuple[Any, ...]]):
    """A list of plain values kept as JSON, a tuple in the entity so that a change is always an assignment."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, _dialect: Dialect) -> str | None:
        """Write JSON."""
        return None if value is None else json.dumps(list(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[Any, ...] | None:
        """Read JSON."""
        return None if value is None else tuple(json.loads(value))
