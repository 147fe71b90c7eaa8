"""Choosing the hour of the daily digest, by the person's own clock."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer
from domain.people.change_pushes import change_digest_hour
from domain.people.quiet_hours import parse_hour
from handlers.common.callbacks import ChooseDigestHour
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.settings.pushes import pushes_screen

router = Router(name="digest_hour")

OFFERED = (8, 9, 10, 12, 15, 18, 19, 20, 21)


@dataclass
class HourDraft:
    """The hour that is chosen."""

    hour: int = 9


def _ask(t: Localizer, _draft: HourDraft) -> Markup:
    return t("At what hour shall the daily digest come? Choose, or write another hour, like 7.")


async def _chosen(filled: CompletedForm[HourDraft], ctx: Context) -> None:
    await change_digest_hour(ctx.work, ctx.me, filled.draft.hour)
    await ctx.chat.show(with_note(ctx.t("Saved."), await pushes_screen(ctx)))


async def _back(_filled: CompletedForm[HourDraft], ctx: Context) -> None:
    await ctx.chat.show(await pushes_screen(ctx))


FORM = Form(
    name="digest_hour",
    title=lambda t: t("Daily digest"),
    draft=HourDraft,
    questions=(
        Question[HourDraft](
            key="hour",
            kind=AnswerKind.TIME,
            ask=_ask,
            read=lambda text, _draft, _answering: HourDraft(parse_hour(text)),
            choices=lambda t, _draft, _me: [Choice(t.clock(hour * 60), str(hour)) for hour in OFFERED],
            pick=lambda value, _draft: HourDraft(int(value)),
            per_row=3,
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(ChooseDigestHour.filter())
async def choose_hour(_query: object, ctx: Context) -> None:
    """Ask for the hour."""
    await step_out(ctx)
    await ctx.forms.start(FORM, ctx, HourDraft(), only="hour")
