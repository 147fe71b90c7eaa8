"""Where somebody is in a form is kept as JSON with the conversation, beside what others keep there."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import ValidationError

from bot.forms.model import Form, FormProgress

SCHEMA = 1
KEPT = "kept"
"""Under what the forms are kept that were left."""
MOST_KEPT = 7
"""On one screen there is a row of buttons for each, and one for the menu."""


class Filling(StatesGroup):
    """Somebody is answering a form's questions."""

    answer = State()


async def keep(progress: FormProgress[Any], state: FSMContext) -> None:
    """Be in the form, at this question."""
    await state.set_state(Filling.answer)
    filling = {
        "v": SCHEMA,
        "form": progress.form.name,
        "draft": progress.form.adapter.dump_python(progress.draft, mode="json"),
        "nonce": progress.nonce,
        "at": progress.at,
        "context": dict(progress.context),
        "single": progress.single,
        "asked": list(progress.asked),
        "offered": progress.offered,
        "labels": progress.labels,
        "course": progress.course,
        "reviewed": progress.reviewed,
        "last": progress.last,
    }
    # a form that was left and is taken up again is no longer among those that were left
    await state.set_data({**without_left(await beside(state), progress.nonce), "filling": filling})


def read(forms: Mapping[str, Form[Any]], kept: Any) -> FormProgress[Any] | None:
    """What was kept; None if the form is another one by now."""
    form = forms.get(kept.get("form", "")) if isinstance(kept, dict) and kept.get("v") == SCHEMA else None
    if form is None or (form.question(kept["at"]) is None and (kept["at"] or form.review is None)):
        return None
    try:
        draft = form.adapter.validate_python(kept["draft"], strict=False)
    except ValidationError:
        return None
    return FormProgress(
        form,
        draft,
        kept["nonce"],
        kept["at"],
        kept["context"],
        single=kept["single"],
        asked=tuple(kept["asked"]),
        offered=kept["offered"],
        labels=kept.get("labels", []),
        course=kept.get("course", "short"),
        last=kept.get("last", ""),
        reviewed=kept.get("reviewed", False),
    )


async def close(state: FSMContext, *, kept: Any = None) -> None:
    """Be in no form any more; what `kept` holds can be taken up again, beside what was left before."""
    await state.set_state(None)
    data = await beside(state)
    await state.set_data(with_left(data, kept) if kept else data)


async def forget_kept(state: FSMContext, nonce: str) -> bool:
    """Throw away a form that was left; False if this one is not there any more."""
    data = await state.get_data()
    if all(one["nonce"] != nonce for one in left_in(data)):
        return False
    await state.set_data(without_left(data, nonce))
    return True


async def beside(state: FSMContext) -> dict[str, Any]:
    """What is kept with the conversation beside the form that is open: what others keep, and forms left before."""
    return {name: value for name, value in (await state.get_data()).items() if name != "filling"}


def left_in(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The forms as they were left, the latest last; an earlier release kept one alone."""
    kept = data.get(KEPT) or []
    return [kept] if isinstance(kept, dict) else list(kept)


def with_left(data: Mapping[str, Any], filling: dict[str, Any]) -> dict[str, Any]:
    """The data with one more; the same form with the same answers is kept once."""

    def is_same(one: Mapping[str, Any]) -> bool:
        return one["nonce"] == filling["nonce"] or all(one[name] == filling[name] for name in ("form", "draft", "at"))

    others = [one for one in left_in(data) if not is_same(one)]
    return {**data, KEPT: [*others, filling][-MOST_KEPT:]}


def without_left(data: Mapping[str, Any], nonce: str) -> dict[str, Any]:
    """The data without this one."""
    others = [one for one in left_in(data) if one["nonce"] != nonce]
    rest = {name: value for name, value in data.items() if name != KEPT}
    return {**rest, KEPT: others} if others else rest
