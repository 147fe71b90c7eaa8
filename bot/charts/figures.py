"""Figures over a period: a picture with words under it or the words alone, and the row that changes period or currency.

rows = [periods(t, press.period, lambda count: press.model_copy(update={"period": count})), ...]
shown = FiguresView(
    head=..., details=..., chart=..., rows=rows, in_figures=..., ways_out=[menu_button(t)], new=press.new
)
await show_figures(ctx, shown)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.charts.chart import Chart
from bot.charts.picture import picture
from bot.charts.scale import money_unit
from bot.forms.model import Context
from bot.localization import Localizer, lines
from bot.screen import Button, Row, Screen, fits_caption, marked

PERIODS = (3, 6, 12)
"""Months; 0 is now."""
MOST_LINES = 8
"""Rows named in the text and in a picture."""
MOST_CURRENCIES = 3
"""Beside each other on a row of buttons."""


class InCurrency(Protocol):
    """Figures in one currency."""

    @property
    def currency(self) -> str:
        """Its code."""


C = TypeVar("C", bound=InCurrency)


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Figures ready to be shown: what is said first, what follows in full, the picture, and the buttons between."""

    head: Markup
    details: Sequence[Markup]
    chart: Chart | None
    """None while there is nothing to draw."""
    rows: Sequence[Row]
    in_figures: CallbackData
    """Shows all of it in words, where a picture cannot carry them."""
    ways_out: Row
    new: bool


def known_period(period: int) -> int:
    """A period there is; anything else is now."""
    return period if period in PERIODS else 0


async def show_figures(ctx: Context, shown: FiguresView, *, only_words: bool = False) -> None:
    """The picture with the words under it, or the words alone."""
    whole = lines(shown.head, *(["", *shown.details] if shown.details else []))
    if shown.chart is None or only_words:
        await ctx.chat.show(Screen(whole, [*shown.rows, shown.ways_out]), new=shown.new)
        return
    fits = fits_caption(whole)
    more = [] if fits else [[Button(ctx.t("🔢 In figures"), shown.in_figures)]]
    screen = Screen(whole if fits else shown.head, [*shown.rows, *more, shown.ways_out], await picture(shown.chart))
    await ctx.chat.show(screen, new=shown.new)


def periods(t: Localizer, period: int, press: Callable[[int], CallbackData]) -> Row:
    """Now, 3, 6 and 12 months; the present one is marked."""
    labels = [(0, t("Now")), *((count, t("{count} mo", count=count)) for count in PERIODS)]
    return [marked(label, press(count), chosen=count == period) for count, label in labels]


def in_currency(known: Sequence[C], currency: str) -> C | None:
    """Those in the currency that was chosen, or else the first; None while there are none."""
    return next((one for one in known if one.currency == currency), known[0] if known else None)


def currencies(t: Localizer, known: Sequence[InCurrency], currency: str, press: Callable[[str], CallbackData]) -> Row:
    """One button a currency, where there are several; the one in which figures are shown is marked."""
    if len(known) < 2:
        return []
    shown = in_currency(known, currency)
    return [
        marked(money_unit(t, [0], one.currency).name, press(one.currency), chosen=one is shown)
        for one in known[:MOST_CURRENCIES]
    ]


def over(t: Localizer, count: int) -> Markup:
    """A period within a sentence: "over 12 months"."""
    return t.n("over {count} month", "over {count} months", count)


def percent(t: Localizer, part: int, whole: int) -> str:
    """A share without decimals; nothing of nothing is nothing."""
    return t.percent((part * 200 + whole) // (whole * 2) * 100) if whole else t.percent(0)


def more_lines(t: Localizer, count: int) -> list[Markup]:
    """A line that says how many are not named."""
    rest = count - MOST_LINES
    return [t.n("and {count} more", "and {count} more", rest)] if rest > 0 else []
