"""What a month or a year comes to: a picture, and the same numbers in words; done and planned apart, by object."""

import datetime as dt
from collections.abc import Mapping

from aiogram import Router
from markupsafe import Markup

from bot.charts.chart import Chart
from bot.charts.kinds import income_and_expense, sums_by_name
from bot.charts.picture import picture
from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital, small
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen, marked
from domain.calendar.totals import Total, Totals, show_totals
from domain.estate.objects.premises import PremisesId
from domain.money import Money
from domain.typed.calendar_words import months_later
from handlers.owner.calendar.callbacks import (
    CalendarForecast,
    CalendarMonth,
    CalendarTotals,
    SendPhoneFile,
    SendWorkbook,
)
from handlers.owner.calendar.month import month_of, number_of
from handlers.owner.calendar.words import BETWEEN, object_name, total_line

router = Router(name="calendar_totals")

MOST_OBJECTS = 8
"""Objects with a line and a bar of their own: what a caption and a picture have room for."""


@router.callback_query(CalendarTotals.filter())
async def open_totals(_query: object, callback_data: CalendarTotals, ctx: Context) -> None:
    """The month or the year that the button means."""
    t, press = ctx.t, callback_data
    today = t.today
    month = month_of(press.month) or today.replace(day=1)
    first, last = span(month, year=press.year)
    about = PremisesId(press.premises) if press.premises else None
    totals = await show_totals(ctx.work, ctx.me, first, last, premises_id=about)
    currency = press.currency if press.currency in totals.overall else next(iter(totals.overall), "")
    chart = _chart(t, press, totals, currency) if currency else None
    rows = _rows(t, press.model_copy(update={"month": number_of(month)}), totals, currency)
    text = _text(t, press, totals)
    await ctx.chat.show(Screen(text, rows, await picture(chart) if chart is not None else None))


def span(month: dt.date, *, year: bool) -> tuple[dt.date, dt.date]:
    """The first and the last day of the month, or of its year."""
    if year:
        return dt.date(month.year, 1, 1), dt.date(month.year, 12, 31)
    return month, months_later(month, 1) - dt.timedelta(days=1)


def name_of(t: Localizer, first: dt.date, *, year: bool) -> Markup:
    """The month or the year within a title."""
    if year:
        return t("{year}, whole year", year=str(first.year))
    return Markup.escape(month_name(t, first))


def _text(t: Localizer, press: CalendarTotals, totals: Totals) -> Markup:
    about = totals.premises.get(PremisesId(press.premises)) if press.premises else None
    said = [bold(t("Totals · {period}", period=name_of(t, totals.first, year=press.year)))]
    if about is not None:
        said.append(Markup("🏠 {}").format(about.name))
    for currency, total in totals.overall.items():
        said += ["", *_about_currency(t, total)] if total.count else []  # type: ignore[list-item]
        said += _objects(t, totals, currency) if about is None else []
    if not totals.overall:
        said.append(t("There are no events in these days."))
    return lines(*said)


def _about_currency(t: Localizer, total: Total) -> list[Markup]:
    said = [total_line(t, total)]
    profit, expected = Money(total.profit, total.currency), Money(total.expected_profit, total.currency)
    if profit == expected:
        said.append(t("Profit: {sum}", sum=profit))
    else:
        said.append(t("Profit: {sum}, with everything planned {expected}", sum=profit, expected=expected))
    if total.overdue:
        late = [Money(one, total.currency) for one in (total.overdue_in, total.overdue_out) if one]
        sums = BETWEEN.join(t.fact(one) for one in late)
        said.append(t("❗ Overdue: {sums}", sums=sums or str(total.overdue)))
    return said


def _objects(t: Localizer, totals: Totals, currency: str) -> list[Markup]:
    by_object = _largest(totals, currency)
    if len(by_object) < 2:
        return []
    return [
        t("• {object}: {total}", object=name, total=small(total_line(t, total)))
        for name, total in _named(t, totals, currency)
    ]


def _largest(totals: Totals, currency: str) -> list[tuple[PremisesId | None, Total]]:
    found = totals.by_object[currency].items()
    ranked = sorted(found, key=lambda one: -(one[1].came + one[1].to_come + one[1].went + one[1].to_go))
    return [one for one in ranked if one[1].count][:MOST_OBJECTS]


def _named(t: Localizer, totals: Totals, currency: str) -> list[tuple[Markup, Total]]:
    return [
        (object_name(t, totals.premises.get(id_) if id_ is not None else None, is_gone=id_ is None), total)
        for id_, total in _largest(totals, currency)
    ]


def _chart(t: Localizer, press: CalendarTotals, totals: Totals, currency: str) -> Chart | None:
    total = totals.overall[currency]
    if not any((total.came, total.to_come, total.went, total.to_go)):
        return None
    title = capital(name_of(t, totals.first, year=press.year))
    if not press.year:
        return _by_name(t, title, totals, currency)
    if total.to_come or total.to_go:
        title = t("{period}, with what is planned", period=title)
    return _by_month(t, title, totals.by_month[currency], currency)


def _by_name(t: Localizer, title: Markup, totals: Totals, currency: str) -> Chart:
    """The income of each object; where there is none, the expense of all of them."""
    named = [(name, one) for name, one in _named(t, totals, currency) if one.came or one.to_come]
    if not named:
        total = totals.overall[currency]
        return sums_by_name(t, title, [t("Expense")], [total.went], currency, [total.went + total.to_go])
    return sums_by_name(
        t,
        title,
        [name for name, _ in named],
        [one.came for _, one in named],
        currency,
        [one.came + one.to_come for _, one in named],
    )


def _by_month(t: Localizer, title: Markup, months: Mapping[dt.date, Total], currency: str) -> Chart:
    income = [one.came + one.to_come for one in months.values()]
    expense = [one.went + one.to_go for one in months.values()]
    return income_and_expense(t, title, list(months), income, expense, currency)


def _rows(t: Localizer, press: CalendarTotals, totals: Totals, currency: str) -> list[Row]:
    step = 12 if press.year else 1
    month = totals.first

    def to(months: int) -> CalendarTotals:
        return press.model_copy(update={"month": number_of(months_later(month, months))})

    def span(label: Markup, *, year: bool) -> Button:
        return marked(label, press.model_copy(update={"year": year}), chosen=press.year is year)

    others = [Button(code, press.model_copy(update={"currency": code})) for code in totals.overall if code != currency]
    return [
        [Button("‹", to(-step)), Button(capital(name_of(t, month, year=press.year)), to(0)), Button("›", to(step))],
        [span(t("Month"), year=False), span(t("Year"), year=True)],
        others[:3],
        [
            Button(t("🔮 Forecast"), CalendarForecast(premises=press.premises)),
            Button(t("📊 Excel"), SendWorkbook(year=month.year, premises=press.premises)),
            Button(t("📲 To phone"), SendPhoneFile(premises=press.premises)),
        ],
        [
            Button(t("‹ Calendar"), CalendarMonth(month=number_of(month), premises=press.premises)),
            menu_button(t),
        ],
    ]
