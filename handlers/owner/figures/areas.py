"""Areas of an owner: how much is let and how much is free, now and over 3, 6, 12 months (OT16, OT17)."""

import datetime as dt
from itertools import dropwhile

from aiogram import Router
from markupsafe import Markup

from bot.charts.chart import Chart
from bot.charts.figures import MOST_LINES, FiguresView, known_period, more_lines, over, percent, show_figures
from bot.charts.kinds import areas_by_name, occupied_and_free
from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.wording import capital
from bot.localization import Localizer
from bot.opening import answers
from bot.screen import Button
from bot.sheets.table import CellKind, SheetColumn, Table
from domain.estate.analytics.let_areas import AreaShare, LetAreas, let_areas
from domain.metres import Metres
from handlers.manager.callbacks import MyObjects
from handlers.owner.callbacks import OpenAreaFigures
from handlers.owner.figures.showing import again, choices, excel, named, send_sheet, title_of, ways_out, whose_of

router = Router(name="owner_areas")


@answers(router, OpenAreaFigures, command="areas")
async def show_areas(ctx: Context, press: OpenAreaFigures) -> None:
    """A period's areas."""
    t, period = ctx.t, known_period(press.period)
    told = await let_areas(ctx.work, ctx.me, whose_of(press.owner, press.premises), period)
    if press.how == "s":
        await send_sheet(ctx, t("Areas"), told.scope, _tables(t, told))
        return
    has_any = any(one.whole for one in told.months)
    rows = [*choices(t, press), [excel(t, press) if has_any else Button(t("🏠 Objects"), MyObjects())]]
    shown = FiguresView(
        head=_head(t, told) if has_any else _nothing(t, told),
        details=_details(t, told) if has_any else [],
        chart=_chart(t, told) if has_any else None,
        rows=rows,
        in_figures=again(press, how="f"),
        ways_out=ways_out(t, told.scope.whose),
        new=press.new,
    )
    await show_figures(ctx, shown, only_words=press.how == "f")


def _nothing(t: Localizer, told: LetAreas) -> Markup:
    said = t("No object has its area yet. Write it on the object's card, and I count what is let and free.")
    return Markup("\n").join([title_of(t, t("Areas"), told.scope), "", said])


def _head(t: Localizer, told: LetAreas) -> Markup:
    said = [title_of(t, t("Areas"), told.scope), t("Now {area}", area=_let(t, told.now))]
    if told.now.free:
        free = percent(t, told.now.free, told.now.whole)
        said.append(t("Free now: {area} ({share})", area=Metres(told.now.free), share=free))
    if len(told.months) > 1:
        whole, let = sum(one.whole for one in told.months), sum(one.let for one in told.months)
        said.append(capital(t("{period}: {share} let", period=over(t, len(told.months)), share=percent(t, let, whole))))
    if told.unknown:
        said.append(
            t.n(
                "{count} object has no area and is not counted.",
                "{count} objects have no area and are not counted.",
                told.unknown,
            )
        )
    return Markup("\n").join(said)


def _let(t: Localizer, area: AreaShare) -> Markup:
    share = percent(t, area.let, area.whole)
    return t("{let} of {whole} let ({share})", let=Metres(area.let), whole=Metres(area.whole), share=share)


def _details(t: Localizer, told: LetAreas) -> list[Markup]:
    if len(told.months) > 1:
        by_month = [
            t("{month}: {area}", month=capital(month_name(t, month)), area=_let(t, area))
            for month, area in reversed(_months(told))
        ]
        # an object that came within a month counts for its days: less than the same object now
        return [t("On average over each month:"), *by_month]
    if len(told.objects) < 2:
        return []
    named = [
        t(
            "{object}: {let} of {whole}",
            object=one.premises.name,
            let=Metres(one.area.let),
            whole=Metres(one.area.whole),
        )
        for one in told.objects[:MOST_LINES]
    ]
    return [*(Markup("• ") + one for one in named), *more_lines(t, len(told.objects))]


def _chart(t: Localizer, told: LetAreas) -> Chart | None:
    title = named(t, t("Areas"), told.scope)
    if len(told.months) == 1:
        listed = told.objects[:MOST_LINES]
        if not listed:
            return None
        names = [one.premises.name for one in listed]
        lets, wholes = [one.area.let for one in listed], [one.area.whole for one in listed]
        return areas_by_name(t, Markup("{}, {}").format(title, t("now")), names, lets, wholes)
    months = _months(told)
    lets, frees = [one.let for _, one in months], [one.free for _, one in months]
    return occupied_and_free(t, title, [month for month, _ in months], lets, frees)


def _months(told: LetAreas) -> list[tuple[dt.date, AreaShare]]:
    """The months from the first in which anything was there: of those before, nothing can be said."""
    return list(dropwhile(lambda one: not one[1].whole, zip(told.scope.months, told.months, strict=True)))


def _tables(t: Localizer, told: LetAreas) -> list[Table]:
    areas = [
        SheetColumn(t("Whole, m²"), CellKind.AREA),
        SheetColumn(t("Let, m²"), CellKind.AREA),
        SheetColumn(t("Free, m²"), CellKind.AREA),
    ]
    share = SheetColumn(t("Share let"), CellKind.PERCENT)
    by_month = Table(
        t("By month"),
        [SheetColumn(t("Month"), CellKind.MONTH), *areas, share],
        [[month, one.whole, one.let, one.free, one.share] for month, one in _months(told)],
        t("The average of each month, of the present one up to today."),
    )
    by_object = Table(
        t("By object, today"),
        [SheetColumn(t("Object")), *areas, share],
        [[one.premises.name, one.area.whole, one.area.let, one.area.free, one.area.share] for one in told.objects],
    )
    return [by_month, by_object]
