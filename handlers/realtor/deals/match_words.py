"""How a match is put into words: what is brought together, with whom, how far it has come, each offer and its time."""

from decimal import Decimal

import phonenumbers
from babel.numbers import format_decimal
from markupsafe import Markup

from bot.localization import Localizer, lines
from domain.matching.deals.match import DealEnding, DealSide, FallThrough, MatchStatus, Offer
from domain.matching.deals.match_view import MatchView
from handlers.realtor.deals.share_question import note_line, who_gets
from handlers.realtor.recommendations.recommendation_card import colleague_line
from handlers.realtor.words import (
    address_line,
    budget_of,
    client_line,
    figure,
    lead_card,
    lead_line,
    lead_name,
    property_card,
    property_line,
    property_name,
    short,
)

SIGNS = {
    MatchStatus.PENDING: "🤝",
    MatchStatus.ACCEPTED: "✅",
    MatchStatus.REJECTED: "✖️",
    MatchStatus.COMPLETED: "🏁",
}
REASONS = {
    FallThrough.CLIENT_CHANGED_MIND: "the client has changed their mind",
    FallThrough.OWNER_CHANGED_MIND: "the owner has changed their mind",
    FallThrough.TAKEN: "another one was found",
    FallThrough.PRICE: "no agreement on the price",
    FallThrough.LOAN_REFUSED: "the loan was refused",
}
"""Within a sentence; gettext messages."""
MOST_OFFERS = 8
"""Offers of a long talk that are shown, the latest ones."""


def score(t: Localizer, view: MatchView) -> str:
    """How well the two fit."""
    return t.percent(view.match.score * 100)


def pair_lines(t: Localizer, view: MatchView) -> Markup:
    """The property and the lead, each said to be whose."""
    title = view.lead_title
    wanted = lead_line(t, view.lead)
    if view.match.within_one_realtor:
        return lines(
            t("Your property: {line}", line=property_line(t, view.offered)),
            t("Your lead: {line}", line=_titled(t, title, wanted)),
        )
    if view.side is DealSide.LEAD:
        return lines(
            t("Property: {line}", line=property_line(t, view.offered)),
            t("Your lead: {line}", line=_titled(t, title, wanted)),
        )
    return lines(
        t("Your property: {line}", line=property_line(t, view.offered)),
        t("Lead: {line}", line=wanted),
    )


def pair_cards(t: Localizer, view: MatchView) -> Markup:
    """One's own row in a line, the colleague's with all that is open of it."""
    if view.match.within_one_realtor:
        return pair_lines(t, view)
    if view.side is DealSide.LEAD:
        mine = _titled(t, view.lead_title, lead_line(t, view.lead))
        return lines(property_card(t, view.offered, with_commission=False), t("Your lead: {line}", line=mine))
    mine = property_line(t, view.offered)
    return lines(lead_card(t, view.lead), client_line(t, view.lead), t("Your property: {line}", line=mine))


def opened_lines(t: Localizer, view: MatchView) -> Markup | None:
    """What of the colleague's row an agreement makes worth having at hand: the address, or the client."""
    if view.match.within_one_realtor:
        return None
    if view.side is DealSide.LEAD:
        is_exact = view.offered.street or view.offered.residential_complex
        return t("📍 {address}", address=address_line(t, view.offered)) if is_exact else None
    return client_line(t, view.lead)


def price_change(t: Localizer, view: MatchView) -> Markup | None:
    """What it cost when they began to talk, if that has changed."""
    before, now = view.price_before, view.offered.price
    if before is None:
        return None
    old, new = short(t, before), short(t, now)
    if before.currency != now.currency:
        return t("The price has changed since: {old} → {new}", old=old, new=new)
    by = signed_percent(t, (now.minor - before.minor) / before.minor)
    return t("The price has changed since: {old} → {new}, {by}", old=old, new=new, by=by)


def signed_percent(t: Localizer, change: float) -> str:
    """A change of a price: +6 %, −17 %."""
    sign = "+" if change > 0 else "−"
    return sign + t.percent(round(abs(change) * 100) * 100)


def pair_name(t: Localizer, view: MatchView) -> Markup:
    """Both in a few words with the price, the other's first."""
    mine = Markup.escape(view.lead_title) if view.lead_title else lead_name(t, view.lead)
    offered = Markup(", ").join((property_name(t, view.offered), short(t, view.offered.price)))
    pair = (offered, mine) if view.side is DealSide.LEAD else (mine, offered)
    return Markup(" ↔ ").join(pair)


def what_differs(t: Localizer, view: MatchView, room: int) -> Markup:
    """For a button beside other matches of the same lead or property: how well it fits, and for how much.

    Where not all has `room` (in characters), a budget goes without its lower end, then the sum without its sign, then
    the score: a figure that is cut says another one.
    """
    budget = view.lead.budget
    if view.side is DealSide.LEAD:
        price = view.offered.price
        sums = [short(t, price), figure(t, price)]
    else:
        bound = budget.to or budget.from_
        sums = [budget_of(t, budget), *([short(t, bound), figure(t, bound)] if bound is not None else [])]
    said = [Markup("{} · {}").format(score(t, view), one) for one in sums]
    return next((one for one in said if len(one.unescape()) <= room), sums[-1])


def terms(t: Localizer, view: MatchView, share: int | None = None) -> Markup:
    """How well the two fit, and a share: the one named, or else the one that was offered last or agreed."""
    if share is None:
        share = view.match.agreed_share or view.match.last_offer.share
    return t("fits {score}, commission {share}", score=score(t, view), share=t.percent(share))


