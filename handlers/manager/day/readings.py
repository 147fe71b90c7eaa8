"""Objects that lack readings: each opened to enter them, or its tenants reminded by a tap."""

import datetime as dt

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.charts.words import month_name
from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_among
from bot.localization import Localizer, bold, lines
from bot.opening import opens
from bot.screen import Button, Screen, label_of
from domain.estate.objects.premises import PremisesId
from domain.metering.readings_missing import Missing, readings_missing
from domain.metering.remind_of_readings import remind_of_readings
from handlers.manager.callbacks import MissingReadings
from handlers.manager.day.callbacks import RemindReadings
from handlers.manager.meters.callbacks import OpenObjectMonth
from handlers.utilities.meter_words import in_press

router = Router(name="readings_missing")


@router.callback_query(RemindReadings.filter())
async def remind(_query: object, callback_data: RemindReadings, ctx: Context) -> None:
    """Remind the tenants of one object, and say so on the button."""
    t = ctx.t
    await remind_of_readings(ctx.work, ctx.me, PremisesId(callback_data.premises))
    await ctx.chat.toast(t("Reminded."))
    await ctx.chat.change_button(Button(t("✔️ Reminded"), NoAction()))


@opens(router, MissingReadings)
async def _screen(ctx: Context, press: MissingReadings) -> Screen:
    """The page that the button means."""
    t = ctx.t
    found = await readings_missing(ctx.work, ctx.me)
    page = page_among(found, press.page)
    return list_screen(
        t,
        title=t("📟 Readings are missing"),
        page=page.of(_item(t, place, one) for place, one in page.places),
        turn=press,
        empty=t("All readings are there."),
    )


def _item(t: Localizer, place: int, one: Missing) -> Item:
    name = one.premises.name
    until = t("taken until {date}", date=one.window.closes) if one.is_open else _late(t, one)
    came = t("{read} of {total} came", read=one.total - one.missing, total=one.total)
    said = lines(
        Markup("{}. {}").format(place, bold(name)),
        t("{month}: {came}, {until}", month=month_name(t, one.window.month), came=came, until=until),
    )
    look = OpenObjectMonth(premises=one.premises.id, month=in_press(one.window.month))
    remind_ = Button(t("🔔 Remind"), RemindReadings(premises=one.premises.id))
    return Item(said, label_of(f"{place}. {name}", "📟"), look, remind_)


def _late(t: Localizer, one: Missing) -> Markup:
    today: dt.date = t.today
    days = (today - one.window.closes).days
    return t.n("{count} day late", "{count} days late", days)
