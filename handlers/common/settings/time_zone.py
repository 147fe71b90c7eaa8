"""Choosing the time zone: a city from the list or a typed one; dates and quiet hours go by it."""

from dataclasses import dataclass

from aiogram import Router

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from domain.people.change_preferences import change_time_zone
from handlers.common.callbacks import ChooseZone
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.profile import profile_questions as ask_for
from handlers.common.settings.show_settings import settings_screen
from handlers.common.settings.zones import zone_name

router = Router(name="time_zone")


@dataclass
class ZoneDraft:
    """The zone that is chosen, by somebody in this country."""

    zone: str | None = None
    country: str | None = None
    with_country: bool = False
    """Whether it is asked because the country was just chosen."""


async def _chosen(filled: CompletedForm[ZoneDraft], ctx: Context) -> None:
    zone = filled.draft.zone or ctx.me.time_zone
    await change_time_zone(ctx.work, ctx.me, zone, with_country=filled.draft.with_country)
    note = ctx.t("Saved: your time is that of {city}.", city=zone_name(ctx.t, zone))
    await ctx.chat.show(with_note(note, await settings_screen(ctx)))


async def _back(_filled: CompletedForm[ZoneDraft], ctx: Context) -> None:
    await ctx.chat.show(await settings_screen(ctx))


FORM = Form(
    name="time_zone",
    title=lambda t: t("Time zone"),
    draft=ZoneDraft,
    questions=(
        Question[ZoneDraft](
            key="zone",
            kind=AnswerKind.TIME_ZONE,
            ask=lambda t, _draft: ask_for.ask_zone(t),
            value=lambda text, _draft, ctx: ask_for.read_zone(text, ctx),
            choices=lambda t, draft, _me: ask_for.offer_zones(t, draft.country),
            of=str,
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(ChooseZone.filter())
async def choose_zone(_query: object, ctx: Context) -> None:
    """Ask where the person is."""
    await step_out(ctx)
    await ask_where(ctx, ctx.me.country)


async def ask_where(ctx: Context, country: str | None, *, with_country: bool = False) -> None:
    """Ask it; the times that are kept in the country are offered, which may have been chosen just now."""
    await ctx.forms.start(FORM, ctx, ZoneDraft(country=country, with_country=with_country), only="zone")
