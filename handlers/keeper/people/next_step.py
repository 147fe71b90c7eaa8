"""What usually comes right after somebody has been added: an owner's object, a tenant's lease."""

from bot.screen import Button
from bot.speech import Speech
from domain.estate.party import Party, PartyKind
from handlers.keeper.leases.presses import LetTo
from handlers.keeper.objects.presses import PickOwner


def next_step(t: Speech, party: Party) -> Button:
    """The button that does it."""
    if party.kind is PartyKind.OWNER:
        return Button(t("➕ Object"), PickOwner(party=party.id))
    return Button(t("📄 New lease"), LetTo(party=party.id))
