"""Giving another birth date, or taking it back."""

import datetime as dt
from dataclasses import dataclass

from aiogram import Router

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from domain.people.change_profile import change_birth_date
from handlers.common.callbacks import ChangeBirthDate
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.profile import profile_questions as ask_for
from handlers.common.profile.me import me_screen

router = Router(name="change_birth_date")


@dataclass
class Born:
    """When somebody was born; None removes it."""

    on: dt.date | None = None


async def _keep(filled: CompletedForm[Born], ctx: Context) -> None:
    await change_birth_date(ctx.work, ctx.me, filled.draft.on)
    await ctx.chat.show(with_note(ctx.t("Saved."), await me_screen(ctx)))


async def _back(_filled: CompletedForm[Born], ctx: Context) -> None:
    await ctx.chat.show(await me_screen(ctx))


FORM = Form(
    name="birth_date",
    title=lambda t: t("Birth date"),
    draft=Born,
    questions=(
        Question[Born](
            key="on",
            kind=AnswerKind.BIRTH_DATE,
            ask=lambda t, _draft: ask_for.ask_birth_date(t),
            read=lambda text, _draft, answering: Born(ask_for.read_birth_date(text, answering)),
            choices=lambda t, _draft, _me: [Choice(t("🗑 Remove"), "remove")],
            pick=lambda _value, _draft: Born(),
        ),
    ),
    done=_keep,
    back=_back,
)


@router.callback_query(ChangeBirthDate.filter())
async def ask(_query: object, ctx: Context) -> None:
    """Ask for the date."""
    await step_out(ctx)
    await ctx.forms.start(FORM, ctx, Born(), only="on")
