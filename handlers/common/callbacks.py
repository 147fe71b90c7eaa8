"""The buttons that the conversations everybody has share, so that each can lead to another's screens."""

from bot.callbacks import Callback
from domain.people.person import Role


class TakeUpRole(Callback, prefix="tkr"):
    """Take up a role."""

    role: Role


class AboutRenting(Callback, prefix="tnt"):
    """How somebody who rents comes to their lease."""


class MoreRoles(Callback, prefix="mrl"):
    """The roles that one does not have yet."""


class Speak(Callback, prefix="spk"):
    """Speak this language."""

    language: str


class OpenLanguage(Callback, prefix="lng"):
    """Choose a language."""


class ChooseZone(Callback, prefix="zon"):
    """Choose a time zone."""


class OpenCurrencies(Callback, prefix="cur"):
    """Choose a currency."""


class ChooseCity(Callback, prefix="cty"):
    """Choose the city to be offered first."""


class ChooseQuietHours(Callback, prefix="qh"):
    """Choose when not to be told of anything."""


class ChooseDigestHour(Callback, prefix="dgh"):
    """Choose when the daily digest comes."""


class OpenPin(Callback, prefix="pin"):
    """Show the PIN lock, and change it."""


class OpenPrivacy(Callback, prefix="prv"):
    """Show what is kept and why."""


class ChangePhone(Callback, prefix="cph"):
    """Confirm another phone."""


class ChangeNames(Callback, prefix="cnm"):
    """Be called otherwise."""


class ChangeBirthDate(Callback, prefix="cbd"):
    """Give another birth date, or take it back."""


class ChangeCountry(Callback, prefix="cco"):
    """Choose another country, or take it back."""


class ChangeEmail(Callback, prefix="cem"):
    """Give another e-mail address, or take it back."""


class ChangeAgency(Callback, prefix="cag"):
    """Give another agency, or none."""


class AskToErase(Callback, prefix="era"):
    """Ask whether everything shall be erased."""
