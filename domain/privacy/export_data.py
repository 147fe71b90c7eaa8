"""A person gets everything that is kept about them in one document that a program can read, too."""

from typing import Any

from domain.people.confirm_phone import ABOUT_PERSON
from domain.people.person import Action, Person
from domain.personal_data import plain
from domain.privacy.areas import AREAS
from domain.work import Work, query


@query(Action.USE_BOT)
async def export_data(work: Work, actor: Person) -> dict[str, Any]:
    """Everything about the actor, ready for JSON; times are UTC, money is in minor units."""
    me = plain(actor, "phone_fingerprint", "version", "erased_at")
    private = await work.vault.read(actor.id, ABOUT_PERSON)
    areas = {area.name: await area.export(work, actor) for area in AREAS}
    return {"exported_at": work.now().isoformat(), "me": {**me, **private}, **areas}
