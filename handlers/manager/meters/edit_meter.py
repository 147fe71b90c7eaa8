"""A manager changes one thing about a meter: number, place, verification, beginning, digits, whose use it counts."""

from typing import Any

from aiogram import Router
from markupsafe import Markup

from bot.confirm import outcome
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, label_of, pairs
from domain.metering.edit_meter import edit_meter
from domain.metering.meter import MOST_DECIMALS, MeterId
from domain.metering.meter_draft import MeterDraft
from domain.metering.show_meters import MeterCard, show_meter
from domain.people.person import Person
from domain.refusal import Conflict
from handlers.manager.meters.add_meter import QUESTIONS, NewMeter
from handlers.manager.meters.callbacks import EditMeter, MeterOf, OpenMeter
from handlers.manager.meters.meter_card import card_screen, show_card
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


async def _save(filled: CompletedForm[NewMeter], ctx: Context) -> None:
    meter_id = MeterId(filled.context["meter"])
    changes: dict[str, Any] = {filled.context["field"]: getattr(filled.draft, filled.context["field"])}
    await show_card(
        ctx,
        meter_id,
        await outcome(ctx, edit_meter(ctx.work, ctx.me, meter_id, filled.context["version"], changes), ctx.t("Saved.")),
    )


async def _back(filled: CompletedForm[NewMeter], ctx: Context) -> None:
    await show_card(ctx, MeterId(filled.context["meter"]))


FORM: Form[NewMeter] = Form(
    name="edit_meter",
    title=label("Edit meter"),
    draft=NewMeter,
    questions=(*(one for one in QUESTIONS if one.key in FIELDS), DIGITS),
    done=_save,
    back=_back,
)


@router.callback_query(EditMeter.filter())
async def edit(_query: object, callback_data: EditMeter, ctx: Context, forms: Forms) -> None:
    """Show what can be changed, or ask about one field."""
    t = ctx.t
    card = await show_meter(ctx.work, ctx.me, MeterId(callback_data.meter))
    meter = card.row.meter
    meter.must_be_active()
    if meter.version != callback_data.version:
        await ctx.chat.toast(t.refusal(Conflict()))
        await ctx.chat.show(card_screen(t, card))
        return
    if callback_data.field == WHOSE:
        await ctx.chat.show(_whose(t, card))
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await ctx.chat.show(_fields(t, card))
        return
    draft = NewMeter(**vars(MeterDraft.of(meter)), begun=True)
    context = {"meter": meter.id, "version": meter.version, "field": question.key}
    await forms.start(FORM, ctx, draft, only=question.key, context=context)


@router.callback_query(MeterOf.filter())
async def meter_of(_query: object, callback_data: MeterOf, ctx: Context) -> None:
    """Let it count for one lease, or for all."""
    meter_id = MeterId(callback_data.meter)
    changes = {"lease_id": callback_data.lease or None}
    try:
        await edit_meter(ctx.work, ctx.me, meter_id, callback_data.version, changes)
    except Conflict as conflict:
        await ctx.chat.toast(ctx.t.refusal(conflict))
        await show_card(ctx, meter_id)
        return
    await show_card(ctx, meter_id, ctx.t("Saved."))


def _fields(t: Localizer, card: MeterCard) -> Screen:
    meter = card.row.meter

    def press(field: str) -> EditMeter:
        return EditMeter(meter=meter.id, version=meter.version, field=field)

    named = [Button(one.label(t), press(one.key)) for one in FORM.questions if one.label is not None]
    if len(card.leases) > 1 or card.lease is not None:
        named.append(Button(t("Whose use"), press(WHOSE)))
    text = lines(bold(t("What shall we change?")), meter_label(t, meter))
    return Screen(text, [*pairs(named), [Button(t("‹ Back"), OpenMeter(meter=meter.id)), menu_button(t)]])


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
