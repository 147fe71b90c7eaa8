"""What a realtor is told about a match: the push that acts at once, the line in the inbox, and what it opens."""

from collections.abc import Awaitable, Callable
from functools import partial

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import MOST_LABEL, Button, Screen
from bot.telegram.sender import ContactCard, PushContent
from domain.matching.deals.contact_of import contact_of
from domain.matching.deals.match import DealSide, MatchId, MatchStatus
from domain.matching.deals.match_view import MatchView
from domain.matching.deals.show_match import show_match
from domain.matching.leads.lead import LeadId
from domain.matching.leads.show_lead import show_lead
from domain.matching.properties.property import PropertyId
from domain.matching.properties.show_property import show_property
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.refusal import NotFound
from domain.work import Work
from handlers.realtor.callbacks import OpenMatch
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.match_screens import (
    answers,
    completion,
    keepsake_screen,
    match_screen,
    mine_button,
    quiet_button,
)
from handlers.realtor.deals.share_question import note_line
from handlers.realtor.properties.price_words import price_title, prices
from handlers.realtor.recommendations.reasons import fit_lines
from handlers.realtor.words import lead_name, property_name, short

What = Callable[[Localizer, MatchView, Notification], Markup]
ROOM = MOST_LABEL - len("17 🤝 ")
"""Characters of a button in the inbox that are left beside the number and the sign."""
Tell = Callable[[Work, Person, Localizer, Notification, MatchView], Awaitable[PushContent | None]]


