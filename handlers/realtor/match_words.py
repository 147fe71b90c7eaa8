"""How a match is put into words: what is brought together, with whom, how far it has come, each offer and its time."""

from decimal import Decimal

import phonenumbers
from babel.numbers import format_decimal
from markupsafe import Markup

from bot.speech import Speech, lines
from domain.matching.match import Ending, MatchStatus, Offer, Side
from domain.matching.match_view import MatchView
from handlers.realtor.recommendation_card import colleague_line
from handlers.realtor.share_question import note_line
from handlers.realtor.words import budget_of, lead_line, lead_name, property_line, property_name, short

SIGNS = {
    MatchStatus.PENDING: "🤝",
    MatchStatus.ACCEPTED: "✅",
    MatchStatus.REJECTED: "✖️",
    MatchStatus.COMPLETED: "🏁",
}
MOST_OFFERS = 8
"""Offers of a long talk that are shown, the latest ones."""


def score(t: Speech, view: MatchView) -> str:
    """How well the two fit."""
    return t.percent(view.match.score * 100)


def pair_lines(t: Speech, view: MatchView) -> Markup:
    """The property and the lead, each said to be whose."""
    title = view.lead_title
    wanted = lead_line(t, view.lead)
    if view.match.within_one_realtor:
        return lines(
            t("Your property: {line}", line=property_line(t, view.offered)),
            t("Your lead: {line}", line=_titled(t, title, wanted)),
        )
    if view.side is Side.LEAD:
        return lines(
            t("Property: {line}", line=property_line(t, view.offered)),
            t("Your lead: {line}", line=_titled(t, title, wanted)),
        )
    return lines(
        t("Your property: {line}", line=property_line(t, view.offered)),
        t("Lead: {line}", line=wanted),
    )


def pair_name(t: Speech, view: MatchView) -> Markup:
    """Both in a few words with the price, the other's first."""
    mine = Markup.escape(view.lead_title) if view.lead_title else lead_name(t, view.lead)
    offered = Markup(", ").join((property_name(t, view.offered), short(t, view.offered.price)))
    pair = (offered, mine) if view.side is Side.LEAD else (mine, offered)
    return Markup(" ↔ ").join(pair)


def what_differs(t: Speech, view: MatchView) -> Markup:
    """For a button beside other matches of the same lead or property: how well it fits, and for how much."""
    sum_ = short(t, view.offered.price) if view.side is Side.LEAD else budget_of(t, view.lead.budget)
    return Markup("{} · {}").format(score(t, view), sum_)


def terms(t: Speech, view: MatchView) -> Markup:
    """How well the two fit, and the share that was offered last or agreed."""
    share = view.match.agreed_share or view.match.last_offer.share
    return t("fits {score}, commission {share}", score=score(t, view), share=t.percent(share))


def colleague(t: Speech, view: MatchView) -> Markup | None:
    """Who is on the other side."""
    if view.match.within_one_realtor:
        return None
    return t("Colleague: {who}", who=colleague_line(t, view.colleague))


def standing(t: Speech, view: MatchView) -> Markup:  # noqa: PLR0911  (one sentence a state)
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


def ending(t: Speech, view: MatchView) -> Markup:
    """Why a match was closed."""
    match = view.match
    by_me = match.ended_by is view.side
    reopened = match.reopened_at is not None
    if match.ending is Ending.LEAD_ARCHIVED:
        said = t("Closed: the lead went to the archive.")
    elif match.ending is Ending.PROPERTY_ARCHIVED:
        said = t("Closed: the property went to the archive.")
    else:
        said = t("You turned it down.") if by_me else t("Your colleague turned it down.")
    return lines(said, t("The price has changed since, it can be taken up again.")) if reopened else said


def history(t: Speech, view: MatchView) -> Markup:
    """The talk in one line: 50 → 45 → 47 ✓, and when it ended."""
    shares = Markup(" → ").join(Markup.escape(_figure(t, offer.share)) for offer in view.offers)
    match = view.match
    if match.contact_shared_at is not None:
        return t("History: {shares} ✓ {moment}", shares=shares, moment=match.contact_shared_at)
    return t("History: {shares} · {moment}", shares=shares, moment=match.last_offer.made_at)


def talk(t: Speech, view: MatchView) -> Markup:
    """Each offer with whose it is, its time and its note."""
    return lines(*(_offer(t, view, one) for one in view.offers[-MOST_OFFERS:]))


def _offer(t: Speech, view: MatchView, offer: Offer) -> Markup:
    who = t("you") if offer.side is view.side else Markup.escape(view.colleague.name)
    said = t("{moment} · {who}: {share}", moment=offer.made_at, who=who, share=t.percent(offer.share))
    note = note_line(t, offer.note)
    return said if note is None else Markup(" ").join((said, note))


def phone_shown(phone: str) -> str:
    """A phone as it is read aloud: +7 900 000-00-00."""
    try:
        parsed = phonenumbers.parse(phone)
    except phonenumbers.NumberParseException:
        return phone
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _agreed(t: Speech, view: MatchView) -> str:
    return t.percent(view.match.agreed_share or 0)


def _figure(t: Speech, share: int) -> str:
    return format_decimal(Decimal(share).scaleb(-2).normalize(), format="0.##", locale=t.locale)


def _titled(t: Speech, title: str | None, wanted: Markup) -> Markup:
    return wanted if not title else t("“{title}” · {wanted}", title=title, wanted=wanted)
