"""What usually comes right after somebody has been added: an owner's object, a tenant's lease."""

from bot.localization import Localizer
from bot.screen import Button
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import Party, PartyKind
from handlers.manager.leases.callbacks import LetTo, PickTenant
from handlers.manager.objects.callbacks import PickOwner


def next_step(t: Localizer, party: Party, premises: PremisesId | None = None) -> Button:
    """The button that does it; `premises` is what the tenant is known to rent."""
    if party.kind is PartyKind.OWNER:
        return Button(t("➕ Object"), PickOwner(party=party.id))
    if premises is not None:
        return Button(t("📄 New lease"), PickTenant(premises=premises, party=party.id))
    return Button(t("📄 New lease"), LetTo(party=party.id))
