"""An object's card for who keeps it and who owns it: photos, who rents it, what this month brings, what can be done."""

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import CalendarMonth, OpenOccupancy, OpenProperty
from bot.files.photo_carousel import carousel, photo_at
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines
from bot.screen import Button, Row, Screen, fitted
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import PremisesView, show_premises
from domain.people.person import Action, Person
from handlers.manager.callbacks import (
    AddLease,
    MyObjects,
    ObjectMeters,
    OpenObject,
    OpenObjectCosts,
    OpenObjectFiles,
)
from handlers.manager.figures_callbacks import OpenMoneyFigures
from handlers.manager.objects.callbacks import (
    ArchiveObject,
    DeleteObject,
    EditObject,
    LeasesOf,
    OfferObject,
    RestoreObject,
    StopOffering,
)
from handlers.manager.objects.words import object_card

router = Router(name="show_object")


@router.callback_query(OpenObject.filter())
async def open_object(_query: object, callback_data: OpenObject, ctx: Context) -> None:
    """The card, with the photo that the button means."""
    view = await show_premises(ctx.work, ctx.me, PremisesId(callback_data.premises))
    screen = object_screen(ctx.t, ctx.me, view, photo=callback_data.photo)
    await ctx.chat.show(screen, new=callback_data.new)


async def show_card(ctx: Context, premises_id: int, notice: Markup | None = None, *, new: bool = False) -> None:
    """The card as it is now, with what has just happened."""
    view = await show_premises(ctx.work, ctx.me, PremisesId(premises_id))
    await ctx.chat.show(object_screen(ctx.t, ctx.me, view, notice=notice), new=new)


def object_screen(
    t: Localizer, me: Person, view: PremisesView, *, photo: int = 0, notice: Markup | None = None
) -> Screen:
    """The card with everything that the reader may do."""
    one = view.premises
    rows: list[Row] = [
        carousel(t, one.photos, photo, lambda to: OpenObject(premises=one.id, photo=to)),
        _ways_to_tenants(t, view),
        [
            Button(t("💸 Costs"), OpenObjectCosts(premises=one.id)),
            Button(t("📟 Meters"), ObjectMeters(premises=one.id)),
        ],
        [
            Button(t("📎 Files"), OpenObjectFiles(premises=one.id)),
            Button(t("📊 Occupancy"), OpenOccupancy(premises=one.id)),
        ],
        *_more_ways(t, me, view),
        _ways_to_change(t, view),
        [Button(t("‹ Objects"), MyObjects(archived=not one.is_active)), menu_button(t)],
    ]
    text = lines(*((notice, "") if notice is not None else ()), object_card(t, view))
    return Screen(text, [row for row in rows if row], photo_at(one.photos, photo))


def _ways_to_tenants(t: Localizer, view: PremisesView) -> Row:
    one = view.premises
    if not view.accounts:
        return _letting(t, view)
    tenants = Button(t("👥 Tenants: {count}", count=len(view.accounts)), LeasesOf(premises=one.id))
    return [tenants, Button(t("💰 Money"), OpenMoneyFigures(premises=one.id))]


def _letting(t: Localizer, view: PremisesView) -> Row:
    one = view.premises
    can_be_let = view.may_manage and one.is_active and (not view.running or view.free)
    return [Button(t("📄 Let it"), AddLease(premises=one.id))] if can_be_let else []


def _more_ways(t: Localizer, me: Person, view: PremisesView) -> list[Row]:
    """To the calendar and to realtors, and to letting what is free besides what is let."""
    one = view.premises
    row = [*_letting(t, view)] if view.accounts else []
    if me.may(Action.KEEP_CALENDAR):
        row.append(Button(t("📅 Calendar"), CalendarMonth(premises=one.id)))
    if view.offered is not None and view.offered.is_active:
        row.append(Button(t("📢 At realtors"), OpenProperty(property=view.offered.id)))
        row.append(Button(t("✖️ Stop offering"), StopOffering(premises=one.id)))
    elif view.can_be_offered:
        row.append(Button(t("📢 To realtors"), OfferObject(premises=one.id)))
    return fitted(row)


def _ways_to_change(t: Localizer, view: PremisesView) -> Row:
    one = view.premises
    if not view.may_manage:
        return []
    edit = Button(t("✏️ Edit"), EditObject(premises=one.id, version=one.version))
    if not one.is_active:
        return [
            Button(t("↩️ Restore"), RestoreObject(premises=one.id)),
            Button(t("🗑 Delete"), DeleteObject(premises=one.id)),
        ]
    return [edit, Button(t("🗄 To archive"), ArchiveObject(premises=one.id))]
