"""What a keeper is told about their people, and what people are told when their access ends or is given back."""

from markupsafe import Markup

from bot.asking import capital
from bot.forms import menu_button
from bot.notices import Notice, Notices, Told
from bot.press import ShowInbox
from bot.screen import Button, Screen
from bot.sender import Event
from bot.speech import Speech, bold, lines
from domain.estate.party import PartyId, PartyKind
from domain.estate.show_party import PartyView, show_party
from domain.estate.who_keeps import KeptAs, who_keeps
from domain.notifications.notification import Kind, Notification
from domain.people.person import Person
from domain.work import Work
from handlers.keeper.people.card import party_screen
from handlers.keeper.people.presses import NewInvitation
from handlers.keeper.people.words import kind_name
from handlers.keeper.presses import OpenParty
from handlers.letters.presses import WriteLetter

JOINED = "{name} has joined"
LEFT = "{name} has left the bot"
GUESSED_AT = "The link for {name} is closed"
ENDED = "{keeper} has ended your access"
KEEPER_LEFT = "Whoever looked after the object has left the bot"
RESTORED = "{keeper} has given you access again"


def register_people_news(notices: Notices) -> None:
    """Hand in the words."""
    notices.by_kind[Kind.PARTY_JOINED] = Notice("👤", _joined_line, _joined, _card)
    notices.by_kind[Kind.PARTY_LEFT] = Notice("👤", _left_line, _left, _card)
    notices.by_kind[Kind.INVITATION_GUESSED_AT] = Notice("👤", _guessed_line, _guessed_at, _card)
    notices.by_kind[Kind.ACCESS_ENDED] = Notice("🔒", _ended_line, _ended, _access)
    notices.by_kind[Kind.ACCESS_RESTORED] = Notice("🔑", _restored_line, _restored, _access)


# for the keeper


async def _view(work: Work, me: Person, news: Notification) -> PartyView:
    return await show_party(work, me, PartyId(news.data["party_id"]))


async def _joined_line(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    view = await _view(work, me, news)
    return Told(t(JOINED, name=view.party.name), Markup.escape(view.party.name))


async def _left_line(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    view = await _view(work, me, news)
    return Told(t(LEFT, name=view.party.name), Markup.escape(view.party.name))


async def _guessed_line(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    view = await _view(work, me, news)
    return Told(t(GUESSED_AT, name=view.party.name), Markup.escape(view.party.name))


async def _joined(work: Work, me: Person, t: Speech, news: Notification) -> Event:
    view = await _view(work, me, news)
    party = view.party
    places = [one.name for one in view.objects] or [one.premises.name for one in view.leases if one.is_running]
    about = t("{role}: {objects}", role=capital(kind_name(t, party.kind)), objects=", ".join(places[:3]))
    text = lines(bold(t(JOINED, name=party.name)), about if places else capital(kind_name(t, party.kind)))
    write = Button(t("✍️ Write"), WriteLetter(party=party.id, new=True))
    return Event(Screen(text, [[_open(t, view), write], [menu_button(t, new=True)]]))


async def _left(work: Work, me: Person, t: Speech, news: Notification) -> Event:
    view = await _view(work, me, news)
    text = lines(
        bold(t(LEFT, name=view.party.name)),
        t("They have erased their data here. What you have noted and booked stays with you."),
    )
    return Event(Screen(text, [[_open(t, view), menu_button(t, new=True)]]))


async def _guessed_at(work: Work, me: Person, t: Speech, news: Notification) -> Event:
    view = await _view(work, me, news)
    text = lines(
        bold(t(GUESSED_AT, name=view.party.name)),
        t("It was tried five times with other numbers. Check the phone on the card, then send a new link."),
    )
    again = Button(t("🔄 New link"), NewInvitation(party=view.party.id, new=True))
    return Event(Screen(text, [[again, _open(t, view)], [menu_button(t, new=True)]]))


async def _card(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    return party_screen(t, await _view(work, me, news))


def _open(t: Speech, view: PartyView) -> Button:
    return Button(t("👤 Card"), OpenParty(party=view.party.id, new=True))


# for whoever had access


async def _kept_as(work: Work, me: Person, news: Notification) -> KeptAs:
    return await who_keeps(work, me, PartyId(news.data["party_id"]))


async def _ended_line(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    kept = await _kept_as(work, me, news)
    if kept.has_left:
        return Told(t(KEEPER_LEFT), t("Open"))
    return Told(t(ENDED, keeper=kept.keeper.full), Markup.escape(kept.keeper.full))


async def _restored_line(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    kept = await _kept_as(work, me, news)
    return Told(t(RESTORED, keeper=kept.keeper.full), Markup.escape(kept.keeper.full))


async def _ended(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    kept = await _kept_as(work, me, news)
    if kept.party.is_present:
        return None
    return Event(Screen(_about_access(t, kept), [[menu_button(t, new=True)]]))


async def _restored(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    kept = await _kept_as(work, me, news)
    if not kept.party.is_present:
        return None
    return Event(Screen(_about_access(t, kept), [[menu_button(t, new=True)]]))


async def _access(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    text = _about_access(t, await _kept_as(work, me, news))
    return Screen(text, [[Button(t("‹ Back"), ShowInbox()), menu_button(t)]])


def _about_access(t: Speech, kept: KeptAs) -> Markup:
    """As it is now."""
    keeper = kept.keeper.full
    if kept.has_left:
        return lines(
            bold(t(KEEPER_LEFT)),
            t("What they kept is no longer seen here. What was agreed between you does not end by this."),
        )
    if kept.party.is_present:
        return lines(bold(t(RESTORED, keeper=keeper)), t("Everything is as it was; the menu leads there."))
    if kept.party.kind is PartyKind.OWNER:
        what = t("You no longer see the objects that they keep for you.")
    else:
        what = t("You no longer see the object and the payments here; the lease itself does not end by this.")
    return lines(
        bold(t(ENDED, keeper=keeper)), what, t("If this is a mistake, ask {keeper} to restore it.", keeper=keeper)
    )
