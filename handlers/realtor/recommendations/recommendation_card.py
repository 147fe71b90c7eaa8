"""One recommendation on one screen: how well it fits, what it is, why and why not, what is offered for it."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.callbacks import NoAction, OpenProperty
from bot.files.photo_carousel import carousel, photo_at
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import BLANK, Button, Row, Screen
from domain.files.stored_file import FileId
from domain.matching.deals.colleague import Colleague
from domain.matching.leads.lead import Lead
from domain.matching.leads.lead_card import LeadCard
from domain.matching.properties.property import Property
from domain.matching.properties.property_card import PropertyCard
from domain.matching.recommendations.recommendation import Recommendation, Recommended
from domain.typed.limits import LONG_TEXT
from handlers.realtor.callbacks import MyMatches, OpenLead
from handlers.realtor.deals.callbacks import Hide, Look, Propose, ReadWhole, Unhide
from handlers.realtor.recommendations.reasons import fit_lines
from handlers.realtor.words import (
    address_line,
    lead_card,
    lead_line,
    lead_name,
    name_of,
    property_card,
    property_line,
    property_name,
    shorten,
)

MOST_DESCRIPTION = 300
"""Characters of a description beside everything else on a card."""

Card = Recommendation[PropertyCard] | Recommendation[LeadCard]
Looked = Recommended[PropertyCard] | Recommended[LeadCard]


def looked_screen(
    t: Localizer,
    looked: Looked,
    look: Look,
    *,
    notice: Markup | None = None,
    hidden: int | None = None,
    is_talked_about: bool = False,
) -> Screen:
    """The card to look at, or what to do while there is none; `hidden` is the one that was just turned down.

    `is_talked_about`: nothing is left, but there are matches about it that go on.
    """
    undo: Row = []
    if hidden is not None:
        undo = [Button(t("↩️ Bring back"), Unhide(side=look.side, row=look.row, other=hidden, own=look.own))]
    if looked.card is None:
        return _nothing(t, looked, look, notice, undo, is_talked_about=is_talked_about)
    card = looked.card
    photos = _photos(card)
    here = look.model_copy(update={"at": card.item.id, "go": "h"})
    text = lines(
        bold(_title(t, looked, card)),
        *((quiet(notice),) if notice is not None else ()),
        *_body(t, card),
    )
    rows = [
        _verdicts(t, look, card),
        carousel(t, photos, look.photo, lambda to: here.model_copy(update={"photo": to})),
        _whole(t, look, card),
        _steps(t, look, looked, card),
        undo,
        _own(t, look, looked, card.item.id),
        _last(t, look),
    ]
    return Screen(text, rows, photo_at(photos, look.photo))


def colleague_line(t: Localizer, colleague: Colleague) -> Markup:
    """A realtor's name and agency."""
    if colleague.agency:
        return t("{name}, “{agency}”", name=colleague.name, agency=colleague.agency)
    return Markup.escape(colleague.name)


def name_of_row(t: Localizer, row: Lead | Property) -> Markup:
    """What the realtor's own lead or property is called."""
    if isinstance(row, Lead):
        return t("lead “{name}”", name=lead_name(t, row))
    return t("property “{name}”", name=property_name(t, row))


def _title(t: Localizer, looked: Looked, card: Card) -> Markup:
    total = t.number(looked.total) if looked.is_total_exact else f"{t.number(looked.total)}+"
    place = f"{t.number(looked.offset + 1)}/{total}"
    return Markup(" · ").join((Markup.escape(place), name_of_row(t, looked.row), t.fact(t.percent(card.score * 100))))


def _body(t: Localizer, card: Card) -> list[Markup | None]:
    item = card.item
    said: list[Markup | None] = []
    if isinstance(item, PropertyCard):
        built = t("built in {year}", year=str(item.year_built)) if item.year_built else None
        extra = [built, *(name_of(t, one) for one in (item.property_class, item.condition) if one is not None)]
        said += [property_line(t, item), address_line(t, item), _dotted(extra)]
        more = item.description
    else:
        extra = [name_of(t, one) for one in (item.property_class, item.condition, item.payment_method) if one]
        said += [lead_line(t, item), _dotted(extra)]
        more = item.additional_requirements
    said.append(fit_lines(t, card.reasons, card.misses, item.city))
    share = t.percent(card.commission_share)
    is_offered = isinstance(item, PropertyCard)
    offered = (
        t("Commission: {share} offered", share=share) if is_offered else t("Commission: you offer {share}", share=share)
    )
    said.append(
        t("{commission} · yours", commission=offered)
        if card.is_own
        else Markup(" · ").join((offered, colleague_line(t, card.realtor)))
    )
    if more:
        said.append(quiet(" ".join(shorten(more, MOST_DESCRIPTION).split())))
    return said


