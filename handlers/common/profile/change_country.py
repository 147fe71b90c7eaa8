"""Choosing another country, from all that have phone numbers, or taking it back.

Who has not chosen a time zone gets the country's, or chooses one where there are several; a country that is put back
brings its time back.
"""

from dataclasses import dataclass

from aiogram import Router

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer
from bot.names.country_zones import zone_of, zones_of
from domain.people.change_profile import change_country
from domain.people.person import Person
from handlers.common.callbacks import ChangeCountry
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.profile import profile_questions as ask_for
from handlers.common.profile.me import me_screen
from handlers.common.settings.time_zone import ask_where
from handlers.common.settings.zones import zone_name

router = Router(name="change_country")

REMOVE = "remove"


@dataclass
class CountryDraft:
    """Where somebody lives; None removes it."""

    country: str | None = None


def _choice(t: Localizer, value: str) -> Choice:
    return Choice(t("🗑 Remove"), REMOVE) if value == REMOVE else ask_for.country_choice(t, value)


def _offered(t: Localizer, _draft: CountryDraft, me: Person) -> list[Choice]:
    own, *others = ask_for.offer_countries(t, me, me.country)
    # the first one is their own already
    return [_choice(t, REMOVE), *others] if me.country is not None else [own, *others]


async def _keep(filled: CompletedForm[CountryDraft], ctx: Context) -> None:
    country, t = filled.draft.country, ctx.t
    zones = zones_of(country) if country is not None and not ctx.me.time_zone_chosen else ()
    usual = zone_of(country) if country is not None and zones else None
    zone = usual if usual != ctx.me.time_zone else None
    await change_country(ctx.work, ctx.me, country, zone)
    if len(zones) > 1:
        await ask_where(ctx, country, with_country=True)
        return
    note = t("Saved: your time is that of {city}.", city=zone_name(t, zone)) if zone is not None else t("Saved.")
    await ctx.chat.show(with_note(note, await me_screen(ctx)))


async def _back(_filled: CompletedForm[CountryDraft], ctx: Context) -> None:
    await ctx.chat.show(await me_screen(ctx))


FORM = Form(
    name="country",
    title=lambda t: t("Country"),
    draft=CountryDraft,
    questions=(
        Question[CountryDraft](
            key="country",
            kind=AnswerKind.COUNTRY,
            ask=lambda t, _draft: ask_for.ask_country(t),
            read=lambda text, _draft, answering: CountryDraft(ask_for.read_country(text, answering)),
            choices=_offered,
            choice=_choice,
            pick=lambda value, _draft: CountryDraft(None if value == REMOVE else value),
        ),
    ),
    done=_keep,
    back=_back,
)


@router.callback_query(ChangeCountry.filter())
async def ask(_query: object, ctx: Context) -> None:
    """Ask for the country."""
    await step_out(ctx)
    await ctx.forms.start(FORM, ctx, CountryDraft(), only="country")
