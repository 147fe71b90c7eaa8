"""How a lease is put into words: one line for lists, a few lines for its card, its first months before it is saved."""

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, quiet
from domain.estate.leases.lease import Lease, MonthOfRent
from domain.estate.leases.lease_terms import LeaseTerms, per_metre
from domain.estate.leases.show_lease import LeaseView
from domain.metres import Metres
from domain.money import Money
from handlers.money.words import balance_lines

LAST_DAY = 31
"""The due day that in a shorter month is its last day."""


def due_day_words(t: Localizer, day: int) -> Markup:
    """A day of the month within a sentence."""
    return t("on the last day of the month") if day == LAST_DAY else t("on day {day} of the month", day=day)


def reminder_words(t: Localizer, days: Sequence[int]) -> Markup:
    """When the tenant is reminded, counted from the due day."""
    if not days:
        return t("no reminders")
    return Markup(", ").join(reminder_label(t, one) for one in sorted(days))


def reminder_label(t: Localizer, days: int) -> Markup:
    """One of those days: "3 days before", "on the day", "a day after"."""
    match days:
        case 0:
            return t("on the day")
        case _ if days < 0:
            return t.n("{count} day before", "{count} days before", -days)
        case _:
            return t.n("{count} day after", "{count} days after", days)


def term_words(t: Localizer, lease: Lease, today: dt.date) -> Markup:
    """From when until when, and whether that is over."""
    first, last = lease.starts_on, lease.ends_on
    if last is None:
        return t("From {first}, open-ended", first=first)
    if last < today:
        return t("{days}, over", days=t.period(first, last))
    return Markup.escape(t.period(first, last))


def state_words(t: Localizer, lease: Lease, today: dt.date) -> Markup:
    """Where it stands today."""
    if lease.starts_on > today:
        return t("from {date}", date=lease.starts_on)
    if lease.ends_on is None:
        return t("open-ended")
    if lease.ends_on >= today:
        return t("until {date}", date=lease.ends_on)
    return t("ended on {date}", date=lease.ends_on)


def rent_words(t: Localizer, rent: Money, area: int | None) -> Markup:
    """What a month costs, and a square metre of it."""
    if not area:
        return t("{rent} a month", rent=rent)
    metre = Money(per_metre(rent.minor, area), rent.currency)
    return t("{rent} a month · {metre} per m²", rent=rent, metre=metre)


def lease_line(t: Localizer, number: int, view: LeaseView) -> Markup:
    """Two or three lines of a list: who, until when, what is owed, and what is worth knowing about them."""
    lease, owed = view.lease, view.account.owed
    said = t("{place}. {name}", place=str(number), name=bold(view.tenant.name))
    part = t.area(lease.area) if lease.area else None
    state = Markup(" · ").join(one for one in (state_words(t, lease, view.account.today), part) if one)
    money = t("owes {sum}", sum=owed) if owed.minor > 0 else t("nothing owed")
    phone = view.phone.spaced if view.phone is not None else None
    about = Markup(" · ").join(Markup.escape(one) for one in (phone, view.tenant.description) if one)
    return lines(said, Markup(" · ").join((state, money)), quiet(about) if about else None)


def lease_card(t: Localizer, view: LeaseView) -> Markup:
    """Everything about it."""
    lease, account = view.lease, view.account
    area = view.area
    title = bold(t("{tenant} · {object}", tenant=view.tenant.name, object=view.premises.name))
    if lease.is_void:
        return lines(title, "", t("Called off: nothing is owed for it."))
    started = max(lease.starts_on, min(account.today, lease.ends_on or account.today))
    return lines(
        title,
        quiet(view.tenant.description) if view.tenant.description else None,
        "",
        term_words(t, lease, account.today),
        _rented(t, lease, area),
        rent_words(t, lease.rent_on(started), area),
        *(
            t("From {date}: {rent} a month", date=one.since, rent=Money(one.minor, lease.currency))
            for one in lease.rent
            if one.since > max(account.today, lease.starts_on) and lease.covers(one.since)
        ),
        t(
            "Rent is due {day}, utilities {utilities}",
            day=due_day_words(t, lease.due_day),
            utilities=due_day_words(t, lease.utilities_due_day),
        ),
        contract_words(t, lease),
        t("Deposit agreed: {sum}", sum=Money(lease.deposit, lease.currency)) if lease.deposit else None,
        t("Reminders: {days}", days=reminder_words(t, lease.reminders)),
        "",
        *balance_lines(t, account, own=False),
    )


def _rented(t: Localizer, lease: Lease, area: int | None) -> Markup | None:
    if not area:
        return None
    return t("All of it, {area}", area=Metres(area)) if lease.area is None else t("A part, {area}", area=Metres(area))


def contract_words(t: Localizer, contract: LeaseTerms | Lease) -> Markup | None:
    """The number and the day of the contract, as far as they are known."""
    match contract.contract_number, contract.contract_date:
        case None, None:
            return None
        case None, date:
            return t("Contract of {date}", date=date)
        case number, None:
            return t("Contract {number}", number=number)
        case number, date:
            return t("Contract {number} of {date}", number=number, date=date)


def month_arithmetic(t: Localizer, one: MonthOfRent, currency: str) -> Markup:
    """A month of rent with how it comes about: "November: 12 of 30 days, 18 400 ₽ due on 19 November"."""
    rent = Money(one.minor, currency)
    month = capital(month_name(t, one.month))
    if one.days == one.days_in_month:
        return t("{month}: {rent}, due {date}", month=month, rent=rent, date=one.due_on)
    return t.n(
        "{month}: {days} of {count} day, {rent}, due {date}",
        "{month}: {days} of {count} days, {rent}, due {date}",
        one.days_in_month,
        month=month,
        days=one.days,
        rent=rent,
        date=one.due_on,
    )
