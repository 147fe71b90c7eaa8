"""An object being filled in: every field may be unknown until it is saved, and then it has to make sense."""

from dataclasses import dataclass, fields, replace
from typing import Any

from domain.estate.objects.premises import READINGS_FROM, READINGS_UNTIL, Category, Premises
from domain.estate.parties.party import PartyId
from domain.files.stored_file import FileId
from domain.money import CURRENCIES
from domain.refusal import Refusal
from domain.typed import limits

ADDRESS = 200
HOLDER = 200
"""Characters, like the lengths in `limits`."""


@dataclass(kw_only=True)
class PremisesDraft:
    """Fields as in `Premises`, any of them unknown."""

    owner_id: PartyId | None = None
    """None: the manager themselves."""
    name: str | None = None
    """None: the address is the name."""
    address: str | None = None
    city: str | None = None
    category: Category | None = None
    area: int | None = None
    currency: str | None = None
    balance_sheet_holder: str | None = None
    description: str | None = None
    photos: tuple[FileId, ...] = ()
    readings_from_day: int = READINGS_FROM
    readings_until_day: int = READINGS_UNTIL

    @property
    def title(self) -> str | None:
        """What it will be called."""
        return self.name or self.address

    def checked(self) -> "PremisesDraft":
        """The same tidied up, or a `Refusal` about the first thing that cannot be."""
        tidied = replace(
            self,
            name=limits.tidy(self.name, limits.NAME),
            address=limits.tidy(self.address, ADDRESS),
            city=limits.tidy(self.city, limits.NAME),
            balance_sheet_holder=limits.tidy(self.balance_sheet_holder, HOLDER),
            description=limits.tidy(self.description, limits.LONG_TEXT),
            photos=tuple(dict.fromkeys(self.photos)),
        )
        tidied.name = tidied.name or (tidied.address or "")[: limits.NAME] or None
        tidied.check()
        return tidied

    def check(self) -> None:
        """Refuse what cannot be."""
        if self.name is None:
            raise Refusal("An object needs a name or an address.")
        if self.area is not None:
            limits.check_area(self.area)
        if self.currency is not None and self.currency not in CURRENCIES:
            raise Refusal("There is no currency {code}.", code=self.currency)
        if len(self.photos) > limits.MOST_PHOTOS:
            raise Refusal("At most {most} photos fit into one album.", most=limits.MOST_PHOTOS)
        check_window(self.readings_from_day, self.readings_until_day)

    @classmethod
    def of(cls, premises: Premises) -> "PremisesDraft":
        """The draft that the object would have come from."""
        return cls(**{one.name: getattr(premises, one.name) for one in fields(cls)})

    def values(self) -> dict[str, Any]:
        """Field by field, as `Premises` takes them; the owner and the currency apart, who may not be said."""
        return {one.name: getattr(self, one.name) for one in fields(self) if one.name not in ("owner_id", "currency")}


def check_window(first: int, last: int) -> None:
    """Refuse days between which no readings could be sent."""
    if not (1 <= first <= 31 and 1 <= last <= 31 and first <= last):
        raise Refusal("The days for readings are from 1 to 31, the first one not after the last: 20–25.")
