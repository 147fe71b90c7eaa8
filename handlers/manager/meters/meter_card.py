"""One meter's card: what it is, its readings with their history, and what can be done with it."""

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen, pairs
from domain.metering.archive_meter import archive_meter
from domain.metering.meter import MeterId
from domain.metering.reading import Reading, Source
from domain.metering.show_meters import MeterCard, show_meter
from domain.refusal import NotFound
from handlers.manager.callbacks import ObjectMeters
from handlers.manager.meters.callbacks import (
    ArchiveMeter,
    EditMeter,
    EnterReading,
    MeterPhoto,
    OpenMeter,
    ReplaceMeter,
)
from handlers.manager.meters.show_meters import show_list
from handlers.utilities.meter_words import amounts_of, meter_label, unit_name, values_of

router = Router(name="meter_card")

SOURCES = {Source.TENANT: "by the tenant", Source.MANAGER: "by you", Source.AVERAGE: "by the average"}
"""Who has read it; gettext messages."""
SHOWN = 6
MOST_PHOTOS = 2


@router.callback_query(OpenMeter.filter())
async def open_meter(_query: object, callback_data: OpenMeter, ctx: Context) -> None:
    """The card."""
    await ctx.forms.leave(ctx.state)
    await show_card(ctx, MeterId(callback_data.meter), new=callback_data.new)


@router.callback_query(ArchiveMeter.filter())
async def archive(_query: object, callback_data: ArchiveMeter, ctx: Context) -> None:
    """Ask, then take it out of use."""
    t, meter_id = ctx.t, MeterId(callback_data.meter)
    card = await show_meter(ctx.work, ctx.me, meter_id)
    card.row.meter.must_be_active()
    if not callback_data.sure:
        question = lines(
            bold(t("Take this meter out of use?")),
            meter_label(t, card.row.meter),
            t("No readings will be asked for; what it counted stays in the bills. If there is a new one, replace it."),
        )
        keep = (t("‹ Keep it"), OpenMeter(meter=meter_id))
        await ctx.chat.show(
            confirm_screen(question, keep=keep, go=(t("🗄 Take out of use"), ArchiveMeter(meter=meter_id, sure=True)))
        )
        return
    await archive_meter(ctx.work, ctx.me, meter_id)
    await show_list(ctx, card.premises.id, t("Out of use: {meter}.", meter=meter_label(t, card.row.meter)))


@router.callback_query(MeterPhoto.filter())
async def photo(_query: object, callback_data: MeterPhoto, ctx: Context) -> None:
    """A reading's photo, in a message of its own."""
    card = await show_meter(ctx.work, ctx.me, MeterId(callback_data.meter))
    reading = next((one for one in card.readings if one.id == callback_data.reading), None)
    if reading is None or reading.photo is None:
        raise NotFound
    text = lines(meter_label(ctx.t, card.row.meter), _reading_line(ctx.t, reading))
    back = Button(ctx.t("‹ Meter"), OpenMeter(meter=card.row.meter.id, new=True))
    await ctx.chat.show(Screen(text, [[back, menu_button(ctx.t, new=True)]], reading.photo), new=True)


async def show_card(ctx: Context, meter_id: MeterId, note: Markup | None = None, *, new: bool = False) -> None:
    """The card as it is now, with what has just happened."""
    card = await show_meter(ctx.work, ctx.me, meter_id)
    await ctx.chat.show(card_screen(ctx.t, card, note), new=new)


def card_screen(t: Localizer, card: MeterCard, note: Markup | None = None) -> Screen:
    """A meter."""
    meter = card.row.meter
    text = lines(
        *((note, "") if note else ()),
        bold(meter_label(t, meter)) + Markup(" · ") + card.premises.name,
        *_about(t, card),
        "",
        *_readings(t, card),
    )
    return Screen(text, [*_actions(t, card), *_photos(t, card), [_back(t, card), menu_button(t)]])


def _about(t: Localizer, card: MeterCard) -> list[Markup]:
    meter = card.row.meter
    said = (
        [t("Out of use since {date}.", date=meter.archived_at.astimezone(t.zone).date())] if meter.archived_at else []
    )
    # without a place, the number stands in the title
    named = t("No. {number}", number=meter.number) if meter.number and meter.place else None
    facts = [named, unit_name(t, meter.unit)]
    if meter.zones > 1:
        facts.append(t.n("{count} zone", "{count} zones", meter.zones))
    said.append(Markup(", ").join(one for one in facts if one is not None))
    if card.tenant is not None:
        said.append(t("Counts for {tenant} alone", tenant=card.tenant.name))
    elif len(card.leases) > 1:
        said.append(t("Shared by everybody who rents, by area and days"))
    if meter.verified_until is not None:
        said.append(_verification(t, card))
    if card.row.expected.usually is not None:
        said.append(t("Usually {use} a month", use=amounts_of(t, card.row.expected.usually, meter.unit)))
    return said


def _verification(t: Localizer, card: MeterCard) -> Markup:
    until = card.row.meter.verified_until
    if until is not None and until < card.today:
        return t("⚠️ Verification expired on {date}", date=until)
    return t("Verified until {date}", date=until)


def _readings(t: Localizer, card: MeterCard) -> list[Markup]:
    meter = card.row.meter
    said = [_reading_line(t, one) for one in card.readings[:SHOWN]]
    if meter.first_values is not None and len(card.readings) < SHOWN:
        began = t("Began with {values} on {date}", values=values_of(t, meter.first_values), date=meter.first_on)
        said.append(began)
    return said or [t("No reading yet: the first one is where counting begins.")]


def _reading_line(t: Localizer, reading: Reading) -> Markup:
    said = t(
        "{month}: {values}, {date}, {source}",
        month=capital(month_name(t, reading.month)),
        values=values_of(t, reading.values),
        date=reading.on,
        source=t(SOURCES[reading.source]),
    )
    if reading.photo is not None:
        said += Markup(" 📷")
    return quiet(t("{reading} (replaced)", reading=said)) if reading.replaced_at is not None else said


def _actions(t: Localizer, card: MeterCard) -> list[Row]:
    meter = card.row.meter
    if not meter.is_active:
        return []
    return pairs(
        [
            Button(t("✍️ Enter reading"), EnterReading(meter=meter.id)),
            Button(t("🔁 Replace"), ReplaceMeter(meter=meter.id)),
            Button(t("✏️ Edit"), EditMeter(meter=meter.id, version=meter.version)),
            Button(t("🗄 Out of use"), ArchiveMeter(meter=meter.id)),
        ]
    )


def _photos(t: Localizer, card: MeterCard) -> list[Row]:
    with_photo = [one for one in card.readings if one.photo is not None][:MOST_PHOTOS]
    return [
        [Button(t("📷 {date}", date=one.on), MeterPhoto(meter=card.row.meter.id, reading=one.id)) for one in with_photo]
    ]


def _back(t: Localizer, card: MeterCard) -> Button:
    return Button(t("‹ Meters"), ObjectMeters(premises=card.premises.id))
