"""The buttons of an object's documents."""

from bot.press import Id, Press


class AddFiles(Press, prefix="ofa"):
    """Add documents to an object."""

    premises: Id


class GetFile(Press, prefix="ofg"):
    """Receive one document."""

    file: Id


class OpenFile(Press, prefix="ofo"):
    """What is known of one document, and what can be changed."""

    file: Id
    new: bool = False


class OpenToTenants(Press, prefix="oft"):
    """Let the tenants have a document, or no longer."""

    file: Id
    is_open: bool


class SetValidity(Press, prefix="ofv"):
    """Say until when a document is valid."""

    file: Id


class AskToRemove(Press, prefix="ofr"):
    """Ask whether a document shall be removed."""

    file: Id


class RemoveFile(Press, prefix="ofx"):
    """Remove a document."""

    file: Id


class PutBack(Press, prefix="ofu"):
    """Undo removing a document."""

    file: Id
