"""A lease's meters: what was sent for the period, what it comes to, until when it can be changed, when it is due."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen, label_of, pairs
from domain.metering.bill_view import BillView
from domain.metering.meter_row import MeterRow
from domain.metering.readings_to_send import ReadingsToSend
from domain.metering.show_bill import show_bill
from handlers.tenant.callbacks import OpenRental, ReadMeter, SendReadings
from handlers.utilities.bill_words import article_lines, sum_lines
from handlers.utilities.callbacks import BillsOf, OpenBill
from handlers.utilities.meter_words import SIGNS, amounts_of, in_press, kind_name, kinds_apart, meter_label, values_of

MOST_METERS = 8


async def readings_screen(ctx: Context, to_send: ReadingsToSend, note: Markup | None = None) -> Screen:
    """Everything about the readings of the period."""
    t = ctx.t
    bill = await show_bill(ctx.work, ctx.me, to_send.lease.id, to_send.month)
    month = month_name(t, to_send.month)
    title = t("Final readings") if to_send.is_final else t("Readings for {month}", month=month)
    head = bold(title) + Markup(" · ") + to_send.premises.name
    if not to_send.rows:
        text = lines(head, "", t("There are no meters here yet. Your landlord or manager adds them."))
        return Screen(text, [_last(t, to_send)])
    billed = _billed(to_send, bill)
    text = lines(
        *((note, "") if note is not None else ()),
        head,
        _state(t, to_send),
        "",
        *_meter_lines(t, to_send, billed),
        *(_money(t, bill, to_send.premises.currency) if billed else []),
    )
    return Screen(text, [*_ways(t, to_send), _more(t, to_send, bill), _last(t, to_send)])


def _state(t: Localizer, to_send: ReadingsToSend) -> Markup:
    done = capital(t("{done} of {total} sent", done=to_send.done, total=len(to_send.rows)))
    if to_send.window is None:
        opens = t("Readings are taken again from {date}.", date=to_send.following.opens)
        return lines(opens, quiet(t("Until then your landlord or manager can enter them: write to them.")))
    if not to_send.may_send:
        return t("This lease does not run today, so readings are not needed.")
    if to_send.missing:
        return t("{done}. Until {date}.", done=done, date=to_send.window.closes)
    return t("✅ All sent. They can be changed until {date}.", date=to_send.window.closes)


def _billed(to_send: ReadingsToSend, bill: BillView) -> frozenset[int]:
    """The meters whose use stands in the bill, once there is one to show."""
    if to_send.missing and not bill.is_booked:
        return frozenset()
    return frozenset(line.meter for one in bill.articles for line in one.lines if line.meter is not None)


def _meter_lines(t: Localizer, to_send: ReadingsToSend, billed: frozenset[int]) -> list[Markup | str]:
    """What each meter showed, unless the bill below says it too."""
    said: list[Markup | str] = [_meter_line(t, one, to_send) for one in to_send.rows if one.meter.id not in billed]
    return [*said, ""] if said and billed else said


def _meter_line(t: Localizer, row: MeterRow, to_send: ReadingsToSend) -> Markup:
    label, current = meter_label(t, row.meter), row.current
    if current is not None and not (current.is_average and to_send.may_send):
        values = values_of(t, current.values)
        if row.used is None:
            return t("{meter}: {values}", meter=label, values=values)
        use = amounts_of(t, row.used, row.meter.unit)
        return t("{meter}: {values}, used {use}", meter=label, values=values, use=use)
    if row.last_values is None:
        return t("{meter}: not read yet", meter=label)
    values = values_of(t, row.last_values)
    return t("{meter}: last {values} on {date}", meter=label, values=values, date=_last_on(row))


def _last_on(row: MeterRow) -> object:
    return row.latest.on if row.latest is not None else row.meter.first_on


def _money(t: Localizer, bill: BillView, currency: str) -> Sequence[Markup | str]:
    """What the readings come to."""
    articles = [line for one in bill.articles for line in article_lines(t, one, currency, bill.meters)]
    return [*articles, "", *sum_lines(t, bill)]


def _ways(t: Localizer, to_send: ReadingsToSend) -> list[Row]:
    if not to_send.may_send:
        return []
    lease = to_send.lease.id
    if to_send.missing:
        following = to_send.missing[0].meter
        label = label_of(t("✍️ {sign} {meter}", sign=SIGNS[following.kind], meter=kind_name(t, following.kind)))
        sent = [one for one in to_send.rows if one not in to_send.missing]
        return [[Button(label, SendReadings(lease=lease))], *_corrections(t, lease, sent)]
    return _corrections(t, lease, to_send.rows)


def _corrections(t: Localizer, lease: int, rows: Sequence[MeterRow]) -> list[Row]:
    """A button for every meter that can be corrected."""
    called = kinds_apart(t, [one.meter for one in rows])
    buttons = [
        Button(
            label_of(called[one.meter.id], f"✏️ {SIGNS[one.meter.kind]}"),
            ReadMeter(lease=lease, meter=one.meter.id),
        )
        for one in rows[:MOST_METERS]
    ]
    return pairs(buttons)


def _more(t: Localizer, to_send: ReadingsToSend, bill: BillView) -> Row:
    lease = to_send.lease.id
    now = [Button(t("💡 Bill"), OpenBill(lease=lease, month=in_press(to_send.month)))] if bill.articles else []
    return [*now, Button(t("💡 All bills"), BillsOf(lease=lease))]


def _last(t: Localizer, to_send: ReadingsToSend) -> Row:
    return [Button(t("‹ Back"), OpenRental(lease=to_send.lease.id)), menu_button(t)]
