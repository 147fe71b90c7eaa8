"""Giving another birth date, or taking it back."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router

from bot.answer_kind import AnswerKind
from bot.forms import Answering, Choice, Filled, Form, Forms, Question, Surrounding
from bot.speech import Speech
from domain.people.change_profile import change_birth_date
from domain.people.person import Person
from handlers.common import profile_questions as ask_for
from handlers.common.leaving import step_out, with_note
from handlers.common.me import me_screen
from handlers.common.presses import ChangeBirthDate

router = Router(name="change_birth_date")


@dataclass
class Born:
    """When somebody was born; None removes it."""

    on: dt.date | None = None


def _removal(t: Speech, _draft: Born, _me: Person) -> list[Choice]:
    return [Choice(t("🗑 Remove"), "remove")]


def _read(text: str, _draft: Born, answering: Answering) -> Born:
    return Born(ask_for.read_birth_date(text, answering))


async def _keep(filled: Filled[Born], around: Surrounding) -> None:
    await change_birth_date(around.work, around.me, filled.draft.on)
    await around.chat.show(with_note(around.t("Saved."), await me_screen(around)))


async def _back(_filled: Filled[Born], around: Surrounding) -> None:
    await around.chat.show(await me_screen(around))


FORM = Form(
    name="birth_date",
    title=lambda t: t("Birth date"),
    draft=Born,
    questions=(
        Question[Born](
            key="on",
            kind=AnswerKind.BIRTH_DATE,
            ask=lambda t, _draft: ask_for.ask_birth_date(t),
            read=_read,
            choices=_removal,
            pick=lambda _value, _draft: Born(),
        ),
    ),
    done=_keep,
    back=_back,
)


@router.callback_query(ChangeBirthDate.filter())
async def ask(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the date."""
    await step_out(forms, around)
    await forms.start(FORM, around, Born(), only="on")
