"""A utility bill in words: every article with the multiplication that makes it, the total, until when, what is paid."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, quiet, struck
from domain.estate.leases.lease import months_back
from domain.ledger.entry import Article, Entry
from domain.metering.bill_view import ArticleOfBill, BillView
from domain.metering.line import BillLine, lines_of
from domain.metering.meter import Meter
from domain.metering.tariff import Basis
from domain.money import Money
from handlers.money.words import article_name
from handlers.utilities.meter_words import SIGNS, amount_of, number, price_of, zone_name


def bill_text(t: Localizer, view: BillView) -> Markup:
    """A month's bill."""
    head = bold(t("Utilities for {month}", month=month_name(t, view.month))) + Markup(" · ") + view.premises.name
    let_off = [_let_off_line(t, article, Money(minor, view.premises.currency)) for article, minor in view.let_off]
    if not view.articles:
        said = [t("All of it has been taken back: there is nothing to pay.")] if let_off else nothing_yet(t, view)
        return lines(head, "", *let_off, *said)
    articles = [part for one in view.articles for part in article_lines(t, one, view.premises.currency, view.meters)]
    return lines(head, "", *articles, *let_off, "", *sum_lines(t, view))


def _let_off_line(t: Localizer, article: Article, money: Money) -> Markup:
    said = struck(t("{what}: {sum}", what=capital(article_name(t, article)), sum=money))
    return Markup("• ") + t("{line}, taken back", line=said)


def nothing_yet(t: Localizer, view: BillView) -> list[Markup]:
    """What an empty bill waits for."""
    if view.missing:
        names = ", ".join(SIGNS[one.kind] for one in view.missing)
        return [t("There is no bill yet: readings are missing, {meters}.", meters=names)]
    return [t("There is nothing to bill for this month: no tariffs, or no use yet.")]


def article_lines(t: Localizer, one: ArticleOfBill, currency: str, meters: Mapping[int, Meter]) -> list[Markup]:
    """An article: its sum, and how it came about."""
    said = t("{what}: {sum}", what=capital(article_name(t, one.article)), sum=Money(one.minor, currency))
    marks = [said]
    if one.owed == 0 and one.minor > 0:
        marks.append(t("paid"))
    if one.is_corrected:
        marks.append(t("corrected"))
    return [Markup("• ") + Markup(", ").join(marks), *(quiet(each) for each in how_lines(t, one, currency, meters))]


def how_lines(t: Localizer, one: ArticleOfBill, currency: str, meters: Mapping[int, Meter]) -> list[Markup]:
    """How an article's sum came about, where there is more to say than the sum; the meter only if there are several."""
    many = len({line.meter for line in one.lines if line.meter is not None}) > 1
    return [
        line_words(t, line, currency, meters.get(line.meter or 0) if many else None)
        for line in one.lines
        if line.basis is not Basis.MONTH or line.is_shared
    ]


def line_words(t: Localizer, line: BillLine, currency: str, meter: Meter | None = None) -> Markup:
    """One multiplication: "120 kWh × 5.38 ₽ = 645.60 ₽ (12 345 − 12 225)"."""
    price, whole = price_of(t, line.price, currency), Money(line.whole, currency)
    if line.unit is not None and line.current is not None and line.previous is not None:
        said = t(
            "{use} × {price} = {sum} ({current} − {previous})",
            current=_current(t, line, line.current),
            previous=number(line.previous),
            use=amount_of(t, line.quantity, line.unit),
            price=price,
            sum=whole,
        )
    elif line.basis is Basis.AREA:
        area = Markup.escape(t.area(line.quantity // 10))
        said = t("{area} × {price} = {sum}", area=area, price=price, sum=whole)
    else:
        said = t("{price} a month", price=price)
    before = [part for part in (_sign(meter), zone_name(t, line.zone, line.zones)) if part]
    after = [part for part in (_share(t, line, currency), _averages(t, line)) if part]
    head = Markup(", ").join(before) + Markup(": ") if before else Markup()
    return head + Markup(", ").join([said, *after])


def _current(t: Localizer, line: BillLine, current: int) -> Markup:
    """What the meter shows; where it has begun anew, with the turn that lies between."""
    shown = Markup.escape(t.number(number(current)))
    return Markup("{} + {}").format(t.number(number(line.turned)), shown) if line.turned else shown


def _sign(meter: Meter | None) -> str | None:
    if meter is None:
        return None
    return f"{SIGNS[meter.kind]} {meter.place or meter.number or ''}".strip()


def _share(t: Localizer, line: BillLine, currency: str) -> Markup | None:
    """Which part of the whole is the lease's own."""
    if not line.is_shared:
        return None
    parts = []
    if line.area is not None and line.whole_area is not None and line.area < line.whole_area:
        area, whole = Markup.escape(t.area(line.area)), Markup.escape(t.area(line.whole_area))
        parts.append(t("{area} of {whole}", area=area, whole=whole))
    if line.days < line.of_days:
        parts.append(t.n("{days} of {count} day", "{days} of {count} days", line.of_days, days=line.days))
    if not parts:
        parts.append(Markup.escape(t.percent(line.part * 10_000 // line.of)))
    share = Markup(", ").join(parts)
    return t("of it {share} = {sum}", share=share, sum=Money(line.minor, currency))


def _averages(t: Localizer, line: BillLine) -> Markup | None:
    if line.by_average:
        return t("by the average: nobody has read it")
    return t("the reading before was an average") if line.after_average else None


def sum_lines(t: Localizer, view: BillView) -> list[Markup]:
    """The total, against the month before, and until when."""
    total = Money(view.total, view.premises.currency)
    return [
        bold(t("Total: {sum}", sum=total)) if view.is_booked else bold(t("By now: {sum}", sum=total)),
        *against_before(t, view),
        *_due(t, view),
    ]


def against_before(t: Localizer, view: BillView) -> list[Markup]:
    """More or less than the month before; a bill that waits for readings is not compared with a whole one."""
    if view.before is None or view.missing:
        return []
    before = month_name(t, months_back(view.month, 2)[0])
    difference = Money(abs(view.total - view.before), view.premises.currency)
    if view.total == view.before:
        return [t("As much as for {month}.", month=before)]
    if view.total > view.before:
        return [t("{sum} more than for {month}.", sum=difference, month=before)]
    return [t("{sum} less than for {month}.", sum=difference, month=before)]


def _due(t: Localizer, view: BillView) -> list[Markup]:
    if not view.is_booked:
        if view.missing:
            meters = ", ".join(SIGNS[one.kind] for one in view.missing)
            return [t("Still without {meters}; due on {date}.", meters=meters, date=view.due_on)]
        return [t("Not billed yet; due on {date}.", date=view.due_on)]
    if view.owed == 0:
        return [t("✅ Paid")]
    owed = Money(view.owed, view.premises.currency)
    if view.owed == view.total:
        return [t("To be paid by {date}.", date=view.due_on)]
    return [t("{sum} still to be paid by {date}.", sum=owed, date=view.due_on)]


def arithmetic_lines(t: Localizer, charge: Entry) -> list[Markup]:
    """How a booked charge of a utility came about."""
    return [line_words(t, one, charge.currency) for one in lines_of(charge.arithmetic)]


def vacant_lines(t: Localizer, vacant: Sequence[BillLine], currency: str) -> list[Markup]:
    """What falls to the owner."""
    total = sum(one.minor for one in vacant)
    return [t("Not let: {sum}, the owner's cost", sum=Money(total, currency))] if total else []
