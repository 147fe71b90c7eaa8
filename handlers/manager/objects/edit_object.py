"""A manager changes any one field of an object; who is late is told and shown how it is now."""

from bot.forms.field_edit import FieldEdit
from bot.forms.model import Context
from bot.forms.wording import label
from bot.screen import Button
from domain.estate.objects.edit_premises import edit_premises
from domain.estate.objects.premises import Premises, PremisesId
from domain.estate.objects.premises_draft import PremisesDraft
from domain.estate.objects.show_premises import premises_to_change
from domain.people.person import Action
from handlers.manager.callbacks import OpenObject
from handlers.manager.objects.callbacks import ChooseOwner, DeleteObject, EditObject, PhotosOfObject
from handlers.manager.objects.questions import NAME, REST
from handlers.manager.objects.show_object import show_card


def _more(ctx: Context, one: Premises) -> list[Button]:
    photos = Button(ctx.t("Photos"), PhotosOfObject(premises=one.id))
    if not ctx.me.may(Action.MANAGE_FOR_OTHERS):
        return [photos]
    return [photos, Button(ctx.t("Owner"), ChooseOwner(premises=one.id, version=one.version))]


EDIT = FieldEdit(
    name="edit_object",
    title=label("Edit object"),
    press=EditObject,
    draft=PremisesDraft,
    questions=(NAME, *REST),
    load=lambda ctx, press: premises_to_change(ctx.work, ctx.me, PremisesId(press.premises)),
    version=lambda one: one.version,
    as_draft=PremisesDraft.of,
    about=lambda _t, one, _press: one.name,
    names=lambda question, _one, _press: question.key != "photos",
    more=lambda ctx, one, _press: _more(ctx, one),
    last=lambda t, one, ways_back: [[Button(t("🗑 Delete"), DeleteObject(premises=one.id)), *ways_back]],
    save=lambda ctx, press, changes: edit_premises(
        ctx.work, ctx.me, PremisesId(press.premises), press.version, changes
    ),
    show=lambda ctx, press, notice: show_card(ctx, press.premises, notice),
    back=lambda press: OpenObject(premises=press.premises),
)
