"""What usually comes right after somebody has been added: an owner's object, a tenant's lease."""

from bot.screen import Button
from bot.speech import Speech
from domain.estate.party import Party, PartyKind
from domain.estate.premises import PremisesId
from handlers.keeper.leases.presses import LetTo, PickTenant
from handlers.keeper.objects.presses import PickOwner


def next_step(t: Speech, party: Party, premises: PremisesId | None = None) -> Button:
    """The button that does it; `premises` is what the tenant is known to rent."""
    if party.kind is PartyKind.OWNER:
        return Button(t("➕ Object"), PickOwner(party=party.id))
    if premises is not None:
        return Button(t("📄 New lease"), PickTenant(premises=premises, party=party.id))
    return Button(t("📄 New lease"), LetTo(party=party.id))
