"""What a list's own buttons change about it: its order, one after another, and whether it shows the archive.

    ORDERS = {Order.NEWEST: "↕️ Newest", Order.CHEAPEST: "↕️ Cheapest"}

    look = partial(list_leads, ctx.work, ctx.me, sort=order_of(press, ORDERS))
    filters = [[archive_button(t, press, in_use=t("✅ Active")), order_button(t, press, ORDERS)]]

The list's button has `sort`, the place of the order among these, `archived` and `page`.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from markupsafe import Markup

from bot.localization import Localizer
from bot.screen import Button

E = TypeVar("E")


def order_of(press: Any, orders: Mapping[E, str]) -> E:
    """The order that the list's button means."""
    place: int = press.sort % len(orders)
    return list(orders)[place]


def order_button(t: Localizer, press: Any, orders: Mapping[E, str]) -> Button:
    """Says the present order, a gettext message, and puts the list into the next one."""
    following = {"sort": (press.sort + 1) % len(orders), "page": 0}
    return Button(t(orders[order_of(press, orders)]), press.model_copy(update=following))


def archive_button(t: Localizer, press: Any, *, in_use: Markup) -> Button:
    """To the archive, or back to what is `in_use`."""
    other = press.model_copy(update={"archived": not press.archived, "page": 0})
    return Button(in_use if press.archived else t("🗄 Archive"), other)