def register_match_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words of everything that happens to a match."""

    def notice(kind: NotificationKind, sign: str, what: What, tell: Tell) -> None:
        kept = kind is NotificationKind.CONTACT_SHARED
        notification_views.by_kind[kind] = NotificationView(
            sign, partial(_told, what), partial(_push, tell), _opened, is_kept=kept
        )

    notification_views.names["lead"] = _lead_name
    notification_views.names["property"] = _property_name
    notice(NotificationKind.NEW_MATCH, "🤝", lambda t, _view, _notification: t("New match"), _new_match)
    notice(
        NotificationKind.COUNTER_OFFER,
        "↔️",
        lambda t, _view, _notification: t("Another share is proposed"),
        _counter_offer,
    )
    notice(
        NotificationKind.CONTACT_SHARED,
        "✅",
        lambda t, _view, _notification: t("Agreed, contacts are open"),
        _contact_shared,
    )
    notice(NotificationKind.MATCH_REJECTED, "✖️", lambda t, view, _notification: say.ending(t, view), _rejected)
    notice(
        NotificationKind.OFFER_WITHDRAWN,
        "↩️",
        lambda t, _view, _notification: t("A proposal was taken back"),
        _offer_withdrawn,
    )
    notice(NotificationKind.FELL_THROUGH, "❌", lambda t, view, _notification: say.ending(t, view), _fell_through)
    notice(NotificationKind.PRICE_IN_TALK, "💰", _price_line, _price_in_talk)
    notice(NotificationKind.COMPLETION_ASKED, "🏁", _about_completion, _completion_asked)
    notice(NotificationKind.COMPLETED, "🏁", lambda t, _view, _notification: t("The deal is done"), _completed)


def _about_completion(t: Localizer, _view: MatchView, notification: Notification) -> Markup:
    return t("Not done yet") if notification.data.get("declined") else t("Is the deal done?")


async def _lead_name(work: Work, me: Person, t: Localizer, row: int) -> Markup:
    return lead_name(t, (await show_lead(work, me, LeadId(row))).lead)


async def _property_name(work: Work, me: Person, t: Localizer, row: int) -> Markup:
    return property_name(t, (await show_property(work, me, PropertyId(row))).offered)


async def _told(what: What, work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    view = await _view(work, me, notification)
    said = t(
        "{what} · {pair} · {terms}",
        what=what(t, view, notification),
        pair=say.pair_name(t, view),
        terms=say.terms(t, view, notification.data.get("share")),
    )
    return InboxEntry(said, say.what_differs(t, view, ROOM))


async def _push(tell: Tell, work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    return await tell(work, me, t, notification, await _view(work, me, notification))


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    return match_screen(t, await _view(work, me, notification), back=ShowInbox())


async def _view(work: Work, me: Person, notification: Notification) -> MatchView:
    return await show_match(work, me, MatchId(notification.data["match_id"]))


def _is_on_table(view: MatchView, notification: Notification) -> bool:
    """Whether the offer that the news is about still waits for an answer."""
    return view.is_my_turn and view.match.last_offer.id == notification.data.get("offer_id")


async def _new_match(
    _work: Work, _me: Person, t: Localizer, notification: Notification, view: MatchView
) -> PushContent | None:
    score, is_again = say.score(t, view), bool(notification.data.get("again"))
    if is_again and view.match.status is MatchStatus.PENDING and not view.is_my_turn:
        return PushContent(_telling(t, t("🤝 Open again · {score}", score=score), say.standing(t, view), view))
    if not _is_on_table(view, notification):
        return None
    title = t("🤝 Open again · {score}", score=score) if is_again else t("🤝 New match · {score}", score=score)
    text = lines(
        bold(title),
        say.pair_lines(t, view),
        say.colleague(t, view),
        fit_lines(t, view.reasons, view.misses, view.lead.city),
        "",
        _against_card(t, view),
        say.split(t, view),
        note_line(t, view.note_of(view.match.last_offer)),
    )
    return PushContent(_asking(t, text, view))


async def _counter_offer(
    _work: Work, _me: Person, t: Localizer, notification: Notification, view: MatchView
) -> PushContent | None:
    if not _is_on_table(view, notification):
        return None
    share = t.percent(view.match.last_offer.share)
    earlier = view.offers[-2] if len(view.offers) > 1 else None
    if earlier is None:
        before = None
    elif earlier.side is view.side:
        before = t("You proposed {share}.", share=t.percent(earlier.share))
    else:
        before = t("Instead of {share}, which was taken back.", share=t.percent(earlier.share))
    text = lines(
        bold(t("↔️ {name} proposes {share}", name=view.colleague.name, share=share)),
        say.split(t, view),
        before,
        note_line(t, view.note_of(view.match.last_offer)),
        "",
        say.pair_lines(t, view),
        say.history(t, view),
    )
    return PushContent(_asking(t, text, view))


async def _contact_shared(
    work: Work, me: Person, t: Localizer, _notification: Notification, view: MatchView
) -> PushContent | None:
    contact = await contact_of(work, me, view.match.id)
    card = None
    if contact.phone is not None:
        card = ContactCard(contact.phone, contact.first_name, contact.last_name)
    return PushContent(keepsake_screen(t, view, contact), card)


async def _rejected(
    _work: Work, _me: Person, t: Localizer, _notification: Notification, view: MatchView
) -> PushContent | None:
    if view.match.status is not MatchStatus.REJECTED:
        return None
    return PushContent(_telling(t, t("✖️ A match is closed"), say.ending(t, view), view))


async def _offer_withdrawn(
    _work: Work, _me: Person, t: Localizer, notification: Notification, view: MatchView
) -> PushContent | None:
    said = t(
        "↩️ {name} took the proposal of {share} back",
        name=view.colleague.name,
        share=t.percent(notification.data["share"]),
    )
    if view.match.status is MatchStatus.PENDING:
        if view.is_my_turn:
            return None
        return PushContent(_telling(t, said, say.standing(t, view), view))
    return PushContent(_telling(t, said, t("Both are recommended to each other again."), view))


async def _fell_through(
    _work: Work, _me: Person, t: Localizer, _notification: Notification, view: MatchView
) -> PushContent | None:
    if view.match.status is not MatchStatus.REJECTED:
        return None
    more = lines(say.ending(t, view), t("Contacts are closed. Both are recommended again."))
    return PushContent(_telling(t, t("❌ The deal fell through"), more, view))


def _price_line(t: Localizer, _view: MatchView, notification: Notification) -> Markup:
    old, new = prices(notification)
    return t("Price: {old} → {new}", old=short(t, old), new=short(t, new))


async def _price_in_talk(
    work: Work, me: Person, t: Localizer, notification: Notification, view: MatchView
) -> PushContent | None:
    """Told even if it has changed once more: each change was one, and the present price stands below."""
    if view.match.status not in (MatchStatus.PENDING, MatchStatus.ACCEPTED):
        return None
    old, new = prices(notification)
    is_agreed = view.match.status is MatchStatus.ACCEPTED
    stands = t("You have agreed on it.") if is_agreed else t("You are talking about it with your colleague.")
    others = [await _name_of(work, me, t, lead_id) for lead_id in notification.data.get("lead_ids", [])[1:]]
    names = Markup(", ").join(t("“{note}”", note=one) for one in others if one is not None)
    also = t("It concerns these of your leads, too: {leads}", leads=names) if names else None
    title = price_title(t, old, new, notification.data.get("percent"))
    return PushContent(_telling(t, title, lines(stands, also), view))


async def _name_of(work: Work, me: Person, t: Localizer, lead_id: int) -> Markup | None:
    try:
        return await _lead_name(work, me, t, lead_id)
    except NotFound:
        return None


async def _completion_asked(
    _work: Work, _me: Person, t: Localizer, notification: Notification, view: MatchView
) -> PushContent | None:
    if notification.data.get("declined"):
        is_open = view.match.status is MatchStatus.ACCEPTED and view.match.completion_asked_by is None
        more = t("{name} says that the deal is not done yet.", name=view.colleague.name)
        return PushContent(_telling(t, t("Not done yet"), more, view)) if is_open else None
    if not view.may_confirm:
        return None
    more = t("{name} says that it is. Do you confirm?", name=view.colleague.name)
    return PushContent(_telling(t, t("🏁 Is the deal done?"), more, view))


async def _completed(
    _work: Work, _me: Person, t: Localizer, _notification: Notification, view: MatchView
) -> PushContent | None:
    share = t.percent(view.match.agreed_share or 0)
    more = t("Both of you confirmed it. Your agreement: {share}.", share=share)
    return PushContent(_telling(t, t("🏁 The deal is done"), lines(more, say.put_away(t, view)), view))


def _asking(t: Localizer, text: Markup, view: MatchView) -> Screen:
    """With an answer to give."""
    return Screen(text, [*answers(t, view), [_details(t, view), quiet_button(t, view)]])


def _telling(t: Localizer, title: Markup, more: Markup, view: MatchView) -> Screen:
    """With nothing to answer but, perhaps, whether the deal is done."""
    text = lines(bold(title), more, "", say.pair_lines(t, view))
    return Screen(
        text, [*completion(t, view), [mine_button(t, view, new=True), _details(t, view)], [menu_button(t, new=True)]]
    )


def _details(t: Localizer, view: MatchView) -> Button:
    return Button(t("📄 In detail"), OpenMatch(match=view.match.id, new=True))


def _against_card(t: Localizer, view: MatchView) -> Markup:
    """The offer, against what the property's card says."""
    share, listed = t.percent(view.match.last_offer.share), t.percent(view.offered.commission_share)
    if view.match.last_offer.share == view.offered.commission_share:
        return t("Proposes a commission of {share}, as listed.", share=share)
    if view.side is DealSide.PROPERTY:
        return t("Proposes a commission of {share}, you listed {listed}.", share=share, listed=listed)
    return t("Proposes a commission of {share}; the card says {listed}.", share=share, listed=listed)
