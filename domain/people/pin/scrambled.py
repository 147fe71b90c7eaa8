"""Where the hash of the PIN is kept: sealed with the person's own key, so that a copied database is no help."""

from domain.people.person import Person
from domain.work import Work

ABOUT_PIN = "pin"
HASH = "hash"


async def kept_hash(work: Work, person: Person) -> str | None:
    """The hash of the person's PIN, in the present transaction."""
    return (await work.vault.read(person.id, ABOUT_PIN)).get(HASH)


async def keep_hash(work: Work, person: Person, scrambled: str) -> None:
    """Keep another, in the present transaction."""
    await work.vault.write(person.id, ABOUT_PIN, {HASH: scrambled})


async def drop_pin(work: Work, person: Person) -> None:
    """Be without a PIN from now on, in the present transaction."""
    await work.vault.write(person.id, ABOUT_PIN, {HASH: None})
    await work.pins.drop(person.id)
    person.pin_set_at = None
