"""How events are spoken of: their names, sums, days, repetition, and what has become of them."""

import datetime as dt
from collections.abc import Mapping

from babel.dates import format_date
from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, quiet
from domain.calendar.draft import EventDraft
from domain.calendar.event import MORNING, Event, Occurrence, heard_at, reminders, wall_time
from domain.calendar.repetition import WEEKS, Repeat, Rule
from domain.calendar.totals import Total
from domain.estate.objects.premises import Premises, PremisesId
from domain.money import Money
from domain.people.person import Person

MINUS = "−"
BETWEEN = Markup(" · ")
MONTHLY = {
    Repeat.MONTHLY: "every month on day {day}",
    Repeat.QUARTERLY: "every three months on day {day}",
    Repeat.HALF_YEARLY: "every six months on day {day}",
}
LONG_NAME = 80
"""Characters of a name that a line of a list has room for."""


def day_name(t: Localizer, day: dt.date) -> Markup:
    """A day with its weekday: “12 December, Sat”."""
    return t("{date}, {weekday}", date=day, weekday=format_date(day, "EEE", locale=t.locale))


def month_title(t: Localizer, month: dt.date) -> Markup:
    """A month as the beginning of a line: “November”, “January 2027”."""
    return capital(month_name(t, month))


def event_name(t: Localizer, one: Occurrence | Event | EventDraft) -> Markup:
    """What it is called: its description, or what kind of thing it is."""
    if one.description:
        return Markup.escape(one.description)
    if one.income and one.expense:
        return t("Income and expense")
    if one.income or one.expense:
        return t("Income") if one.income else t("Expense")
    return t("Reminder")


def short(name: Markup) -> Markup:
    """A name within a line: its beginning, if it is long."""
    plain = name.unescape()
    return name if len(plain) <= LONG_NAME else Markup.escape(plain[: LONG_NAME - 1].rstrip() + "…")


def signed(t: Localizer, income: int, expense: int, currency: str) -> Markup:
    """What comes and goes in short: “+45 000 ₽ −3 000 ₽”; nothing for a mere reminder."""
    parts = []
    if income:
        parts.append("+" + t.money(Money(income, currency)))
    if expense:
        parts.append(MINUS + t.money(Money(expense, currency)))
    return Markup.escape(" ".join(parts))


def object_name(t: Localizer, premises: Premises | None, *, is_gone: bool) -> Markup:
    """The object's name; `is_gone` when there is none any more."""
    if premises is not None:
        return Markup.escape(premises.name)
    return t("no object") if is_gone else t("an object you no longer have")


def sign_of(one: Occurrence, today: dt.date) -> str:
    """What has become of it, in one sign; none for what is simply planned."""
    return "✅" if one.is_done else "❗" if one.is_overdue(today) else ""


def event_line(
    t: Localizer, one: Occurrence, premises: Mapping[PremisesId, Premises], today: dt.date, *, with_day: bool = True
) -> Markup:
    """One line of a list: what has become of it, when, how much, what, and of which object."""
    about = premises.get(one.premises_id) if one.premises_id is not None else None
    parts = [
        t.date(one.day) if with_day else None,
        signed(t, one.comes_in, one.goes_out, one.currency) or None,
        short(event_name(t, one)),
        object_name(t, about, is_gone=one.premises_id is None),
    ]
    said = BETWEEN.join(part for part in parts if part is not None)
    sign = sign_of(one, today)
    return Markup("{} {}").format(sign, said) if sign else said


def sum_lines(t: Localizer, income: int | None, expense: int | None, currency: str) -> list[Markup]:
    """Income and expense, a line each."""
    said = []
    if income:
        said.append(t("➕ Income: {sum}", sum=Money(income, currency)))
    if expense:
        said.append(t("➖ Expense: {sum}", sum=Money(expense, currency)))
    return said


