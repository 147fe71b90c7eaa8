"""The buttons that a realtor's conversations share, so that each can lead to another's screens."""

from bot.callbacks import ABSTRACT, Callback, Id, MaybeId, Small


class AddProperty(Callback, prefix="ap"):
    """Begin to add a property."""


class AddLead(Callback, prefix="al"):
    """Begin to add a lead."""


class MyProperties(Callback, prefix="mp"):
    """The realtor's properties: a page, active or archived, in some order, perhaps only what is found."""

    page: Small = 0
    archived: bool = False
    sort: Small = 0
    found: bool = False


class MyLeads(Callback, prefix="ml"):
    """The realtor's leads: a page, active or archived, in some order, perhaps only what is found."""

    page: Small = 0
    archived: bool = False
    sort: Small = 0
    found: bool = False


class OfLead(Callback, prefix=ABSTRACT):
    """The buttons of one of a realtor's leads."""

    lead: Id


class OpenLead(OfLead, prefix="ol"):
    """Show one of the realtor's own leads."""

    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class OfProperty(Callback, prefix=ABSTRACT):
    """The buttons of one of a realtor's properties."""

    property: Id


class ShowLeadsFor(OfProperty, prefix="lf"):
    """Look through the leads of colleagues that a property fits, from the best one on."""


class ShowPropertiesFor(OfLead, prefix="pf"):
    """Look through the properties of colleagues that fit a lead, from the best one on."""


class MyMatches(Callback, prefix="mm"):
    """The realtor's matches: all of them, or those of one lead (`side` l) or property (`side` p)."""

    side: str = ""
    row: MaybeId = 0
    """The lead's or property's id; 0 for all matches."""
    status: Small = 0
    """0 for any, else the place of the status in `MatchStatus`, counted from 1."""
    page: Small = 0


class OpenMatch(Callback, prefix="om"):
    """Show one match with its negotiation."""

    match: Id
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class TakeText(Callback, prefix="tt"):
    """Say what a waiting text is: n another offer or request, r in place of the open draft, m an addition to it;
    or, of one whose sense is not plain, S selling, L letting, B buying, T renting, 1 one offer after all."""

    text: str
    how: str = "n"


class EditProperty(OfProperty, prefix="ep"):
    """Change a field of a property as it was at this version; without a field, choose one."""

    version: Small
    field: str = ""


class EditLead(OfLead, prefix="el"):
    """Change a field of a lead as it was at this version; without a field, choose one."""

    version: Small
    field: str = ""


class PhotosOf(OfProperty, prefix="ph"):
    """The photos of a property, one at a time, to add and remove."""

    photo: Small = 0


class RemovePhoto(OfProperty, prefix="phr"):
    """Take a photo off a property as it was at this version."""

    version: Small
    photo: Id


class ArchiveProperty(OfProperty, prefix="arp"):
    """Put a property into the archive; asks first unless it is sure."""

    sure: bool = False


class RestoreProperty(OfProperty, prefix="rsp"):
    """Bring a property back from the archive."""


class ArchiveLead(OfLead, prefix="arl"):
    """Put a lead into the archive; asks first unless it is sure."""

    sure: bool = False


class RestoreLead(OfLead, prefix="rsl"):
    """Bring a lead back from the archive."""
