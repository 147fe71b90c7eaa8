"""The buttons that a realtor's conversations share, so that each can lead to another's screens."""

from bot.callbacks import Callback, Id, MaybeId, Small


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


class OpenLead(Callback, prefix="ol"):
    """Show one of the realtor's own leads."""

    lead: Id
    new: bool = False
    """In a new message, so that the event on which the button stands remains readable."""


class ShowLeadsFor(Callback, prefix="lf"):
    """Look through the leads of colleagues that a property fits, from the best one on."""

    property: Id


class ShowPropertiesFor(Callback, prefix="pf"):
    """Look through the properties of colleagues that fit a lead, from the best one on."""

    lead: Id


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


class EditProperty(Callback, prefix="ep"):
    """Change a field of a property as it was at this version; without a field, choose one."""

    property: Id
    version: Small
    field: str = ""


class EditLead(Callback, prefix="el"):
    """Change a field of a lead as it was at this version; without a field, choose one."""

    lead: Id
    version: Small
    field: str = ""


class PhotosOf(Callback, prefix="ph"):
    """The photos of a property, one at a time, to add and remove."""

    property: Id
    photo: Small = 0


class RemovePhoto(Callback, prefix="phr"):
    """Take a photo off a property as it was at this version."""

    property: Id
    version: Small
    photo: Id


class ArchiveProperty(Callback, prefix="arp"):
    """Put a property into the archive; asks first unless it is sure."""

    property: Id
    sure: bool = False


class RestoreProperty(Callback, prefix="rsp"):
    """Bring a property back from the archive."""

    property: Id


class ArchiveLead(Callback, prefix="arl"):
    """Put a lead into the archive; asks first unless it is sure."""

    lead: Id
    sure: bool = False


class RestoreLead(Callback, prefix="rsl"):
    """Bring a lead back from the archive."""

    lead: Id
