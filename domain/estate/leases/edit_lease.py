"""A manager changes what a lease says; months that were charged are made right, and who is late is told."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.estate.leases.lease import Lease, LeaseId, RentStep
from domain.estate.leases.lease_terms import LeaseTerms, check_days
from domain.estate.leases.must_be_free import must_be_free
from domain.estate.leases.rent import settle_rent
from domain.estate.leases.tell_tenant import Change, tell_tenant
from domain.estate.objects.following import withdraw_if_let
from domain.files.sent_by import must_have_sent
from domain.money import Money
from domain.people.person import Action, Person
from domain.refusal import Conflict, Refusal
from domain.typed import limits
from domain.work import Work, effect

PLAIN = (
    "due_day", "deposit", "contract_number", "contract_date", "contract_file", "utilities_due_day", "reminders",
)  # fmt: skip
"""What is taken over as it is."""


@effect(Action.MANAGE_OBJECTS)
async def edit_lease(work: Work, actor: Person, lease_id: LeaseId, version: int, changes: Mapping[str, Any]) -> int:
    """Set the terms named in `changes` except tenant and rent; returns the new version.

    `version` is the one the person saw: if it is no longer the present one, `Conflict`.
    """
    lease, known = await to_change(work, actor, lease_id, version, changes)
    if "contract_file" in changes:
        await must_have_sent(work, actor, known.contract_file)
    if {"starts_on", "ends_on", "area"} & changes.keys():
        await put_term(work, actor, lease, known)
        lease.ended_early = lease.ended_early and "ends_on" not in changes
    for name in PLAIN:
        setattr(lease, name, getattr(known, name))
    await work.estate.leases.save(lease)
    await settle_rent(work, lease, actor.id)
    return await work.commit(lease.version)


@effect(Action.MANAGE_OBJECTS)
async def change_rent(work: Work, actor: Person, lease_id: LeaseId, version: int, *, since: dt.date, minor: int) -> int:
    """Let a month cost so much from a day on, until a later change that is agreed already; returns the new version."""
    lease, _ = await to_change(work, actor, lease_id, version, {})
    limits.check_money(Money(minor, lease.currency))
    check_days(since, lease.ends_on)
    begins = max(since, lease.starts_on)
    lease.rent = with_step(lease, begins, minor)
    await work.estate.leases.save(lease)
    await settle_rent(work, lease, actor.id)
    await tell_tenant(work, lease, Change.RENT, since=begins.isoformat(), minor=minor)
    return await work.commit(lease.version)


async def to_change(
    work: Work, actor: Person, lease_id: LeaseId, version: int, changes: Mapping[str, Any]
) -> tuple[Lease, LeaseTerms]:
    """The actor's lease, held, with its terms as they would be; its object is held first, as when a lease is added."""
    lease = await work.estate.leases.managed_by(actor.id, lease_id)
    await work.estate.premises.managed_by(actor.id, lease.premises_id, hold=True)
    lease = await work.estate.leases.managed_by(actor.id, lease_id, hold=True)
    if lease.version != version:
        raise Conflict
    return lease, replace(LeaseTerms.of(lease), **changes).checked(lease.currency)


async def put_term(work: Work, actor: Person, lease: Lease, known: LeaseTerms) -> None:
    """Give the lease the days and the area of these terms, if they are free; the rent begins on the first day."""
    if known.starts_on is None:
        raise Refusal("Not everything is filled in yet.")
    premises = await work.estate.premises.get(lease.premises_id)
    leases = await work.estate.leases.of_premises([premises.id])
    await must_be_free(
        work, premises, leases, area=known.area, first=known.starts_on, last=known.ends_on, itself=lease.id
    )
    begins = lease.rent_on(known.starts_on).minor
    later = [one for one in lease.rent if one.since > known.starts_on]
    lease.rent = (RentStep(known.starts_on, begins), *later)
    lease.starts_on, lease.ends_on, lease.area = known.starts_on, known.ends_on, known.area
    today = work.now().astimezone(actor.zone).date()
    lease.notice_on = lease.next_notice(today)
    await withdraw_if_let(work, premises, leases, today)


def with_step(lease: Lease, since: dt.date, minor: int) -> tuple[RentStep, ...]:
    """The steps of the rent with this one among them; a step that changes nothing is left out."""
    steps = sorted(
        [*(one for one in lease.rent if one.since != since), RentStep(since, minor)], key=lambda one: one.since
    )
    kept: list[RentStep] = []
    for one in steps:
        if not kept or one.minor != kept[-1].minor:
            kept.append(one)
    return tuple(kept)
