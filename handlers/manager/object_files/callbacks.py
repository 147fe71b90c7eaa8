"""The buttons of an object's documents."""

from bot.callbacks import ABSTRACT, Callback, Id, OfPremises


class AddFiles(OfPremises, prefix="ofa"):
    """Add documents to an object."""


class OfFile(Callback, prefix=ABSTRACT):
    """The buttons of one document."""

    file: Id


class GetFile(OfFile, prefix="ofg"):
    """Receive one document."""


class OpenFile(OfFile, prefix="ofo"):
    """What is known of one document, and what can be changed."""

    new: bool = False


class OpenToTenants(OfFile, prefix="oft"):
    """Let the tenants have a document, or no longer."""

    is_open: bool


class SetValidity(OfFile, prefix="ofv"):
    """Say until when a document is valid."""


class AskToRemove(OfFile, prefix="ofr"):
    """Ask whether a document shall be removed."""


class RemoveFile(OfFile, prefix="ofx"):
    """Remove a document."""


class PutBack(OfFile, prefix="ofu"):
    """Undo removing a document."""
