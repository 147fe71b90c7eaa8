"""How a manager's people are called and described: role, whether they have joined, and a letter that invites them."""

import datetime as dt
import re
from urllib.parse import quote

from markupsafe import Markup

from bot.localization import Localizer, lines
from bot.screen import Button
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.invitation import Invitation, InvitationState
from domain.estate.parties.list_parties import ListedParty
from domain.estate.parties.party import Party, PartyKind
from domain.estate.parties.show_invitation import InvitationView
from domain.people.phone import Phone
from handlers.manager.leases.callbacks import LetTo, PickTenant
from handlers.manager.objects.callbacks import PickOwner

SIGN = "👤"
"""Somebody, on a button."""
KINDS = {PartyKind.OWNER: "owner", PartyKind.TENANT: "tenant"}
KIND_LABELS = {PartyKind.OWNER: "🔑 Owner", PartyKind.TENANT: "🛋 Tenant"}
RUSSIAN_SPEAKING = {"RU", "BY", "KZ", "KG", "TJ", "UA", "UZ"}
"""Countries in which most people read Russian."""
MOST_COPIED = 256
"""Characters that a button can put into the clipboard."""
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def kind_name(t: Localizer, kind: PartyKind) -> Markup:
    """The role within a sentence."""
    return t(KINDS[kind])


def person_line(t: Localizer, one: ListedParty) -> Markup:
    """Somebody on a list to choose from: the name, what they rent, the last digits of the phone."""
    digits = t("…{digits}", digits=one.phone.last_digits) if one.phone is not None else None
    return Markup("• ") + Markup(" · ").join(part for part in (one.party.name, one.rents, digits) if part)


def day(t: Localizer, moment: dt.datetime | None) -> str:
    """The day of a moment where the person is."""
    return t.date(moment.astimezone(t.zone).date()) if moment is not None else ""


def state_of(t: Localizer, party: Party, invitation: Invitation | None) -> Markup:
    """Whether somebody has joined, is waited for, or has been removed."""
    if party.removed_at is not None:
        return t("removed on {date}", date=day(t, party.removed_at))
    if party.joined_at is not None:
        return t("in the bot since {date}", date=day(t, party.joined_at))
    match invitation.state(t.now) if invitation is not None else None:
        case InvitationState.OPEN if invitation is not None:
            return t("invited until {date}", date=day(t, invitation.expires_at))
        case InvitationState.EXPIRED:
            return t("the link has expired")
        case InvitationState.GUESSED_AT:
            return t("the link was tried with other numbers and is closed")
        case _:
            return t("not invited")


def likely_language(t: Localizer, party: Party, phone: Phone | None) -> str:
    """In which language somebody who has never been here is likely to read; `t` is how their manager is spoken to."""
    is_from_there = phone is not None and phone.country in RUSSIAN_SPEAKING
    return "ru" if _CYRILLIC.search(party.name) or (t.language == "ru" and is_from_there) else "en"


def speech_of(t: Localizer, view: InvitationView) -> Localizer:
    """How the invited is likely to want to be spoken to."""
    return Localizer(likely_language(t, view.party, view.phone), t.zone, t.now)


def letter(t: Localizer, view: InvitationView, link: str) -> str:
    """A letter for the invited in `t`, their language, short enough to be copied by a button."""
    name, manager = _short(view.party.first_name), _short(view.manager.full)
    if view.party.kind is PartyKind.OWNER:
        text = t(
            "Hello, {name}! {manager} invites you to see your objects, income and costs in Telegram. "
            "Open the link and confirm your number:",
            name=name,
            manager=manager,
        )
    else:
        text = t(
            "Hello, {name}! {manager} invites you: rent, meter readings and the contract in Telegram. "
            "Open the link and confirm your number:",
            name=name,
            manager=manager,
        )
    return lines(text, link).unescape()[:MOST_COPIED]


def forwarding(text: str, link: str) -> str:
    """The address that opens Telegram's own choice of whom to send a text to."""
    return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(text.removesuffix(link).strip(), safe='')}"


def _short(name: str) -> str:
    return name if len(name) <= 30 else name[:29].rstrip() + "…"


def next_step(t: Localizer, party: Party, premises: PremisesId | None = None) -> Button:
    """The button that does it; `premises` is what the tenant is known to rent."""
    if party.kind is PartyKind.OWNER:
        return Button(t("➕ Object"), PickOwner(party=party.id))
    if premises is not None:
        return Button(t("📄 New lease"), PickTenant(premises=premises, party=party.id))
    return Button(t("📄 New lease"), LetTo(party=party.id))
