"""A manager says on which days of the month the readings of an object are taken."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.forms.wording import with_now
from bot.localization import Localizer
from domain.estate.objects.premises import PremisesId
from domain.metering.reading_days import change_reading_days
from domain.metering.show_meters import show_meters
from domain.people.person import Person
from domain.refusal import NotFound
from domain.typed.periods import parse_days_of_month
from handlers.manager.meters.callbacks import ChangeReadingDays
from handlers.manager.meters.show_meters import show_list

router = Router(name="reading_days")

USUAL = ((20, 25), (15, 20), (23, 26), (25, 31))


@dataclass(frozen=True)
class TwoDays:
    """From which day to which."""

    first: int
    last: int


def _ask(t: Localizer, draft: TwoDays) -> Markup:
    question = t("On which days of the month do tenants send readings? Choose, or write others: 18-22.")
    return with_now(t, question, t("{first}–{last}", first=draft.first, last=draft.last))


def _choices(_t: Localizer, _draft: TwoDays, _me: Person) -> list[Choice]:
    return [Choice(f"{first}–{last}", f"{first}-{last}") for first, last in USUAL]


async def _save(filled: CompletedForm[TwoDays], ctx: Context) -> None:
    premises_id = PremisesId(filled.context["premises"])
    await change_reading_days(ctx.work, ctx.me, premises_id, filled.draft.first, filled.draft.last)
    await show_list(ctx, premises_id, ctx.t("Saved."))


FORM: Form[TwoDays] = Form(
    name="reading_days",
    title=lambda t: t("Days of readings"),
    draft=TwoDays,
    questions=(
        Question(
            key="days",
            kind=AnswerKind.DAYS_OF_MONTH,
            ask=_ask,
            read=lambda text, _draft, _answering: TwoDays(*parse_days_of_month(text)),
            choices=_choices,
            pick=lambda value, _draft: TwoDays(*parse_days_of_month(value)),
        ),
    ),
    done=_save,
    back=lambda filled, ctx: show_list(ctx, PremisesId(filled.context["premises"])),
)


@router.callback_query(ChangeReadingDays.filter())
async def begin(_query: object, callback_data: ChangeReadingDays, ctx: Context) -> None:
    """Ask for the days."""
    view = await show_meters(ctx.work, ctx.me, PremisesId(callback_data.premises))
    if not view.is_manager:
        raise NotFound
    draft = TwoDays(view.premises.readings_from_day, view.premises.readings_until_day)
    await ctx.forms.start(FORM, ctx, draft, only="days", context={"premises": callback_data.premises})
