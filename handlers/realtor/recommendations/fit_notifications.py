"""A realtor who was promised to be told of the first that fits is told: what, for which row of theirs, how well."""

from markupsafe import Markup

from bot.callbacks import OpenProperty, ShowInbox
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.matching.deals.match import DealSide
from domain.matching.leads.lead import LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_card import PropertyCard
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work
from handlers.realtor.callbacks import OpenLead
from handlers.realtor.deals.callbacks import Look, Propose, Quiet
from handlers.realtor.deals.match_screens import quiet_about
from handlers.realtor.recommendations.reasons import fit_lines
from handlers.realtor.recommendations.recommend import looked_at
from handlers.realtor.recommendations.recommendation_card import Card, Looked, colleague_line, name_of_row
from handlers.realtor.words import lead_line, property_line


def register_fit_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words of what fits at last."""
    notification_views.by_kind[NotificationKind.NOW_FITS] = NotificationView("🔎", _told, _push, _opened)


def _look(notification: Notification) -> Look:
    data = notification.data
    if data["side"] == DealSide.LEAD:
        return Look(side="l", row=LeadId(data["lead_id"]), at=PropertyId(data["property_id"]))
    return Look(side="p", row=PropertyId(data["property_id"]), at=LeadId(data["lead_id"]))


async def _found(work: Work, me: Person, notification: Notification) -> tuple[Card, Looked] | None:
    """The card that the news is about, if it is still among the recommendations, and the row that it is for."""
    look = _look(notification)
    try:
        looked = await looked_at(work, me, look)
    except Refusal:
        return None
    card = looked.card
    return (card, looked) if card is not None and card.item.id == look.at else None


async def _told(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    found = await _found(work, me, notification)
    if found is None:
        gone = t("Something fitted, and is gone by now")
        return InboxEntry(gone, t("What fits"))
    name = name_of_row(t, found[1].row)
    return InboxEntry(t("This fits: {name}", name=name), name)


async def _push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    found = await _found(work, me, notification)
    return None if found is None else PushContent(_screen(t, *found, _look(notification)))


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    found, look, back = await _found(work, me, notification), _look(notification), Button(t("‹ Back"), ShowInbox())
    if found is not None:
        screen = _screen(t, *found, look)
        return Screen(screen.text, [*screen.rows[:-1], [back, menu_button(t)]])
    mine = OpenLead(lead=look.row) if look.side == "l" else OpenProperty(property=look.row)
    text = lines(bold(t("What fits")), t("This one is no longer among the recommendations."))
    label = t("📄 Lead") if look.side == "l" else t("📄 Property")
    return Screen(text, [[Button(label, mine)], [back, menu_button(t)]])


def _screen(t: Localizer, card: Card, looked: Looked, look: Look) -> Screen:
    item = card.item
    line: Markup = property_line(t, item) if isinstance(item, PropertyCard) else lead_line(t, item)
    text = lines(
        bold(t("🔎 Something fits: {score}", score=t.percent(card.score * 100))),
        line,
        t("For your {name}.", name=name_of_row(t, looked.row)),
        fit_lines(t, card.reasons, card.misses, item.city),
        colleague_line(t, card.realtor),
    )
    propose = Propose(side=look.side, row=look.row, other=item.id)
    rows = [
        [Button(t("👀 Look"), look.model_copy(update={"new": True})), Button(t("👍 Propose"), propose)],
        [quiet_about(t, Quiet(side=look.side, row=look.row)), menu_button(t, new=True)],
    ]
    return Screen(text, rows)
