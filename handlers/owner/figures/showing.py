"""What all figures have in common: title, periods, currencies, picture and words, the workbook, the ways on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import MaybeId
from bot.charts.chart import Chart
from bot.charts.picture import picture
from bot.charts.scale import money_unit
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen, fits_caption, marked
from bot.sheets.table import Table
from bot.sheets.workbook import file_name, workbook
from domain.estate.analytics.whose import PERIODS, FiguresScope, Whose
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from handlers.manager.callbacks import OpenObject, OpenParty
from handlers.owner.callbacks import OpenAreaFigures, OpenCostFigures, OpenMoneyFigures

MOST_LINES = 8
"""Objects or articles named in the text and in a picture."""
MOST_CURRENCIES = 3
"""Beside each other on a row of buttons."""
Figures = OpenMoneyFigures | OpenAreaFigures | OpenCostFigures
"""The buttons whose figures lead to each other."""


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
    whose: Whose
    new: bool


def whose_of(owner: MaybeId, premises: MaybeId) -> Whose:
    """What a button is about."""
    return Whose(PremisesId(premises) if premises else None, PartyId(owner) if owner else None)


def known_period(period: int) -> int:
    """A period there is; anything else is now."""
    return period if period in PERIODS else 0


async def show(ctx: Context, shown: FiguresView, *, only_words: bool) -> None:
    """The picture with the words under it, or the words alone."""
    t = ctx.t
    whole = lines(shown.head, *(["", *shown.details] if shown.details else []))
    if shown.chart is None or only_words:
        await ctx.chat.show(Screen(whole, [*shown.rows, _ways_out(t, shown.whose)]), new=shown.new)
        return
    fits = fits_caption(whole)
    more = [] if fits else [[Button(t("🔢 In figures"), shown.in_figures)]]
    screen = Screen(
        whole if fits else shown.head, [*shown.rows, *more, _ways_out(t, shown.whose)], await picture(shown.chart)
    )
    await ctx.chat.show(screen, new=shown.new)


async def send_sheet(ctx: Context, what: Markup, scope: FiguresScope, tables: Sequence[Table]) -> None:
    """The same as a workbook, called by what the figures are."""
    called = named(ctx.t, what, scope)
    await ctx.chat.send_document(await workbook(ctx.t, *tables), file_name(called), called)


def title_of(t: Localizer, what: Markup, scope: FiguresScope) -> Markup:
    """What the figures are, and of what, as a screen's title."""
    return bold(named(t, what, scope))


def named(t: Localizer, what: Markup, scope: FiguresScope) -> Markup:
    """What the figures are, and of what."""
    return Markup("{}: {}").format(what, of_what(t, scope))


def of_what(t: Localizer, scope: FiguresScope) -> Markup:
    """The object, the owner, or everything."""
    if scope.whose.premises is not None and scope.only is not None:
        return Markup.escape(scope.only.name)
    if scope.owner is not None and scope.owner.person_id != scope.asked_by:
        return Markup.escape(scope.owner.name)
    return t("all objects")


def again(press: Figures, **changes: object) -> Figures:
    """The button of the same figures but for the changes: on the same message, and as a picture."""
    return press.model_copy(update={"how": "", "new": False, **changes})


def choices(t: Localizer, press: Figures) -> list[Row]:
    """Other periods, and the other figures."""
    return [periods(t, known_period(press.period), lambda count: again(press, period=count)), others(t, press)]


def periods(t: Localizer, period: int, press: Callable[[int], CallbackData]) -> Row:
    """Now, 3, 6 and 12 months; the present one is marked."""
    labels = [(0, t("Now")), *((count, t("{count} mo", count=count)) for count in PERIODS)]
    return [marked(label, press(count), chosen=count == period) for count, label in labels]


def others(t: Localizer, press: Figures) -> Row:
    """The other figures of the same objects and period."""
    period, owner, premises = press.period, press.owner, press.premises
    every = (
        (t("💰 Money"), OpenMoneyFigures(period=period, owner=owner, premises=premises)),
        (t("📐 Areas"), OpenAreaFigures(period=period, owner=owner, premises=premises)),
        (t("💸 Costs"), OpenCostFigures(period=period, owner=owner, premises=premises)),
    )
    return [Button(label, to) for label, to in every if not isinstance(press, type(to))]


def in_currency(known: Sequence[C], currency: str) -> C | None:
    """Those in the currency that was chosen, or else the first; None while there are none."""
    return next((one for one in known if one.currency == currency), known[0] if known else None)


def currencies(t: Localizer, known: Sequence[InCurrency], press: OpenMoneyFigures | OpenCostFigures) -> Row:
    """One button a currency, where there are several; the one in which figures are shown is marked."""
    if len(known) < 2:
        return []
    shown = in_currency(known, press.currency)
    return [
        marked(money_unit(t, [0], one.currency).name, again(press, currency=one.currency), chosen=one is shown)
        for one in known[:MOST_CURRENCIES]
    ]


def excel(t: Localizer, press: Figures) -> Button:
    """Sends the figures as a workbook."""
    return Button(t("📊 Excel"), again(press, how="s"))


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


def _ways_out(t: Localizer, whose: Whose) -> Row:
    if whose.premises is not None:
        return [Button(t("‹ Object"), OpenObject(premises=whose.premises)), menu_button(t)]
    if whose.owner is not None:
        return [Button(t("‹ Back"), OpenParty(party=whose.owner)), menu_button(t)]
    return [menu_button(t)]
