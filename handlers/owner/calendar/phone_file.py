"""The calendar as an .ics file (RFC 5545): repeating events repeat, reminders ring, loading it again doubles nothing.

What has no time of its own is an all-day event that rings in the morning. A time that was moved, changed or done by
itself is an exception of its series; one that was deleted is left out of it.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aiogram import Router

from bot.files.heavy_work import run_heavy
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, lines
from bot.screen import Button
from bot.sheets.workbook import file_name
from domain.calendar.event import MORNING, PLAIN, Event, Occurrence
from domain.calendar.repetition import MONTHS, WEEKS, Repeat, Rule
from domain.calendar.take_out import EventSeries, WholeCalendar, whole_calendar
from domain.estate.objects.premises import Premises, PremisesId
from handlers.owner.calendar.callbacks import CalendarMonth, SendPhoneFile
from handlers.owner.calendar.words import BETWEEN, event_name, object_name, signed, state_lines

if TYPE_CHECKING:
    from icalendar import Alarm
    from icalendar import Event as Entry

router = Router(name="calendar_phone_file")

PRODUCT = "-//property-bot//income calendar//EN"
LAST_SURE_DAY = 28
"""The last day of the month that every month has."""


@router.callback_query(SendPhoneFile.filter())
async def send_phone_file(_query: object, callback_data: SendPhoneFile, ctx: Context) -> None:
    """Send it to keep."""
    t = ctx.t
    about = PremisesId(callback_data.premises) if callback_data.premises else None
    whole = await whole_calendar(ctx.work, ctx.me, premises_id=about)
    if not whole.series:
        await ctx.chat.toast(t("There are no events yet."), alert=True)
        return
    content = await run_heavy(phone_calendar, t, whole)
    caption = lines(
        t("Open this file on your phone: the events go into its calendar, with reminders."),
        t("Loading it again later changes what has changed, and doubles nothing."),
    )
    rows = [[Button(t("📅 Calendar"), CalendarMonth(new=True)), menu_button(t, new=True)]]
    await ctx.chat.send_document(content, file_name(t("Income calendar"), ".ics"), caption, rows)


def phone_calendar(t: Localizer, whole: WholeCalendar) -> bytes:
    """The file."""
    from icalendar import Calendar  # noqa: PLC0415  (a tenth of a second that the start of the bot does without)

    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", t("Income calendar").unescape())
    for one in whole.series:
        for entry in _entries(t, one, whole.premises):
            file.add_component(entry)
    file.add_missing_timezones()
    return bytes(file.to_ical())


def _entries(t: Localizer, series: EventSeries, premises: Mapping[PremisesId, Premises]) -> Sequence["Entry"]:
    event, rows = series.event, series.occurrences
    if event.repeat is Repeat.NONE:
        return [_entry(t, event, one, one.day, premises) for one in rows]
    rule = event.rule
    plain = _entry(t, event, event, rule.start, premises)
    plain.add("rrule", _recurrence(t, rule, event.at))
    there = {one.number for one in rows}
    for number in range(event.made):
        if number not in there:
            plain.add("exdate", _start(t, rule.nth(number), event.at))
    entries = [plain]
    for one in rows:
        if _is_exception(one, event):
            exception = _entry(t, event, one, one.day, premises)
            exception.add("recurrence-id", _start(t, rule.nth(one.number), event.at))
            entries.append(exception)
    return entries


def _is_exception(one: Occurrence, event: Event) -> bool:
    """Whether the rule of the series does not say all of it: it is done, on another day, or differs."""
    is_of_rule = not one.is_done and one.day == event.rule.nth(one.number)
    return not is_of_rule or any(getattr(one, name) != getattr(event, name) for name in PLAIN)


def _entry(
    t: Localizer, event: Event, one: Event | Occurrence, day: dt.date, premises: Mapping[PremisesId, Premises]
) -> "Entry":
    from icalendar import Event as Entry  # noqa: PLC0415  (as above)

    about = premises.get(one.premises_id) if one.premises_id is not None else None
    summary = _summary(t, one, about)
    entry = Entry()
    entry.add("uid", f"event-{event.id}-{int(event.created_at.timestamp())}@property-bot")
    # every later file is a newer state of the same events, whatever has changed in them
    entry.add("sequence", int((t.now - event.created_at).total_seconds()) // 60)
    entry.add("dtstamp", t.now)
    entry.add("dtstart", _start(t, day, one.at))
    entry.add("duration" if one.at is not None else "dtend", _end(day, one.at))
    is_done = isinstance(one, Occurrence) and one.is_done
    entry.add("summary", f"✅ {summary}" if is_done else summary)
    if about is not None and about.address:
        entry.add("location", about.address)
    if isinstance(one, Occurrence) and is_done:
        said = lines(*state_lines(t, one, t.today))
        entry.add("description", said.unescape())
    entry.add("transp", "TRANSPARENT")
    for alarm in () if is_done else _alarms(summary, one.at, one.remind_before):
        entry.add_component(alarm)
    return entry


def _summary(t: Localizer, one: Event | Occurrence, about: Premises | None) -> str:
    """How much comes or goes, for what, and where."""
    income, expense = (one.comes_in, one.goes_out) if isinstance(one, Occurrence) else (one.income, one.expense)
    where = object_name(t, about, is_gone=one.premises_id is None)
    parts = (signed(t, income, expense, one.currency), event_name(t, one), where)
    return BETWEEN.join(filter(None, parts)).unescape()


def _start(t: Localizer, day: dt.date, at: int | None) -> dt.date | dt.datetime:
    if at is None:
        return day
    return dt.datetime.combine(day, dt.time(at // 60, at % 60), tzinfo=t.zone)


def _end(day: dt.date, at: int | None) -> dt.date | dt.timedelta:
    return day + dt.timedelta(days=1) if at is None else dt.timedelta(minutes=30)


def _recurrence(t: Localizer, rule: Rule, at: int | None) -> dict[str, Any]:
    """Every so many weeks; or months on the wanted day, or on the last one there is of the 28th and the following."""
    if rule.repeat in WEEKS:
        return {"freq": "WEEKLY", "interval": WEEKS[rule.repeat], **_last(t, rule, at)}
    recurrence: dict[str, Any] = {"freq": "MONTHLY", "interval": MONTHS[rule.repeat]}
    if rule.repeat is Repeat.YEARLY:
        recurrence = {"freq": "YEARLY", "bymonth": rule.start.month}
    if rule.wanted_day <= LAST_SURE_DAY:
        recurrence["bymonthday"] = rule.wanted_day
    else:
        recurrence["bymonthday"] = list(range(LAST_SURE_DAY, rule.wanted_day + 1))
        recurrence["bysetpos"] = -1
    return {**recurrence, **_last(t, rule, at)}


def _last(t: Localizer, rule: Rule, at: int | None) -> dict[str, Any]:
    if rule.until is None:
        return {}
    end = _start(t, rule.until, at)
    return {"until": end.astimezone(dt.UTC) if isinstance(end, dt.datetime) else end}


def _alarms(summary: str, at: int | None, before: int) -> list["Alarm"]:
    from icalendar import Alarm  # noqa: PLC0415  (as above)

    morning = dt.timedelta(minutes=MORNING if at is None else 0)
    alarms = []
    for days in sorted({before, 0}):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", morning - dt.timedelta(days=days))
        alarms.append(alarm)
    return alarms
