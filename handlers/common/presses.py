"""The buttons that the conversations everybody has share, so that each can lead to another's screens."""

from bot.press import Press
from domain.people.person import Role


class TakeUp(Press, prefix="tkr"):
    """Take up a role."""

    role: Role


class AboutRenting(Press, prefix="tnt"):
    """How somebody who rents comes to their lease."""


class MoreRoles(Press, prefix="mrl"):
    """The roles that one does not have yet."""


class Speak(Press, prefix="spk"):
    """Speak this language."""

    language: str


class OpenLanguage(Press, prefix="lng"):
    """Choose a language."""


class ChooseZone(Press, prefix="zon"):
    """Choose a time zone."""


class OpenCurrencies(Press, prefix="cur"):
    """Choose a currency."""


class ChooseCity(Press, prefix="cty"):
    """Choose the city to be offered first."""


class ChooseQuietHours(Press, prefix="qh"):
    """Choose when not to be told of anything."""


class ChooseDigestHour(Press, prefix="dgh"):
    """Choose when the daily digest comes."""


class OpenPin(Press, prefix="pin"):
    """Show the PIN lock, and change it."""


class OpenPrivacy(Press, prefix="prv"):
    """Show what is kept and why."""


class ChangePhone(Press, prefix="cph"):
    """Confirm another phone."""


class ChangeNames(Press, prefix="cnm"):
    """Be called otherwise."""


class ChangeBirthDate(Press, prefix="cbd"):
    """Give another birth date, or take it back."""


class ChangeCountry(Press, prefix="cco"):
    """Choose another country, or take it back."""


class ChangeEmail(Press, prefix="cem"):
    """Give another e-mail address, or take it back."""


class ChangeAgency(Press, prefix="cag"):
    """Give another agency, or none."""


class AskToErase(Press, prefix="era"):
    """Ask whether everything shall be erased."""
