"""Choosing the quiet hours: what comes in them waits until they end."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer, lines
from domain.people.change_pushes import change_quiet_hours
from domain.people.person import Person
from domain.people.quiet_hours import QuietHours
from handlers.common.callbacks import ChooseQuietHours
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.settings.preference_words import hours_name
from handlers.common.settings.pushes import pushes_screen

router = Router(name="quiet_hours")

OFFERED = ("22-8", "23-7", "21-9", "0-8")
NEVER = "never"


@dataclass
class HoursDraft:
    """The hours that are chosen; None for no quiet hours at all."""

    begin: int | None = None
    end: int | None = None


def _ask(t: Localizer, _draft: HoursDraft) -> Markup:
    return lines(
        t("When shall I be silent? What comes in these hours waits until they end."),
        t("Choose, or write your own, like 23:30-7:15."),
    )


def _offered(t: Localizer, _draft: HoursDraft, _me: Person) -> list[Choice]:
    hours = [(one, QuietHours.parse(one)) for one in OFFERED]
    return [*(Choice(hours_name(t, one.begin, one.end), text) for text, one in hours), Choice(t("Never silent"), NEVER)]


def _hours(text: str) -> HoursDraft:
    hours = QuietHours.parse(text)
    return HoursDraft(hours.begin, hours.end)


async def _chosen(filled: CompletedForm[HoursDraft], ctx: Context) -> None:
    begin, end = filled.draft.begin, filled.draft.end
    hours = QuietHours(begin, end) if begin is not None and end is not None else None
    await change_quiet_hours(ctx.work, ctx.me, hours)
    await ctx.chat.show(with_note(ctx.t("Saved."), await pushes_screen(ctx)))


async def _back(_filled: CompletedForm[HoursDraft], ctx: Context) -> None:
    await ctx.chat.show(await pushes_screen(ctx))


FORM = Form(
    name="quiet_hours",
    title=lambda t: t("Quiet hours"),
    draft=HoursDraft,
    questions=(
        Question[HoursDraft](
            key="hours",
            kind=AnswerKind.HOURS,
            ask=_ask,
            read=lambda text, _draft, _answering: _hours(text),
            choices=_offered,
            pick=lambda value, _draft: HoursDraft() if value == NEVER else _hours(value),
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(ChooseQuietHours.filter())
async def choose_hours(_query: object, ctx: Context) -> None:
    """Ask when to be silent."""
    await step_out(ctx)
    await ctx.forms.start(FORM, ctx, HoursDraft(), only="hours")
