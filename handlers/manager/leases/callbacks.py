"""The buttons of a lease's own screens: its tenant, its terms, its rent, its end, its contract."""

from typing import Literal

from bot.callbacks import Callback, Id, OfLease, OfPremises, Small

Field = Literal[
    "",
    "starts_on",
    "ends_on",
    "area",
    "due_day",
    "deposit",
    "contract_number",
    "contract_date",
    "contract_file",
    "utilities_due_day",
    "reminders",
    "rent",
]


class ChooseTenant(OfPremises, prefix="lct"):
    """Choose who rents an object."""

    page: Small = 0


class PickTenant(OfPremises, prefix="lpt"):
    """This tenant it is."""

    party: Id


class LetTo(Callback, prefix="lto"):
    """Choose what this tenant rents."""

    party: Id
    page: Small = 0


class EditLease(OfLease, prefix="led"):
    """Change a term of a lease as it was at this version (0: as it is by then); without a field, choose one."""

    version: Small = 0
    field: Field = ""
    new: bool = False


class EndLease(OfLease, prefix="len"):
    """End a lease as it was at this version (0: as it is by then), on the day with this number (0: ask on which)."""

    version: Small = 0
    day: Small = 0
    sure: bool = False
    new: bool = False


class CallOff(OfLease, prefix="lco"):
    """Take back a lease that was added by mistake; asks first unless it is sure."""

    version: Small
    sure: bool = False


class ContractFile(OfLease, prefix="lcf"):
    """Send the contract's file."""


class TenantContact(OfLease, prefix="ltc"):
    """Send the tenant's contact card."""


def is_present(seen: int, version: int) -> bool:
    """Whether a lease is still as it was when the button was drawn; 0 stood on a message that waits."""
    return seen in (0, version)
