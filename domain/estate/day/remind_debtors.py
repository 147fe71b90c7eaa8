"""A manager reminds all who owe at once, after seeing whom that would reach; each lease at most once a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypedDict

from domain.estate.day.list_overdue import Overdue, list_overdue
from domain.estate.day.today import sums
from domain.estate.leases.lease import LeaseId
from domain.estate.money.remind_debtor import remind_by_hand
from domain.money import Money
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect

AT_ONCE = 25
"""Leases in one transaction, so that nobody else waits for it."""


@dataclass(frozen=True, slots=True)
class ReminderReach:
    """Whom a reminder to all would reach, and whom not."""

    to_remind: tuple[Overdue, ...]
    sums: tuple[Money, ...]
    """What those owe."""
    not_joined: int
    reminded_today: int
    say_to_have_paid: int


class Reminding(TypedDict):
    """How many of a batch were told."""

    told: int


async def whom_to_remind(work: Work, actor: Person) -> ReminderReach:
    """Look before reminding."""
    of: dict[_Reach, list[Overdue]] = {one: [] for one in _Reach}
    for one in (await list_overdue(work, actor, limit=None)).items:
        of[_reach(one)].append(one)
    to_remind = tuple(of[_Reach.TO_REMIND])
    others = (len(of[one]) for one in (_Reach.NOT_JOINED, _Reach.REMINDED, _Reach.PAID))
    return ReminderReach(to_remind, sums(one.owed for one in to_remind), *others)


class _Reach(Enum):
    """Whether a reminder would reach a debtor, and say anything new."""

    NOT_JOINED = 1
    REMINDED = 2
    PAID = 3
    TO_REMIND = 4


def _reach(one: Overdue) -> _Reach:
    if one.tenant.person_id is None or not one.tenant.is_present:
        return _Reach.NOT_JOINED
    if one.is_reminded:
        return _Reach.REMINDED
    return _Reach.PAID if one.reported.minor >= one.owed.minor else _Reach.TO_REMIND


async def remind_debtors(work: Work, actor: Person, nonce: str) -> int:
    """Remind everybody whom that reaches, batch by batch; returns how many were told. A nonce does it once."""
    leases = [one.lease.id for one in (await whom_to_remind(work, actor)).to_remind]
    told = 0
    for batch in _batches(leases):
        # after an interruption the first lease left is another one, and so is the key
        told += (await remind_batch(work.once(f"remind:{nonce}:{batch[0]}"), actor, batch))["told"]
    return told


def _batches(leases: Sequence[LeaseId]) -> list[Sequence[LeaseId]]:
    return [leases[start : start + AT_ONCE] for start in range(0, len(leases), AT_ONCE)]


@effect(Action.MANAGE_OBJECTS)
async def remind_batch(work: Work, actor: Person, lease_ids: Collection[LeaseId]) -> Reminding:
    """Remind of some leases; what has become pointless meanwhile is passed over."""
    told = 0
    for lease_id in lease_ids:
        try:
            await remind_by_hand(work, actor, lease_id)
        except Refusal:
            continue
        told += 1
    return await work.commit({"told": told})
