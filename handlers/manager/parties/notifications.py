"""What a manager is told about their people, and what people are told when their access ends or is given back."""

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews, view_of
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.estate.parties.party import PartyId, PartyKind
from domain.estate.parties.show_party import PartyView, show_party
from domain.estate.parties.who_manages import ManagedAs, who_manages
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work
from handlers.letters.callbacks import WriteLetter
from handlers.manager.callbacks import OpenParty
from handlers.manager.parties.callbacks import NewInvitation
from handlers.manager.parties.card import party_screen
from handlers.manager.parties.words import kind_name

JOINED = "{name} has joined"
LEFT = "{name} has left the bot"
GUESSED_AT = "The link for {name} is closed"
ENDED = "{manager} has ended your access"
MANAGER_LEFT = "Whoever looked after the object has left the bot"
RESTORED = "{manager} has given you access again"


def register_people_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words."""
    notification_views.by_kind[NotificationKind.PARTY_JOINED] = view_of(
        "👤",
        _view,
        line=lambda t, view, _notification: InboxEntry(t(JOINED, name=view.party.name), Markup.escape(view.party.name)),
        push=_joined,
        opened=lambda t, view, _notification: party_screen(t, view),
    )
    notification_views.by_kind[NotificationKind.PARTY_LEFT] = view_of(
        "👤",
        _view,
        line=lambda t, view, _notification: InboxEntry(t(LEFT, name=view.party.name), Markup.escape(view.party.name)),
        push=_left,
        opened=lambda t, view, _notification: party_screen(t, view),
    )
    notification_views.by_kind[NotificationKind.INVITATION_GUESSED_AT] = view_of(
        "👤",
        _view,
        line=lambda t, view, _notification: InboxEntry(
            t(GUESSED_AT, name=view.party.name), Markup.escape(view.party.name)
        ),
        push=_guessed_at,
        opened=lambda t, view, _notification: party_screen(t, view),
    )
    notification_views.by_kind[NotificationKind.ACCESS_ENDED] = NotificationView("🔒", _ended_line, _ended, _access)
    notification_views.by_kind[NotificationKind.ACCESS_RESTORED] = NotificationView(
        "🔑", _restored_line, _restored, _access
    )


# for the manager


async def _view(work: Work, me: Person, notification: Notification) -> PartyView:
    return await show_party(work, me, PartyId(notification.data["party_id"]))


def _joined(t: Localizer, view: PartyView, _notification: Notification) -> PushContent:
    party = view.party
    places = [one.name for one in view.objects] or [one.premises.name for one in view.leases if one.is_running]
    about = t("{role}: {objects}", role=capital(kind_name(t, party.kind)), objects=", ".join(places[:3]))
    text = lines(bold(t(JOINED, name=party.name)), about if places else capital(kind_name(t, party.kind)))
    write = Button(t("✍️ Write"), WriteLetter(party=party.id, new=True))
    return PushContent(Screen(text, [[_open(t, view), write], [menu_button(t, new=True)]]))


def _left(t: Localizer, view: PartyView, _notification: Notification) -> PushContent:
    text = lines(
        bold(t(LEFT, name=view.party.name)),
        t("They have erased their data here. What you have noted and booked stays with you."),
    )
    return PushContent(Screen(text, [[_open(t, view), menu_button(t, new=True)]]))


def _guessed_at(t: Localizer, view: PartyView, _notification: Notification) -> PushContent:
    text = lines(
        bold(t(GUESSED_AT, name=view.party.name)),
        t("It was tried five times with other numbers. Check the phone on the card, then send a new link."),
    )
    again = Button(t("🔄 New link"), NewInvitation(party=view.party.id, new=True))
    return PushContent(Screen(text, [[again, _open(t, view)], [menu_button(t, new=True)]]))


def _open(t: Localizer, view: PartyView) -> Button:
    return Button(t("👤 Card"), OpenParty(party=view.party.id, new=True))


# for whoever had access


async def _kept_as(work: Work, me: Person, notification: Notification) -> ManagedAs:
    return await who_manages(work, me, PartyId(notification.data["party_id"]))


async def _ended_line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    kept = await _kept_as(work, me, notification)
    if kept.has_left:
        return InboxEntry(t(MANAGER_LEFT), t("Open"))
    return InboxEntry(t(ENDED, manager=kept.manager.full), Markup.escape(kept.manager.full))


async def _restored_line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    kept = await _kept_as(work, me, notification)
    return InboxEntry(t(RESTORED, manager=kept.manager.full), Markup.escape(kept.manager.full))


async def _ended(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    kept = await _kept_as(work, me, notification)
    if kept.party.is_present:
        return None
    return PushContent(Screen(_about_access(t, kept), [[menu_button(t, new=True)]]))


async def _restored(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    kept = await _kept_as(work, me, notification)
    if not kept.party.is_present:
        return None
    return PushContent(Screen(_about_access(t, kept), [[menu_button(t, new=True)]]))


async def _access(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    text = _about_access(t, await _kept_as(work, me, notification))
    return Screen(text, [[Button(t("‹ Back"), ShowInbox()), menu_button(t)]])


def _about_access(t: Localizer, kept: ManagedAs) -> Markup:
    """As it is now."""
    manager = kept.manager.full
    if kept.has_left:
        return lines(
            bold(t(MANAGER_LEFT)),
            t("What they kept is no longer seen here. What was agreed between you does not end by this."),
        )
    if kept.party.is_present:
        return lines(bold(t(RESTORED, manager=manager)), t("Everything is as it was; the menu leads there."))
    if kept.party.kind is PartyKind.OWNER:
        what = t("You no longer see the objects that they keep for you.")
    else:
        what = t("You no longer see the object and the payments here; the lease itself does not end by this.")
    return lines(
        bold(t(ENDED, manager=manager)), what, t("If this is a mistake, ask {manager} to restore it.", manager=manager)
    )
