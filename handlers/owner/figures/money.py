"""Money of an owner: what came in beside what was due, now and over 3, 6, 12 months, with what is overdue (OT14-15)."""

import datetime as dt
from collections.abc import Sequence

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
    percent,
    show_figures,
)
from bot.charts.kinds import received_and_expected, sums_by_name
from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.wording import capital
from bot.localization import Localizer
from bot.opening import answers
from bot.screen import Button
from bot.sheets.table import CellKind, SheetColumn, Table, Value
from domain.estate.analytics.rental_flow import CurrencyFlow, Debt, RentalFlow, rental_flow
from domain.estate.analytics.whose import FiguresScope
from domain.money import Money as Sum
from domain.people.person import Role
from handlers.manager.callbacks import OverdueList
from handlers.owner.callbacks import OpenMoneyFigures
from handlers.owner.figures.showing import again, choices, excel, named, send_sheet, title_of, ways_out, whose_of

router = Router(name="owner_money")


@answers(router, OpenMoneyFigures, command="money")
async def _show(ctx: Context, press: OpenMoneyFigures) -> None:
    """A period, in a currency; or the same as a workbook."""
    t, period = ctx.t, known_period(press.period)
    told = await rental_flow(ctx.work, ctx.me, whose_of(press.owner, press.premises), period)
    if press.how == "s":
        await send_sheet(ctx, t("Money"), told.scope, _tables(t, told))
        return
    flow = in_currency(told.flows, press.currency)
    rows = [*choices(t, press), currencies(t, told.flows, press.currency, lambda code: again(press, currency=code))]
    if flow is not None:
        owed = [Button(t("⏰ Who owes"), OverdueList())] if flow.overdue and _keeps(ctx, told) else []
        rows.append([excel(t, press), *owed])
    shown = FiguresView(
        head=_head(t, told, flow),
        details=_details(t, told, flow) if flow is not None else [],
        chart=_chart(t, told, flow) if flow is not None else None,
        rows=rows,
        in_figures=again(press, how="f"),
        ways_out=ways_out(t, told.scope.whose),
        new=press.new,
    )
    await show_figures(ctx, shown, only_words=press.how == "f")


def _keeps(ctx: Context, told: RentalFlow) -> bool:
    """Whether who looks is who reminds."""
    me = ctx.me
    return me.active_role is Role.MANAGER or any(one.manager_id == me.id for one in told.scope.objects)


def _head(t: Localizer, told: RentalFlow, flow: CurrencyFlow | None) -> Markup:
    title = title_of(t, t("Money"), told.scope)
    if flow is None:
        return Markup("\n").join([title, "", t("Nothing has been charged or paid yet. It begins with a lease.")])
    months = told.scope.months
    said = [title, _of_month(t, months[-1], flow.paid[-1], flow.due[-1], flow.currency), *_apart(t, flow, -1)]
    if len(months) > 1:
        received, due = sum(flow.paid), sum(flow.due)
        said.append(
            capital(
                t(
                    "{period}: {received} of {due} ({share})",
                    period=over(t, len(months)),
                    received=Sum(received, flow.currency),
                    due=Sum(due, flow.currency),
                    share=percent(t, received, due),
                )
            )
        )
    if flow.overdue:
        named = Markup("; ").join(_debt(t, one, told.scope, flow) for one in flow.debts)
        if flow.debtors > len(flow.debts):
            named += Markup("; …")
        said.append(t("Overdue {amount} ({debts})", amount=Sum(flow.overdue, flow.currency), debts=named))
    others = [one for one in told.flows if one.currency != flow.currency]
    said += [_of_other_currency(t, one) for one in others]
    return Markup("\n").join(said)


def _of_month(t: Localizer, month: dt.date, received: int, due: int, currency: str) -> Markup:
    name = capital(month_name(t, month))
    if not due:
        return t("{month}: nothing is due", month=name)
    return t(
        "{month}: received {received} of {due}", month=name, received=Sum(received, currency), due=Sum(due, currency)
    )


