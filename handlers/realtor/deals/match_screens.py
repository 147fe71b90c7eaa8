"""What a realtor sees of a match: its card with the whole talk, and the outcome of each step."""

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import OpenProperty
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen
from domain.matching.deals.contact_of import ColleagueContact
from domain.matching.deals.match import DealSide, MatchStatus
from domain.matching.deals.match_view import MatchView
from handlers.realtor.callbacks import MyMatches, OpenLead, OpenMatch
from handlers.realtor.deals import match_words as say
from handlers.realtor.deals.callbacks import (
    Accept,
    ChangeOffer,
    Completed,
    Counter,
    EndDeal,
    Look,
    NotCompleted,
    OtherCard,
    Quiet,
    Reject,
    ShareContact,
    TakeUpDeal,
    WithdrawOffer,
)
from handlers.realtor.recommendations.reasons import fit_lines


def match_screen(t: Localizer, view: MatchView, *, back: CallbackData | None = None, with_photo: bool = True) -> Screen:
    """The card of a match."""
    sign = say.SIGNS[view.match.status]
    title = t("{sign} Match · {score}", sign=sign, score=say.score(t, view))
    text = lines(
        bold(title),
        say.standing(t, view),
        say.split(t, view),
        say.price_change(t, view),
        "",
        say.pair_cards(t, view),
        fit_lines(t, view.reasons, view.misses, view.lead.city),
        say.colleague(t, view),
        "",
        say.history(t, view) if len(view.offers) > 1 else None,
        say.talk(t, view),
        *_timeline(t, view),
    )
    last = [mine_button(t, view), Button(t("‹ Back"), back or MyMatches()), menu_button(t)]
    photo = next(iter(view.offered.photos), None) if with_photo and view.side is DealSide.LEAD else None
    return Screen(text, [*actions(t, view), other_button(t, view), last], photo)


def other_button(t: Localizer, view: MatchView) -> Row:
    """To everything that is open of the colleague's row."""
    if view.match.within_one_realtor:
        return []
    label = t("🏠 Property in full") if view.side is DealSide.LEAD else t("👤 Lead in full")
    return [Button(label, OtherCard(match=view.match.id))]


def actions(t: Localizer, view: MatchView) -> list[Row]:
    """What can be done with a match now."""
    match = view.match
    if match.status is MatchStatus.PENDING:
        now = answers(t, view) if view.is_my_turn else [own_offer(t, view)]
        return [*now, [quiet_button(t, view)]]
    if match.status is MatchStatus.REJECTED:
        may = match.ended_by is view.side or match.reopened_at is not None
        return [[Button(t("↩️ Take up again"), TakeUpDeal(match=match.id))]] if may else []
    contact: Row = []
    if not match.within_one_realtor:
        contact = [Button(t("👤 Contact"), ShareContact(match=match.id))]
    return [contact, *completion(t, view)]


def own_offer(t: Localizer, view: MatchView) -> Row:
    """Change one's own offer, or take it back, while it waits for an answer."""
    match = view.match
    if match.status is not MatchStatus.PENDING or view.is_my_turn:
        return []
    offer = match.last_offer.id
    return [
        Button(t("✏️ Change it"), ChangeOffer(match=match.id, offer=offer)),
        Button(t("↩️ Take it back"), WithdrawOffer(match=match.id, offer=offer)),
    ]


def answers(t: Localizer, view: MatchView) -> list[Row]:
    """Agree, answer, turn down: for the offer on the table."""
    match_id, offer = view.match.id, view.match.last_offer
    counter = Counter(match=match_id, offer=offer.id)
    accept = t("✅ Take {share}", share=t.percent(offer.share))
    return [
        [
            Button(accept, Accept(match=match_id, offer=offer.id)),
            Button(t("↔️ Answer with mine"), counter),
        ],
        [
            Button(t("💬 With a note"), counter.model_copy(update={"note": True})),
            Button(t("✖️ Turn down"), Reject(match=match_id, offer=offer.id)),
        ],
    ]


