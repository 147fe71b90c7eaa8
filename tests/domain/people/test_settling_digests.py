"""A digest that waits follows its reader's new preferences."""

import datetime as dt

import pytest

from domain.people.change_pushes import settle_digest
from domain.people.person import Person, PushPace
from tests.support.clock import NOON


def reader(**preferences: object) -> Person:
    """Somebody in Moscow, where it is 15:00, whose digest waits for tomorrow."""
    waiting = {"next_digest_at": NOON + dt.timedelta(days=1)}
    return Person(
        telegram_id=1,
        first_name="Анна",
        language="ru",
        created_at=NOON,
        **{**waiting, **preferences},  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("preferences", "due"),
    [
        ({"push_pace": PushPace.OFF}, None),
        ({"push_pace": PushPace.AT_ONCE}, NOON),
        ({"push_pace": PushPace.HOURLY}, NOON + dt.timedelta(hours=1)),
        ({"push_pace": PushPace.DAILY, "digest_hour": 16}, NOON + dt.timedelta(hours=1)),
        ({"push_pace": PushPace.DAILY, "digest_hour": 9, "time_zone": "Asia/Bishkek"}, NOON + dt.timedelta(hours=15)),
        ({"push_pace": PushPace.AT_ONCE, "quiet_from": 0, "quiet_until": 16 * 60}, NOON + dt.timedelta(hours=1)),
    ],
)
def test_waiting_digest_moves(preferences: dict[str, object], due: dt.datetime | None) -> None:
    person = reader(**preferences)
    settle_digest(person, NOON)
    assert person.next_digest_at == due


def test_no_digest_begins_to_wait_because_of_a_setting() -> None:
    person = reader(push_pace=PushPace.DAILY, next_digest_at=None)
    settle_digest(person, NOON)
    assert person.next_digest_at is None
