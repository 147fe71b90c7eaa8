"""A new landlord or manager looks over what is known of them already, and saves it with one tap or corrects it."""

import dataclasses
import datetime as dt
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question, Review
from bot.localization import Localizer, bold, lines
from bot.names.countries import money_of
from bot.names.country_zones import zone_of, zones_of
from bot.names.currencies import currency_name
from domain.people.about_me import Profile
from domain.people.email import Email
from domain.people.introduce import introduce
from domain.people.meet import BEGIN_WITH
from domain.people.names import Names, parse_name
from domain.people.person import Person, Role
from handlers.common.privacy.leaving import with_note
from handlers.common.profile import profile_questions as ask_for
from handlers.common.roles.start import menu_screen
from handlers.common.settings.zones import time_there, zone_name

DONE = {
    Role.OWNER: "Done, you are an owner here.",
    Role.MANAGER: "Done, you are a manager here.",
}
"""Gettext messages."""
NOTHING = "…"
"""The name of who has none in Telegram."""


@dataclass
class LandlordIntroduction:
    """Who somebody is."""

    role: str = Role.OWNER
    first: str | None = None
    last: str | None = None
    country: str | None = None
    by_phone: bool = False
    """Whether nobody has said the country yet: it is that of the phone."""
    zone: str | None = None
    """The time zone that was chosen; None: that of the country."""
    settled: bool = False
    """Whether it was chosen before, and stays whatever the country."""
    born: dt.date | None = None
    email: str | None = None


def welcome(t: Localizer, role: Role) -> Markup:
    """What is said to who has become a landlord or a manager."""
    return t(DONE[role])


async def ask(ctx: Context, mine: Profile, role: Role) -> None:
    """Show what is known."""
    names, person = mine.names, mine.person
    draft = LandlordIntroduction(
        role=role,
        first=names.first if names.first != NOTHING else None,
        last=names.last,
        country=person.country,
        by_phone=person.country is not None,
        zone=person.time_zone if person.time_zone_chosen else None,
        settled=person.time_zone_chosen,
        born=mine.birth_date,
        email=mine.email,
    )
    await ctx.forms.start(FORM, ctx, draft, review=True)


