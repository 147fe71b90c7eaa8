"""An object's meters as a list: what each showed last, which readings of the month are missing and until when."""

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen, label_of, pairs
from domain.estate.objects.premises import PremisesId
from domain.metering.add_meter import add_usual_meters
from domain.metering.meter_row import MeterRow
from domain.metering.show_meters import MetersView, show_meters
from handlers.manager.callbacks import ObjectMeters, ObjectTariffs, OpenObject
from handlers.manager.meters.callbacks import (
    AddMeter,
    AddUsualMeters,
    ChangeReadingDays,
    OpenMeter,
    OpenObjectMonth,
)
from handlers.utilities.meter_words import SIGNS, meter_label, meters_apart, values_of

router = Router(name="meters_of_object")

MOST_METERS = 8


@router.callback_query(ObjectMeters.filter())
async def object_meters(_query: object, callback_data: ObjectMeters, ctx: Context) -> None:
    """The list."""
    await ctx.forms.leave(ctx.state)
    await show_list(ctx, PremisesId(callback_data.premises))


@router.callback_query(AddUsualMeters.filter())
async def add_usual(_query: object, callback_data: AddUsualMeters, ctx: Context) -> None:
    """Three at once."""
    premises_id = PremisesId(callback_data.premises)
    count = await add_usual_meters(ctx.work, ctx.me, premises_id)
    t = ctx.t
    said = t.n("{count} meter added.", "{count} meters added.", count) if count else t("They are all here already.")
    more = t("Their first readings are where counting begins; a meter's card sets another beginning.")
    await show_list(ctx, premises_id, lines(said, more) if count else said)


async def show_list(ctx: Context, premises_id: PremisesId, note: Markup | None = None) -> None:
    """The list as it is now, with what has just happened."""
    view = await show_meters(ctx.work, ctx.me, premises_id)
    await ctx.chat.show(meters_screen(ctx.t, view, note))


def meters_screen(t: Localizer, view: MetersView, note: Markup | None = None) -> Screen:
    """The meters of an object."""
    head = bold(t("Meters")) + Markup(" · ") + view.premises.name
    if not view.rows:
        empty = t("No meters yet. With them, tenants send readings and the utility bill counts itself.")
        return Screen(
            lines(*((note, "") if note else ()), head, "", empty), [*_adding(t, view), _days(t, view), _last(t, view)]
        )
    text = lines(
        *((note, "") if note else ()),
        head,
        _when(t, view),
        "",
        *(_line(t, one) for one in view.rows),
    )
    return Screen(text, [*_meters(t, view), *_adding(t, view), _days(t, view), _last(t, view)])


def _when(t: Localizer, view: MetersView) -> Markup:
    if view.window is not None:
        month = month_name(t, view.window.month)
        read = sum(one.current is not None for one in view.rows)
        return t(
            "Readings for {month}: {read} of {total}, until {date}",
            month=month,
            read=read,
            total=len(view.rows),
            date=view.window.closes,
        )
    return t("The next readings: from {date} to {last}", date=view.following.opens, last=view.following.closes)


def _line(t: Localizer, row: MeterRow) -> Markup:
    sign = Markup("✓ ") if row.current is not None else Markup()
    label = meter_label(t, row.meter)
    if row.last_values is None:
        return sign + t("{meter}: no reading yet", meter=label)
    on = row.latest.on if row.latest is not None else row.meter.first_on
    return sign + t("{meter}: {values} on {date}", meter=label, values=values_of(t, row.last_values), date=on)


def _meters(t: Localizer, view: MetersView) -> list[Row]:
    if not view.is_manager:
        return []
    called = meters_apart(t, [one.meter for one in view.rows])
    buttons = [
        Button(
            label_of(called[one.meter.id], SIGNS[one.meter.kind]),
            OpenMeter(meter=one.meter.id),
        )
        for one in view.rows[:MOST_METERS]
    ]
    return pairs(buttons)


def _adding(t: Localizer, view: MetersView) -> list[Row]:
    if not view.is_manager:
        return []
    premises = view.premises.id
    usual = [Button(t("⚡🚿💧 The usual three"), AddUsualMeters(premises=premises))] if view.lacks_usual else []
    return [[*usual, Button(t("➕ Meter"), AddMeter(premises=premises))]]


def _days(t: Localizer, view: MetersView) -> Row:
    first, last = view.premises.readings_from_day, view.premises.readings_until_day
    tariffs = Button(t("🏷 Tariffs"), ObjectTariffs(premises=view.premises.id))
    if not view.is_manager:
        return [tariffs]
    return [
        tariffs,
        Button(t("📅 {first}–{last}", first=first, last=last), ChangeReadingDays(premises=view.premises.id)),
    ]


def _last(t: Localizer, view: MetersView) -> Row:
    premises = view.premises.id
    return [
        Button(t("💡 Bills"), OpenObjectMonth(premises=premises)),
        Button(t("‹ Object"), OpenObject(premises=premises)),
        menu_button(t),
    ]