def colleague(t: Localizer, view: MatchView) -> Markup | None:
    """Who is on the other side."""
    if view.match.within_one_realtor:
        return None
    return t("Colleague: {who}", who=colleague_line(t, view.colleague))


def standing(t: Localizer, view: MatchView) -> Markup:  # noqa: PLR0911  (one sentence a state)
    """How far it has come, and whose turn it is."""
    match = view.match
    match match.status:
        case MatchStatus.PENDING if view.is_my_turn:
            return t("Your turn: {share} is offered.", share=t.percent(match.last_offer.share))
        case MatchStatus.PENDING:
            return t("You offered {share}; your colleague is to answer.", share=t.percent(match.last_offer.share))
        case MatchStatus.ACCEPTED if view.may_confirm:
            return t("Agreed: {share}. Your colleague says that the deal is done.", share=_agreed(t, view))
        case MatchStatus.ACCEPTED if match.completion_asked_by is view.side:
            return t(
                "Agreed: {share}. You marked the deal as done; your colleague is to confirm.", share=_agreed(t, view)
            )
        case MatchStatus.ACCEPTED:
            return t("Agreed: {share}.", share=_agreed(t, view))
        case MatchStatus.COMPLETED:
            return t("The deal is done. Your agreement: {share}.", share=_agreed(t, view))
        case _:
            return ending(t, view)


def split(t: Localizer, view: MatchView) -> Markup | None:
    """Who gets what by the offer on the table, or by the agreement."""
    match = view.match
    if match.within_one_realtor or match.status is MatchStatus.REJECTED:
        return None
    return who_gets(t, match.last_offer.share if match.agreed_share is None else match.agreed_share, view.side)


def put_away(t: Localizer, view: MatchView) -> Markup:
    """What became of one's own row when the deal was done."""
    if view.side is DealSide.LEAD:
        return t("The lead is in the archive as done; it can be restored from there.")
    return t("The property is in the archive as done; it can be restored from there.")


def ending(t: Localizer, view: MatchView) -> Markup:
    """Why a match was closed."""
    match_ = view.match
    by_me = match_.ended_by is view.side
    reopened = match_.reopened_at is not None
    again: Markup | None = t("The price has changed since, it can be taken up again.") if reopened else None
    match match_.ending:
        case DealEnding.LEAD_ARCHIVED:
            said = t("Closed: the lead went to the archive.")
        case DealEnding.PROPERTY_ARCHIVED:
            said = t("Closed: the property went to the archive.")
        case DealEnding.LEAD_DONE:
            said = t("Closed: the client has found another property.")
        case DealEnding.PROPERTY_DONE:
            said = t("Closed: another client has taken the property.")
        case DealEnding.WITHDRAWN:
            said = t("You took your proposal back.") if by_me else t("Your colleague took the proposal back.")
            again = t("It can be proposed again.")
        case DealEnding.FELL_THROUGH:
            said = t("You ended the agreement: {why}.", why=reason(t, view))
            if not by_me:
                said = t("Your colleague ended the agreement: {why}.", why=reason(t, view))
            again = t("It can be proposed again.")
        case _:
            said = t("You turned it down.") if by_me else t("Your colleague turned it down.")
    return lines(said, again)


def reason(t: Localizer, view: MatchView) -> Markup:
    """Why nothing came of an agreement."""
    match = view.match
    if match.end_reason in (None, FallThrough.OTHER):
        return Markup.escape(" ".join((match.end_note or "…").split()))
    return t(REASONS[match.end_reason])


def history(t: Localizer, view: MatchView) -> Markup:
    """The talk in one line: 50 → 45 → 47 ✓, and when it ended."""
    shares = Markup(" → ").join(Markup.escape(_figure(t, offer.share)) for offer in view.offers)
    match = view.match
    if match.status in (MatchStatus.ACCEPTED, MatchStatus.COMPLETED):
        return t("History: {shares} ✓ {moment}", shares=shares, moment=match.contact_shared_at)
    return t("History: {shares} · {moment}", shares=shares, moment=match.last_offer.made_at)


def talk(t: Localizer, view: MatchView) -> Markup:
    """Each offer with whose it is, its time and its note."""
    return lines(*(_offer(t, view, one) for one in view.offers[-MOST_OFFERS:]))


def _offer(t: Localizer, view: MatchView, offer: Offer) -> Markup:
    who = t("you") if offer.side is view.side else Markup.escape(view.colleague.name)
    said = t("{moment} · {who}: {share}", moment=offer.made_at, who=who, share=t.percent(offer.share))
    if offer.withdrawn_at is not None:
        said = t("{said}, taken back", said=said)
    note = note_line(t, view.note_of(offer))
    return said if note is None else Markup(" ").join((said, note))


def phone_shown(phone: str) -> str:
    """A phone as it is read aloud: +7 900 000-00-00."""
    try:
        parsed = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return phone
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _agreed(t: Localizer, view: MatchView) -> str:
    return t.percent(view.match.agreed_share or 0)


def _figure(t: Localizer, share: int) -> str:
    return format_decimal(Decimal(share).scaleb(-2).normalize(), format="0.##", locale=t.locale)


def _titled(t: Localizer, title: str | None, wanted: Markup) -> Markup:
    return wanted if not title else t("“{title}” · {wanted}", title=title, wanted=wanted)
