"""A landlord who keeps alone is an owner of their own, with nobody invited: the party is made when first needed."""

from domain.estate.parties.party import Party, PartyKind
from domain.people.names import names_of
from domain.people.person import Person
from domain.work import Work


async def own_party(work: Work, person: Person) -> Party:
    """The person's own party as an owner who keeps alone, in the present writing transaction."""
    known = await work.estate.parties.myself(person.id)
    if known is not None:
        return known
    now, names = work.now(), await names_of(work, person)
    party = Party(
        manager_id=person.id,
        kind=PartyKind.OWNER,
        first_name=names.first,
        last_name=names.last,
        person_id=person.id,
        created_at=now,
        joined_at=now,
    )
    await work.estate.parties.save(party)
    return party
