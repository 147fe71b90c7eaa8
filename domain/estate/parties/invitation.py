"""An invitation lets one person join as the owner or tenant that their manager has noted: once, by their phone only.

Its link is not kept: it is reckoned anew from the row and a key outside the database, and found by its keyed hash.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from domain.estate.parties.party import PartyId

InvitationId = NewType("InvitationId", int)

LIFETIME = dt.timedelta(days=14)
MOST_WRONG = 5
"""After so many other phones somebody is guessing, and the link dies."""


class InvitationState(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    GUESSED_AT = "guessed_at"


@dataclass(eq=False, kw_only=True)
class Invitation:
    """One link for one party; an earlier one dies when a new one is made."""

    id: InvitationId = field(default=InvitationId(0), init=False)
    party_id: PartyId
    seed: str
    """By which the link's token is reckoned; without the key it says nothing."""
    token_fingerprint: str
    """The keyed hash by which the token is recognised."""
    made_at: dt.datetime
    expires_at: dt.datetime
    used_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None
    wrong_phones: int = 0
    version: int = field(default=0, init=False)

    def state(self, now: dt.datetime) -> InvitationState:
        """What has become of it by now."""
        if self.used_at is not None:
            return InvitationState.USED
        if self.wrong_phones >= MOST_WRONG:
            return InvitationState.GUESSED_AT
        if self.revoked_at is not None:
            return InvitationState.WITHDRAWN
        return InvitationState.EXPIRED if now >= self.expires_at else InvitationState.OPEN

    def is_open(self, now: dt.datetime) -> bool:
        """Whether somebody can join by it."""
        return self.state(now) is InvitationState.OPEN

    def revoke(self, now: dt.datetime) -> None:
        """Let it work no longer; one that is over stays as it is."""
        if self.used_at is None and self.revoked_at is None:
            self.revoked_at = now
