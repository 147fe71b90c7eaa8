"""Choosing one's own city: it is offered first, and settles names that several cities have."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer, lines
from domain.gazetteer import Gazetteer, PlaceKind
from domain.people.change_preferences import change_home_city
from domain.people.person import Person
from domain.refusal import Refusal
from handlers.common.callbacks import ChooseCity
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.settings.show_settings import settings_screen

router = Router(name="home_city")

OFFERED = ("Москва", "Санкт-Петербург", "Екатеринбург", "Новосибирск", "Казань", "Сочи", "Бишкек", "Алматы")
NONE = "none"


@dataclass
class CityDraft:
    """The city that is chosen: its id in the gazetteer."""

    city_id: int | None = None


def _ask(t: Localizer, _draft: CityDraft) -> Markup:
    return lines(
        t("In which city do you work most? I shall offer it first."),
        t("If it is not among these, write its name."),
    )


def _offered(t: Localizer, _draft: CityDraft, me: Person) -> list[Choice]:
    known = Gazetteer.standard()
    found = [known.find(name, {PlaceKind.CITY}).exact for name in OFFERED]
    cities = [Choice(place.name(t.language), str(place.id)) for place in found if place is not None]
    return [*cities, Choice(t("No city"), NONE)] if me.home_city is not None else cities


def _read(text: str, _draft: CityDraft, answering: AnswerContext) -> CityDraft:
    found = Gazetteer.standard().find(text, {PlaceKind.CITY})
    if found.exact is not None:
        return CityDraft(found.exact.id)
    if found.candidates:
        name = answering.t.language
        raise AmbiguousAnswer([Choice(place.name(name), str(place.id)) for place in found.candidates[:8]])
    raise Refusal("I do not know the city “{said}”. Write the nearest larger one, like Kazan.", said=text[:40])


async def _chosen(filled: CompletedForm[CityDraft], ctx: Context) -> None:
    t, city = ctx.t, Gazetteer.standard().get(filled.draft.city_id)
    await change_home_city(ctx.work, ctx.me, filled.draft.city_id)
    if city is not None:
        note = t("Saved: your city is {city}.", city=city.name(t.language))
    else:
        note = t("Saved: no city comes first now.")
    await ctx.chat.show(with_note(note, await settings_screen(ctx)))


async def _back(_filled: CompletedForm[CityDraft], ctx: Context) -> None:
    await ctx.chat.show(await settings_screen(ctx))


FORM = Form(
    name="home_city",
    title=lambda t: t("My city"),
    draft=CityDraft,
    questions=(
        Question[CityDraft](
            key="city",
            kind=AnswerKind.CITY,
            ask=_ask,
            read=_read,
            choices=_offered,
            pick=lambda value, _draft: CityDraft(None if value == NONE else int(value)),
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(ChooseCity.filter())
async def choose_city(_query: object, ctx: Context) -> None:
    """Ask for the city."""
    await step_out(ctx)
    await ctx.forms.start(FORM, ctx, CityDraft(), only="city")
