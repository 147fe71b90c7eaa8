"""A realtor is told that a price has changed to what a client can pay: old and new, by how much, for which lead."""

from markupsafe import Markup

from bot.forms import menu_button
from bot.notices import Notice, Notices, Told
from bot.press import ShowInbox
from bot.screen import Button, Screen
from bot.sender import Event
from bot.speech import Speech, bold, lines
from domain.matching.lead import Lead, LeadId
from domain.matching.property import PropertyId
from domain.matching.property_card import PropertyCard
from domain.matching.recommend_properties import recommend_properties
from domain.matching.recommendation import Recommendation
from domain.notifications.notification import Kind, Notification
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work
from handlers.realtor.deal_presses import Look, Propose, Quiet
from handlers.realtor.match_screens import quiet_about
from handlers.realtor.presses import OpenLead
from handlers.realtor.price_words import price_title, prices
from handlers.realtor.reasons import fit_lines
from handlers.realtor.recommendation_card import colleague_line
from handlers.realtor.words import lead_name, property_line, property_name, short


def register_price_news(notices: Notices) -> None:
    """Hand in the words of a changed price."""
    notices.by_kind[Kind.PRICE_CHANGED] = Notice("📉", _told, _push, _opened)


async def _told(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    found = await _found(work, me, news)
    name = t("property") if found is None else property_name(t, found[0].item)
    old, new = prices(news)
    what = t("Price: {old} → {new}, {name}", old=short(t, old), new=short(t, new), name=name)
    return Told(what, name)


async def _push(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    screen = await _screen(work, me, t, news)
    return None if screen is None else Event(screen)


async def _opened(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    back = Button(t("‹ Back"), ShowInbox())
    screen = await _screen(work, me, t, news)
    if screen is not None:
        return Screen(screen.text, [*screen.rows[:-1], [back, menu_button(t)]])
    gone = t("This property is no longer among the recommendations for your lead.")
    lead = Button(t("📄 Lead"), OpenLead(lead=news.data["lead_id"]))
    return Screen(lines(bold(t("The price had changed")), gone), [[lead], [back, menu_button(t)]])


async def _screen(work: Work, me: Person, t: Speech, news: Notification) -> Screen | None:
    """None if the price is another one again, or there is nothing to propose any more."""
    found = await _found(work, me, news)
    old, new = prices(news)
    if found is None or found[0].item.price != new:
        return None
    card, lead = found
    lead_id, others = lead.id, len(news.data["lead_ids"]) - 1
    why = t("Now it fits your lead “{lead}”.", lead=lead_name(t, lead))
    more = None
    if others > 0:
        more = t.n("It fits {count} more lead of yours.", "It fits {count} more leads of yours.", others)
    text = lines(
        bold(price_title(t, old, new, news.data.get("percent"))),
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


async def _found(work: Work, me: Person, news: Notification) -> tuple[Recommendation[PropertyCard], Lead] | None:
    """The property as it is recommended for the lead now."""
    property_id = PropertyId(news.data["property_id"])
    try:
        looked = await recommend_properties(work, me, LeadId(news.data["lead_id"]), at=property_id)
    except Refusal:
        return None
    if looked.card is None or looked.card.item.id != property_id or not isinstance(looked.row, Lead):
        return None
    return looked.card, looked.row
