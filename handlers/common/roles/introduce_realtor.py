"""A new realtor says which e-mail and agency are theirs; both can be skipped."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.localization import Localizer, lines
from domain.people.agency import parse_agency
from domain.people.email import Email
from domain.people.introduce import introduce
from handlers.common.privacy.leaving import with_note
from handlers.common.roles.start import menu_screen


@dataclass
class Introduction:
    """What somebody tells of themselves."""

    email: str | None = None
    agency: str | None = None


def _ask_email(t: Localizer, _draft: Introduction) -> Markup:
    return lines(
        t("What is your e-mail?"),
        t("For letters about your account; colleagues do not see it. For example: anna@example.com"),
    )


def _ask_agency(t: Localizer, _draft: Introduction) -> Markup:
    return lines(
        t("What is your agency called?"),
        t("Colleagues see it beside your offers. If you work for yourself, just skip this."),
    )


async def _introduced(filled: CompletedForm[Introduction], ctx: Context) -> None:
    told, work = filled.draft, ctx.work.once(f"form:{filled.nonce}")
    await introduce(work, ctx.me, email=told.email, agency=told.agency)
    await ctx.chat.show(with_note(ctx.t("Done, you are a realtor."), await menu_screen(ctx)))


FORM = Form(
    name="introduction",
    title=lambda t: t("About you"),
    draft=Introduction,
    questions=(
        Question[Introduction](
            key="email",
            kind=AnswerKind.EMAIL,
            ask=_ask_email,
            value=lambda text, _draft, _ctx: Email.parse(text).address,
            optional=True,
        ),
        Question[Introduction](
            key="agency",
            kind=AnswerKind.TITLE,
            ask=_ask_agency,
            value=lambda text, _draft, _ctx: parse_agency(text),
            optional=True,
        ),
    ),
    done=_introduced,
)


async def ask(ctx: Context) -> None:
    """Ask a realtor about themselves."""
    await ctx.forms.start(FORM, ctx, Introduction(agency=ctx.me.agency))
