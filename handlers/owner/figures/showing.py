"""What all figures have in common: title, periods, currencies, picture and words, the workbook, the ways on."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.callbacks import MaybeId
from bot.charts.figures import known_period, periods
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold
from bot.screen import Button, Row
from bot.sheets.table import Table
from bot.sheets.workbook import file_name, workbook
from domain.estate.analytics.whose import FiguresScope, Whose
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from handlers.manager.callbacks import OpenObject, OpenParty
from handlers.owner.callbacks import OpenAreaFigures, OpenCostFigures, OpenMoneyFigures

Figures = OpenMoneyFigures | OpenAreaFigures | OpenCostFigures
"""The buttons whose figures lead to each other."""


def whose_of(owner: MaybeId, premises: MaybeId) -> Whose:
    """What a button is about."""
    return Whose(PremisesId(premises) if premises else None, PartyId(owner) if owner else None)


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


def others(t: Localizer, press: Figures) -> Row:
    """The other figures of the same objects and period."""
    period, owner, premises = press.period, press.owner, press.premises
    every = (
        (t("💰 Money"), OpenMoneyFigures(period=period, owner=owner, premises=premises)),
        (t("📐 Areas"), OpenAreaFigures(period=period, owner=owner, premises=premises)),
        (t("💸 Costs"), OpenCostFigures(period=period, owner=owner, premises=premises)),
    )
    return [Button(label, to) for label, to in every if not isinstance(press, type(to))]


def excel(t: Localizer, press: Figures) -> Button:
    """Sends the figures as a workbook."""
    return Button(t("📊 Excel"), again(press, how="s"))


def ways_out(t: Localizer, whose: Whose) -> Row:
    """Back to the object, to the owner, or to the menu."""
    if whose.premises is not None:
        return [Button(t("‹ Object"), OpenObject(premises=whose.premises)), menu_button(t)]
    if whose.owner is not None:
        return [Button(t("‹ Back"), OpenParty(party=whose.owner)), menu_button(t)]
    return [menu_button(t)]
