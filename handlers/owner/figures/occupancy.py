"""Whether an object is let, by whom and until when, and which months it was, as a strip and in words (OT6, OT7)."""

from aiogram import Router
from markupsafe import Markup

from bot.charts.chart import Chart
from bot.charts.figures import FiguresView, known_period, percent, periods, show_figures
from bot.charts.kinds import areas_by_name, occupancy
from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.wording import capital
from bot.localization import Localizer, bold
from bot.screen import Button, Row
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from bot.sheets.workbook import file_name, workbook
from domain.estate.analytics.occupancy_over import MonthLet, Tenancy, occupancy_over
from domain.estate.analytics.occupancy_over import Occupancy as Told
from domain.estate.objects.premises import PremisesId
from domain.metres import Metres
from handlers.manager.callbacks import OpenLease
from handlers.manager.figures_callbacks import OccupancySheet
from handlers.owner.callbacks import OpenAreaFigures, OpenOccupancy
from handlers.owner.figures.areas import show_areas
from handlers.owner.figures.showing import ways_out, whose_of

router = Router(name="owner_occupancy")


@router.callback_query(OpenOccupancy.filter())
async def of_period(_query: object, callback_data: OpenOccupancy, ctx: Context) -> None:
    """One object; of all of them, the areas tell it."""
    press = callback_data
    if not press.premises:
        await show_areas(ctx, OpenAreaFigures(period=press.period, new=press.new))
        return
    t, period = ctx.t, known_period(press.period)
    told = await occupancy_over(ctx.work, ctx.me, PremisesId(press.premises), period)

    def to(count: int) -> OpenOccupancy:
        return OpenOccupancy(premises=press.premises, period=count)

    ways = [Button(t("📊 Excel"), OccupancySheet(premises=press.premises, period=period))]
    if told.now:
        ways.append(Button(t("📄 Lease"), OpenLease(lease=told.now[0].lease.id)))
    rows: list[Row] = [periods(t, period, to), ways]
    shown = FiguresView(
        head=_head(t, told),
        details=[_of_month(t, one) for one in reversed(told.months)] if period else [],
        chart=_chart(t, told, period),
        rows=rows,
        in_figures=to(period),
        ways_out=ways_out(t, whose_of(0, press.premises)),
        new=press.new,
    )
    await show_figures(ctx, shown)


@router.callback_query(OccupancySheet.filter())
async def send_sheet(_query: object, callback_data: OccupancySheet, ctx: Context) -> None:
    """The months as a workbook."""
    t, period = ctx.t, known_period(callback_data.period)
    told = await occupancy_over(ctx.work, ctx.me, PremisesId(callback_data.premises), period)
    title = t("Occupancy: {object}", object=told.premises.name)
    columns = [
        SheetColumn(t("Month"), CellKind.MONTH),
        SheetColumn(t("Occupied")),
        SheetColumn(t("Days let"), CellKind.NUMBER),
        SheetColumn(t("Days"), CellKind.NUMBER),
        SheetColumn(t("Share let"), CellKind.PERCENT),
    ]
    rows: list[list[Value]] = [
        [one.month, t("yes") if one.is_occupied else t("no"), one.let_days, one.days, one.let_days * 10_000 // one.days]
        for one in told.months
    ]
    await ctx.chat.send_document(await workbook(t, Table(title, columns, rows)), file_name(title), title)


def _head(t: Localizer, told: Told) -> Markup:
    said = [bold(t("Occupancy: {object}", object=told.premises.name))]
    if told.now:
        said += [t("Occupied: {tenancy}", tenancy=_tenancy(t, one)) for one in told.now]
    else:
        said.append(t("Vacant now."))
    if told.coming is not None:
        coming = told.coming
        said.append(t("From {date}: {name}", date=coming.lease.starts_on, name=coming.tenant.name))
    if told.area.whole and told.now and told.area.free:
        said.append(t("Let {let} of {whole}", let=Metres(told.area.let), whole=Metres(told.area.whole)))
    occupied = sum(one.is_occupied for one in told.months)
    if len(told.months) > 1:
        days, let = sum(one.days for one in told.months), sum(one.let_days for one in told.months)
        said.append(
            t.n(
                "Occupied in {occupied} of {count} month, {share} of the days",
                "Occupied in {occupied} of {count} months, {share} of the days",
                len(told.months),
                occupied=occupied,
                share=percent(t, let, days),
            )
        )
    return Markup("\n").join(said)


def _tenancy(t: Localizer, one: Tenancy) -> Markup:
    if one.lease.ends_on is None:
        return t("{name}, open-ended", name=one.tenant.name)
    return t("{name}, until {date}", name=one.tenant.name, date=one.lease.ends_on)


def _of_month(t: Localizer, one: MonthLet) -> Markup:
    name = capital(month_name(t, one.month))
    if not one.is_occupied:
        return t("{month}: no", month=name)
    if one.let_days == one.days:
        return t("{month}: yes", month=name)
    return t.n(
        "{month}: yes, {let} of {count} day",
        "{month}: yes, {let} of {count} days",
        one.days,
        month=name,
        let=one.let_days,
    )


def _chart(t: Localizer, told: Told, period: int) -> Chart:
    if not period and told.area.whole:
        return areas_by_name(
            t,
            Markup("{}, {}").format(t("Occupancy"), t("now")),
            [told.premises.name],
            [told.area.let],
            [told.area.whole],
        )
    months = [one.month for one in told.months]
    return occupancy(
        t, told.premises.name, months, [one.let_days for one in told.months], [one.days for one in told.months]
    )