def completion(t: Localizer, view: MatchView, *, new: bool = False) -> list[Row]:
    """The way from an agreement to a done deal."""
    match = view.match
    if match.status is not MatchStatus.ACCEPTED:
        return []
    done, not_yet = Completed(match=match.id, new=new), NotCompleted(match=match.id, new=new)
    off = Button(t("❌ It fell through"), EndDeal(match=match.id))
    if view.may_confirm:
        return [[Button(t("🏁 Yes, it is done"), done), Button(t("Not yet"), not_yet)], [off]]
    if match.completion_asked_by is view.side:
        return [[Button(t("↩️ Not done after all"), not_yet), off]]
    return [[Button(t("🏁 The deal is done"), done), off]]


def quiet_button(t: Localizer, view: MatchView) -> Button:
    """Hear less about one's own side of the match."""
    if view.side is DealSide.LEAD:
        return quiet_about(t, Quiet(side="l", row=view.lead.id))
    return quiet_about(t, Quiet(side="p", row=view.offered.id))


def quiet_about(t: Localizer, press: Quiet) -> Button:
    """Hear less about a lead or property, or more again."""
    return Button(quiet_label(t, press), press)


def quiet_label(t: Localizer, press: Quiet) -> Markup:
    """What the button does."""
    if not press.quiet:
        return t("🔔 Unmute")
    return t("🔕 Mute this lead") if press.side == "l" else t("🔕 Mute this property")


def mine_button(t: Localizer, view: MatchView, *, new: bool = False) -> Button:
    """To one's own side of the match."""
    if view.side is DealSide.LEAD:
        return Button(t("📄 Lead"), OpenLead(lead=view.lead.id, new=new))
    return Button(t("📄 Property"), OpenProperty(property=view.offered.id, new=new))


def proposed_screen(t: Localizer, view: MatchView, onward: Look) -> Screen:
    """A proposal has been sent, or has turned out to be an agreement."""
    share = t.percent(view.match.last_offer.share)
    if view.match.within_one_realtor:
        said = bold(t("🤝 Your own lead and property are brought together."))
    elif view.match.status is MatchStatus.ACCEPTED:
        said = lines(bold(t("🤝 Agreed at once: {share}", share=share)), t("Your colleague offered the same."))
    else:
        said = lines(
            bold(t("👍 Proposed: {share}", share=share)),
            say.split(t, view),
            t("{name} has been asked; the answer will come here.", name=view.colleague.name),
        )
    match = Button(t("🤝 The match"), OpenMatch(match=view.match.id))
    rows = [[Button(t("Next ›"), onward), match], own_offer(t, view), [menu_button(t)]]
    return Screen(lines(said, "", say.pair_name(t, view)), rows)


def outcome_screen(t: Localizer, view: MatchView, said: Markup, more: Markup | None = None, *rows: Row) -> Screen:
    """What a push or a card becomes when it has been answered."""
    text = lines(bold(said), say.pair_name(t, view), more)
    last = [Button(t("🤝 The match"), OpenMatch(match=view.match.id)), menu_button(t)]
    return Screen(text, [*rows, last])


def keepsake_screen(t: Localizer, view: MatchView, contact: ColleagueContact) -> Screen:
    """An agreement, worth keeping: what, on what terms, how it came about, how to reach the colleague."""
    share = t.percent(view.match.agreed_share or 0)
    text = lines(
        bold(t("🤝 Agreed: {share}", share=share)),
        say.split(t, view),
        t("Contacts are open to both of you."),
        "",
        say.pair_lines(t, view),
        say.opened_lines(t, view),
        say.colleague(t, view),
        say.history(t, view),
        None if contact.username else t("There is no Telegram name to write to, so call; the contact card follows."),
    )
    return Screen(
        text,
        [reach(t, contact), *completion(t, view, new=True), [mine_button(t, view, new=True), menu_button(t, new=True)]],
    )


def reach(t: Localizer, contact: ColleagueContact) -> Row:
    """Write, or take the number."""
    row: list[Button] = []
    if contact.username:
        row.append(Button(t("✍️ Write"), url=f"https://t.me/{contact.username}"))
    if contact.phone:
        shown = say.phone_shown(contact.phone)
        row.append(Button(f"📞 {shown}", copy=contact.phone))
    return row


def _timeline(t: Localizer, view: MatchView) -> list[Markup]:
    """What happened after the offers."""
    after = [one for one in view.timeline if one[1] > view.match.created_at]
    return [t("{moment} · {event}", moment=moment, event=t(message)) for message, moment in after]
