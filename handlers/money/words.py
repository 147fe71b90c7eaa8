"""What charges and payments are called, how an account is summed up in words, and how an amount came about."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from babel.dates import format_date
from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.wording import capital
from bot.localization import Localizer
from bot.screen import MOST_LABEL, short_of
from domain.estate.money.account import HANDED_BACK, LeaseAccount
from domain.estate.money.invoice import PAID_TWICE
from domain.estate.money.to_pay import ToPay
from domain.ledger.entry import Article, Entry, EntryKind, Method
from domain.money import Money

ARTICLES = {
    Article.RENT: "rent",
    Article.ELECTRICITY: "electricity",
    Article.HOT_WATER: "hot water",
    Article.COLD_WATER: "cold water",
    Article.GAS: "gas",
    Article.HEATING: "heating",
    Article.SEWERAGE: "sewerage",
    Article.WASTE: "waste disposal",
    Article.MAINTENANCE: "upkeep",
    Article.INTERNET: "internet",
    Article.DEPOSIT: "deposit",
    Article.PENALTY: "late fee",
    Article.OTHER: "other",
}
"""What a charge is for, within a sentence; gettext messages."""
METHODS = {
    Method.CASH: "in cash",
    Method.BANK: "by bank transfer",
    Method.CARD: "by card",
    Method.TELEGRAM: "in Telegram",
    Method.DEPOSIT: "from the deposit",
}
"""How a payment was made; gettext messages."""
MOST_THINGS = 6
"""Things named one by one; the rest is counted."""


def article_name(t: Localizer, article: Article | None) -> Markup:
    """What a charge is for, within a sentence."""
    return t(ARTICLES[article or Article.OTHER])


def method_name(t: Localizer, method: Method | None) -> Markup:
    """How a payment was made."""
    return t(METHODS[method or Method.BANK])


def for_month(t: Localizer, article: Article | None, month: dt.date | None) -> Markup:
    """A charge by what it is for: "rent for November"."""
    name = article_name(t, article)
    return name if month is None else t("{article} for {month}", article=name, month=month_name(t, month))


def charge_name(t: Localizer, charge: Entry) -> Markup:
    """A booked charge by what it is for."""
    if HANDED_BACK in charge.arithmetic:
        return t("deposit handed back")
    return for_month(t, charge.article, charge.month)


def payment_name(t: Localizer, payment: Entry) -> Markup:
    """A booked payment by how it was made."""
    return t("payment {method}", method=method_name(t, payment.method))


def entry_name(t: Localizer, entry: Entry) -> Markup:
    """A booked row by what it is."""
    return charge_name(t, entry) if entry.kind is EntryKind.CHARGE else payment_name(t, entry)


def thing_name(t: Localizer, one: ToPay) -> Markup:
    """Something to pay, by what it is for."""
    return for_month(t, one.article, one.month)


def thing_label(t: Localizer, one: ToPay, money: Money) -> Markup:
    """Something to pay as an answer: the month for the rent, else what it is for."""
    if one.article is Article.RENT and one.month is not None:
        name = Markup.escape(format_date(one.month, "LLLL", locale=t.locale))
    else:
        name = article_name(t, one.article)
    # of the two the name is what may be cut
    return t("{name}: {sum}", name=short_of(capital(name), MOST_LABEL - len(t.money(money)) - len(": ")), sum=money)


def things_lines(t: Localizer, account: LeaseAccount, things: Sequence[ToPay]) -> list[Markup]:
    """Each thing to pay in a line: what for, until when, how much is left of how much."""
    said = [_thing_line(t, account, one) for one in things[:MOST_THINGS]]
    more = len(things) - MOST_THINGS
    return said if more <= 0 else [*said, t.n("and {count} more", "and {count} more", more)]


def _thing_line(t: Localizer, account: LeaseAccount, one: ToPay) -> Markup:
    facts = {"what": capital(thing_name(t, one)), "sum": account.money(one.minor), "day": one.on}
    if one.minor == one.whole:
        return Markup("• ") + t("{what}: {sum}, due {day}", **facts)
    return Markup("• ") + t("{what}: {sum} left of {whole}, due {day}", whole=account.money(one.whole), **facts)


def balance_lines(t: Localizer, account: LeaseAccount, *, own: bool, reports: bool = True) -> list[Markup]:
    """The account in words: what is owed since when, or until when it is paid, an advance, what comes next.

    `own`: said to the tenant; otherwise to who keeps or owns the object. `reports`: with those that wait.
    """
    things = account.to_pay()
    owed = account.owed
    if account.overdue.minor:
        since = {"sum": owed, "day": things[0].on}
        said = [t("You owe {sum}, since {day}", **since) if own else t("Owes {sum}, since {day}", **since)]
    elif owed.minor:
        said = [t("Due today: {sum}", sum=owed)]
    else:
        said = [t("Nothing is owed.")]
        if account.paid_until is not None and account.paid_until >= account.today:
            said = [t("Nothing is owed, the rent is paid until {day}.", day=account.paid_until)]
    return [*said, *_besides(t, account), *(_reported(t, account, own=own) if reports else ())]


def _besides(t: Localizer, account: LeaseAccount) -> list[Markup]:
    said = []
    if account.statement.advance:
        months = account.statement.months_ahead()
        said.append(ahead_words(t, account.money(account.statement.advance), months))
    if account.next_payment is not None:
        money, day = account.next_payment
        said.append(t("Next: {sum} on {day}", sum=money, day=day))
    if account.deposit_held.minor:
        said.append(t("Deposit: {sum}", sum=account.deposit_held))
    return said


def _reported(t: Localizer, account: LeaseAccount, *, own: bool) -> list[Markup]:
    if not account.pending:
        return []
    if own:
        return [t("⏳ You reported {sum}, it waits to be confirmed", sum=account.reported)]
    return [t("⏳ Reports to have paid {sum}, confirm it", sum=account.reported)]


def due_words(t: Localizer, on: dt.date, today: dt.date) -> Markup:
    """How far off a due day is: "today", "tomorrow", "in 5 days"."""
    days = (on - today).days
    if days <= 0:
        return t("today")
    return t("tomorrow") if days == 1 else t.n("in {count} day", "in {count} days", days)


def late_words(t: Localizer, account: LeaseAccount) -> Markup:
    """What is overdue, and for how long: "46 000 ₽, 6 days"."""
    first = account.to_pay()[0]
    days = (account.today - first.on).days
    return t.n("{sum}, {count} day", "{sum}, {count} days", days, sum=account.overdue)


def where_it_went(t: Localizer, account: LeaseAccount, payment: Entry) -> list[Markup]:
    """Into which charges a payment went, and what is left of it in advance."""
    went = account.statement.went_to(payment)
    said = [t("{what}: {sum}", what=capital(charge_name(t, one)), sum=account.money(minor)) for one, minor in went]
    if advance := payment.minor - sum(minor for _, minor in went):
        said.append(ahead_words(t, account.money(advance), account.statement.months_ahead(payment)))
    return [Markup("• ") + one for one in said]


def twice_line(t: Localizer, payment: Entry) -> Markup | None:
    """That the same bill had been paid already, if it was so."""
    if PAID_TWICE not in payment.arithmetic:
        return None
    return t("⚠️ This bill had been paid already: the second payment can be returned at the payment provider.")


def ahead_words(t: Localizer, money: Money, months: Sequence[dt.date]) -> Markup:
    """What is paid in advance, and for the rent of which months, still to be charged, it is kept."""
    if not months:
        return t("In advance: {sum}", sum=money)
    shown = [month_name(t, one) for one in months[:MOST_THINGS]]
    if len(months) > MOST_THINGS:
        shown = [shown[0], Markup("…"), month_name(t, months[-1])]
    return t("In advance: {sum}, for the rent of {months}", sum=money, months=Markup(", ").join(shown))


def rent_lines(t: Localizer, charge: Entry) -> list[Markup]:
    """How the rent of a month came about: a whole month, or so many days of it at so much a month."""
    of, shares = charge.arithmetic.get("of"), charge.arithmetic.get("shares", [])
    if not of:
        return []
    if len(shares) == 1 and shares[0][0] == of:
        return [t("A whole month at {sum}", sum=Money(shares[0][1], charge.currency))]
    return [_share_line(t, charge.currency, days, of, monthly) for days, monthly in shares]


def _share_line(t: Localizer, currency: str, days: int, of: int, monthly: int) -> Markup:
    digits = Decimal(days * monthly) / of
    return t.n(
        "{days} of {count} day at {monthly} a month: {sum}",
        "{days} of {count} days at {monthly} a month: {sum}",
        of,
        days=days,
        monthly=Money(monthly, currency),
        sum=Money(int(digits.to_integral_value("ROUND_HALF_UP")), currency),
    )
