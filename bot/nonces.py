"""Single-use marks of forms and confirmations: the same again when the same update is handled again after a crash.

So a button that was drawn before the crash still belongs to the form that is taken up after it. A mark is no secret: it
is compared only with what the same person has open.
"""

import hashlib
import itertools
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_of_update: ContextVar[Iterator[str] | None] = ContextVar("marks of the update at hand", default=None)
LENGTH = 8
"""Hexadecimal digits: enough for what one person has open, short enough for a button."""


@contextmanager
def nonces_of(update_id: int) -> Iterator[None]:
    """Marks made inside belong to this update."""
    numbered = (hashlib.sha256(f"{update_id}:{number}".encode()).hexdigest()[:LENGTH] for number in itertools.count())
    token = _of_update.set(numbered)
    try:
        yield
    finally:
        _of_update.reset(token)


def new_nonce() -> str:
    """The next mark."""
    marks = _of_update.get()
    return next(marks) if marks is not None else secrets.token_hex(LENGTH // 2)