def whole_screen(t: Localizer, looked: Looked, look: Look) -> Screen | None:
    """Everything that the card on the screen may say, or None if it is not recommended any more."""
    if looked.card is None or looked.card.item.id != look.at:
        return None
    item = looked.card.item
    if isinstance(item, PropertyCard):
        whole = property_card(t, item, most_told=LONG_TEXT)
    else:
        whole = lead_card(t, item, most_told=LONG_TEXT)
    return Screen(lines(whole, colleague_line(t, looked.card.realtor)), [[Button(t("‹ Back"), look), menu_button(t)]])


def _whole(t: Localizer, look: Look, card: Card) -> Row:
    item = card.item
    words = item.description if isinstance(item, PropertyCard) else item.additional_requirements
    if len(words or "") <= MOST_DESCRIPTION:
        return []
    return [Button(t("📄 Whole text"), ReadWhole(side=look.side, row=look.row, other=item.id, own=look.own))]


def _dotted(parts: Sequence[Markup | None]) -> Markup | None:
    known = [part for part in parts if part]
    return Markup(" · ").join(known) if known else None


def _photos(card: Card) -> tuple[FileId, ...]:
    return card.item.photos if isinstance(card.item, PropertyCard) else ()


def _verdicts(t: Localizer, look: Look, card: Card) -> Row:
    propose = Propose(side=look.side, row=look.row, other=card.item.id, own=look.own)
    hide = Button(t("👎 Not this"), Hide(side=look.side, row=look.row, other=card.item.id, own=look.own))
    if card.is_own:
        return [Button(t("🤝 Bring together"), propose), hide]
    with_note = Button(t("💬 With a note"), propose.model_copy(update={"note": True}))
    return [Button(t("👍 Propose"), propose), hide, with_note]


def _steps(t: Localizer, look: Look, looked: Looked, card: Card) -> Row:
    if not looked.offset and not looked.has_next:
        return []

    def step(go: str) -> Look:
        return look.model_copy(update={"at": card.item.id, "go": go, "photo": 0})

    return [
        Button(t("‹ Previous"), step("p")) if looked.offset else Button(BLANK, NoAction()),
        Button(t("Next ›"), step("n")) if looked.has_next else Button(BLANK, NoAction()),
    ]


def _own(t: Localizer, look: Look, looked: Looked, at: int) -> Row:
    if look.own:
        return [Button(t("Without my own"), look.model_copy(update={"own": False, "go": "h", "at": at}))]
    if looked.own:
        label = t("With my own: {count}", count=looked.own)
        return [Button(label, look.model_copy(update={"own": True, "go": "h", "at": at}))]
    return []


def _last(t: Localizer, look: Look) -> Row:
    if look.side == "l":
        return [Button(t("‹ To the lead"), OpenLead(lead=look.row)), menu_button(t)]
    return [Button(t("‹ To the property"), OpenProperty(property=look.row)), menu_button(t)]


def _nothing(
    t: Localizer, looked: Looked, look: Look, notice: Markup | None, undo: Row, *, is_talked_about: bool
) -> Screen:
    row = looked.row
    title = bold(
        t("Lead “{name}”", name=lead_name(t, row))
        if isinstance(row, Lead)
        else t("Property “{name}”", name=property_name(t, row))
    )
    again: Row = []
    if looked.total:
        said = t("That was the last one. You can look through them again.")
        first = look.model_copy(update={"at": 0, "go": "h", "photo": 0})
        again = [Button(t("⏮ From the first"), first)]
    elif is_talked_about:
        said = t("What fits is in your matches already. I will write when something more comes.")
        again = [Button(t("🤝 Matches"), MyMatches(side=look.side, row=look.row))]
    elif look.side == "l":
        said = t("Nothing fits yet. Widen the budget or the districts, or wait: I will write when something comes.")
    else:
        said = t("No lead fits yet. I will write as soon as one comes; a lower price or more photos may help.")
    text = lines(title, *((quiet(notice),) if notice is not None else ()), "", said)
    return Screen(text, [again, undo, _own(t, look, looked, 0), _last(t, look)])
