"""What the coming 3, 6 or 12 months will bring if everything planned happens, and what that is made of."""

from aiogram import Router
from markupsafe import Markup

from bot.charts.kinds import income_and_expense
from bot.charts.picture import picture
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen
from domain.calendar.forecast import LENGTHS, Forecast, show_forecast
from domain.calendar.totals import Total
from domain.estate.objects.premises import PremisesId
from domain.money import Money
from handlers.owner.calendar.callbacks import AddEvent, CalendarForecast, CalendarTotals
from handlers.owner.calendar.words import BETWEEN, MINUS, month_title

router = Router(name="calendar_forecast")


@router.callback_query(CalendarForecast.filter())
async def open_forecast(_query: object, callback_data: CalendarForecast, ctx: Context) -> None:
    """The months that the button means."""
    t, press = ctx.t, callback_data
    months = press.months if press.months in LENGTHS else LENGTHS[0]
    press = press.model_copy(update={"months": months})
    about = PremisesId(press.premises) if press.premises else None
    forecast = await show_forecast(ctx.work, ctx.me, months, premises_id=about)
    totals = forecast.totals
    currency = press.currency if press.currency in totals.overall else next(iter(totals.overall), "")
    image = None
    if currency:
        by_month = totals.by_month[currency]
        income = [one.to_come for one in by_month.values()]
        expense = [one.to_go for one in by_month.values()]
        if any(income) or any(expense):
            chart = income_and_expense(t, t("Forecast"), list(by_month), income, expense, currency)
            image = await picture(chart)
    await ctx.chat.show(Screen(_text(t, press, forecast, currency), _rows(t, press, forecast, currency), image))


def _text(t: Localizer, press: CalendarForecast, forecast: Forecast, currency: str) -> Markup:
    totals = forecast.totals
    about = totals.premises.get(PremisesId(press.premises)) if press.premises else None
    title = bold(t.n("Forecast · {count} month ahead", "Forecast · {count} months ahead", press.months))
    said = [title]
    if about is not None:
        said.append(Markup("🏠 {}").format(about.name))
    if not currency:
        said += [Markup(), t("Nothing is planned ahead. Add rent that comes every month, and the forecast begins.")]
        return lines(*said)
    said.append(Markup())
    said += [
        t("{month}: {sums}", month=month_title(t, month), sums=_sums(t, total))
        for month, total in totals.by_month[currency].items()
        if total.to_come or total.to_go
    ]
    said.append(Markup())
    said += [bold(t("In all: {sums}", sums=_sums(t, total))) for total in totals.overall.values()]
    said.append(quiet(_made_of(t, forecast)))
    return lines(*said)


def _sums(t: Localizer, total: Total) -> Markup:
    """“+90 000 ₽ −12 000 ₽ = 78 000 ₽”."""
    comes, goes = total.to_come, total.to_go
    if not comes and not goes:
        return Markup("—")
    left = t.money(Money(comes - goes, total.currency))
    if not goes:
        return Markup.escape(f"+{left}")
    gone = MINUS + t.money(Money(goes, total.currency))
    if not comes:
        return Markup.escape(gone)
    return Markup.escape(f"+{t.money(Money(comes, total.currency))} {gone} = {left}")


def _made_of(t: Localizer, forecast: Forecast) -> Markup:
    parts = []
    if forecast.repeating:
        parts.append(t.n("{count} repeating event", "{count} repeating events", forecast.repeating))
    if forecast.single:
        parts.append(t.n("{count} single event", "{count} single events", forecast.single))
    made = t("Made of what is in the calendar: {what}.", what=Markup(", ").join(parts) if parts else "—")
    late = [
        t.fact(Money(sum_, total.currency))
        for total in forecast.overdue.values()
        for sum_ in (total.overdue_in, total.overdue_out)
        if sum_
    ]
    if late:
        made = made + Markup(" ") + t("Overdue sums ({sums}) are not in it.", sums=BETWEEN.join(late))
    return made + Markup(" ") + t("Rents of leases are not in it unless they are events too.")


def _rows(t: Localizer, press: CalendarForecast, forecast: Forecast, currency: str) -> list[Row]:
    def length(months: int) -> Button:
        label = t.n("{count} month", "{count} months", months)
        chosen = months == press.months
        return Button(Markup("• {}").format(label) if chosen else label, press.model_copy(update={"months": months}))

    others = [
        Button(code, press.model_copy(update={"currency": code}))
        for code in forecast.totals.overall
        if code != currency
    ]
    return [
        [length(months) for months in LENGTHS],
        others[:3],
        [
            Button(t("➕ Event"), AddEvent(premises=press.premises)),
            Button(t("‹ Totals"), CalendarTotals(premises=press.premises)),
            menu_button(t),
        ],
    ]
