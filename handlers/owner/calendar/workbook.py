"""A year of the calendar as a workbook: every event, and what it comes to by month and by object in each currency."""

import datetime as dt

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines
from bot.screen import Button
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from bot.sheets.workbook import file_name, workbook
from domain.calendar.event import Occurrence
from domain.calendar.show_event import EventsView
from domain.calendar.take_out import events_between
from domain.calendar.totals import Total, Totals, show_totals
from domain.estate.objects.premises import PremisesId
from domain.money import Money
from handlers.owner.calendar.callbacks import CalendarMonth, SendWorkbook
from handlers.owner.calendar.words import event_name, object_name, total_line

router = Router(name="calendar_workbook")


@router.callback_query(SendWorkbook.filter())
async def send_workbook(_query: object, callback_data: SendWorkbook, ctx: Context) -> None:
    """Send it to keep."""
    t = ctx.t
    year = min(max(callback_data.year, dt.MINYEAR), dt.MAXYEAR)
    about = PremisesId(callback_data.premises) if callback_data.premises else None
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    events = await events_between(ctx.work, ctx.me, first, last, premises_id=about)
    if not events.occurrences:
        await ctx.chat.toast(t("There are no events in these days."), alert=True)
        return
    totals = await show_totals(ctx.work, ctx.me, first, last, premises_id=about)
    title = t("Income calendar {year}", year=str(year))
    content = await workbook(t, *_events(t, title, events), *_sums(t, totals))
    caption = lines(title, *(total_line(t, one) for one in totals.overall.values()))
    rows = [[Button(t("📅 Calendar"), CalendarMonth(new=True)), menu_button(t, new=True)]]
    await ctx.chat.send_document(content, file_name(title), caption, rows)


def _events(t: Localizer, title: Markup, view: EventsView) -> list[Table]:
    """A sheet for each currency, so that every column can be added up."""
    columns = (
        SheetColumn(t("Date"), CellKind.DATE),
        SheetColumn(t("Object")),
        SheetColumn(t("Description")),
        SheetColumn(t("Income planned"), CellKind.MONEY, is_summed=True),
        SheetColumn(t("Income received"), CellKind.MONEY, is_summed=True),
        SheetColumn(t("Expense planned"), CellKind.MONEY, is_summed=True),
        SheetColumn(t("Expense paid"), CellKind.MONEY, is_summed=True),
        SheetColumn(t("Done on"), CellKind.DATE),
        SheetColumn(t("State")),
    )
    currencies = dict.fromkeys(one.currency for one in view.occurrences)
    return [
        Table(
            title if len(currencies) == 1 else t("{title}, {currency}", title=title, currency=code),
            columns,
            [_row(t, one, view) for one in view.occurrences if one.currency == code],
        )
        for code in currencies
    ]


def _row(t: Localizer, one: Occurrence, view: EventsView) -> list[Value]:
    def sum_(minor: int | None) -> Money | None:
        return Money(minor, one.currency) if minor else None

    about = view.premises.get(one.premises_id) if one.premises_id is not None else None
    state = t("done") if one.is_done else t("overdue") if one.is_overdue(view.today) else t("planned")
    return [
        one.day,
        object_name(t, about, is_gone=one.premises_id is None),
        event_name(t, one),
        sum_(one.income),
        sum_(one.done_income),
        sum_(one.expense),
        sum_(one.done_expense),
        one.done_on,
        state,
    ]


def _sums(t: Localizer, totals: Totals) -> list[Table]:
    tables = []
    for currency in totals.overall:
        months = [[month, *_figures(total)] for month, total in totals.by_month[currency].items()]
        tables.append(
            Table(t("By month, {currency}", currency=currency), _columns(t, t("Month"), CellKind.MONTH), months)
        )
        objects: list[list[Value]] = [
            [object_name(t, totals.premises.get(id_) if id_ else None, is_gone=id_ is None), *_figures(total)]
            for id_, total in totals.by_object[currency].items()
        ]
        tables.append(
            Table(t("By object, {currency}", currency=currency), _columns(t, t("Object"), CellKind.TEXT), objects)
        )
    return tables


def _columns(t: Localizer, heading: Markup, kind: CellKind) -> tuple[SheetColumn, ...]:
    names = (t("Income received"), t("Income to come"), t("Expense paid"), t("Expense to come"), t("Profit"))
    return (SheetColumn(heading, kind), *(SheetColumn(name, CellKind.MONEY, is_summed=True) for name in names))


def _figures(total: Total) -> list[Value]:
    sums = (total.came, total.to_come, total.went, total.to_go, total.profit)
    return [Money(one, total.currency) for one in sums]
