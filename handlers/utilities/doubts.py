"""A reading that is odd is asked about: less than the meter showed before, or several times what is usual."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.forms.model import AmbiguousAnswer, Choice
from bot.localization import Localizer, bold, lines
from domain.metering.meter import THOUSANDTHS, Unit, Values
from domain.metering.record import Expected
from domain.metering.turnover import turn_after
from domain.refusal import Refusal
from handlers.utilities.meter_words import amounts_of, values_of

AGAIN, SURE = "again", "sure"


def doubt_unusual(t: Localizer, known: Expected, values: Values, unit: Unit, turned: Values = ()) -> None:
    """Ask about what is several times the usual, with one tap to keep it and one to write it again."""
    if not known.is_unusual(values, turned):
        return
    raise AmbiguousAnswer(
        [Choice(t("✏️ Write it again"), AGAIN), Choice(t("✅ Yes, it is right"), _sure(values, turned))],
        t(
            "Sure? {values} makes {use} since {date}, and usually it is about {usual}.",
            values=bold(values_of(t, values)),
            use=amounts_of(t, known.used(values, turned) or values, unit),
            date=known.previous_on,
            usual=_usual(t, known, unit, range(len(values))),
        ),
    )


def doubt_turned(
    t: Localizer,
    known: Expected,
    values: Values,
    turned: Values,
    digits: Sequence[int],
    unit: Unit,
    others: Sequence[Choice],
) -> None:
    """Ask whether the meter has turned over, if that is likely for every zone that shows less than somebody has seen.

    `digits` are those that the values were written with, where one began with a zero; `others` are more answers.
    """
    least = known.least
    if least is None:
        return
    turns = _turns(least, values, turned, digits)
    if not turns:
        return
    use = tuple(values[zone] + turn - least[zone] for zone, turn in turns.items())
    said = t(
        "{value} is lower than {least}, which the meter showed on {date}. Has the meter turned over, that is, gone "
        "past {top} and begun anew from zero? Then {use} were used.",
        value=bold(values_of(t, tuple(values[zone] for zone in turns))),
        least=values_of(t, tuple(least[zone] for zone in turns)),
        date=known.least_on,
        top=values_of(t, tuple(turn - THOUSANDTHS for turn in turns.values())),
        use=amounts_of(t, use, unit),
    )
    new = tuple(turns.get(zone, before) for zone, before in enumerate(turned))
    raise AmbiguousAnswer(
        [Choice(t("✏️ I mistyped"), AGAIN), Choice(t("🔄 It has turned over"), _sure(values, new)), *others],
        lines(said, _usually(t, known, unit, list(turns))),
    )


def _turns(least: Values, values: Values, turned: Values, digits: Sequence[int]) -> dict[int, int]:
    """What a turn adds to each zone that shows less than before; none if that is unlikely for any of them."""
    lower = [zone for zone, value in enumerate(values) if value + turned[zone] < least[zone]]
    turns = {zone: turn_after(least[zone], values[zone], digits[zone]) for zone in lower}
    likely = {zone: turn for zone, turn in turns.items() if turn is not None}
    return likely if len(likely) == len(lower) else {}


def confirmed(value: str) -> tuple[Values, Values]:
    """The values that somebody is sure of, and what turns have added; refused if they would rather write again."""
    if not value.startswith(f"{SURE}:"):
        raise Refusal("Then please write it again.")
    values, turned = (tuple(int(one) for one in part.split("/")) if part else () for part in value.split(":")[1:])
    return values, turned


def _sure(values: Values, turned: Values) -> str:
    return ":".join((SURE, *("/".join(str(one) for one in part) for part in (values, turned))))


def _usually(t: Localizer, known: Expected, unit: Unit, zones: Sequence[int]) -> Markup | None:
    if known.usually is None:
        return None
    return t("Usually about {usual}.", usual=_usual(t, known, unit, zones))


def _usual(t: Localizer, known: Expected, unit: Unit, zones: Sequence[int]) -> Markup:
    usually = known.usually or (0,) * len(zones)
    return amounts_of(t, tuple(usually[zone] * max(1, known.months) for zone in zones), unit)
