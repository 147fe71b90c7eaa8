"""What was understood from a text: each value with the words it came from, and how sure we are of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from domain.gazetteer.place import Place
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.money import Money

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value read from `text[start:end]`; when not `sure`, `alternatives` are what else it may mean."""

    value: T_co
    start: int
    end: int
    sure: bool = True
    alternatives: tuple[T_co, ...] = ()


class Intent(StrEnum):
    """What the writer wants; `NOT_PROPERTY` is a text about something else altogether."""

    SELL = "SELL"
    RENT_OUT = "RENT_OUT"
    BUY = "BUY"
    RENT_IN = "RENT_IN"
    NOT_PROPERTY = "NOT_PROPERTY"


class Side(StrEnum):
    """Whether the text offers a property or is a lead that looks for one."""

    PROPERTY = "PROPERTY"
    LEAD = "LEAD"


class Period(StrEnum):
    """What a rent is paid for."""

    DAY = "DAY"
    MONTH = "MONTH"


class ContactKind(StrEnum):
    """How a person found in the text can be reached."""

    PHONE = "PHONE"
    USERNAME = "USERNAME"
    EMAIL = "EMAIL"
    SITE = "SITE"


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach somebody, as written; phones have only their digits and a leading plus."""

    kind: ContactKind
    value: str


@dataclass(frozen=True, slots=True)
class Understood:
    """A listing or a request, field by field; None or an empty tuple where the text says nothing.

    Money is in minor units with a currency (a guessed one makes the value unsure), areas in hundredths of a
    square metre, shares in hundredths of a percent. Listings have `price` and `area`, and `price_per_metre`
    where the price was counted by it; requests have the `_min` and `_max` ones. `land` is the plot.
    `rooms` lists every number that suits, 0 being a studio.
    """

    intent: Found[Intent] | None = None
    city: Found[Place] | None = None
    okrugs: tuple[Found[Place], ...] = ()
    districts: tuple[Found[Place], ...] = ()
    metro_stations: tuple[Found[Place], ...] = ()
    street: Found[str] | None = None
    house_number: Found[str] | None = None
    residential_complex: Found[str] | None = None
    price: Found[Money] | None = None
    price_per_metre: Found[Money] | None = None
    price_min: Found[Money] | None = None
    price_max: Found[Money] | None = None
    price_alt: Found[Money] | None = None
    period: Found[Period] | None = None
    deposit: Found[Money] | None = None
    area: Found[int] | None = None
    area_min: Found[int] | None = None
    area_max: Found[int] | None = None
    living_area: Found[int] | None = None
    kitchen_area: Found[int] | None = None
    land: Found[int] | None = None
    rooms: Found[tuple[int, ...]] | None = None
    euro: Found[bool] | None = None
    floor: Found[int] | None = None
    total_floors: Found[int] | None = None
    year_built: Found[int] | None = None
    property_type: Found[PropertyType] | None = None
    other_kind: Found[str] | None = None
    property_class: Found[PropertyClass] | None = None
    condition: Found[Condition] | None = None
    payment_method: Found[PaymentMethod] | None = None
    commission: Found[int] | None = None
    commission_of_price: Found[int] | None = None
    client_name: Found[str] | None = None
    contacts: tuple[Found[Contact], ...] = field(default=())
    several: bool = False
    rest: str = ""

    @property
    def deal(self) -> Deal | None:
        """Sale or rent, from the intent; None when the text does not tell."""
        match self.intent.value if self.intent else None:
            case Intent.SELL | Intent.BUY:
                return Deal.SALE
            case Intent.RENT_OUT | Intent.RENT_IN:
                return Deal.RENT
        return None

    @property
    def side(self) -> Side | None:
        """Property or lead, from the intent; None when the text does not tell."""
        match self.intent.value if self.intent else None:
            case Intent.SELL | Intent.RENT_OUT:
                return Side.PROPERTY
            case Intent.BUY | Intent.RENT_IN:
                return Side.LEAD
        return None

    @property
    def is_something_else(self) -> bool:
        """Whether the text is not about property at all."""
        return self.intent is not None and self.intent.value is Intent.NOT_PROPERTY

    @property
    def has_shape(self) -> bool:
        """Whether rooms or an area are said."""
        return any(one is not None for one in (self.rooms, self.area, self.area_min, self.area_max))

    @property
    def has_price(self) -> bool:
        """Whether a price or a budget is said."""
        return any(one is not None for one in (self.price, self.price_min, self.price_max))
