"""A manager changes any one field of an object; who is late is told and shown how it is now."""

from dataclasses import fields
from typing import Any

from aiogram import Router

from bot.confirm import outcome
from bot.forms.model import CompletedForm, Context, Form
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, pairs
from domain.estate.objects.edit_premises import edit_premises
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.objects.premises_draft import PremisesDraft
from domain.estate.objects.show_premises import premises_to_change
from domain.people.person import Action, Person
from domain.refusal import Conflict
from handlers.manager.callbacks import OpenObject
from handlers.manager.objects.callbacks import ChooseOwner, DeleteObject, EditObject, PhotosOfObject
from handlers.manager.objects.questions import NAME, REST
from handlers.manager.objects.show_object import show_card

router = Router(name="edit_object")


async def _save(filled: CompletedForm[PremisesDraft], ctx: Context) -> None:
    premises_id = PremisesId(filled.context["premises"])
    before = PremisesDraft.of(await premises_to_change(ctx.work, ctx.me, premises_id))
    changes = _changed(before, filled.draft, filled.context["field"])
    await show_card(
        ctx,
        premises_id,
        await outcome(
            ctx, edit_premises(ctx.work, ctx.me, premises_id, filled.context["version"], changes), ctx.t("Saved.")
        ),
    )


async def _back(filled: CompletedForm[PremisesDraft], ctx: Context) -> None:
    await show_card(ctx, filled.context["premises"])


def _changed(before: PremisesDraft, after: PremisesDraft, field: str) -> dict[str, Any]:
    names = ("readings_from_day", "readings_until_day") if field == "readings" else (field,)
    known = [one.name for one in fields(after) if one.name in names]
    return {name: getattr(after, name) for name in known if getattr(before, name) != getattr(after, name)}


FORM = Form(
    name="edit_object",
    title=label("Edit object"),
    draft=PremisesDraft,
    questions=(NAME, *REST),
    done=_save,
    back=_back,
)


@router.callback_query(EditObject.filter())
async def edit(_query: object, callback_data: EditObject, ctx: Context, forms: Forms) -> None:
    """Show the fields, or ask about one."""
    t = ctx.t
    premises = await premises_to_change(ctx.work, ctx.me, PremisesId(callback_data.premises))
    if premises.version != callback_data.version:
        await ctx.chat.toast(t.refusal(Conflict()))
        await show_card(ctx, premises.id)
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await forms.leave(ctx.state)
        await ctx.chat.show(_fields(t, ctx.me, premises))
        return
    context = {"premises": premises.id, "version": premises.version, "field": question.key}
    await forms.start(FORM, ctx, PremisesDraft.of(premises), only=question.key, context=context)


def _fields(t: Localizer, me: Person, one: Premises) -> Screen:
    named = [
        Button(question.label(t), EditObject(premises=one.id, version=one.version, field=question.key))  # type: ignore[arg-type]
        for question in FORM.questions
        if question.label is not None and question.key != "photos"
    ]
    named.append(Button(t("Photos"), PhotosOfObject(premises=one.id)))
    if me.may(Action.MANAGE_FOR_OTHERS):
        named.append(Button(t("Owner"), ChooseOwner(premises=one.id, version=one.version)))
    last = [Button(t("🗑 Delete"), DeleteObject(premises=one.id)), Button(t("‹ Back"), OpenObject(premises=one.id))]
    return Screen(lines(bold(t("What shall we change?")), one.name), [*pairs(named, 2), [*last, menu_button(t)]])
