"""A new realtor says which e-mail and agency are theirs; both can be skipped."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.answer_kind import AnswerKind
from bot.forms import Answering, Filled, Form, Forms, Question, Surrounding
from bot.speech import Speech, lines
from domain.people.agency import parse_agency
from domain.people.email import Email
from domain.people.introduce import introduce
from handlers.common.leaving import with_note
from handlers.common.start import menu_screen


@dataclass
class Introduction:
    """What somebody tells of themselves."""

    email: str | None = None
    agency: str | None = None


def _read_email(text: str, draft: Introduction, _answering: Answering) -> Introduction:
    return replace(draft, email=Email.parse(text).address)


def _read_agency(text: str, draft: Introduction, _answering: Answering) -> Introduction:
    return replace(draft, agency=parse_agency(text))


def _ask_email(t: Speech, _draft: Introduction) -> Markup:
    return lines(
        t("What is your e-mail?"),
        t("For letters about your account; colleagues do not see it. For example: anna@example.com"),
    )


def _ask_agency(t: Speech, _draft: Introduction) -> Markup:
    return lines(
        t("What is your agency called?"),
        t("Colleagues see it beside your offers. If you work for yourself, just skip this."),
    )


async def _introduced(filled: Filled[Introduction], around: Surrounding) -> None:
    told, work = filled.draft, around.work.once(f"form:{filled.nonce}")
    await introduce(work, around.me, email=told.email, agency=told.agency)
    await around.chat.show(with_note(around.t("Done, you are a realtor."), await menu_screen(around)))


FORM = Form(
    name="introduction",
    title=lambda t: t("About you"),
    draft=Introduction,
    questions=(
        Question[Introduction](key="email", kind=AnswerKind.EMAIL, ask=_ask_email, read=_read_email, optional=True),
        Question[Introduction](key="agency", kind=AnswerKind.TITLE, ask=_ask_agency, read=_read_agency, optional=True),
    ),
    done=_introduced,
)


async def ask(around: Surrounding, forms: Forms) -> None:
    """Ask a realtor about themselves."""
    await forms.start(FORM, around, Introduction(agency=around.me.agency))
