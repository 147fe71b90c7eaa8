"""What meters, their values and their prices are called."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal

from babel.dates import format_date
from markupsafe import Markup

from bot.forms.wording import capital
from bot.localization import Localizer
from domain.disambiguation import told_apart
from domain.metering.meter import THOUSANDTHS, Meter, MeterId, MeterKind, Unit, Values
from domain.metering.reading import Reading
from domain.metering.tariff import TEN_THOUSANDTHS, Basis, Prices, article_of
from handlers.money.words import article_name

SIGNS = {
    MeterKind.ELECTRICITY: "⚡",
    MeterKind.HOT_WATER: "🚿",
    MeterKind.COLD_WATER: "💧",
    MeterKind.GAS: "🔥",
    MeterKind.HEAT: "♨️",
}
AMOUNTS = {
    Unit.KWH: "{number} kWh",
    Unit.M3: "{number} m³",
    Unit.GCAL: "{number} Gcal",
    Unit.MWH: "{number} MWh",
    Unit.GJ: "{number} GJ",
}
"""So many units; gettext messages."""
UNITS = {Unit.KWH: "kWh", Unit.M3: "m³", Unit.GCAL: "Gcal", Unit.MWH: "MWh", Unit.GJ: "GJ"}
"""A unit by itself; gettext messages."""
TWO_ZONES = ("day", "night")
THREE_ZONES = ("peak", "night", "half-peak")
"""What zones are called where everybody knows them; gettext messages."""


def kind_name(t: Localizer, kind: MeterKind) -> Markup:
    """What a meter counts, at the beginning of a line."""
    return capital(article_name(t, article_of(kind)))


def meter_label(t: Localizer, meter: Meter) -> Markup:
    """A meter in a line or on a button: its sign, what it counts, where it is or which one."""
    name = Markup("{} {}").format(SIGNS[meter.kind], kind_name(t, meter.kind))
    which = meter.place or (t("No. {number}", number=meter.number) if meter.number else None)
    return name if which is None else Markup("{}, {}").format(name, which)


def meters_apart(t: Localizer, meters: Sequence[Meter]) -> dict[MeterId, str]:
    """What each meter is called on a button beside its sign: where it is, or its number, or what it counts."""
    return told_apart(
        (one.id, one.place or one.number or kind_name(t, one.kind).unescape(), (one.number, one.place))
        for one in meters
    )


def kinds_apart(t: Localizer, meters: Sequence[Meter]) -> dict[MeterId, str]:
    """What each counts, and where two count the same, where it is or its number."""
    return told_apart((one.id, kind_name(t, one.kind).unescape(), (one.place, one.number)) for one in meters)


def zone_name(t: Localizer, zone: int, zones: int) -> Markup | None:
    """What one of so many zones is called; None if there is only one."""
    match zones:
        case 1:
            return None
        case 2:
            return t(TWO_ZONES[zone])
        case 3:
            return t(THREE_ZONES[zone])
        case _:
            return t("zone T{number}", number=zone + 1)


def number(thousandths: int) -> Decimal:
    """A value in its unit."""
    return Decimal(thousandths) / THOUSANDTHS


def values_of(t: Localizer, values: Values) -> Markup:
    """What a meter shows: "12 345" or, by zones, "12 345 / 6 789"."""
    return Markup(" / ").join(Markup.escape(t.number(number(one))) for one in values)


def amount_of(t: Localizer, thousandths: int, unit: Unit) -> Markup:
    """So many kilowatt-hours or cubic metres."""
    return t(AMOUNTS[unit], number=number(thousandths))


def amounts_of(t: Localizer, values: Values, unit: Unit) -> Markup:
    """A use of every zone."""
    return t(AMOUNTS[unit], number=values_of(t, values))


def unit_name(t: Localizer, unit: Unit) -> Markup:
    """A unit by itself."""
    return t(UNITS[unit])


def price_of(t: Localizer, price: int, currency: str) -> Markup:
    """One price, with as many digits as it has."""
    return Markup.escape(t.price(Decimal(price) / TEN_THOUSANDTHS, currency))


def tariff_words(t: Localizer, basis: Basis, prices: Prices, units: Iterable[Unit], currency: str) -> Markup:
    """A tariff: "5.38 ₽ a kWh", "12.50 ₽ a m²", "500 ₽ a month"."""
    said = Markup(" / ").join(price_of(t, one, currency) for one in prices)
    match basis:
        case Basis.UNIT:
            named = ", ".join(dict.fromkeys(unit_name(t, one) for one in units))
            return t("{price} a {unit}", price=said, unit=Markup.escape(named))
        case Basis.AREA:
            return t("{price} a m²", price=said)
        case Basis.MONTH:
            return t("{price} a month", price=said)
        case Basis.NONE:
            return t("no longer billed")


def month_of(press_month: int) -> dt.date:
    """The month in a button (202611)."""
    year, month = divmod(press_month, 100)
    return dt.date(min(max(year, 1990), 2100), min(max(month, 1), 12), 1)


def month_said(text: str) -> dt.date:
    """The month in a notification (2026-11)."""
    return dt.date.fromisoformat(f"{text}-01")


def in_press(month: dt.date) -> int:
    """A month for a button."""
    return month.year * 100 + month.month


def since_month(t: Localizer, month: dt.date) -> str:
    """A month after "since": “ноября”, “November 2025”."""
    pattern = "MMMM" if month.year == t.today.year else "MMMM y"
    return format_date(month, pattern, locale=t.locale)


def reading_words(t: Localizer, reading: Reading) -> Markup:
    """A reading with its day: "12 345 on 21 November"."""
    said = t("{values} on {date}", values=values_of(t, reading.values), date=reading.on)
    if reading.is_average:
        return t("{reading}, by the average", reading=said)
    return said
