"""Callback data is the typed content of a button: an action and ids, bounded, within Telegram's 64 bytes.

    class OfPremises(Callback, prefix=ABSTRACT):
        premises: Id

    class OpenPhotos(OfPremises, prefix="pm"):
        photo: Small = 0

Whoever has set a PIN is asked for it before a press is answered, and then it is answered as if it had come now. A press
that shows no money and nothing personal (a menu, help) says so where it is handled: `flags=OPEN`, from
`bot.pin.pin_middleware`. What has been released is in `tests/released/buttons.txt`: the prefix and the order of fields
stay, and a new field comes last and has a default.
"""

from typing import Annotated, Any, Self

from aiogram.filters.callback_data import CallbackData
from pydantic import BeforeValidator, Field

from domain.people.person import Role

MOST_ID = 2**53


def _strict_digits(value: Any) -> Any:
    # CallbackData alone would take "1_000", " 5" and numbers that no database can hold
    if isinstance(value, str) and not (value.isascii() and value.isdigit() and len(value) <= 16):
        raise ValueError("not a number of ours")
    return value


Id = Annotated[int, BeforeValidator(_strict_digits), Field(ge=1, le=MOST_ID)]
"""An id in a button."""
MaybeId = Annotated[int, BeforeValidator(_strict_digits), Field(ge=0, le=MOST_ID)]
"""An id in a button, or 0 for none."""
Minor = Annotated[int, BeforeValidator(_strict_digits), Field(ge=0, le=MOST_ID)]
"""An amount in minor units of a currency that the row tells."""
Small = Annotated[int, BeforeValidator(_strict_digits), Field(ge=0, le=1_000_000)]
"""A page, an index, a version in a button."""


ABSTRACT = "?"
"""The prefix of what is no button but what several have in common: `class OfLease(Callback, prefix=ABSTRACT)`."""


class Callback(CallbackData, prefix=ABSTRACT):
    """The base of all typed buttons."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.__prefix__ != ABSTRACT:
            KNOWN.append(cls)

    @classmethod
    def of(cls, data: str) -> Self | None:
        """The press behind raw data, if it is one of this kind."""
        try:
            return cls.unpack(data)
        except (TypeError, ValueError):
            return None

    @classmethod
    def unpack(cls, value: str) -> Self:
        """The press behind raw data; on a button older than the last fields, these have their defaults."""
        if value.partition(cls.__separator__)[0] != cls.__prefix__:
            # every kind of button is asked about every press: most answer here
            raise ValueError(f"{value!r} is no {cls.__name__}")
        later = list(cls.model_fields.items())[value.count(cls.__separator__) :]
        if any(about.is_required() for _, about in later):
            raise TypeError(f"{cls.__name__} takes more than {value!r} has")
        made = cls.model_construct()
        added = [made._encode_value(name, about.default) for name, about in later]
        return super().unpack(cls.__separator__.join([value, *added]))


KNOWN: list[type[Callback]] = []
"""Every kind of button there is; a test walks it."""


class Menu(Callback, prefix="menu"):
    """Show the menu of the role in front."""

    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class SwitchRole(Callback, prefix="sr"):
    """Put another of one's roles in front."""

    role: Role


class OpenSettings(Callback, prefix="set"):
    """Show the settings."""


class OpenPushes(Callback, prefix="psh"):
    """Show how the person is told of what is new, and change it."""


class OpenHelp(Callback, prefix="hlp"):
    """Show how it works."""


class AboutMe(Callback, prefix="me"):
    """Show the person what they are here."""


class ShowInbox(Callback, prefix="in"):
    """What the person was told, unread first: everything, or about one thing."""

    page: Small = 0
    about: str = ""
    """The kind of thing ("property"); empty for everything."""
    row: MaybeId = 0
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""
    unread: bool = False
    """Only what has not been read."""


class OfPremises(Callback, prefix=ABSTRACT):
    """The buttons of one rented object."""

    premises: Id


class OfLease(Callback, prefix=ABSTRACT):
    """The buttons of one lease."""

    lease: Id


class OpenObject(OfPremises, prefix="kop"):
    """One rented object's card, with one of its photos: a property that follows it leads there too."""

    photo: Small = 0
    new: bool = False


class OpenProperty(Callback, prefix="op"):
    """Show one of a realtor's own properties, with one of its photos; an object that is offered leads there too."""

    property: Id
    photo: Small = 0
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class CalendarMonth(Callback, prefix="icm"):
    """A month of the calendar as a grid, of one object or of all; the present month unless one is named."""

    month: Small = 0
    """Years times twelve and months since; 0 for the present one."""
    premises: MaybeId = 0
    new: bool = False


class OpenOccupancy(Callback, prefix="ooc"):
    """How much of an object, or of all of them, was let month by month, over so many months."""

    premises: MaybeId = 0
    period: Small = 0
    new: bool = False


class OpenLease(OfLease, prefix="kol"):
    """One lease's card."""

    new: bool = False


class OpenRental(OfLease, prefix="tor"):
    """One rented object with everything about its lease, and one of its photos."""

    new: bool = False
    photo: Small = 0


class PayLease(OfLease, prefix="tpl"):
    """Pay through Telegram, or report a payment where that is not possible."""

    new: bool = False


class OpenNextPending(Callback, prefix="nt"):
    """Go on with what waits longest of what somebody has sent."""


class OpenPending(Callback, prefix="ow"):
    """Go on with something that waits, as what its sender says it is."""

    text: str
    kind: str


class DropPending(Callback, prefix="fw"):
    """Something that waits is not wanted any more."""

    text: str


class NoAction(Callback, prefix="-"):
    """A button that only shows something ("2 of 5")."""
