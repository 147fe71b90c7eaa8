"""A use case is one piece of work: it checks the right, changes rows, tells others through the outbox, and commits.

`Work` is what it works with: the repositories, the clock and one short transaction. A use case that changes something
is an effect: it leaves its operation key with its result in the same transaction, so that the same request delivered
twice (a redelivered update, a double tap on save) does it once and answers the same. Nothing in it talks to a network.
"""

import datetime as dt
import functools
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar, cast

from domain.calendar.repository import Calendar
from domain.delivery import Outbox
from domain.estate.repositories import EstateRepositories
from domain.files.stored_file import Files
from domain.ledger.repository import Ledger
from domain.letters.repository import Letters
from domain.matching.repositories import MatchingRepositories
from domain.metering.repositories import MeteringRepositories
from domain.notifications.repository import Notifications
from domain.people.person import Action, Person
from domain.people.pin.lock import Pins
from domain.people.repository import People, Vault
from domain.refusal import TryAgain

ATTEMPTS = 3
"""How often a transaction that the database gave up (deadlock, serialization failure) is run in all."""

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done:
    """An operation that has been done already, with what it answered then."""

    result: Any


class Work(Protocol):
    """The repositories, the clock, and one transaction at a time."""

    @property
    def people(self) -> People:
        """People."""

    @property
    def vault(self) -> Vault:
        """Their personal data, sealed."""

    @property
    def pins(self) -> Pins:
        """Their locks."""

    @property
    def files(self) -> Files:
        """Files they have sent."""

    @property
    def estate(self) -> EstateRepositories:
        """Repositories of objects that are let, their people, money and documents."""

    @property
    def matching(self) -> MatchingRepositories:
        """Repositories of leads, properties and deals."""

    @property
    def metering(self) -> MeteringRepositories:
        """Repositories of meters and tariffs."""

    @property
    def ledger(self) -> Ledger:
        """What is owed and what has been paid."""

    @property
    def calendar(self) -> Calendar:
        """What comes in and goes out, and when."""

    @property
    def letters(self) -> Letters:
        """What managers and their owners and tenants write each other."""

    @property
    def notifications(self) -> Notifications:
        """What people are told."""

    @property
    def outbox(self) -> Outbox:
        """Messages to send."""

    def now(self) -> dt.datetime:
        """The present moment, in UTC with its zone."""

    async def flush(self) -> None:
        """Send the changes to the database, so that new rows get their ids."""

    async def commit(self, result: R) -> R:
        """Make the changes last, together with the operation's key and this JSON-ready answer, which is returned."""

    def once(self, key: str) -> "Work":
        """The same work under a business key (a form's nonce, a confirmation's): done once, whoever asks again."""

    def writing(self, use_case: str) -> AbstractAsyncContextManager[Done | None]:
        """A transaction that may change rows, rolled back unless committed; gives the answer of a repeated one."""

    def reading(self) -> AbstractAsyncContextManager[None]:
        """A transaction that only reads."""


UseCase = Callable[Concatenate[Work, Person, P], Coroutine[Any, Any, R]]


def effect(action: Action) -> Callable[[UseCase[P, R]], UseCase[P, R]]:
    """Make a use case that changes something; it ends with `return await work.commit(answer)`.

    The actor's rights are read again inside the transaction, so a right taken away a moment ago is gone. The answer is
    JSON-ready (an id, a number, None), because a repeated request is given the answer of the first.
    """

    def declare(rule: UseCase[P, R]) -> UseCase[P, R]:
        @functools.wraps(rule)
        async def run(work: Work, actor: Person, *args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, ATTEMPTS + 1):
                try:
                    async with work.writing(rule.__name__) as done:
                        if done is not None:
                            return cast(R, done.result)
                        present = await work.people.get(actor.id)
                        present.must(action)
                        return await rule(work, present, *args, **kwargs)
                except TryAgain:
                    if attempt == ATTEMPTS:
                        raise
            raise AssertionError("unreachable")

        run.__dict__["action"] = action
        return cast(UseCase[P, R], run)

    return declare


def query(action: Action) -> Callable[[UseCase[P, R]], UseCase[P, R]]:
    """Make a use case that only looks; the actor's rights are read in the same transaction."""

    def declare(rule: UseCase[P, R]) -> UseCase[P, R]:
        @functools.wraps(rule)
        async def run(work: Work, actor: Person, *args: P.args, **kwargs: P.kwargs) -> R:
            async with work.reading():
                present = await work.people.get(actor.id)
                present.must(action)
                return await rule(work, present, *args, **kwargs)

        run.__dict__["action"] = action
        return cast(UseCase[P, R], run)

    return declare
