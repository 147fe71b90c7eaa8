"""Costs of an owner's objects: by kind and article, now and over 3, 6, 12 months (OT9, OT10, OT18, OT19)."""

from aiogram import Router
from markupsafe import Markup

from bot.charts.chart import Chart
from bot.charts.figures import (
    MOST_LINES,
    FiguresView,
    currencies,
    in_currency,
    known_period,
    more_lines,
    over,
    show_figures,
)
from bot.charts.kinds import costs_by_kind, sums_by_name
from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.wording import capital
from bot.localization import Localizer
from bot.opening import answers
from bot.screen import Button
from bot.sheets.table import CellKind, SheetColumn, Table
from domain.estate.analytics.costs_over import CostsOver, CurrencyCosts, costs_over
from domain.estate.costs.cost import CostKind
from domain.money import Money as Sum
from handlers.manager.callbacks import MyObjects, OpenObjectCosts
from handlers.manager.costs.words import kind_name
from handlers.owner.callbacks import OpenCostFigures
from handlers.owner.figures.showing import again, choices, excel, named, send_sheet, title_of, ways_out, whose_of

router = Router(name="owner_costs")


@answers(router, OpenCostFigures, command="costs")
async def _show(ctx: Context, press: OpenCostFigures) -> None:
    """A period, in a currency; or the same as a workbook."""
    t, period = ctx.t, known_period(press.period)
    told = await costs_over(ctx.work, ctx.me, whose_of(press.owner, press.premises), period)
    if press.how == "s":
        await send_sheet(ctx, t("Costs"), told.scope, _tables(t, told))
        return
    costs = in_currency(told.currencies, press.currency)
    rows = [
        *choices(t, press),
        currencies(t, told.currencies, press.currency, lambda code: again(press, currency=code)),
        [*([excel(t, press)] if costs is not None else []), _rows_button(t, told)],
    ]
    shown = FiguresView(
        head=_head(t, told, costs),
        details=_details(t, told, costs) if costs is not None else [],
        chart=_chart(t, told, costs) if costs is not None else None,
        rows=rows,
        in_figures=again(press, how="f"),
        ways_out=ways_out(t, told.scope.whose),
        new=press.new,
    )
    await show_figures(ctx, shown, only_words=press.how == "f")


def _rows_button(t: Localizer, told: CostsOver) -> Button:
    """The way to the single costs."""
    if told.scope.only is not None:
        return Button(t("💸 Row by row"), OpenObjectCosts(premises=told.scope.only.id))
    return Button(t("🏠 Objects"), MyObjects())


def _head(t: Localizer, told: CostsOver, costs: CurrencyCosts | None) -> Markup:
    title, months = title_of(t, t("Costs"), told.scope), told.scope.months
    if costs is None:
        said = t("Nothing is noted for this time. Costs are noted on an object's card, or loaded from a table.")
        return Markup("\n").join([title, "", said])
    now = t("{month}: {amount}", month=capital(month_name(t, months[-1])), amount=Sum(costs.months[-1], costs.currency))
    said_lines = [title, now]
    if len(months) > 1:
        said_lines.append(
            capital(t("{period}: {amount}", period=over(t, len(months)), amount=Sum(costs.minor, costs.currency)))
        )
    kinds = [
        t("{kind} {amount}", kind=kind_name(t, kind), amount=Sum(costs.of_kind(kind), costs.currency))
        for kind in CostKind
        if costs.of_kind(kind)
    ]
    if kinds:
        said_lines.append(capital(Markup(", ").join(kinds)))
    said_lines += [
        t("Besides: {amount}", amount=Sum(one.minor, one.currency))
        for one in told.currencies
        if one.currency != costs.currency
    ]
    return Markup("\n").join(said_lines)


def _details(t: Localizer, told: CostsOver, costs: CurrencyCosts) -> list[Markup]:
    articles = [
        Markup("• ") + t("{article}: {amount}", article=one.article, amount=Sum(one.minor, costs.currency))
        for one in costs.articles[:MOST_LINES]
    ]
    said = [*articles, *more_lines(t, len(costs.articles))]
    if len(told.scope.months) > 1:
        rows = list(zip(told.scope.months, costs.months, strict=True))
        by_month = [
            t("{month}: {amount}", month=capital(month_name(t, month)), amount=Sum(minor, costs.currency))
            for month, minor in reversed(rows[:-1])
            if minor
        ]
        return [*said, Markup(), *by_month]
    return said


def _chart(t: Localizer, told: CostsOver, costs: CurrencyCosts) -> Chart:
    title, months = named(t, t("Costs"), told.scope), told.scope.months
    if len(months) == 1:
        listed = costs.articles[:MOST_LINES]
        said = Markup("{}, {}").format(title, month_name(t, months[0]))
        return sums_by_name(t, said, [one.article for one in listed], [one.minor for one in listed], costs.currency)
    kinds = costs.kinds
    utility, operating, other = (kinds[kind] for kind in (CostKind.UTILITY, CostKind.OPERATING, CostKind.OTHER))
    return costs_by_kind(t, title, months, utility, operating, other, costs.currency)


def _tables(t: Localizer, told: CostsOver) -> list[Table]:
    tables: list[Table] = []
    for costs in told.currencies:
        tables += [_by_month(t, told, costs), _by_article(t, told, costs)]
        if len(costs.objects) > 1:
            tables.append(_by_object(t, costs))
    return tables


def _by_month(t: Localizer, told: CostsOver, costs: CurrencyCosts) -> Table:
    kinds = [SheetColumn(capital(kind_name(t, kind)), CellKind.MONEY, is_summed=True) for kind in CostKind]
    return Table(
        t("By month, {currency}", currency=costs.currency),
        [SheetColumn(t("Month"), CellKind.MONTH), *kinds, SheetColumn(t("Total"), CellKind.MONEY, is_summed=True)],
        [
            [
                month,
                *(Sum(costs.kinds[kind][at], costs.currency) for kind in CostKind),
                Sum(costs.months[at], costs.currency),
            ]
            for at, month in enumerate(told.scope.months)
        ],
    )


def _by_article(t: Localizer, told: CostsOver, costs: CurrencyCosts) -> Table:
    months = [SheetColumn(capital(month_name(t, month)), CellKind.MONEY, is_summed=True) for month in told.scope.months]
    return Table(
        t("By article, {currency}", currency=costs.currency),
        [
            SheetColumn(t("Article")),
            SheetColumn(t("Kind of cost")),
            *months,
            SheetColumn(t("Total"), CellKind.MONEY, is_summed=True),
        ],
        [
            [
                one.article,
                capital(kind_name(t, one.kind)),
                *(Sum(minor, costs.currency) for minor in one.months),
                Sum(one.minor, costs.currency),
            ]
            for one in costs.articles
        ],
    )


def _by_object(t: Localizer, costs: CurrencyCosts) -> Table:
    return Table(
        t("By object, {currency}", currency=costs.currency),
        [SheetColumn(t("Object")), SheetColumn(t("Total"), CellKind.MONEY, is_summed=True)],
        [[one.premises.name, Sum(one.minor, costs.currency)] for one in costs.objects],
    )
