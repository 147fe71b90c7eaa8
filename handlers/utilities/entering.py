"""Entering what a meter shows, zone by zone: the last value and the usual use in sight, and a doubt where it is odd."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, Question
from bot.localization import Localizer, bold, lines, quiet
from domain.files.stored_file import FileId
from domain.metering.meter import MOST_ZONES, MeterKind, Unit, Values
from domain.metering.meter_row import MeterRow
from domain.metering.record import Expected, in_units
from domain.metering.typed import leading_digits, parse_values
from domain.people.person import Person
from handlers.utilities.doubts import confirmed, doubt_turned, doubt_unusual
from handlers.utilities.meter_words import SIGNS, amounts_of, kind_name, values_of, zone_name

REPLACED = "replaced"


@dataclass(frozen=True, kw_only=True)
class Entering:
    """A reading while it is entered, with what is known of its meter."""

    meter: int
    kind: MeterKind
    unit: Unit
    zones: int
    decimals: int
    which: str | None
    known: Expected
    shown: Values | None
    """What was entered for this month already."""
    values: Values = ()
    turned: Values = ()
    """What whole turns have added to zones that have begun anew."""
    replaced: bool = False
    """Whether there is another meter by now, so that this number is no reading of it."""
    photo: int | None = None
    sure: bool = False

    @property
    def file(self) -> FileId | None:
        """The photo that came with it."""
        return FileId(self.photo) if self.photo is not None else None

    def label(self, t: Localizer) -> Markup:
        """The meter."""
        name = Markup("{} {}").format(SIGNS[self.kind], kind_name(t, self.kind))
        return Markup("{}, {}").format(name, self.which) if self.which else name


E = TypeVar("E", bound=Entering)


def about_meter(row: MeterRow) -> dict[str, Any]:
    """What an entry begins with."""
    meter = row.meter
    return {
        "meter": meter.id,
        "kind": meter.kind,
        "unit": meter.unit,
        "zones": meter.zones,
        "decimals": meter.decimals,
        "which": meter.place or meter.number,
        "known": row.expected,
        "shown": row.current.values if row.current is not None else None,
    }


def value_questions(
    first: Callable[[Localizer, E], Markup | None], others: Callable[[Localizer, E, Person], list[Choice]]
) -> tuple[Question[E], ...]:
    """A question for every zone that a meter may have; `first` stands above, `others` are more ways than a number."""
    return tuple(_question(zone, first, others) for zone in range(MOST_ZONES))


def replaced_choice(t: Localizer) -> Choice:
    """What is answered where another meter hangs by now."""
    return Choice(t("🔧 It was replaced"), REPLACED)


def read_values(text: str, zone: int, draft: E, t: Localizer) -> E:
    """What was typed for this zone, or for all of them; asks where the meter may have turned over, or used too much."""
    typed = parse_values(text, draft.decimals, draft.zones)
    begun = 0 if len(typed) == draft.zones else zone
    values = (*draft.values[:begun], *typed)
    turned = (*(draft.turned[:begun] or (0,) * begun), *(0 for _ in typed))
    digits = (*(0 for _ in range(begun)), *leading_digits(text, draft.zones))
    doubt_turned(t, draft.known, values, turned, digits, draft.unit, [replaced_choice(t)])
    draft.known.check(values, turned)
    if len(values) == draft.zones:
        doubt_unusual(t, draft.known, values, draft.unit, turned)
    return replace(draft, values=values, turned=turned)


def _question(
    zone: int, first: Callable[[Localizer, E], Markup | None], others: Callable[[Localizer, E, Person], list[Choice]]
) -> Question[E]:
    def ask(t: Localizer, draft: E) -> Markup:
        return lines(first(t, draft), ask_value(t, draft, zone))

    def read(text: str, draft: E, answering: AnswerContext) -> E:
        return read_values(text, zone, draft, answering.t)

    def pick(value: str, draft: E) -> E:
        if value == REPLACED:
            return replace(draft, replaced=True, values=(0,) * draft.zones)
        values, turned = confirmed(value)
        return replace(draft, values=values, turned=turned, sure=len(values) == draft.zones)

    return Question(
        key=f"value{zone}",
        kind=AnswerKind.READING,
        ask=ask,
        read=read,
        choices=others,
        pick=pick,
        applies=lambda draft: draft.zones > zone,
        known=lambda draft: len(draft.values) > zone,
        most_typed=200,
    )


def ask_value(t: Localizer, draft: Entering, zone: int) -> Markup:
    """What the meter showed last, what is usual, and what is wanted."""
    named = zone_name(t, zone, draft.zones)
    title = bold(draft.label(t)) + (Markup(", ") + named if named is not None else Markup())
    return lines(title, *_known_lines(t, draft, zone), "", _wanted(t, draft))


def _known_lines(t: Localizer, draft: Entering, zone: int) -> list[Markup]:
    known, said = draft.known, []
    if draft.shown is not None:
        said.append(t("Entered: {values}", values=values_of(t, draft.shown)))
    if known.previous is not None:
        value = in_units(known.previous[zone])
        said.append(t("Last time: {value} on {date}", value=value, date=known.previous_on))
    if known.usually is not None:
        said.append(t("Usually {use} a month", use=amounts_of(t, (known.usually[zone],), draft.unit)))
    return said


def _wanted(t: Localizer, draft: Entering) -> Markup:
    if draft.photo is not None:
        return t("📷 The photo is kept. What does it show? Send the number.")
    if draft.zones > 1 and not draft.values:
        ways = t("All zones at once also work: 12345 / 6789.")
        return lines(t("What does it show now? Send the number, or a photo with the number under it."), quiet(ways))
    return t("What does it show now? Send the number, or a photo with the number under it.")
