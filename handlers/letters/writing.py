"""Where somebody is who writes letters: to whom, about what, since when; any other button ends it.

What is sent after a long silence is held back and asked about, because it may be meant for somebody else.
"""

import datetime as dt
from dataclasses import asdict, dataclass, replace
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

SILENCE = dt.timedelta(minutes=30)


class Writing(StatesGroup):
    """What is typed is a letter, or a part of the name of whom to write to."""

    letter = State()
    whom = State()


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom what is typed goes, about which object, and as an answer to which letter."""

    party: int
    premises: int | None = None
    answers: int | None = None
    since: str = ""
    """When something was last sent or asked."""

    def is_stale(self, now: dt.datetime) -> bool:
        """Whether so much time has passed that what is sent now may be meant for somebody else."""
        return now - dt.datetime.fromisoformat(self.since) > SILENCE


@dataclass(frozen=True, slots=True)
class Held:
    """A letter that was typed long after the last one."""

    nonce: str
    text: str
    files: list[int]
    source: int | None


async def write_to(state: FSMContext, to: Addressee, now: dt.datetime) -> None:
    """From now on, what is typed goes to them."""
    await state.set_state(Writing.letter)
    await state.update_data(letter=asdict(replace(to, since=now.isoformat())))


async def addressee(state: FSMContext) -> Addressee | None:
    """To whom what is typed goes."""
    if await state.get_state() != Writing.letter.state:
        return None
    kept = (await state.get_data()).get("letter")
    return Addressee(**kept) if isinstance(kept, dict) else None


async def hold(state: FSMContext, held: Held) -> None:
    """Keep a letter until it is said whether to send it."""
    await state.update_data(held=asdict(held))


async def let_go(state: FSMContext, nonce: str) -> Held | None:
    """The letter that was kept, if it is this one."""
    kept: Any = (await state.get_data()).get("held")
    return Held(**kept) if isinstance(kept, dict) and kept.get("nonce") == nonce else None


async def stay_with(state: FSMContext, party: int) -> None:
    """Who looks at another conversation does not write to the former person any more."""
    to = await addressee(state)
    if to is None or to.party != party:
        await stop(state)


async def stop(state: FSMContext) -> None:
    """What is typed from now on is no letter any more."""
    if await state.get_state() in (Writing.letter.state, Writing.whom.state):
        await state.set_state(None)
    kept = {name: value for name, value in (await state.get_data()).items() if name not in ("letter", "held", "whom")}
    await state.set_data(kept)
