"""A question about one field of a draft says how its value is read and chosen; the rest follows from the field."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Question
from bot.forms.usual_questions import note_question, paper_question, reason_question, reason_said
from bot.forms.wording import asking, label
from bot.localization import Localizer
from domain.files.stored_file import FileId

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


@dataclass(frozen=True)
class Complaint:
    note: str | None = None
    reason: str | None = None
    photo: FileId | None = None


USUAL = {"late": "just now"}


def test_a_note_of_nothing_but_spaces_is_none() -> None:
    note = note_question(asking("What is it?"), most=50)
    assert note.read is not None
    answer = AnswerContext(NOBODY, NOBODY, NOBODY)
    assert note.read("  five days late ", Complaint(), answer) == Complaint(note="five days late")
    assert note.read("  ", Complaint(note="late"), answer) == Complaint()


def test_another_paper_takes_the_place_of_the_one_before() -> None:
    paper = paper_question("photo", asking("What is it?"), label("Photos"))
    assert paper.files is not None
    assert not paper.collects
    assert paper.files((FileId(1), FileId(2)), Complaint(photo=FileId(7))) == Complaint(photo=FileId(2))
    assert paper.files((), Complaint(photo=FileId(7))) == Complaint(photo=FileId(7))


def test_a_reason_is_a_usual_one_or_somebodys_own_words() -> None:
    t = Localizer("ru", ZoneInfo("UTC"), dt.datetime(2026, 11, 30, tzinfo=dt.UTC))
    reason = reason_question(asking("What is it?"), USUAL, most=50)
    assert reason.pick is not None
    chosen = reason.pick("late", Complaint())
    assert reason_said(t, USUAL, chosen.reason) == str(t("just now"))
    assert reason_said(t, USUAL, "так договорились") == "так договорились"
    assert reason_said(t, USUAL, None) == ""
