"""Who rents comes by the landlord's link: what that is, what it will look like, and how to ask the landlord for it."""

import datetime as dt
from urllib.parse import quote

from aiogram import Router

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Screen
from domain.money import Money
from domain.people.person import Role
from domain.people.switch_role import switch_role
from handlers.common.callbacks import AboutRenting
from handlers.common.privacy.leaving import arrive
from handlers.common.roles.start import menu_screen

router = Router(name="about_renting")

RENT = 46_000
"""Roubles; what a warehouse of 120 m² costs a month."""


@router.callback_query(AboutRenting.filter())
async def show(_query: object, ctx: Context) -> None:
    """Explain it; who has come by a link already gets the tenant's menu."""
    me = ctx.me
    if Role.TENANT in me.roles:
        await switch_role(ctx.work, me, Role.TENANT)
        await arrive(ctx, await menu_screen(ctx))
        return
    bot = await ctx.chat.bot.me()
    await arrive(ctx, _screen(ctx.t, bot.username or ""))


def _screen(t: Localizer, username: str) -> Screen:
    tomorrow = (t.now + dt.timedelta(days=1)).astimezone(t.zone).date()
    rent = Money.of(RENT, "RUB")
    text = lines(
        bold(t("🛋 For tenants")),
        "",
        t("Your landlord or their manager sends you a link. One tap on it, and your lease is here."),
        "",
        t("This is what it looks like:"),
        quiet(t("⏰ Tomorrow, {day}: rent {sum}, {place}", day=tomorrow, sum=rent, place=t("Lesnaya, 4"))),
        quiet(t("💳 Paid with one tap, and the landlord confirms it")),
        quiet(t("🔢 Meter readings typed in the chat, the sum counted at once")),
        quiet(t("📄 The lease, receipts and letters in one place")),
        "",
        t("No link yet? Tell your landlord of this bot: the invitation is sent from here."),
    )
    words = t("I would like to see our lease, payments and meters here.").unescape()
    share = f"https://t.me/share/url?url=https://t.me/{username}&text={quote(words)}"
    return Screen(text, [[Button(t("📨 Tell the landlord"), url=share)], [menu_button(t)]])
