"""A changed price in words: old, new, and by how much, read from the news of it."""

from markupsafe import Markup

from bot.localization import Localizer
from domain.money import Money
from domain.notifications.notification import Notification
from handlers.realtor.words import short


def price_title(t: Localizer, old: Money, new: Money, percent: int | None) -> Markup:
    """The first line of the news; `percent` is None where the two cannot be compared."""
    change = {"old": short(t, old), "new": short(t, new)}
    if percent is None:
        return t("📉 The price has changed: {old} → {new}", **change)
    by = t.percent(abs(percent) * 100)
    if percent < 0:
        return t("📉 The price is {by} lower: {old} → {new}", by=by, **change)
    return t("📈 The price is {by} higher: {old} → {new}", by=by, **change)


def prices(notification: Notification) -> tuple[Money, Money]:
    """The old and the new one."""
    old, new = notification.data["old"], notification.data["new"]
    return Money(old["minor"], old["currency"]), Money(new["minor"], new["currency"])
