"""A manager says on which days of the month the readings of an object are taken."""

from domain.estate.objects.premises import PremisesId
from domain.people.person import Action, Person
from domain.refusal import Refusal
from domain.work import Work, effect


@effect(Action.MANAGE_OBJECTS)
async def change_reading_days(work: Work, actor: Person, premises_id: PremisesId, first: int, last: int) -> None:
    """From the first day to the last one, of that month or, if it comes before, of the next."""
    premises = await work.estate.premises.managed_by(actor.id, premises_id, hold=True)
    if not (1 <= first <= 31 and 1 <= last <= 31):
        raise Refusal("“{text}” is not two days of a month. Write them like 20-25.", text=f"{first}-{last}")
    premises.readings_from_day, premises.readings_until_day = first, last
    await work.estate.premises.save(premises)
    return await work.commit(None)
