"""A manager changes one thing about a meter: number, place, verification, beginning, digits, whose use it counts."""

from aiogram import Router
from markupsafe import Markup

from bot.confirm import outcome_or_toast
from bot.forms.answer_kind import AnswerKind
from bot.forms.field_edit import FieldEdit
from bot.forms.model import Choice, Context, Question
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, label_of, pairs
from domain.metering.edit_meter import edit_meter
from domain.metering.meter import MOST_DECIMALS, MeterId
from domain.metering.meter_draft import MeterDraft
from domain.metering.show_meters import MeterCard, show_meter
from domain.people.person import Person
from handlers.manager.meters.add_meter import QUESTIONS, NewMeter
from handlers.manager.meters.callbacks import EditMeter, MeterOf, OpenMeter
from handlers.manager.meters.meter_card import show_card
from handlers.utilities.meter_words import meter_label

router = Router(name="edit_meter")

MOST_LEASES = 6
WHOSE = "lease"
"""The field that is chosen on a screen of its own."""
FIELDS = ("number", "place", "verified_until", "first_values")


def _digits(t: Localizer, _draft: NewMeter, _me: Person) -> list[Choice]:
    return [Choice(t.number(count), str(count)) for count in range(MOST_DECIMALS + 1)]


DIGITS: Question[NewMeter] = Question(
    key="decimals",
    kind=AnswerKind.CHOICE,
    ask=lambda t, _draft: t("How many digits after the comma does it show?"),
    choices=_digits,
    of=int,
    label=label("Digits after comma"),
    per_row=4,
)


async def _load(ctx: Context, press: EditMeter) -> MeterCard:
    card = await show_meter(ctx.work, ctx.me, MeterId(press.meter))
    card.row.meter.must_be_active()
    return card


async def _ask_whose(ctx: Context, card: MeterCard, press: EditMeter) -> bool:
    if press.field == WHOSE:
        await ctx.chat.show(_whose(ctx.t, card))
    return press.field == WHOSE


def _more(ctx: Context, card: MeterCard, press: EditMeter) -> list[Button]:
    if len(card.leases) < 2 and card.lease is None:
        return []
    return [Button(ctx.t("Whose use"), press.model_copy(update={"field": WHOSE}))]


EDIT = FieldEdit(
    name="edit_meter",
    title=label("Edit meter"),
    press=EditMeter,
    draft=NewMeter,
    saved=MeterDraft,
    questions=(*(one for one in QUESTIONS if one.key in FIELDS), DIGITS),
    load=_load,
    version=lambda card: card.row.meter.version,
    as_draft=lambda card: NewMeter(**vars(MeterDraft.of(card.row.meter)), begun=True),
    about=lambda t, card, _press: meter_label(t, card.row.meter),
    more=_more,
    instead=_ask_whose,
    save=lambda ctx, press, changes: edit_meter(ctx.work, ctx.me, MeterId(press.meter), press.version, changes),
    show=lambda ctx, press, notice: show_card(ctx, MeterId(press.meter), notice),
    back=lambda press: OpenMeter(meter=press.meter),
)


@router.callback_query(MeterOf.filter())
async def meter_of(_query: object, callback_data: MeterOf, ctx: Context) -> None:
    """Let it count for one lease, or for all."""
    meter_id = MeterId(callback_data.meter)
    changing = edit_meter(ctx.work, ctx.me, meter_id, callback_data.version, {"lease_id": callback_data.lease or None})
    await show_card(ctx, meter_id, await outcome_or_toast(ctx, changing, ctx.t("Saved.")))


def _whose(t: Localizer, card: MeterCard) -> Screen:
    meter = card.row.meter

    def button(name: Markup | str, lease: int) -> Button:
        chosen = (meter.lease_id or 0) == lease
        text = label_of(name, "•") if chosen else label_of(name)
        return Button(text, MeterOf(meter=meter.id, version=meter.version, lease=lease))

    named = [button(t("Everybody's"), 0), *(button(party.name, lease.id) for lease, party in card.leases[:MOST_LEASES])]
    text = lines(
        bold(meter_label(t, meter)), t("Whose use does it count? What is everybody's is shared by area and days.")
    )
    return Screen(text, [*pairs(named), [Button(t("‹ Back"), OpenMeter(meter=meter.id)), menu_button(t)]])
