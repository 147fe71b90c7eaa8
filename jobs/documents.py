"""Documents of objects run out: their managers are told in time, each once."""

from collections.abc import Callable

from domain.estate.object_files.tell_running_out import tell_running_out
from domain.work import Work


async def tell_of_documents(new_work: Callable[[], Work]) -> int:
    """Tell of everything that is due; returns of how many documents."""
    told = 0
    while count := await tell_running_out(new_work()):
        told += count
    return told
