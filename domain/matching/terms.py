"""The words a realtor chooses from to describe a deal: its kind, the property, its class, state and payment.

The values are the upper-case names the reference interface uses, stored and exchanged as they are.
"""

from enum import StrEnum


class Deal(StrEnum):
    """What is being done with the property."""

    SALE = "SALE"
    RENT = "RENT"


class PropertyType(StrEnum):
    """What the property is: `APARTMENT` is an ordinary flat, `APARTMENTS` a non-residential one (апартаменты)."""

    APARTMENT = "APARTMENT"
    HOUSE = "HOUSE"
    APARTMENTS = "APARTMENTS"
    TOWNHOUSE = "TOWNHOUSE"


class PropertyClass(StrEnum):
    """How expensive the building is meant to be."""

    ECONOMY = "ECONOMY"
    COMFORT = "COMFORT"
    BUSINESS = "BUSINESS"
    ELITE = "ELITE"


class Condition(StrEnum):
    """How far the finishing has gone, from bare concrete to a designer's renovation."""

    ROUGH = "ROUGH"
    PRE_FINISHING = "PRE_FINISHING"
    FINISHING = "FINISHING"
    DESIGN = "DESIGN"


class PaymentMethod(StrEnum):
    """How the buyer pays."""

    CASH = "CASH"
    MORTGAGE = "MORTGAGE"
    EXCHANGE = "EXCHANGE"
