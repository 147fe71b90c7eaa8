"""Any listing or request, typed or forwarded, becomes fields to check; nothing is guessed silently."""

from domain.matching.intake.found import Contact, ContactKind, Found, Intent, Period, Side, Understood
from domain.matching.intake.understanding import understand

__all__ = ["Contact", "ContactKind", "Found", "Intent", "Period", "Side", "Understood", "understand"]