def _apart(t: Localizer, flow: CurrencyFlow, at: int) -> list[Markup]:
    """Rent and the rest of what is due in a month, told apart, and what came in for other months."""
    said = []
    rent = (flow.rent_paid[at], flow.rent_due[at])
    rest = (flow.paid[at] - rent[0], flow.due[at] - rent[1])
    if rest[1]:
        for name, (paid, due) in ((t("rent"), rent), (t("utilities and other"), rest)):
            sums = {"received": Sum(paid, flow.currency), "due": Sum(due, flow.currency)}
            said.append(Markup("• ") + t("{what}: {received} of {due}", what=name, **sums))
    if flow.elsewhere[at] > 0:
        said.append(Markup("• ") + t("for other months: {sum}", sum=Sum(flow.elsewhere[at], flow.currency)))
    return said


def _of_other_currency(t: Localizer, flow: CurrencyFlow) -> Markup:
    received, due = Sum(sum(flow.paid), flow.currency), Sum(sum(flow.due), flow.currency)
    return t("Besides: {received} of {due}", received=received, due=due)


def _debt(t: Localizer, debt: Debt, scope: FiguresScope, flow: CurrencyFlow) -> Markup:
    """Who owes, how much if others do too, and for how long."""
    days = t.n("{count} day", "{count} days", (scope.today - debt.since).days)
    # the title may name the object already
    name = Markup.escape(debt.tenant)
    if scope.whose.premises is None:
        name = Markup("{} · {}").format(debt.premises.name, debt.tenant)
    if flow.debtors == 1:
        return t("{name}: {days}", name=name, days=days)
    return t("{name}: {sum}, {days}", name=name, sum=Sum(debt.minor, flow.currency), days=days)


def _details(t: Localizer, told: RentalFlow, flow: CurrencyFlow) -> list[Markup]:
    months = told.scope.months
    if len(months) > 1:
        rows = list(zip(months, flow.paid, flow.due, strict=True))
        return [
            _of_month(t, month, received, due, flow.currency)
            for month, received, due in reversed(rows[:-1])
            if received or due
        ]
    if len(flow.objects) < 2:
        return []
    named = [
        t(
            "{object}: {received} of {due}",
            object=one.premises.name,
            received=Sum(one.paid, flow.currency),
            due=Sum(one.due, flow.currency),
        )
        for one in flow.objects[:MOST_LINES]
    ]
    return [*(Markup("• ") + one for one in named), *more_lines(t, len(flow.objects))]


def _chart(t: Localizer, told: RentalFlow, flow: CurrencyFlow) -> Chart | None:
    title, months = named(t, t("Money"), told.scope), told.scope.months
    if len(months) == 1 and len(flow.objects) > 1:
        listed = flow.objects[:MOST_LINES]
        names = [one.premises.name for one in listed]
        received, due = [one.paid for one in listed], [one.due for one in listed]
        said = Markup("{}, {}").format(title, month_name(t, months[0]))
        return sums_by_name(t, said, names, received, flow.currency, due)
    return received_and_expected(t, title, months, flow.paid, flow.due, flow.currency)


def _tables(t: Localizer, told: RentalFlow) -> list[Table]:
    return [table for flow in told.flows for table in (_by_month(t, told, flow), _by_object(t, flow))]


def _by_month(t: Localizer, told: RentalFlow, flow: CurrencyFlow) -> Table:
    rows: list[list[Value]] = [
        [month, *(Sum(one, flow.currency) for one in (paid, due, paid - due, received))]
        for month, paid, due, received in zip(told.scope.months, flow.paid, flow.due, flow.received, strict=True)
    ]
    return Table(
        t("By month, {currency}", currency=flow.currency),
        [
            SheetColumn(t("Month"), CellKind.MONTH),
            *_sums(t),
            SheetColumn(t("Difference"), CellKind.MONEY, is_summed=True),
            SheetColumn(t("Came in, for any month"), CellKind.MONEY, is_summed=True),
        ],
        rows,
    )


def _by_object(t: Localizer, flow: CurrencyFlow) -> Table:
    rows: list[list[Value]] = [
        [one.premises.name, Sum(one.paid, flow.currency), Sum(one.due, flow.currency)] for one in flow.objects
    ]
    return Table(t("By object, {currency}", currency=flow.currency), [SheetColumn(t("Object")), *_sums(t)], rows)


def _sums(t: Localizer) -> Sequence[SheetColumn]:
    return (
        SheetColumn(t("Received"), CellKind.MONEY, is_summed=True),
        SheetColumn(t("Due"), CellKind.MONEY, is_summed=True),
    )
