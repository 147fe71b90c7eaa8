"""Objects that lack readings: each opened to enter them, or its tenants reminded by a tap."""

import datetime as dt

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms import Surrounding
from bot.lists import PAGE, Item, Page, list_screen, on_page
from bot.press import Nothing
from bot.screen import Button, Screen, label_of
from bot.speech import Speech, bold, lines
from domain.estate.premises import PremisesId
from domain.metering.readings_missing import Missing, readings_missing
from domain.metering.remind_of_readings import remind_of_readings
from handlers.keeper.day.presses import RemindReadings
from handlers.keeper.meters.presses import ObjectMonth
from handlers.keeper.presses import MissingReadings
from handlers.utilities.meter_words import in_press

router = Router(name="readings_missing")


@router.callback_query(MissingReadings.filter())
async def missing(_query: object, callback_data: MissingReadings, around: Surrounding) -> None:
    """The page that the button means."""
    screen = await _screen(around, callback_data.model_copy(update={"new": False}))
    await around.chat.show(screen, new=callback_data.new)


@router.callback_query(RemindReadings.filter())
async def remind(_query: object, callback_data: RemindReadings, around: Surrounding) -> None:
    """Remind the tenants of one object, and say so on the button."""
    t = around.t
    await remind_of_readings(around.work, around.me, PremisesId(callback_data.premises))
    await around.chat.toast(t("Reminded."))
    await around.chat.change_button(Button(t("✔️ Reminded"), Nothing()))


async def _screen(around: Surrounding, press: MissingReadings) -> Screen:
    t = around.t
    found = await readings_missing(around.work, around.me)
    number = on_page(press.page, len(found))
    shown = found[number * PAGE : (number + 1) * PAGE]
    return list_screen(
        t,
        title=t("📟 Readings are missing"),
        page=Page([_item(t, place, one) for place, one in enumerate(shown, number * PAGE + 1)], len(found), number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=t("All readings are there."),
    )


def _item(t: Speech, place: int, one: Missing) -> Item:
    name = one.premises.name
    until = t("taken until {date}", date=one.window.closes) if one.is_open else _late(t, one)
    came = t("{read} of {total} came", read=one.total - one.missing, total=one.total)
    said = lines(
        Markup("{}. {}").format(place, bold(name)),
        t("{month}: {came}, {until}", month=month_name(t, one.window.month), came=came, until=until),
    )
    look = ObjectMonth(premises=one.premises.id, month=in_press(one.window.month))
    remind_ = Button(t("🔔 Remind"), RemindReadings(premises=one.premises.id))
    return Item(said, label_of(f"{place}. {name}", "📟"), look, remind_)


def _late(t: Speech, one: Missing) -> Markup:
    today: dt.date = t.now.astimezone(t.zone).date()
    days = (today - one.window.closes).days
    return t.n("{count} day late", "{count} days late", days)
