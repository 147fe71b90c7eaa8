"""Over which objects figures are summed up: one of them, all of an owner's, or all that the person has."""

import datetime as dt
from dataclasses import dataclass

from domain.estate.leases.lease import months_back
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.parties.party import Party, PartyId, PartyKind
from domain.people.person import Person, PersonId, Role
from domain.work import Work

PERIODS = (3, 6, 12)
"""Months of the periods there are, besides the present month alone ("now")."""


@dataclass(frozen=True, slots=True)
class Whose:
    """One object, or one owner of a manager, or (neither) everything of the person who asks."""

    premises: PremisesId | None = None
    owner: PartyId | None = None


@dataclass(frozen=True, slots=True)
class FiguresScope:
    """The objects that are looked at, as of today, over so many months."""

    objects: tuple[Premises, ...]
    """Archived ones too: what they brought is history."""
    today: dt.date
    months: tuple[dt.date, ...]
    """First days, the present month last."""
    whose: Whose
    asked_by: PersonId
    owner: Party | None = None

    @property
    def only(self) -> Premises | None:
        """The object, where one was asked for or there is no other."""
        return self.objects[0] if len(self.objects) == 1 else None


async def scope_of(work: Work, actor: Person, whose: Whose, count: int) -> FiguresScope:
    """The objects and the months; `count` 0 is now, which is the present month. A stranger's is `NotFound`."""
    today = work.now().astimezone(actor.zone).date()
    months = tuple(months_back(today, count if count in PERIODS else 1))
    if whose.premises is not None:
        return FiguresScope(
            (await work.estate.premises.seen_by(actor.id, whose.premises),), today, months, whose, actor.id
        )
    if whose.owner is not None:
        owner = await work.estate.parties.managed_by(actor.id, whose.owner)
        return FiguresScope(
            tuple(await work.estate.premises.owned_by([owner.id])), today, months, whose, actor.id, owner
        )
    if actor.active_role is Role.MANAGER:
        managed = await work.estate.premises.all_managed_by(actor.id, archived=True)
        return FiguresScope(tuple(managed), today, months, whose, actor.id)
    parties = await work.estate.parties.acting(actor.id, PartyKind.OWNER)
    return FiguresScope(
        tuple(await work.estate.premises.owned_by([one.id for one in parties])), today, months, whose, actor.id
    )
