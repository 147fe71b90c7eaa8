"""A manager deletes an object about which nothing is booked, and says what becomes of its events in the calendar."""

from aiogram import Router
from markupsafe import Markup

from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.lists.list_screen import Item, list_screen, page_among
from bot.lists.object_labels import objects_apart
from bot.localization import bold, lines
from bot.screen import Button, Screen, label_of
from domain.estate.objects.delete_premises import Deletion, EventsFate, delete_premises, look_at_deletion
from domain.estate.objects.list_premises import list_premises
from domain.estate.objects.premises import PremisesId
from handlers.manager.callbacks import MyObjects, OpenObject
from handlers.manager.objects.callbacks import ArchiveObject, DeleteObject
from handlers.manager.objects.words import SIGN

router = Router(name="delete_object")


@router.callback_query(DeleteObject.filter())
async def delete(_query: object, callback_data: DeleteObject, ctx: Context) -> None:
    """Ask what becomes of it and of its events, or do it."""
    premises_id = PremisesId(callback_data.premises)
    if callback_data.fate == "move" and not callback_data.to:
        await ctx.chat.show(await _where_to(ctx, callback_data))
        return
    if not callback_data.fate:
        await ctx.chat.show(_asking(ctx, await look_at_deletion(ctx.work, ctx.me, premises_id)))
        return
    name = (await look_at_deletion(ctx.work, ctx.me, premises_id)).premises.name
    target = PremisesId(callback_data.to) if callback_data.to else None
    await delete_premises(ctx.work, ctx.me, premises_id, EventsFate(callback_data.fate), target)
    t = ctx.t
    text = lines(bold(t("Deleted: {name}", name=name)))
    await ctx.chat.show(Screen(text, [[Button(t("🏠 Objects"), MyObjects()), menu_button(t)]]))


def _asking(ctx: Context, deletion: Deletion) -> Screen:
    t, one = ctx.t, deletion.premises
    back = (t("‹ Keep it"), OpenObject(premises=one.id))
    if deletion.is_booked:
        text = lines(
            bold(t("{name} cannot be deleted", name=one.name)),
            t("Leases, costs or readings are booked about it, and every figure keeps its rows. The archive hides it."),
        )
        if not one.is_active:
            return Screen(text, [[Button(*back)], [menu_button(t)]])
        return confirm_screen(text, keep=back, go=(t("🗄 To archive"), ArchiveObject(premises=one.id, sure=True)))
    question = lines(bold(t("Delete {name} for good?", name=one.name)), t("This cannot be undone."))
    if not deletion.events:
        go = (t("🗑 Delete"), DeleteObject(premises=one.id, fate="keep"))
        return confirm_screen(question, keep=back, go=go, by_word=False)
    about = t.n(
        "Your calendar has {count} event about it. What becomes of it?",
        "Your calendar has {count} events about it. What becomes of them?",
        deletion.events,
    )
    return Screen(
        lines(question, "", about),
        [
            [Button(*back)],
            [
                Button(t("Keep events"), DeleteObject(premises=one.id, fate="keep")),
                Button(t("Move events"), DeleteObject(premises=one.id, fate="move")),
            ],
            [Button(t("🗑 With its events"), DeleteObject(premises=one.id, fate="delete"))],
        ],
    )


async def _where_to(ctx: Context, press: DeleteObject) -> Screen:
    t = ctx.t
    found = await list_premises(ctx.work, ctx.me, limit=1000)
    others = [one.premises for one in found.items if one.premises.id != press.premises]
    called = objects_apart(t, others)
    page = page_among(others, press.page)
    return list_screen(
        t,
        title=t("Which object do the events move to?"),
        page=page.of(
            Item(
                Markup("• {}").format(called[one.id]),
                label_of(called[one.id], SIGN),
                press.model_copy(update={"to": one.id}),
            )
            for one in page.found.items
        ),
        turn=press,
        empty=t("There is no other object."),
        back=DeleteObject(premises=press.premises),
    )
