"""Choosing another country, from all that have phone numbers, or taking it back.

Who has not chosen a time zone gets the country's, or chooses one where there are several; a country that is put back
brings its time back.
"""

from dataclasses import dataclass

from aiogram import Router

from bot.answer_kind import AnswerKind
from bot.country_zones import zone_of, zones_of
from bot.forms import Answering, Choice, Filled, Form, Forms, Question, Surrounding
from bot.speech import Speech
from domain.people.change_profile import change_country
from domain.people.person import Person
from handlers.common import profile_questions as ask_for
from handlers.common.leaving import step_out, with_note
from handlers.common.me import me_screen
from handlers.common.presses import ChangeCountry
from handlers.common.time_zone import ask_where
from handlers.common.zones import zone_name

router = Router(name="change_country")

REMOVE = "remove"


@dataclass
class Home:
    """Where somebody lives; None removes it."""

    country: str | None = None


def _choice(t: Speech, value: str) -> Choice:
    return Choice(t("🗑 Remove"), REMOVE) if value == REMOVE else ask_for.country_choice(t, value)


def _offered(t: Speech, _draft: Home, me: Person) -> list[Choice]:
    own, *others = ask_for.offer_countries(t, me, me.country)
    # the first one is their own already
    return [_choice(t, REMOVE), *others] if me.country is not None else [own, *others]


def _read(text: str, _draft: Home, answering: Answering) -> Home:
    return Home(ask_for.read_country(text, answering))


async def _keep(filled: Filled[Home], around: Surrounding) -> None:
    country, t = filled.draft.country, around.t
    zones = zones_of(country) if country is not None and not around.me.time_zone_chosen else ()
    usual = zone_of(country) if country is not None and zones else None
    zone = usual if usual != around.me.time_zone else None
    await change_country(around.work, around.me, country, zone)
    if len(zones) > 1:
        await ask_where(around, around.forms, country, with_country=True)
        return
    note = t("Saved: your time is that of {city}.", city=zone_name(t, zone)) if zone is not None else t("Saved.")
    await around.chat.show(with_note(note, await me_screen(around)))


async def _back(_filled: Filled[Home], around: Surrounding) -> None:
    await around.chat.show(await me_screen(around))


FORM = Form(
    name="country",
    title=lambda t: t("Country"),
    draft=Home,
    questions=(
        Question[Home](
            key="country",
            kind=AnswerKind.COUNTRY,
            ask=lambda t, _draft: ask_for.ask_country(t),
            read=_read,
            choices=_offered,
            choice=_choice,
            pick=lambda value, _draft: Home(None if value == REMOVE else value),
        ),
    ),
    done=_keep,
    back=_back,
)


@router.callback_query(ChangeCountry.filter())
async def ask(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the country."""
    await step_out(forms, around)
    await forms.start(FORM, around, Home(), only="country")
