"""The buttons that a realtor's conversations share, so that each can lead to another's screens."""

from bot.press import Id, Press, Small


class AddProperty(Press, prefix="ap"):
    """Begin to add a property."""


class AddLead(Press, prefix="al"):
    """Begin to add a lead."""


class MyProperties(Press, prefix="mp"):
    """The realtor's properties: a page, active or archived, in one of the orders."""

    page: Small = 0
    archived: bool = False
    sort: Small = 0


class MyLeads(Press, prefix="ml"):
    """The realtor's leads: a page, active or archived, in one of the orders."""

    page: Small = 0
    archived: bool = False
    sort: Small = 0


class OpenProperty(Press, prefix="op"):
    """Show one of the realtor's own properties, with one of its photos."""

    property: Id
    photo: Small = 0
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class OpenLead(Press, prefix="ol"):
    """Show one of the realtor's own leads."""

    lead: Id
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class ShowLeadsFor(Press, prefix="lf"):
    """Look through the leads of colleagues that a property fits, from the best one on."""

    property: Id


class ShowPropertiesFor(Press, prefix="pf"):
    """Look through the properties of colleagues that fit a lead, from the best one on."""

    lead: Id


class MyMatches(Press, prefix="mm"):
    """The realtor's matches: all of them, or those of one lead (`side` l) or property (`side` p)."""

    side: str = ""
    row: Small = 0
    """The lead's or property's id; 0 for all matches."""
    status: Small = 0
    """0 for any, else the place of the status in `MatchStatus`, counted from 1."""
    page: Small = 0


class OpenMatch(Press, prefix="om"):
    """Show one match with its negotiation."""

    match: Id
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class TakeText(Press, prefix="tt"):
    """Say what a waiting text is: n another offer or request, r in place of the open draft, m an addition to it;
    or, of one whose sense is not plain, S selling, L letting, B buying, T renting, 1 one offer after all."""

    text: str
    how: str = "n"


class NextText(Press, prefix="nt"):
    """Go on with the texts that still wait."""
