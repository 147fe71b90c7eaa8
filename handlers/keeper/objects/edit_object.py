"""A keeper changes any one field of an object; who is late is told and shown how it is now."""

from dataclasses import fields
from typing import Any

from aiogram import Router

from bot.asking import label
from bot.forms import Filled, Form, Forms, Surrounding, menu_button
from bot.screen import Button, Screen, pairs
from bot.speech import Speech, bold, lines
from domain.estate.edit_premises import edit_premises
from domain.estate.premises import Premises, PremisesId
from domain.estate.premises_draft import PremisesDraft
from domain.estate.show_premises import premises_to_change
from domain.people.person import Action, Person
from domain.refusal import Conflict
from handlers.keeper.objects.presses import ChooseOwner, DeleteObject, EditObject, PhotosOfObject
from handlers.keeper.objects.questions import NAME, REST
from handlers.keeper.objects.show_object import show_card
from handlers.keeper.presses import OpenObject

router = Router(name="edit_object")


async def _save(filled: Filled[PremisesDraft], around: Surrounding) -> None:
    premises_id = PremisesId(filled.context["premises"])
    before = PremisesDraft.of(await premises_to_change(around.work, around.me, premises_id))
    changes = _changed(before, filled.draft, filled.context["field"])
    try:
        await edit_premises(around.work, around.me, premises_id, filled.context["version"], changes)
    except Conflict as conflict:
        await show_card(around, premises_id, around.t.refusal(conflict))
        return
    await show_card(around, premises_id, around.t("Saved."))


async def _back(filled: Filled[PremisesDraft], around: Surrounding) -> None:
    await show_card(around, filled.context["premises"])


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
async def edit(_query: object, callback_data: EditObject, around: Surrounding, forms: Forms) -> None:
    """Show the fields, or ask about one."""
    t = around.t
    premises = await premises_to_change(around.work, around.me, PremisesId(callback_data.premises))
    if premises.version != callback_data.version:
        await around.chat.toast(t.refusal(Conflict()))
        await show_card(around, premises.id)
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await forms.leave(around.state)
        await around.chat.show(_fields(t, around.me, premises))
        return
    context = {"premises": premises.id, "version": premises.version, "field": question.key}
    await forms.leave(around.state)
    await forms.start(FORM, around, PremisesDraft.of(premises), only=question.key, context=context)


def _fields(t: Speech, me: Person, one: Premises) -> Screen:
    named = [
        Button(question.label(t), EditObject(premises=one.id, version=one.version, field=question.key))  # type: ignore[arg-type]
        for question in FORM.questions
        if question.label is not None and question.key != "photos"
    ]
    named.append(Button(t("Photos"), PhotosOfObject(premises=one.id)))
    if me.may(Action.MANAGE):
        named.append(Button(t("Owner"), ChooseOwner(premises=one.id, version=one.version)))
    last = [Button(t("🗑 Delete"), DeleteObject(premises=one.id)), Button(t("‹ Back"), OpenObject(premises=one.id))]
    return Screen(lines(bold(t("What shall we change?")), one.name), [*pairs(named, 2), [*last, menu_button(t)]])
