"""Choosing the hour of the daily digest, by the person's own clock."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.answer_kind import AnswerKind
from bot.forms import Answering, Choice, Filled, Form, Forms, Question, Surrounding
from bot.speech import Speech
from domain.people.change_pushes import change_digest_hour
from domain.people.person import Person
from domain.people.quiet_hours import parse_hour
from handlers.common.leaving import step_out, with_note
from handlers.common.presses import ChooseDigestHour
from handlers.common.pushes import pushes_screen

router = Router(name="digest_hour")

OFFERED = (8, 9, 10, 12, 15, 18, 19, 20, 21)


@dataclass
class HourDraft:
    """The hour that is chosen."""

    hour: int = 9


def _ask(t: Speech, _draft: HourDraft) -> Markup:
    return t("At what hour shall the daily digest come? Choose, or write another hour, like 7.")


def _offered(t: Speech, _draft: HourDraft, _me: Person) -> list[Choice]:
    return [Choice(t.clock(hour * 60), str(hour)) for hour in OFFERED]


def _read(text: str, _draft: HourDraft, _answering: Answering) -> HourDraft:
    return HourDraft(parse_hour(text))


async def _chosen(filled: Filled[HourDraft], around: Surrounding) -> None:
    await change_digest_hour(around.work, around.me, filled.draft.hour)
    await around.chat.show(with_note(around.t("Saved."), await pushes_screen(around)))


async def _back(_filled: Filled[HourDraft], around: Surrounding) -> None:
    await around.chat.show(await pushes_screen(around))


FORM = Form(
    name="digest_hour",
    title=lambda t: t("Daily digest"),
    draft=HourDraft,
    questions=(
        Question[HourDraft](
            key="hour",
            kind=AnswerKind.TIME,
            ask=_ask,
            read=_read,
            choices=_offered,
            pick=lambda value, _draft: HourDraft(int(value)),
            per_row=3,
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(ChooseDigestHour.filter())
async def choose_hour(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the hour."""
    await step_out(forms, around)
    await forms.start(FORM, around, HourDraft(), only="hour")
