"""A manager adds an owner or a tenant and gets a link by which only they can join (OT29)."""

from domain.estate.parties.inviting import invite
from domain.estate.parties.party import Party, PartyId, PartyKind, contacts_of
from domain.estate.parties.party_draft import PartyDraft
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


class AlreadyKept(Refusal):
    """The manager knows somebody with this phone in this role already."""

    def __init__(self, party: Party, said: Refusal) -> None:
        super().__init__(said.message, **said.facts)
        self.party = party


@effect(Action.MANAGE_OBJECTS)
async def add_party(work: Work, actor: Person, draft: PartyDraft) -> PartyId:
    """Note somebody and invite them; a manager may add owners and tenants, an owner who keeps alone only tenants."""
    if draft.kind is None or draft.first_name is None or draft.phone is None:
        raise Refusal("A name, a phone and the role are needed.")
    check_kind(actor, draft.kind)
    fingerprint = await free_phone(work, actor, draft.kind, draft.phone)
    party = Party(
        manager_id=actor.id,
        kind=draft.kind,
        first_name=draft.first_name,
        last_name=draft.last_name,
        description=draft.description,
        phone_fingerprint=fingerprint,
        created_at=work.now(),
    )
    await work.estate.parties.save(party)
    await work.vault.write(actor.id, contacts_of(party.id), {"phone": draft.phone, "email": draft.email})
    await invite(work, party)
    return await work.commit(party.id)


def check_kind(actor: Person, kind: PartyKind) -> None:
    """Owners are added by managers."""
    if kind is PartyKind.OWNER and not actor.may(Action.MANAGE_FOR_OTHERS):
        raise Refusal("Owners are added by a manager. Your own objects need no invitation.")


async def free_phone(work: Work, actor: Person, kind: PartyKind, phone: str, *, besides: PartyId | None = None) -> str:
    """The keyed hash of a phone that nobody of this manager has in this role yet; `AlreadyKept` says who has it."""
    fingerprint = work.vault.fingerprint("phone", phone)
    if fingerprint == actor.phone_fingerprint:
        raise Refusal("This is your own number. What is yours you keep without inviting anybody.")
    known = [one for one in await work.estate.parties.with_phone(actor.id, fingerprint, kind) if one.id != besides]
    if known:
        said = Refusal("This is the number of {name}, whom you have noted already.", name=known[0].name)
        raise AlreadyKept(known[0], said)
    return fingerprint
