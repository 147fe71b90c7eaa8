"""/me: what the person is here, with every part to be changed by a tap."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms import Forms, Surrounding, menu_button
from bot.menus import role_name
from bot.press import AboutMe, OpenSettings
from bot.screen import Button, Screen, pairs
from bot.speech import Speech, bold, lines
from domain.people.about_me import Profile, about_me
from domain.people.person import Person
from handlers.common.leaving import arrive
from handlers.common.preference_words import language_name
from handlers.common.presses import ChangeAgency, ChangeEmail, ChangePhone, OpenPrivacy
from handlers.common.zones import time_there, zone_name

router = Router(name="me")


@router.message(Command("me"))
@router.callback_query(AboutMe.filter())
async def show_me(_event: object, around: Surrounding, forms: Forms) -> None:
    """Show the person themselves."""
    await arrive(forms, around, await me_screen(around))


async def me_screen(around: Surrounding) -> Screen:
    """Names, roles, phone, e-mail, agency, language and zone."""
    t = around.t
    mine = await about_me(around.work, around.me)
    me = mine.person
    text = lines(
        bold(me.name),
        "",
        t("Roles: {roles}", roles=_roles(t, me)),
        t("Phone: {phone}", phone=_phone(t, mine)),
        t("E-mail: {email}", email=mine.email or t("not given")),
        t("Agency: {agency}", agency=me.agency or t("not given")),
        t("Language: {language}", language=language_name(t, me.language)),
        t("Time zone: {city}, it is {time} there", city=zone_name(t, me.time_zone), time=time_there(t, me.time_zone)),
    )
    edits = [
        Button(t("📱 Phone"), ChangePhone()),
        Button(t("✉️ E-mail"), ChangeEmail()),
        Button(t("🏢 Agency"), ChangeAgency()),
        Button(t("⚙️ Settings"), OpenSettings()),
    ]
    last = [Button(t("🔒 My data"), OpenPrivacy()), menu_button(t)]
    return Screen(text, [*pairs(edits), *pairs(around.menus.switches(t, me)), last])


def _roles(t: Speech, me: Person) -> Markup:
    """All of them, the one in front first."""
    if not me.all_roles:
        return t("none yet")
    ordered = sorted(me.all_roles, key=lambda role: role is not me.active_role)
    return Markup(", ").join(role_name(t, role) for role in ordered)


def _phone(t: Speech, mine: Profile) -> Markup:
    if mine.phone is None:
        return t("not confirmed")
    return t("{phone}, confirmed", phone=mine.phone.masked)
