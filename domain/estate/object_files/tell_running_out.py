"""That a document runs out is told a month before, or a week or a day where no more is left.

The object's manager is told, and its owner if they have added it: both were promised it.
"""

from domain.estate.object_files.object_file import ObjectFile
from domain.estate.objects.premises import Premises
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import PersonId
from domain.refusal import NotFound
from domain.work import Work

AT_ONCE = 50
"""Documents that one transaction looks after."""


async def tell_running_out(work: Work) -> int:
    """Tell of some of the documents whose reminder is due; returns how many were looked after."""
    async with work.writing("tell_running_out"):
        due = await work.estate.object_files.running_out(work.now(), AT_ONCE)
        for one in due:
            one.remind_at = None
            await work.estate.object_files.save(one)
            premises = await work.estate.premises.get(one.premises_id)
            about = f"file:{one.id}:{one.valid_until}"
            for person in await _concerned(work, one, premises) if premises.is_active else ():
                if await work.notifications.first_time(person, about):
                    data = {"object_file_id": one.id, "premises_id": premises.id}
                    await tell(work, person, NotificationKind.FILE_RUNS_OUT, data, f"{about}:{person}")
        await work.commit(None)
        return len(due)


async def _concerned(work: Work, one: ObjectFile, premises: Premises) -> list[PersonId]:
    """The manager, and whoever added it while they still see the object."""
    concerned = [premises.manager_id]
    if one.added_by != premises.manager_id:
        try:
            await work.estate.premises.seen_by(one.added_by, premises.id)
        except NotFound:
            return concerned
        concerned.append(one.added_by)
    return concerned
