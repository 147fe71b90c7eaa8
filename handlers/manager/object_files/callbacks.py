"""The buttons of an object's documents."""

from bot.callbacks import Callback, Id


class AddFiles(Callback, prefix="ofa"):
    """Add documents to an object."""

    premises: Id


class GetFile(Callback, prefix="ofg"):
    """Receive one document."""

    file: Id


class OpenFile(Callback, prefix="ofo"):
    """What is known of one document, and what can be changed."""

    file: Id
    new: bool = False


class OpenToTenants(Callback, prefix="oft"):
    """Let the tenants have a document, or no longer."""

    file: Id
    is_open: bool


class SetValidity(Callback, prefix="ofv"):
    """Say until when a document is valid."""

    file: Id


class AskToRemove(Callback, prefix="ofr"):
    """Ask whether a document shall be removed."""

    file: Id


class RemoveFile(Callback, prefix="ofx"):
    """Remove a document."""

    file: Id


class PutBack(Callback, prefix="ofu"):
    """Undo removing a document."""

    file: Id
