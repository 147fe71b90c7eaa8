"""A manager lets an object, or a part of it, to one of their tenants; what is due by today is charged at once."""

from domain.estate.leases.lease import Lease, LeaseId, RentStep
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.leases.must_be_free import must_be_free
from domain.estate.leases.past_rent import PastRent, note_past_rent
from domain.estate.leases.rent import settle_rent
from domain.estate.leases.tell_tenant import Change, tell_tenant
from domain.estate.objects.following import withdraw_if_let
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId, PartyKind
from domain.files.sent_by import must_have_sent
from domain.people.person import Action, Person
from domain.refusal import Conflict, NotFound, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def add_lease(
    work: Work, actor: Person, premises_id: PremisesId, terms: LeaseTerms, past: PastRent = PastRent.OPEN
) -> LeaseId:
    """Keep it; a `Refusal` says what cannot be, and how much is free from when if it does not fit."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    premises.must_be_active()
    known = terms.checked(premises.currency)
    tenant_id = await _tenant(work, actor, known.tenant_id)
    await must_have_sent(work, actor, known.contract_file)
    starts_on, rent, due_day = known.starts_on, known.rent, known.due_day
    assert starts_on is not None and rent is not None and due_day is not None  # noqa: S101, PT018  (checked above)
    leases = await work.estate.leases.of_premises([premises.id])
    await must_be_free(work, premises, leases, area=known.area, first=starts_on, last=known.ends_on)
    lease = Lease(
        premises_id=premises.id,
        tenant_id=tenant_id,
        created_at=work.now(),
        starts_on=starts_on,
        ends_on=known.ends_on,
        area=known.area,
        currency=premises.currency,
        rent=(RentStep(starts_on, rent),),
        due_day=due_day,
        contract_number=known.contract_number,
        contract_date=known.contract_date,
        contract_file=known.contract_file,
        deposit=known.deposit,
        utilities_due_day=known.utilities_due_day,
        reminders=known.reminders,
    )
    await work.estate.leases.save(lease)
    await settle_rent(work, lease, actor.id)
    await note_past_rent(work, lease, past, actor.id)
    today = work.now().astimezone(actor.zone).date()
    await withdraw_if_let(work, premises, [*leases, lease], today)
    if lease.ends_on is None or lease.ends_on >= today:
        await tell_tenant(work, lease, Change.ADDED)
    return await work.commit(lease.id)


async def _tenant(work: Work, actor: Person, tenant_id: PartyId | None) -> PartyId:
    if tenant_id is None:
        raise Refusal("Please choose who rents it.")
    tenant = await work.estate.parties.managed_by(actor.id, tenant_id)
    if tenant.kind is not PartyKind.TENANT:
        raise NotFound
    if not tenant.is_present:
        raise Conflict("{name} is no longer among your people.", name=tenant.name)
    return tenant.id
