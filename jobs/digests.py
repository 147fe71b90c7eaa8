"""Whose hourly or daily digest is due gets one message with what is new, once."""

from collections.abc import Callable

from domain.notifications.digest import send_due_digests
from domain.work import Work

BATCH = 50


async def send_digests(new_work: Callable[[], Work]) -> int:
    """Hand every due digest to the outbox; returns how many."""
    sent = 0
    while count := await send_due_digests(new_work(), BATCH):
        sent += count
    return sent
