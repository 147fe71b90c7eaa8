"""Stored invitations; that a link is used once is decided by the row's version."""

from collections.abc import Collection

from sqlalchemy import func, select

from domain.estate.parties.invitation import Invitation, InvitationId
from domain.estate.parties.party import PartyId
from domain.refusal import NotFound
from storage.estate.tables import invitation
from storage.scope import Scope


class SqlInvitations:
    """Stored invitations."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def get(self, invitation_id: InvitationId, *, hold: bool = False) -> Invitation:
        """The invitation, or `NotFound`."""
        found: Invitation | None = await self._scope.one(
            select(Invitation).where(invitation.c.id == invitation_id), hold=hold
        )
        if found is None:
            raise NotFound
        return found

    async def by_fingerprint(self, fingerprint: str) -> Invitation | None:
        """The invitation whose token has this keyed hash."""
        query = select(Invitation).where(invitation.c.token_fingerprint == fingerprint)
        found: Invitation | None = await self._scope.session.scalar(query)
        return found

    async def of(self, party_id: PartyId) -> list[Invitation]:
        """Every invitation of the party, the latest first."""
        query = select(Invitation).where(invitation.c.party_id == party_id).order_by(invitation.c.id.desc())
        return list(await self._scope.session.scalars(query))

    async def latest(self, party_ids: Collection[PartyId]) -> dict[PartyId, Invitation]:
        """The latest invitation of each of these parties that has one."""
        newest = (
            select(func.max(invitation.c.id))
            .where(invitation.c.party_id.in_(party_ids))
            .group_by(invitation.c.party_id)
        )
        found = await self._scope.session.scalars(select(Invitation).where(invitation.c.id.in_(newest)))
        return {one.party_id: one for one in found}

    async def save(self, saved: Invitation) -> None:
        """Keep a new or changed invitation; gives a new one its id."""
        await self._scope.keep(saved)
