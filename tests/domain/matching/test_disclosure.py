"""The table of who sees what knows every field there is, and the cards show nothing that is not in it."""

from dataclasses import fields
from pathlib import Path

from domain.matching.deals.disclosure import ALWAYS, CONTACTS_OPEN, LEAD, NEVER, PROPERTY, REALTOR, TALK, Stage, shown
from domain.matching.deals.match_view import MatchView
from domain.matching.leads.lead import Lead
from domain.matching.leads.lead_card import LeadCard
from domain.matching.leads.lead_draft import PRIVATE
from domain.matching.properties.property import Property
from domain.matching.properties.property_card import PropertyCard

DOCS = Path(__file__).parents[3] / "docs" / "deals.md"
ROWS = {
    "property: every photo": {PROPERTY["photos"], PROPERTY["description"]},
    "property: deal, price": {PROPERTY[one] for one in ("deal", "price", "street", "house_number", "year_built")},
    "lead: every wish": {LEAD[one] for one in ("budget", "rooms", "payment_method", "additional_requirements")},
    "colleague: name": {REALTOR["name"], REALTOR["agency"]},
    "offers": {TALK["offers"], TALK["notes"]},
    "lead: the client's": {LEAD["client_name"], LEAD["client_contacts"]},
    "colleague: phone": {REALTOR["phone"], REALTOR["username"]},
    "why an agreement": {TALK["reason"]},
    "lead: notes": {LEAD["notes"], LEAD["title"]},
}
"""How the lines of the document begin, and what of the table they say."""


def test_every_field_is_in_the_table() -> None:
    assert {one.name for one in fields(Property)} == set(PROPERTY)
    assert {one.name for one in fields(Lead)} | set(PRIVATE) == set(LEAD)


def test_cards_have_only_what_somebody_may_see_at_some_stage() -> None:
    for card, table in ((PropertyCard, PROPERTY), (LeadCard, LEAD)):
        assert [one.name for one in fields(card) if table[one.name] is NEVER] == []
    assert {one.name: one.type for one in fields(MatchView)}["offered"] is PropertyCard


def test_who_the_client_and_the_colleague_are_opens_by_agreement_only() -> None:
    assert {Stage.AGREED, Stage.COMPLETED} == CONTACTS_OPEN
    assert {name for name in LEAD if LEAD[name] is CONTACTS_OPEN} == {"client_name", "client_contacts"}
    assert {name for name in REALTOR if REALTOR[name] is ALWAYS} == {"name", "agency"}


def test_the_document_says_the_same() -> None:
    lines = [line.strip("| ").split(" | ") for line in DOCS.read_text().splitlines() if line.startswith("| ")]
    said = {
        line[0]: frozenset(stage for stage, cell in zip(Stage, line[1:], strict=True) if cell == "yes")
        for line in lines[2:]
    }
    for begin, stages in ROWS.items():
        (row,) = [value for name, value in said.items() if name.startswith(begin)]
        assert {row} == stages, begin


def test_contacts_in_what_is_written_freely_are_hidden_until_an_agreement() -> None:
    for stage in Stage:
        said = shown(PROPERTY, "description", "Окна во двор, +7 900 123-45-67", stage)
        noted = shown(TALK, "notes", ("Звоните +7 900 123-45-67", "Завтра в 10"), stage)
        is_open = stage in CONTACTS_OPEN
        assert "Окна во двор" in said
        assert ("123-45-67" in said) is is_open
        assert noted is None if stage not in TALK["notes"] else ("123-45-67" in noted[0]) is is_open
        assert noted is None or noted[1] == "Завтра в 10"
