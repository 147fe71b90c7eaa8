"""How costs are said: their kinds, a line, a month's total."""

import datetime as dt

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.wording import capital
from bot.localization import Localizer, struck
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft
from domain.estate.costs.show_costs import MonthOfCosts, NotedCost
from domain.money import Money

KINDS = {CostKind.UTILITY: "utilities", CostKind.OPERATING: "operating", CostKind.OTHER: "other costs"}
"""What the kinds are called within a sentence; gettext messages."""
KIND_LABELS = {CostKind.UTILITY: "💧 Utilities", CostKind.OPERATING: "🔧 Operating", CostKind.OTHER: "📌 Other"}
"""The same on buttons; gettext messages."""


def kind_name(t: Localizer, kind: CostKind) -> Markup:
    """A kind within a sentence."""
    return t(KINDS[kind])


def month_number(month: dt.date) -> int:
    """A month in a button."""
    return month.year * 12 + month.month - 1


def month_of_number(number: int, instead: dt.date) -> dt.date:
    """The month in a button; a number that is no month is taken for the one `instead`."""
    year, month = divmod(number, 12)
    return dt.date(year, month + 1, 1) if 1990 <= year <= 2100 else instead.replace(day=1)


def cost_line(t: Localizer, noted: NotedCost) -> Markup:
    """A cost in a list; one that was taken back is struck through."""
    cost = noted.cost
    paper = " 🧾" if cost.receipt is not None else ""
    said = t("{article}: {amount}", article=cost.article, amount=cost.money)
    return Markup("• {}{}").format(said, paper) if noted.stands else Markup("• {}").format(struck(said))


def total_lines(t: Localizer, view: MonthOfCosts) -> list[Markup]:
    """What a month came to, by kind, a line for each currency."""
    said = []
    for currency, kinds in view.totals().items():
        whole = Money(sum(one.minor for one in kinds.values()), currency)
        parts = Markup(", ").join(
            t("{kind} {amount}", kind=kind_name(t, kind), amount=money) for kind, money in kinds.items()
        )
        line = t("In all {amount}", amount=whole)
        said.append(t("{total}: {parts}", total=line, parts=parts) if len(kinds) > 1 else line)
    return said


def stated(t: Localizer, cost: CostDraft, currency: str) -> Markup:
    """A cost in one line, as it is confirmed."""
    amount = Money(cost.minor, currency)
    return t("{article}, {month}, {amount}", article=cost.article, month=month_name(t, cost.month), amount=amount)


def month_title(t: Localizer, month: dt.date) -> Markup:
    """A month at the beginning of a line."""
    return capital(month_name(t, month))
