"""A press is the typed content of a button: an action and ids, bounded, within Telegram's 64 bytes."""

from typing import Annotated, Any, Self

from aiogram.filters.callback_data import CallbackData
from pydantic import BeforeValidator, Field

MOST_ID = 2**53


def _strict_digits(value: Any) -> Any:
    # CallbackData alone would take "1_000", " 5" and numbers that no database can hold
    if isinstance(value, str) and not (value.isascii() and value.isdigit() and len(value) <= 16):
        raise ValueError("not a number of ours")
    return value


Id = Annotated[int, BeforeValidator(_strict_digits), Field(ge=1, le=MOST_ID)]
"""An id in a button."""
Small = Annotated[int, BeforeValidator(_strict_digits), Field(ge=0, le=1_000_000)]
"""A page, an index, a version in a button."""


class Press(CallbackData, prefix="?"):
    """The base of all typed buttons."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        KNOWN.append(cls)

    @classmethod
    def of(cls, data: str) -> Self | None:
        """The press behind raw data, if it is one of this kind."""
        try:
            return cls.unpack(data)
        except (TypeError, ValueError):
            return None


KNOWN: list[type[Press]] = []
"""Every kind of button there is; a test walks it."""


class Menu(Press, prefix="menu"):
    """Show the menu of the role in front."""


class Nothing(Press, prefix="-"):
    """A button that only shows something ("2 of 5")."""