def repeat_line(t: Localizer, rule: Rule) -> Markup | None:
    """How often it comes back: “every month on day 1, until 31 May 2027”."""
    if rule.repeat is Repeat.NONE:
        return None
    if rule.repeat in WEEKS:
        weekday = format_date(rule.start, "EEE" if t.language == "ru" else "EEEE", locale=t.locale)
        said = (
            t("every week, {weekday}", weekday=weekday)
            if rule.repeat is Repeat.WEEKLY
            else t("every two weeks, {weekday}", weekday=weekday)
        )
    elif rule.repeat is not Repeat.YEARLY:
        said = t(MONTHLY[rule.repeat], day=rule.wanted_day)
    else:
        # in a leap year every month has all the days it may have
        day = dt.date(2000, rule.start.month, rule.wanted_day)
        said = t(
            "every year on {date}", date=format_date(day, "d MMMM" if t.language == "ru" else "MMMM d", locale=t.locale)
        )
    if rule.until is not None:
        said = t("{often}, until {date}", often=said, date=rule.until)
    return Markup("🔁 {}").format(capital(said))


def reminder_line(t: Localizer, me: Person, day: dt.date | None, at: int | None, before: int) -> Markup | None:
    """When it will really be reminded of, if it still will: quiet hours put off what has no time of its own."""
    if day is None:
        today = t.today
        heard = heard_at(wall_time(today, MORNING if at is None else at, t.zone), at, me)
        return t("⏰ Reminder at {time}", time=_clock(t, heard))
    moments = [heard_at(moment, at, me) for _, moment in reminders(day, at, before, t.zone) if moment > t.now]
    days = [one.astimezone(t.zone).date() for one in moments]
    if len(days) > 1:
        return t("⏰ Reminders: {early} and {date} at {time}", early=days[0], date=days[1], time=_clock(t, moments[1]))
    return t("⏰ Reminder: {date} at {time}", date=days[0], time=_clock(t, moments[0])) if days else None


def _clock(t: Localizer, moment: dt.datetime) -> Markup:
    local = moment.astimezone(t.zone)
    return Markup.escape(t.clock(local.hour * 60 + local.minute))


def state_lines(t: Localizer, one: Occurrence, today: dt.date) -> list[Markup]:
    """What has become of it, and what really came or went where that differs."""
    if one.done_on is not None:
        said = [t("✅ Done on {date}", date=one.done_on)]
        if one.done_income is not None and one.done_income != one.income:
            came, planned = Money(one.done_income, one.currency), Money(one.income, one.currency)
            said.append(t("Received: {sum} of {planned}", sum=came, planned=planned))
        if one.done_expense is not None and one.done_expense != one.expense:
            went, planned = Money(one.done_expense, one.currency), Money(one.expense, one.currency)
            said.append(t("Spent: {sum}, expected {planned}", sum=went, planned=planned))
        return said
    said = []
    if one.is_overdue(today):
        late = (today - one.day).days
        said.append(t.n("❗ Overdue by {count} day", "❗ Overdue by {count} days", late))
    if one.snoozed_until is not None and one.snoozed_until > t.now:
        said.append(t("🕒 I will remind you on {moment}", moment=one.snoozed_until))
    return said


def event_card(
    t: Localizer, me: Person, one: Occurrence, event: Event, premises: Premises | None, today: dt.date
) -> Markup:
    """Everything about one event."""
    when = day_name(t, one.day)
    if one.at is not None:
        when = t("{day}, {time}", day=when, time=t.clock(one.at))
    return lines(
        bold(capital(event_name(t, one))),
        Markup("🏠 {}").format(object_name(t, premises, is_gone=one.premises_id is None)),
        Markup("📅 {}").format(when),
        *sum_lines(t, one.income, one.expense, one.currency),
        repeat_line(t, event.rule),
        None if one.is_done else reminder_line(t, me, one.day, one.at, one.remind_before),
        *(quiet(said) for said in state_lines(t, one, today)),
    )


def total_line(t: Localizer, total: Total) -> Markup:
    """What a stretch comes to: what came of what is expected, what went, and what is overdue."""

    def of(done: int, planned: int) -> Markup:
        have, whole = Money(done, total.currency), Money(done + planned, total.currency)
        return t("{done} of {whole}", done=have, whole=whole) if planned else t.fact(have)

    parts = []
    if total.came:
        parts.append(t("received {sum}", sum=of(total.came, total.to_come)))
    elif total.to_come:
        parts.append(t("{sum} to come", sum=Money(total.to_come, total.currency)))
    if total.went:
        parts.append(t("spent {sum}", sum=of(total.went, total.to_go)))
    elif total.to_go:
        parts.append(t("{sum} to pay", sum=Money(total.to_go, total.currency)))
    if not parts:
        parts.append(t("no sums"))
    return capital(BETWEEN.join(parts))
