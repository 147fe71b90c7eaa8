"""/me: what the person is here, with every part to be changed by a tap."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.callbacks import AboutMe, OpenSettings
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.menus import role_name
from bot.screen import Button, Screen, pairs
from domain.people.about_me import Profile, about_me
from domain.people.person import Person, Role
from handlers.common.callbacks import (
    ChangeAgency,
    ChangeBirthDate,
    ChangeCountry,
    ChangeEmail,
    ChangeNames,
    ChangePhone,
    ChooseZone,
    MoreRoles,
    OpenCurrencies,
    OpenLanguage,
    OpenPrivacy,
)
from handlers.common.privacy.leaving import arrive
from handlers.common.profile.profile_questions import country_said
from handlers.common.roles.role_words import sight_of
from handlers.common.settings.preference_words import currency_name, language_name
from handlers.common.settings.zones import time_there, zone_name

router = Router(name="me")


@router.message(Command("me"))
@router.callback_query(AboutMe.filter())
async def show_me(_event: object, ctx: Context) -> None:
    """Show the person themselves."""
    await arrive(ctx, await me_screen(ctx))


async def me_screen(ctx: Context) -> Screen:
    """Names, roles and what they see, contacts, and how the person is spoken to."""
    t = ctx.t
    mine = await about_me(ctx.work, ctx.me)
    me, missing = mine.person, t("not given")
    text = lines(
        bold(mine.names.full),
        "",
        t("Roles: {roles}", roles=_roles(t, me)),
        *(sight_of(t, role) for role in me.all_roles),
        "",
        t("Phone: {phone}", phone=_phone(t, mine)),
        t("E-mail: {email}", email=mine.email or missing),
        t("Birth date: {date}", date=mine.birth_date or missing),
        t("Country: {country}", country=country_said(t, me.country) if me.country else missing),
        t("Agency: {agency}", agency=me.agency or missing) if _has_agency(me) else None,
        t("Language: {language}", language=language_name(t, me.language)),
        t("Currency: {currency}", currency=currency_name(t, me.currency)),
        t("Time zone: {city}, it is {time} there", city=zone_name(t, me.time_zone), time=time_there(t, me.time_zone)),
    )
    agency = [Button(t("🏢 Agency"), ChangeAgency())] if _has_agency(me) else []
    return Screen(
        text,
        [
            [
                Button(t("✏️ Name"), ChangeNames()),
                Button(t("📱 Phone"), ChangePhone()),
                Button(t("✉️ E-mail"), ChangeEmail()),
            ],
            [Button(t("🎂 Birth date"), ChangeBirthDate()), Button(t("🌍 Country"), ChangeCountry())],
            [Button(t("🌐 Language"), OpenLanguage()), Button(t("💱 Currency"), OpenCurrencies()), *agency],
            [Button(t("🕒 Time zone"), ChooseZone()), Button(t("➕ One more role"), MoreRoles())],
            *pairs(ctx.menus.switches(t, me)),
            [Button(t("⚙️ Settings"), OpenSettings()), Button(t("🔒 My data"), OpenPrivacy()), menu_button(t)],
        ],
    )


def _has_agency(me: Person) -> bool:
    return Role.REALTOR in me.roles or me.agency is not None


def _roles(t: Localizer, me: Person) -> Markup:
    """All of them, the one in front first."""
    if not me.all_roles:
        return t("none yet")
    ordered = sorted(me.all_roles, key=lambda role: role is not me.active_role)
    return Markup(", ").join(role_name(t, role) for role in ordered)


def _phone(t: Localizer, mine: Profile) -> Markup:
    if mine.phone is None:
        return t("not confirmed")
    return t("{phone}, confirmed", phone=mine.phone.masked)
