"""A notification is a fact a person should know; it stays in their inbox and is pushed when they want it to be."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from domain.people.person import PersonId

NotificationId = NewType("NotificationId", int)


class NotificationKind(StrEnum):
    """What a notification is about; the words are found when it is shown."""

    NEW_MATCH = "new_match"
    COUNTER_OFFER = "counter_offer"
    CONTACT_SHARED = "contact_shared"
    MATCH_REJECTED = "match_rejected"
    COMPLETION_ASKED = "completion_asked"
    COMPLETED = "completed"
    PRICE_CHANGED = "price_changed"
    PRICE_IN_TALK = "price_in_talk"
    OFFER_WITHDRAWN = "offer_withdrawn"
    FELL_THROUGH = "fell_through"
    NOW_FITS = "now_fits"
    CALENDAR_EVENT = "calendar_event"
    PARTY_JOINED = "party_joined"
    PARTY_LEFT = "party_left"
    INVITATION_GUESSED_AT = "invitation_guessed_at"
    ACCESS_ENDED = "access_ended"
    ACCESS_RESTORED = "access_restored"
    DEBT_REMINDED = "debt_reminded"
    LETTER = "letter"
    FILE_RUNS_OUT = "file_runs_out"
    RENT_DUE = "rent_due"
    RENT_OVERDUE = "rent_overdue"
    TENANT_OVERDUE = "tenant_overdue"
    PAYMENT_REPORTED = "payment_reported"
    PAYMENT_CONFIRMED = "payment_confirmed"
    PAYMENT_DECLINED = "payment_declined"
    PAYMENT_REVERSED = "payment_reversed"
    CHARGED = "charged"
    PAID = "paid"
    READINGS_OPEN = "readings_open"
    READINGS_CLOSING = "readings_closing"
    READINGS_CLOSED = "readings_closed"
    READINGS_MISSING = "readings_missing"
    FINAL_READINGS = "final_readings"
    FINAL_READINGS_OF = "final_readings_of"
    METER_CHECK = "meter_check"
    METER_REPORTED = "meter_reported"
    UTILITY_BILL = "utility_bill"
    LEASE_ENDS = "lease_ends"
    RENTAL_ENDS = "rental_ends"
    RENTAL_CHANGED = "rental_changed"
    VACANT = "vacant"


URGENT = frozenset(
    {
        NotificationKind.COUNTER_OFFER,
        NotificationKind.CONTACT_SHARED,
        NotificationKind.PRICE_IN_TALK,
        NotificationKind.FELL_THROUGH,
        NotificationKind.COMPLETION_ASKED,
        NotificationKind.COMPLETED,
        NotificationKind.CALENDAR_EVENT,
        NotificationKind.PARTY_JOINED,
        NotificationKind.PARTY_LEFT,
        NotificationKind.INVITATION_GUESSED_AT,
        NotificationKind.ACCESS_ENDED,
        NotificationKind.ACCESS_RESTORED,
        NotificationKind.DEBT_REMINDED,
        NotificationKind.LEASE_ENDS,
        NotificationKind.RENTAL_ENDS,
        NotificationKind.RENTAL_CHANGED,
        NotificationKind.VACANT,
        NotificationKind.RENT_DUE,
        NotificationKind.RENT_OVERDUE,
        NotificationKind.TENANT_OVERDUE,
        NotificationKind.PAYMENT_REPORTED,
        NotificationKind.PAYMENT_CONFIRMED,
        NotificationKind.PAYMENT_DECLINED,
        NotificationKind.PAYMENT_REVERSED,
        NotificationKind.CHARGED,
        NotificationKind.READINGS_OPEN,
        NotificationKind.READINGS_CLOSING,
        NotificationKind.READINGS_CLOSED,
        NotificationKind.READINGS_MISSING,
        NotificationKind.FINAL_READINGS,
        NotificationKind.FINAL_READINGS_OF,
        NotificationKind.METER_CHECK,
        NotificationKind.METER_REPORTED,
        NotificationKind.UTILITY_BILL,
        NotificationKind.LETTER,
        NotificationKind.FILE_RUNS_OUT,
    }
)
"""Pushed at once whatever the pace (an answer somebody waits for), though never in quiet hours."""
BY_PACE = frozenset(
    {
        NotificationKind.NEW_MATCH,
        NotificationKind.MATCH_REJECTED,
        NotificationKind.OFFER_WITHDRAWN,
        NotificationKind.PRICE_CHANGED,
        NotificationKind.NOW_FITS,
        NotificationKind.PAID,
    }
)
"""Pushed as soon as the person wants news at all: at once, every hour, or once a day."""
CAN_BE_MUTED = BY_PACE | {
    NotificationKind.LETTER,
    NotificationKind.COUNTER_OFFER,
    NotificationKind.PRICE_IN_TALK,
}
"""Not pushed about what its reader wants to hear less of."""


@dataclass(eq=False, kw_only=True)
class Notification:
    """One entry of a person's inbox; `data` holds ids and figures, never names or contacts."""

    person_id: PersonId
    kind: NotificationKind
    data: dict[str, Any]
    created_at: dt.datetime
    id: NotificationId = field(default=NotificationId(0))
    subject: str | None = None
    """Which of the person's own things it is about ("property:7"); news about one thing stands together."""
    inbox_only: bool = False
    """Never pushed, not in a digest either: the person wanted silence when it happened."""
    read_at: dt.datetime | None = None
    pushed_at: dt.datetime | None = None
    """When it was handed to the outbox, alone or in a digest."""
