"""A notification is a fact a person should know; it stays in their inbox and is pushed when they want it to be."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from domain.people.person import PersonId

NotificationId = NewType("NotificationId", int)


class Kind(StrEnum):
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
        Kind.COUNTER_OFFER,
        Kind.CONTACT_SHARED,
        Kind.PRICE_IN_TALK,
        Kind.FELL_THROUGH,
        Kind.COMPLETION_ASKED,
        Kind.COMPLETED,
        Kind.CALENDAR_EVENT,
        Kind.PARTY_JOINED,
        Kind.PARTY_LEFT,
        Kind.INVITATION_GUESSED_AT,
        Kind.ACCESS_ENDED,
        Kind.ACCESS_RESTORED,
        Kind.DEBT_REMINDED,
        Kind.LEASE_ENDS,
        Kind.RENTAL_ENDS,
        Kind.RENTAL_CHANGED,
        Kind.VACANT,
        Kind.RENT_DUE,
        Kind.RENT_OVERDUE,
        Kind.TENANT_OVERDUE,
        Kind.PAYMENT_REPORTED,
        Kind.PAYMENT_CONFIRMED,
        Kind.PAYMENT_DECLINED,
        Kind.PAYMENT_REVERSED,
        Kind.CHARGED,
        Kind.READINGS_OPEN,
        Kind.READINGS_CLOSING,
        Kind.READINGS_CLOSED,
        Kind.READINGS_MISSING,
        Kind.FINAL_READINGS,
        Kind.FINAL_READINGS_OF,
        Kind.METER_CHECK,
        Kind.METER_REPORTED,
        Kind.UTILITY_BILL,
        Kind.LETTER,
        Kind.FILE_RUNS_OUT,
    }
)
"""Pushed at once whatever the pace (an answer somebody waits for), though never in quiet hours."""
CAN_BE_MUTED = frozenset(Kind) - URGENT | {Kind.LETTER, Kind.COUNTER_OFFER, Kind.PRICE_IN_TALK}
"""Not pushed about what its reader wants to hear less of."""


@dataclass(eq=False, kw_only=True)
class Notification:
    """One entry of a person's inbox; `data` holds ids and figures, never names or contacts."""

    person_id: PersonId
    kind: Kind
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