def _show(filled: CompletedForm[LandlordIntroduction], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    missing = t("not given")
    country = ask_for.country_said(t, draft.country) if draft.country else missing
    if draft.country and draft.by_phone:
        country = t("{country}, by your phone", country=country)
    return lines(
        bold(t("About you")),
        "",
        t("First name: {name}", name=draft.first or missing),
        t("Surname: {name}", name=draft.last or missing),
        t("Country: {country}", country=country),
        *_customs(t, ctx.me, draft),
        t("Birth date: {date}", date=draft.born or missing),
        t("E-mail: {email}", email=draft.email or missing),
        "",
        t("If this is right, save it: the birth date and the e-mail can wait."),
    )


def _customs(t: Localizer, me: Person, draft: LandlordIntroduction) -> list[Markup]:
    """What comes with the country: its money and its time, or that the time is still to be asked for."""
    currency, zone = customs_of(me, draft)
    money = [t("Currency: {currency}", currency=currency_name(t, currency))] if currency is not None else []
    if draft.country is not None and not draft.settled and len(zones_of(draft.country)) > 1:
        return [*money, _time(t, _zone(draft))]
    if currency is not None and zone is not None:
        return [t("There: {currency}, time of {city}", currency=currency_name(t, currency), city=zone_name(t, zone))]
    return [*money, *([_time(t, zone)] if zone is not None else [])]


def _time(t: Localizer, zone: str | None) -> Markup:
    if zone is None:
        return t("Time zone: there are several, I will ask for yours")
    return t("Time zone: {city}, it is {time} there", city=zone_name(t, zone), time=time_there(t, zone))


def _zone(draft: LandlordIntroduction) -> str | None:
    """The time zone, chosen or that of the country; None while nobody can tell."""
    return draft.zone or (zone_of(draft.country) if draft.country is not None else None)


def customs_of(me: Person, draft: LandlordIntroduction) -> tuple[str | None, str | None]:
    """The currency and the time zone to take instead of those that everybody begins with; None: stay as they are."""
    zone = _zone(draft)
    begins = (me.time_zone, me.currency) in BEGIN_WITH.values()
    currency = money_of(draft.country) if draft.country is not None and begins else None
    return (currency if currency != me.currency else None), (zone if zone != me.time_zone else None)


async def _introduced(filled: CompletedForm[LandlordIntroduction], ctx: Context) -> None:
    draft, me = filled.draft, ctx.me
    currency, zone = customs_of(me, draft)
    await introduce(
        ctx.work.once(f"form:{filled.nonce}"),
        me,
        names=Names(draft.first or me.first_name, draft.last),
        country=draft.country,
        birth_date=draft.born,
        email=draft.email,
        currency=currency,
        time_zone=zone,
        time_zone_chosen=draft.zone is not None,
    )
    t = Localizer(me.language, ZoneInfo(zone) if zone else me.zone, ctx.t.now)
    screen = await menu_screen(dataclasses.replace(ctx, t=t))
    await ctx.chat.show(with_note(welcome(t, Role(draft.role)), screen))


def _in_country(draft: LandlordIntroduction, country: str) -> LandlordIntroduction:
    """Another country has another time, unless theirs was chosen before."""
    return replace(draft, country=country, by_phone=False, zone=draft.zone if draft.settled else None)


FORM = Form(
    name="landlord_introduction",
    title=lambda t: t("About you"),
    draft=LandlordIntroduction,
    questions=(
        Question[LandlordIntroduction](
            key="first",
            kind=AnswerKind.NAME,
            label=lambda t: t("First name"),
            ask=lambda t, _draft: ask_for.ask_first_name(t),
            value=lambda text, _draft, _ctx: parse_name(text),
        ),
        Question[LandlordIntroduction](
            key="last",
            kind=AnswerKind.NAME,
            label=lambda t: t("Surname"),
            ask=lambda t, _draft: ask_for.ask_last_name(t),
            value=lambda text, _draft, _ctx: parse_name(text),
            optional=True,
        ),
        Question[LandlordIntroduction](
            key="country",
            kind=AnswerKind.COUNTRY,
            label=lambda t: t("Country"),
            ask=lambda t, _draft: ask_for.ask_country(t),
            read=lambda text, draft, answering: _in_country(draft, ask_for.read_country(text, answering)),
            choices=lambda t, draft, me: ask_for.offer_countries(t, me, draft.country),
            choice=ask_for.country_choice,
            pick=lambda value, draft: _in_country(draft, value),
        ),
        Question[LandlordIntroduction](
            key="zone",
            kind=AnswerKind.TIME_ZONE,
            label=lambda t: t("Time zone"),
            ask=lambda t, _draft: ask_for.ask_zone(t),
            value=lambda text, _draft, ctx: ask_for.read_zone(text, ctx),
            choices=lambda t, draft, _me: ask_for.offer_zones(t, draft.country),
            of=str,
            known=lambda draft: _zone(draft) is not None,
            hangs_on=("country",),
            applies=lambda draft: draft.country is not None and bool(zones_of(draft.country)),
        ),
        Question[LandlordIntroduction](
            key="born",
            kind=AnswerKind.BIRTH_DATE,
            label=lambda t: t("Birth date"),
            ask=lambda t, _draft: ask_for.ask_birth_date(t),
            value=lambda text, _draft, ctx: ask_for.read_birth_date(text, ctx),
            optional=True,
        ),
        Question[LandlordIntroduction](
            key="email",
            kind=AnswerKind.EMAIL,
            label=lambda t: t("E-mail"),
            ask=lambda t, _draft: ask_for.ask_email(t),
            value=lambda text, _draft, _ctx: Email.parse(text).address,
            optional=True,
        ),
    ),
    done=_introduced,
    review=Review(
        show=_show,
        shortcuts=(("born", lambda t: t("🎂 Birth date")), ("email", lambda t: t("✉️ E-mail"))),
    ),
)
