"""The two ways to pay, side by side: here, where the operator has a provider, and to say that it is done."""

from bot.localization import Localizer
from bot.screen import Button, Row
from handlers.tenant.callbacks import IPaid, PayLease


def paying(t: Localizer, lease: int, *, can_pay: bool, new: bool = False) -> Row:
    """Pay here and report a payment; only the latter where nothing can be paid here."""
    report = Button(t("✔️ I paid"), IPaid(lease=lease, new=new))
    return [Button(t("💳 Pay"), PayLease(lease=lease, new=new)), report] if can_pay else [report]
