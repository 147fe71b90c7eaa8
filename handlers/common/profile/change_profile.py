"""Changing one's e-mail and agency, or taking them back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiogram import Router

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer
from domain.people.agency import parse_agency
from domain.people.change_profile import change_agency, change_email
from domain.people.email import Email
from domain.people.person import Person
from domain.work import Work
from handlers.common.callbacks import ChangeAgency, ChangeEmail
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.profile.me import me_screen

router = Router(name="change_profile")

REMOVE = "remove"


@dataclass
class ProfileLine:
    """One line about the person; None removes it."""

    text: str | None = None


def _removal(t: Localizer, _draft: ProfileLine, _me: Person) -> list[Choice]:
    return [Choice(t("🗑 Remove"), REMOVE)]


Change = Callable[[Work, Person, str | None], Awaitable[None]]


def _keeping(change: Change) -> Callable[[CompletedForm[ProfileLine], Context], Awaitable[None]]:
    async def keep(filled: CompletedForm[ProfileLine], ctx: Context) -> None:
        await change(ctx.work, ctx.me, filled.draft.text)
        await ctx.chat.show(with_note(ctx.t("Saved."), await me_screen(ctx)))

    return keep


async def _back(_filled: CompletedForm[ProfileLine], ctx: Context) -> None:
    await ctx.chat.show(await me_screen(ctx))


EMAIL = Form(
    name="email",
    title=lambda t: t("E-mail"),
    draft=ProfileLine,
    questions=(
        Question[ProfileLine](
            key="line",
            kind=AnswerKind.EMAIL,
            ask=lambda t, _draft: t("Which e-mail shall I keep? For example: anna@example.com"),
            read=lambda text, _draft, _answering: ProfileLine(Email.parse(text).address),
            choices=_removal,
            pick=lambda _v, _d: ProfileLine(),
        ),
    ),
    done=_keeping(change_email),
    back=_back,
)
AGENCY = Form(
    name="agency",
    title=lambda t: t("Agency"),
    draft=ProfileLine,
    questions=(
        Question[ProfileLine](
            key="line",
            kind=AnswerKind.TITLE,
            ask=lambda t, _draft: t("What is your agency called? For example: Etalon"),
            read=lambda text, _draft, _answering: ProfileLine(parse_agency(text)),
            choices=_removal,
            pick=lambda _v, _d: ProfileLine(),
        ),
    ),
    done=_keeping(change_agency),
    back=_back,
)


@router.callback_query(ChangeEmail.filter())
async def ask_email(_query: object, ctx: Context) -> None:
    """Ask for the address."""
    await step_out(ctx)
    await ctx.forms.start(EMAIL, ctx, ProfileLine(), only="line")


@router.callback_query(ChangeAgency.filter())
async def ask_agency(_query: object, ctx: Context) -> None:
    """Ask for the agency."""
    await step_out(ctx)
    await ctx.forms.start(AGENCY, ctx, ProfileLine(), only="line")
