"""A question about one field of a draft says how its value is read and chosen; the rest follows from the field."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Question
from bot.forms.wording import asking

NOBODY: Any = None


@dataclass(frozen=True)
class Booking:
    first: dt.date | None = None
    guests: int | None = None
    rooms: tuple[int, ...] = ()
    is_guessed: bool = True


DAY: Question[Booking] = Question(
    key="day",
    kind=AnswerKind.DAY,
    ask=asking("From which day?"),
    field="first",
    value=lambda text, _draft, _ctx: dt.date.fromisoformat(text),
    of=dt.date.fromisoformat,
)


def test_what_was_typed_or_chosen_fills_the_field_and_nothing_else() -> None:
    assert DAY.read is not None
    assert DAY.pick is not None
    begun = Booking(guests=2)
    typed = DAY.read("2026-12-01", begun, AnswerContext(NOBODY, NOBODY, NOBODY))
    assert typed == DAY.pick("2026-12-01", begun) == Booking(dt.date(2026, 12, 1), guests=2)


def test_a_filled_field_is_not_asked_again_and_is_emptied_by_skipping() -> None:
    filled = Booking(first=dt.date(2026, 12, 1), guests=2)
    assert DAY.known(filled)
    assert DAY.skip(filled) == Booking(guests=2)
    assert not DAY.known(DAY.skip(filled))


def test_of_several_values_none_is_left_by_skipping() -> None:
    rooms: Question[Booking] = Question(key="rooms", kind=AnswerKind.MANY_ROOMS, ask=DAY.ask)
    assert (rooms.known(Booking()), rooms.known(Booking(rooms=(1, 2)))) == (False, True)
    assert rooms.skip(Booking(guests=2, rooms=(1, 2))) == Booking(guests=2)


def test_what_a_question_says_itself_is_not_replaced() -> None:
    said = replace(
        DAY,
        known=lambda draft: not draft.is_guessed,
        skip=lambda draft: draft,
        pick=lambda value, draft: replace(draft, first=dt.date.fromisoformat(value), is_guessed=False),
    )
    assert said.pick is not None
    chosen = said.pick("2026-12-01", Booking())
    assert chosen == Booking(dt.date(2026, 12, 1), is_guessed=False)
    assert (said.known(Booking(first=dt.date(2026, 12, 1))), said.known(chosen)) == (False, True)
    assert said.skip(chosen) == chosen


def test_a_question_without_a_value_to_read_is_answered_by_buttons_alone() -> None:
    assert Question[Booking](key="guests", kind=AnswerKind.CHOICE, ask=DAY.ask, of=int).read is None
