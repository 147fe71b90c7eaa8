"""Changing one's e-mail and agency, or taking them back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.answer_kind import AnswerKind
from bot.forms import Answering, Choice, Filled, Form, Forms, Question, Surrounding
from bot.speech import Speech
from domain.people.agency import parse_agency
from domain.people.change_profile import change_agency, change_email
from domain.people.email import Email
from domain.people.person import Person
from domain.work import Work
from handlers.common.leaving import step_out, with_note
from handlers.common.me import me_screen
from handlers.common.presses import ChangeAgency, ChangeEmail

router = Router(name="change_profile")

REMOVE = "remove"


@dataclass
class Line:
    """One line about the person; None removes it."""

    text: str | None = None


def _removal(t: Speech, _draft: Line, _me: Person) -> list[Choice]:
    return [Choice(t("🗑 Remove"), REMOVE)]


def _read_email(text: str, _draft: Line, _answering: Answering) -> Line:
    return Line(Email.parse(text).address)


def _read_agency(text: str, _draft: Line, _answering: Answering) -> Line:
    return Line(parse_agency(text))


def _ask_email(t: Speech, _draft: Line) -> Markup:
    return t("Which e-mail shall I keep? For example: anna@example.com")


def _ask_agency(t: Speech, _draft: Line) -> Markup:
    return t("What is your agency called? For example: Etalon")


Change = Callable[[Work, Person, str | None], Awaitable[None]]


def _keeping(change: Change) -> Callable[[Filled[Line], Surrounding], Awaitable[None]]:
    async def keep(filled: Filled[Line], around: Surrounding) -> None:
        await change(around.work, around.me, filled.draft.text)
        await around.chat.show(with_note(around.t("Saved."), await me_screen(around)))

    return keep


async def _back(_filled: Filled[Line], around: Surrounding) -> None:
    await around.chat.show(await me_screen(around))


EMAIL = Form(
    name="email",
    title=lambda t: t("E-mail"),
    draft=Line,
    questions=(
        Question[Line](
            key="line",
            kind=AnswerKind.EMAIL,
            ask=_ask_email,
            read=_read_email,
            choices=_removal,
            pick=lambda _v, _d: Line(),
        ),
    ),
    done=_keeping(change_email),
    back=_back,
)
AGENCY = Form(
    name="agency",
    title=lambda t: t("Agency"),
    draft=Line,
    questions=(
        Question[Line](
            key="line",
            kind=AnswerKind.TITLE,
            ask=_ask_agency,
            read=_read_agency,
            choices=_removal,
            pick=lambda _v, _d: Line(),
        ),
    ),
    done=_keeping(change_agency),
    back=_back,
)


@router.callback_query(ChangeEmail.filter())
async def ask_email(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the address."""
    await step_out(forms, around)
    await forms.start(EMAIL, around, Line(), only="line")


@router.callback_query(ChangeAgency.filter())
async def ask_agency(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the agency."""
    await step_out(forms, around)
    await forms.start(AGENCY, around, Line(), only="line")
