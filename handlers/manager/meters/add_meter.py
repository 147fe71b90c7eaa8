"""A manager adds a meter: what it counts, in how many zones, what it shows; if wanted, number, place, verification."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question, Review
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.names.days import read_day
from domain.estate.objects.premises import PremisesId
from domain.metering.add_meter import add_meter
from domain.metering.meter import MOST_NUMBER, MOST_PLACE, MeterKind, usual_unit
from domain.metering.meter_draft import MeterDraft
from domain.metering.show_meters import show_meters
from domain.metering.typed import parse_values
from domain.people.person import Action, Person
from domain.refusal import NotFound, Refusal
from domain.typed.days import Toward
from handlers.manager.meters.callbacks import AddMeter
from handlers.manager.meters.show_meters import show_list
from handlers.utilities.meter_words import SIGNS, kind_name, unit_name, values_of, zone_name

router = Router(name="add_meter")

UNKNOWN = "unknown"


@dataclass(frozen=True)
class NewMeter(MeterDraft):
    """A meter while it is described; whether its first value was asked about."""

    begun: bool = False


def _kinds(t: Localizer, _draft: MeterDraft, _me: Person) -> list[Choice]:
    return [Choice(Markup("{} {}").format(SIGNS[one], kind_name(t, one)), one.value) for one in MeterKind]


def _pick_kind(value: str, draft: NewMeter) -> NewMeter:
    kind = MeterKind(value)
    zones = draft.zones if kind is MeterKind.ELECTRICITY else 1
    return replace(draft, kind=kind, unit=usual_unit(kind), zones=zones, first_values=None, begun=False)


def _zones(t: Localizer, _draft: MeterDraft, _me: Person) -> list[Choice]:
    names = {1: t("One"), 2: t("Day and night"), 3: t("Three"), 4: t("Four")}
    return [Choice(name, str(count)) for count, name in names.items()]


def ask_first(t: Localizer, draft: MeterDraft) -> Markup:
    """What the meter shows when it is taken on."""
    zones = draft.zones or 1
    said = t(
        "What does it show now? Counting begins there. If you do not know, the first reading will be the beginning."
    )
    if zones == 1:
        return said
    named = [zone_name(t, zone, zones) for zone in range(zones)]
    order = Markup(" / ").join(one for one in named if one is not None)
    return lines(said, t("All zones with slashes: {zones}.", zones=order))


def read_first(text: str, draft: NewMeter, _answering: AnswerContext) -> NewMeter:
    """The first values, one for every zone."""
    zones = draft.zones or 1
    values = parse_values(text, draft.shown_decimals, zones)
    if len(values) != zones:
        raise Refusal("This meter has {zones} zones, and each needs its value.", zones=zones)
    return replace(draft, first_values=values, begun=True)


def _read_verified(text: str, draft: NewMeter, answering: AnswerContext) -> NewMeter:
    today = answering.t.today
    return replace(draft, verified_until=read_day(text, answering, today, Toward.NEXT))


QUESTIONS: tuple[Question[NewMeter], ...] = (
    Question(
        key="kind",
        kind=AnswerKind.CHOICE,
        ask=lambda t, _draft: t("What does the meter count?"),
        choices=_kinds,
        pick=_pick_kind,
        label=label("What it counts"),
    ),
    Question(
        key="zones",
        kind=AnswerKind.CHOICE,
        ask=lambda t, _draft: t("How many zones has it? Most meters have one."),
        choices=_zones,
        pick=lambda value, draft: replace(draft, zones=int(value), first_values=None, begun=False),
        hangs_on=("kind",),
        applies=lambda draft: draft.kind is MeterKind.ELECTRICITY,
        label=label("Zones"),
    ),
    Question(
        key="first_values",
        kind=AnswerKind.READING,
        ask=ask_first,
        read=read_first,
        choices=lambda t, _draft, _me: [Choice(t("🤷 Not known"), UNKNOWN)],
        pick=lambda _value, draft: replace(draft, first_values=None, begun=True),
        known=lambda draft: draft.begun,
        label=label("What it shows"),
    ),
    Question(
        key="number",
        kind=AnswerKind.MARK,
        ask=lambda t, _draft: t("Its number, as it is written on it?"),
        value=lambda text, _draft, _ctx: " ".join(text.split()),
        optional=True,
        label=label("Number"),
        later=True,
        most_typed=MOST_NUMBER,
    ),
    Question(
        key="place",
        kind=AnswerKind.TITLE,
        ask=lambda t, _draft: t("Where is it? For example: kitchen, hall, 2nd floor."),
        value=lambda text, _draft, _ctx: " ".join(text.split()),
        optional=True,
        label=label("Where it is"),
        later=True,
        most_typed=MOST_PLACE,
    ),
    Question(
        key="verified_until",
        kind=AnswerKind.DAY,
        ask=lambda t, _draft: t(
            "Until which day is it verified? I will remind you a month before. For example: 01.06.2030."
        ),
        read=_read_verified,
        of=dt.date.fromisoformat,
        optional=True,
        label=label("Verified until"),
        later=True,
    ),
)


def _review(filled: CompletedForm[NewMeter], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    kind = draft.kind or MeterKind.ELECTRICITY
    facts = [unit_name(t, draft.unit or usual_unit(kind))]
    if (draft.zones or 1) > 1:
        facts.append(t.n("{count} zone", "{count} zones", draft.zones or 1))
    if draft.first_values is not None:
        shows = t("Shows {values}", values=values_of(t, draft.first_values))
    else:
        shows = t("The first reading will be where counting begins.")
    return lines(
        bold(Markup("{} {}").format(SIGNS[kind], kind_name(t, kind))) + Markup(" · ") + Markup(", ").join(facts),
        shows,
        t("No. {number}", number=draft.number) if draft.number else None,
        Markup.escape(draft.place) if draft.place else None,
        t("Verified until {date}", date=draft.verified_until) if draft.verified_until else None,
        "",
        t("Is everything right?"),
    )


async def _save(filled: CompletedForm[NewMeter], ctx: Context) -> None:
    premises_id = PremisesId(filled.context["premises"])
    await add_meter(ctx.work.once(f"form:{filled.nonce}"), ctx.me, premises_id, filled.draft)
    await show_list(ctx, premises_id, ctx.t("Saved."))


FORM: Form[NewMeter] = Form(
    name="new_meter",
    title=label("New meter"),
    draft=NewMeter,
    questions=QUESTIONS,
    done=_save,
    review=Review(
        show=_review,
        shortcuts=(("number", label("🔢 Number")), ("place", label("📍 Place"))),
    ),
)


@router.callback_query(AddMeter.filter())
async def begin(_query: object, callback_data: AddMeter, ctx: Context) -> None:
    """Ask the first question."""
    ctx.me.must(Action.MANAGE_OBJECTS)
    if not (await show_meters(ctx.work, ctx.me, PremisesId(callback_data.premises))).is_manager:
        raise NotFound
    await ctx.forms.start(FORM, ctx, NewMeter(), context={"premises": callback_data.premises})
