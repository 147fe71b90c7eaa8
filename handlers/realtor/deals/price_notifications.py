"""A realtor is told that a price has changed to what a client can pay: old and new, by how much, for which lead."""

from markupsafe import Markup

from bot.callbacks import ShowInbox
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.matching.leads.lead import Lead, LeadId
from domain.matching.properties.property import PropertyId
from domain.matching.properties.property_card import PropertyCard
from domain.matching.recommendations.recommend_properties import recommend_properties
from domain.matching.recommendations.recommendation import Recommendation
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work
from handlers.realtor.callbacks import OpenLead
from handlers.realtor.deals.callbacks import Look, Propose, Quiet
from handlers.realtor.deals.match_screens import quiet_about
from handlers.realtor.properties.price_words import price_title, prices
from handlers.realtor.recommendations.reasons import fit_lines
from handlers.realtor.recommendations.recommendation_card import colleague_line
from handlers.realtor.words import lead_name, property_line, property_name, short


def register_price_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words of a changed price."""
    notification_views.by_kind[NotificationKind.PRICE_CHANGED] = NotificationView("📉", _told, _push, _opened)


async def _told(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    found = await _found(work, me, notification)
    name = t("property") if found is None else property_name(t, found[0].item)
    old, new = prices(notification)
    what = t("Price: {old} → {new}, {name}", old=short(t, old), new=short(t, new), name=name)
    return InboxEntry(what, name)


async def _push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    screen = await _screen(work, me, t, notification)
    return None if screen is None else PushContent(screen)


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    back = Button(t("‹ Back"), ShowInbox())
    screen = await _screen(work, me, t, notification)
    if screen is not None:
        return Screen(screen.text, [*screen.rows[:-1], [back, menu_button(t)]])
    gone = t("This property is no longer among the recommendations for your lead.")
    lead = Button(t("📄 Lead"), OpenLead(lead=notification.data["lead_id"]))
    return Screen(lines(bold(t("The price had changed")), gone), [[lead], [back, menu_button(t)]])


async def _screen(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen | None:
    """None if the price is another one again, or there is nothing to propose any more."""
    found = await _found(work, me, notification)
    old, new = prices(notification)
    if found is None or found[0].item.price != new:
        return None
    card, lead = found
    lead_id, others = lead.id, len(notification.data["lead_ids"]) - 1
    why = t("Now it fits your lead “{lead}”.", lead=lead_name(t, lead))
    more = None
    if others > 0:
        more = t.n("It fits {count} more lead of yours.", "It fits {count} more leads of yours.", others)
    text = lines(
        bold(price_title(t, old, new, notification.data.get("percent"))),
        property_line(t, card.item),
        why,
        more,
        fit_lines(t, card.reasons, card.misses, card.item.city),
        t("Commission: {share} offered", share=t.percent(card.commission_share))
        + Markup(" · ")
        + colleague_line(t, card.realtor),
    )
    look = Look(side="l", row=lead_id, at=card.item.id, new=True)
    propose = Propose(side="l", row=lead_id, other=card.item.id)
    rows = [
        [Button(t("👀 Look"), look), Button(t("👍 Propose"), propose)],
        [quiet_about(t, Quiet(side="l", row=lead_id)), menu_button(t, new=True)],
    ]
    return Screen(text, rows)


async def _found(
    work: Work, me: Person, notification: Notification
) -> tuple[Recommendation[PropertyCard], Lead] | None:
    """The property as it is recommended for the lead now."""
    property_id = PropertyId(notification.data["property_id"])
    try:
        looked = await recommend_properties(work, me, LeadId(notification.data["lead_id"]), at=property_id)
    except Refusal:
        return None
    if looked.card is None or looked.card.item.id != property_id or not isinstance(looked.row, Lead):
        return None
    return looked.card, looked.row
