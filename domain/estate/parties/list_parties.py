"""A manager's people on lists (owners, tenants, invited, removed), searched by name or by a whole phone (OT27)."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.disambiguation import told_apart
from domain.estate.parties.invitation import Invitation
from domain.estate.parties.party import Party, PartyId, ShownParties, contacts_of
from domain.gazetteer.fuzzy import nearest
from domain.people.person import Action, Person
from domain.people.phone import Phone, looks_like_phone
from domain.refusal import Refusal
from domain.work import Work, query


@dataclass(frozen=True, slots=True)
class ListedParty:
    """A line of a list."""

    party: Party
    invitation: Invitation | None
    """The latest."""
    phone: Phone | None
    rents: str | None
    """What a tenant rents now: the object's name, the first of several."""

    @property
    def facts(self) -> tuple[str | None, str | None]:
        """What tells two of one name apart: what they rent, the last digits of the phone."""
        return self.rents, self.phone.last_digits if self.phone is not None else None


def names_apart(listed: Iterable[ListedParty]) -> dict[PartyId, str]:
    """What each of a page is called, with what differs beside it where two have one name."""
    return told_apart((one.party.id, one.party.name, one.facts) for one in listed)


@dataclass(frozen=True, slots=True)
class PartyPage:
    """A page, how many there are on it and on every list, and whether typos had to be forgiven to find them."""

    items: tuple[ListedParty, ...]
    total: int
    counts: dict[ShownParties, int]
    """Of everybody, whatever is searched for."""
    is_guess: bool = False


@query(Action.MANAGE_OBJECTS)
async def list_parties(
    work: Work, actor: Person, shown: ShownParties, *, search: str | None = None, offset: int = 0, limit: int = 5
) -> PartyPage:
    """A page of one of the actor's lists; `search` is a part of a name, or a whole phone."""
    counts = await work.estate.parties.counted(actor.id)
    if search is None:
        parties = await work.estate.parties.listed(actor.id, shown, offset=offset, limit=limit)
        return PartyPage(await _lines(work, actor, parties), counts[shown], counts)
    if looks_like_phone(search):
        found = [one for one in await _with_phone(work, actor, search) if _is_on(one, shown)]
        return PartyPage(await _lines(work, actor, found[offset : offset + limit]), len(found), counts)
    total = (await work.estate.parties.counted(actor.id, search=search))[shown]
    if total:
        parties = await work.estate.parties.listed(actor.id, shown, search=search, offset=offset, limit=limit)
        return PartyPage(await _lines(work, actor, parties), total, counts)
    alike = _alike(search, await work.estate.parties.names_of(actor.id, shown))
    known = {one.id: one for one in await work.estate.parties.many(alike[offset : offset + limit])}
    parties = [known[number] for number in alike[offset : offset + limit] if number in known]
    return PartyPage(await _lines(work, actor, parties), len(alike), counts, is_guess=True)


async def _with_phone(work: Work, actor: Person, typed: str) -> list[Party]:
    try:
        phone = Phone.typed(typed, country_of(actor))
    except Refusal:
        return []
    return await work.estate.parties.with_phone(actor.id, work.vault.fingerprint("phone", phone.number))


def country_of(person: Person) -> str:
    """Whose way of writing numbers is likely: of the person's country, else of their currency's."""
    return person.country or person.currency[:2]


def _is_on(party: Party, shown: ShownParties) -> bool:
    match shown:
        case ShownParties.REMOVED:
            return not party.is_present
        case ShownParties.INVITED:
            return party.is_present and party.joined_at is None
        case _:
            return party.is_present and shown.value == f"{party.kind.value}s"


def _alike(typed: str, names: list[tuple[PartyId, str]]) -> list[PartyId]:
    """Everybody of whose names each typed word is like one, up to a slip of the finger."""
    by_word: dict[str, set[PartyId]] = {}
    for number, text in names:
        for word in text.split():
            by_word.setdefault(word, set()).add(number)
    found: set[PartyId] | None = None
    for word in typed.casefold().replace("ё", "е").split():
        like = {number for near, _ in nearest(word, by_word, limit=20) for number in by_word[near]}
        found = like if found is None else found & like
    order = {number: place for place, (number, _) in enumerate(names)}
    return sorted(found or (), key=lambda number: order[number])


async def _lines(work: Work, actor: Person, parties: list[Party]) -> tuple[ListedParty, ...]:
    ids = [one.id for one in parties]
    invitations = await work.estate.invitations.latest(ids)
    today = work.now().astimezone(actor.zone).date()
    running = [one for one in await work.estate.leases.of_tenants(ids) if one.covers(today)]
    names = {one.id: one.name for one in await work.estate.premises.many({one.premises_id for one in running})}
    rents = {one.tenant_id: names[one.premises_id] for one in reversed(running)}
    listed = []
    for party in parties:
        contacts = await work.vault.read(actor.id, contacts_of(party.id))
        phone = Phone(contacts["phone"]) if "phone" in contacts else None
        listed.append(ListedParty(party, invitations.get(party.id), phone, rents.get(party.id)))
    return tuple(listed)
