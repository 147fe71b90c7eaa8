"""/settings: how the person is spoken to and told of things, each changed by a tap."""

from aiogram import Router
from aiogram.filters import Command

from bot.callbacks import AboutMe, OpenPushes, OpenSettings
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import bold, lines
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen, pairs
from domain.people.about_me import about_me
from handlers.common.callbacks import (
    ChooseCity,
    ChooseQuietHours,
    ChooseZone,
    OpenCurrencies,
    OpenLanguage,
    OpenPin,
    OpenPrivacy,
)
from handlers.common.privacy.leaving import arrive
from handlers.common.settings.preference_words import city_name, currency_name, hours_name, language_name, pace_name
from handlers.common.settings.zones import time_there, zone_name

router = Router(name="settings")


@router.message(Command("settings"), flags=OPEN)
@router.callback_query(OpenSettings.filter(), flags=OPEN)
async def show_settings(_event: object, ctx: Context) -> None:
    """Show what is set now."""
    await arrive(ctx, await settings_screen(ctx))


async def settings_screen(ctx: Context) -> Screen:
    """Everything that can be set, as it is now."""
    t = ctx.t
    me = (await about_me(ctx.work, ctx.me)).person
    text = lines(
        bold(t("Settings")),
        "",
        t("Language: {language}", language=language_name(t, me.language)),
        t("Time zone: {city}, it is {time} there", city=zone_name(t, me.time_zone), time=time_there(t, me.time_zone)),
        t("Currency: {currency}", currency=currency_name(t, me.currency)),
        t("My city: {city}", city=city_name(t, me.home_city)),
        t("Notifications: {pace}", pace=pace_name(t, me.push_pace)),
        t("Quiet hours: {hours}", hours=hours_name(t, me.quiet_from, me.quiet_until)),
    )
    buttons = [
        Button(t("🌐 Language"), OpenLanguage()),
        Button(t("🕒 Time zone"), ChooseZone()),
        Button(t("💱 Currency"), OpenCurrencies()),
        Button(t("🏙 My city"), ChooseCity()),
        Button(t("🔔 Notifications"), OpenPushes()),
        Button(t("🌙 Quiet hours"), ChooseQuietHours()),
        Button(t("👤 About me"), AboutMe()),
        Button(t("🔒 My data"), OpenPrivacy()),
    ]
    return Screen(text, [*pairs(buttons), [Button(t("🔐 PIN"), OpenPin()), menu_button(t)]])
