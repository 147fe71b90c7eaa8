"""A realtor adds a property; from that moment it is recommended for every lead it fits."""

from domain.files.stored_file import FileId
from domain.matching.property import PriceChange, Property, PropertyId
from domain.matching.property_draft import PropertyDraft
from domain.people.person import Action, Person
from domain.refusal import NotFound
from domain.work import Work, effect


@effect(Action.KEEP_PROPERTIES)
async def add_property(work: Work, actor: Person, draft: PropertyDraft) -> PropertyId:
    """Keep it as the actor's own; a `Refusal` says what is missing or cannot be."""
    known = draft.checked(work.now())
    await must_be_own_photos(work, actor, known.photos)
    offered = Property(realtor_id=actor.id, created_at=work.now(), **known.values())
    await work.properties.save(offered)
    first = PriceChange(property_id=offered.id, price=offered.price, since=work.now())
    work.properties.add_price(first)
    return await work.commit(offered.id)


async def must_be_own_photos(work: Work, actor: Person, photos: tuple[FileId, ...]) -> None:
    """Raise `NotFound` if any of the files does not exist or was sent by somebody else."""
    own = {file.id for file in await work.files.many(photos) if file.owner_id == actor.id}
    if not own.issuperset(photos):
        raise NotFound("This photo is no longer here. Please send it again.")
