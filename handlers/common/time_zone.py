"""Choosing the time zone: a city from the list or a typed one; dates and quiet hours go by it."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.forms import Answering, Choice, Filled, Form, Forms, Question, Surrounding, WhichOne
from bot.speech import Speech, lines
from domain.people.change_preferences import change_time_zone
from domain.people.person import Person
from domain.people.time_zones import OFFERED
from domain.refusal import Refusal
from handlers.common.leaving import step_out, with_note
from handlers.common.presses import ChooseZone
from handlers.common.settings import settings_screen
from handlers.common.zones import find_zones, time_there, zone_name

router = Router(name="time_zone")


@dataclass
class ZoneDraft:
    """The zone that is chosen."""

    zone: str | None = None


def _ask(t: Speech, _draft: ZoneDraft) -> Markup:
    return lines(
        t("Where are you? Choose a city with your time, or write the name of yours."),
        t("For example: Kazan, Tbilisi, UTC+5"),
    )


def _choice(t: Speech, zone: str) -> Choice:
    return Choice(f"{zone_name(t, zone)} {time_there(t, zone)}", zone)


def _offered(t: Speech, _draft: ZoneDraft, _me: Person) -> list[Choice]:
    return [_choice(t, zone) for zone in OFFERED]


def _read(text: str, _draft: ZoneDraft, answering: Answering) -> ZoneDraft:
    found = find_zones(text, answering.t.now)
    if not found:
        raise Refusal("I do not know “{said}”. Write a larger city nearby, or a difference like UTC+5.", said=text[:40])
    if len(found) > 1:
        raise WhichOne([_choice(answering.t, zone) for zone in found])
    return ZoneDraft(found[0])


async def _chosen(filled: Filled[ZoneDraft], around: Surrounding) -> None:
    zone = filled.draft.zone or around.me.time_zone
    await change_time_zone(around.work, around.me, zone)
    note = around.t("Saved: your time is that of {city}.", city=zone_name(around.t, zone))
    await around.chat.show(with_note(note, await settings_screen(around)))


async def _back(_filled: Filled[ZoneDraft], around: Surrounding) -> None:
    await around.chat.show(await settings_screen(around))


FORM = Form(
    name="time_zone",
    title=lambda t: t("Time zone"),
    draft=ZoneDraft,
    questions=(
        Question[ZoneDraft](
            key="zone", ask=_ask, read=_read, choices=_offered, pick=lambda value, _draft: ZoneDraft(value)
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(ChooseZone.filter())
async def choose_zone(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask where the person is."""
    await step_out(forms, around)
    await forms.start(FORM, around, ZoneDraft(), only="zone")
