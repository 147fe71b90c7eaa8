"""The buttons of an object's own screens: whose it is, its fields, photos, archive, deletion, realtors."""

from typing import Literal

from bot.callbacks import Callback, Id, MaybeId, OfPremises, Small

Field = Literal[
    "",
    "name",
    "address",
    "city",
    "category",
    "area",
    "owner",
    "balance_sheet_holder",
    "description",
    "currency",
    "photos",
    "readings",
]


class ChooseOwner(Callback, prefix="jow"):
    """Choose whose a new object (0) or this one is."""

    premises: MaybeId = 0
    version: Small = 0
    page: Small = 0


class PickOwner(Callback, prefix="jpk"):
    """This owner it is; 0: the manager themselves."""

    party: MaybeId
    premises: MaybeId = 0
    version: Small = 0


class FindObject(Callback, prefix="jfi"):
    """Type what to look for among the objects."""

    archived: bool = False
    sort: Small = 0


class EditObject(OfPremises, prefix="jed"):
    """Change a field of an object as it was at this version; without a field, choose one."""

    version: Small
    field: Field = ""


class PhotosOfObject(OfPremises, prefix="jph"):
    """The photos of an object, one at a time, to add and remove."""

    photo: Small = 0


class RemoveObjectPhoto(OfPremises, prefix="jrp"):
    """Take a photo off an object as it was at this version."""

    version: Small
    photo: Id


class ArchiveObject(OfPremises, prefix="jar"):
    """Put an object into the archive; asks first unless it is sure."""

    sure: bool = False


class RestoreObject(OfPremises, prefix="jrs"):
    """Bring an object back from the archive."""


class DeleteObject(OfPremises, prefix="jdl"):
    """Delete an object; `fate`: what becomes of its events, empty while it has not been said."""

    fate: Literal["", "keep", "move", "delete"] = ""
    to: MaybeId = 0
    page: Small = 0


class LeasesOf(OfPremises, prefix="jls"):
    """Who rents an object, has rented it, or will."""

    page: Small = 0


class OfferObject(OfPremises, prefix="jof"):
    """Offer a vacant object to realtors; `join`: become a realtor for that."""

    join: bool = False
    new: bool = False


class StopOffering(OfPremises, prefix="jso"):
    """Offer it to realtors no longer."""
