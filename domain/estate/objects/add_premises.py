"""A manager adds an object: a manager for one of their owners, a landlord for themselves (IC7)."""

from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.objects.premises_draft import PremisesDraft
from domain.estate.parties.own_party import own_party
from domain.estate.parties.party import PartyId, PartyKind
from domain.files.sent_by import must_have_sent
from domain.people.person import Action, Person, Role
from domain.refusal import Conflict, NotFound, Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def add_premises(work: Work, actor: Person, draft: PremisesDraft) -> PremisesId:
    """Keep it; a `Refusal` says what is missing or cannot be."""
    known = draft.checked()
    await must_have_sent(work, actor, *known.photos, as_photos=True)
    premises = Premises(
        manager_id=actor.id,
        owner_id=await owner_for(work, actor, known.owner_id),
        created_at=work.now(),
        currency=known.currency or actor.currency,
        **known.values(),
    )
    await work.estate.premises.save(premises)
    return await work.commit(premises.id)


async def owner_for(work: Work, actor: Person, owner_id: PartyId | None) -> PartyId:
    """Whose object it is: one of the actor's owners, or, for who is an owner themselves, their own."""
    if owner_id is None:
        if Role.OWNER not in actor.roles:
            raise Refusal("Please choose whose object it is.")
        return (await own_party(work, actor)).id
    owner = await work.estate.parties.managed_by(actor.id, owner_id)
    if owner.kind is not PartyKind.OWNER:
        raise NotFound
    if not owner.is_present:
        raise Conflict("{name} is no longer among your people.", name=owner.name)
    return owner.id
