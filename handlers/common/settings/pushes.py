"""How the person is told of what is new: at once, in an hourly or daily digest, or only in the list."""

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Callback, OpenPushes, OpenSettings
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Row, Screen, marked, pairs
from domain.people.about_me import about_me
from domain.people.change_pushes import change_pace
from domain.people.person import Person, PushPace, Role
from handlers.common.callbacks import ChooseDigestHour, ChooseQuietHours
from handlers.common.privacy.leaving import arrive
from handlers.common.settings.preference_words import hours_name

router = Router(name="pushes")

LABELS = {
    PushPace.AT_ONCE: "At once",
    PushPace.HOURLY: "Once an hour",
    PushPace.DAILY: "Once a day",
    PushPace.OFF: "Do not push",
}
MEANINGS = {
    PushPace.AT_ONCE: "New proposals come at once.",
    PushPace.HOURLY: "New proposals come together, once an hour.",
    PushPace.DAILY: "New proposals come together, once a day at {hour}.",
    PushPace.OFF: "New proposals do not come by themselves; you find them in /notifications.",
}
"""To a realtor; gettext messages."""
MEANINGS_TO_OTHERS = {
    PushPace.AT_ONCE: "What is not urgent comes at once as well.",
    PushPace.HOURLY: "What is not urgent comes together, once an hour.",
    PushPace.DAILY: "What is not urgent comes together, once a day at {hour}.",
    PushPace.OFF: "What is not urgent does not come by itself; you find it in /notifications.",
}
"""Gettext messages."""


class SetPace(Callback, prefix="spc"):
    """Be told at this pace."""

    pace: PushPace


@router.callback_query(OpenPushes.filter(), flags=OPEN)
async def show_pushes(_query: object, ctx: Context) -> None:
    """Show the pace and the quiet hours."""
    await arrive(ctx, await pushes_screen(ctx))


@router.callback_query(SetPace.filter(), flags=OPEN)
async def set_pace(_query: object, callback_data: SetPace, ctx: Context) -> None:
    """Keep the choice; the mark on the screen moves."""
    await change_pace(ctx.work, ctx.me, callback_data.pace)
    await ctx.chat.toast(ctx.t("Saved"))
    await arrive(ctx, await pushes_screen(ctx))


async def pushes_screen(ctx: Context) -> Screen:
    """The pace and the quiet hours as they are now."""
    t = ctx.t
    me = (await about_me(ctx.work, ctx.me)).person
    text = lines(
        bold(t("Notifications")),
        "",
        *_pace_said(t, me),
        t("Quiet hours: {hours}", hours=hours_name(t, me.quiet_from, me.quiet_until)),
    )
    paces = [marked(t(LABELS[one]), SetPace(pace=one), chosen=one is me.push_pace) for one in PushPace]
    hours: Row = [Button(t("🌙 Quiet hours"), ChooseQuietHours())]
    if me.push_pace is PushPace.DAILY:
        hours = [*hours, Button(t("🕘 Digest hour"), ChooseDigestHour())]
    return Screen(text, [*pairs(paces), hours, [Button(t("‹ Back"), OpenSettings()), menu_button(t)]])


def _pace_said(t: Localizer, me: Person) -> list[Markup]:
    """What comes when, in terms of what the person's roles are told."""
    hour = t.clock(me.digest_hour * 60)
    if Role.REALTOR in me.roles:
        urgent = t(
            "Answers to your proposals, contacts, changed prices in a talk, questions about a deal: always at once."
        )
        return [t(MEANINGS[me.push_pace], hour=hour), urgent]
    urgent = t("Reminders, letters and what waits for your answer are never held back for a digest.")
    return [t(MEANINGS_TO_OTHERS[me.push_pace], hour=hour), urgent]
