"""Where somebody is in a form is kept as JSON with the conversation, beside what others keep there."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import ValidationError

from bot.form import Form, Progress

SCHEMA = 1


class Filling(StatesGroup):
    """Somebody is answering a form's questions."""

    answer = State()


async def keep(progress: Progress[Any], state: FSMContext) -> None:
    """Be in the form, at this question."""
    await state.set_state(Filling.answer)
    filling = {
        "v": SCHEMA,
        "form": progress.form.name,
        "draft": progress.form.adapter.dump_python(progress.draft, mode="json"),
        "nonce": progress.nonce,
        "at": progress.at,
        "context": progress.context,
        "single": progress.single,
        "asked": list(progress.asked),
        "offered": progress.offered,
        "labels": progress.labels,
        "course": progress.course,
        "reviewed": progress.reviewed,
    }
    data = await beside(state)
    if (data.get("kept") or {}).get("nonce") == progress.nonce:
        del data["kept"]  # it has been taken up again
    await state.set_data({**data, "filling": filling})


def read(forms: Mapping[str, Form[Any]], kept: Any) -> Progress[Any] | None:
    """What was kept; None if the form is another one by now."""
    form = forms.get(kept.get("form", "")) if isinstance(kept, dict) and kept.get("v") == SCHEMA else None
    if form is None or (form.question(kept["at"]) is None and (kept["at"] or form.review is None)):
        return None
    try:
        draft = form.adapter.validate_python(kept["draft"], strict=False)
    except ValidationError:
        return None
    return Progress(
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
        reviewed=kept.get("reviewed", False),
    )


async def close(state: FSMContext, *, kept: Any = None) -> None:
    """Be in no form any more; what `kept` holds can be taken up again, in place of what was left before."""
    await state.set_state(None)
    await state.set_data({**await beside(state), **({"kept": kept} if kept else {})})


async def forget_kept(state: FSMContext, nonce: str) -> bool:
    """Throw away the form that was left, if it is this one."""
    data = await state.get_data()
    if (data.get("kept") or {}).get("nonce") != nonce:
        return False
    await state.set_data({name: value for name, value in data.items() if name != "kept"})
    return True


async def beside(state: FSMContext) -> dict[str, Any]:
    """What is kept with the conversation beside the form that is open: what others keep, and a form left before."""
    return {name: value for name, value in (await state.get_data()).items() if name != "filling"}
