"""That a document of an object runs out is told its manager a month before, or a week where that is all there is."""

from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
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
            if premises.is_active and await work.notifications.first_time(premises.manager_id, about):
                data = {"object_file_id": one.id, "premises_id": premises.id}
                await tell(work, premises.manager_id, NotificationKind.FILE_RUNS_OUT, data, about)
        await work.commit(None)
        return len(due)
