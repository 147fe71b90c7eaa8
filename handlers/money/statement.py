"""A lease's statement: the balance in words, then a month's charges and payments, what was taken back struck through.

The numbers under it open a row: how its amount came about and where it went, so every figure can be traced.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.charts.words import month_name, short_month
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, struck
from bot.screen import BLANK, Button, Row, Screen, pairs
from domain.estate.money.account import LeaseAccount
from domain.ledger.entry import Entry, EntryId, EntryKind
from domain.ledger.statement import Settled
from handlers.money.words import balance_lines, entry_name, method_name

MOST_NUMBERED = 12
PER_ROW = 6


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the buttons of a statement lead; its reader decides."""

    turn: Callable[[int], CallbackData]
    """To another month (202611)."""
    entry: Callable[[int], CallbackData]
    """To one row."""
    actions: Sequence[Row]


def statement_screen(t: Localizer, account: LeaseAccount, ways: Ways, *, month: int, own: bool) -> Screen:
    """The statement as of a month that has rows (the latest by today if `month` is 0)."""
    head = bold(t("🧾 {object}", object=account.premises.name))
    if not own:
        head = head + Markup(" · ") + Markup.escape(account.tenant.name)
    months = months_of(account)
    if not months:
        empty = t("Nothing has been charged or paid yet.")
        return Screen(lines(head, *balance_lines(t, account, own=own), "", empty), ways.actions)
    shown = _nearest(months, month, account.today)
    rows = rows_of(account, shown)
    numbered = rows[:MOST_NUMBERED]
    more = len(rows) - len(numbered)
    text = lines(
        head,
        *balance_lines(t, account, own=own),
        "",
        bold(capital(month_name(t, shown))),
        *(Markup("{}. {}").format(number, row_line(t, account, one)) for number, one in enumerate(numbered, start=1)),
        t.n("and {count} more", "and {count} more", more) if more > 0 else None,
    )
    buttons = [Button(str(number), ways.entry(one.id)) for number, one in enumerate(numbered, start=1)]
    return Screen(text, [*pairs(buttons, PER_ROW), _turning(t, months, shown, ways), *ways.actions])


def months_of(account: LeaseAccount) -> list[dt.date]:
    """The months in which something was charged or paid, the earliest first."""
    return sorted({one.on.replace(day=1) for one in account.entries})


def rows_of(account: LeaseAccount, month: dt.date) -> list[Entry]:
    """The charges and payments of a month by their days; a reversal is said with what it takes back."""
    of_month = [one for one in account.entries if one.reverses is None and one.on.replace(day=1) == month]
    return sorted(of_month, key=lambda one: (one.on, one.kind is EntryKind.PAYMENT, one.id))


def row_line(t: Localizer, account: LeaseAccount, entry: Entry) -> Markup:
    """A row in a line."""
    said = t("{day}: {what}, {sum}", day=entry.on, what=entry_name(t, entry), sum=entry.money)
    reversal = account.reversal(entry)
    if reversal is not None:
        return struck(said) + Markup(" ") + why_taken_back(t, reversal)
    if entry.kind is EntryKind.PAYMENT:
        said = t("{day}: paid {sum} {method}", day=entry.on, sum=entry.money, method=method_name(t, entry.method))
        return Markup("💳 ") + said
    settled = settled_of(account, entry.id)
    if settled is None or settled.owed == 0:
        return said + Markup(" ✓")
    if settled.paid:
        return said + Markup(", ") + t("{sum} left", sum=account.money(settled.owed))
    return said + Markup(", ") + t("not paid") if entry.on <= account.today else said


def settled_of(account: LeaseAccount, entry_id: EntryId) -> Settled | None:
    """How far a charge that stands is paid."""
    return next((one for one in account.statement.charges if one.charge.id == entry_id), None)


def why_taken_back(t: Localizer, reversal: Entry) -> Markup:
    """The reason that was given, or that the lease has changed."""
    if reversal.note is None:
        return t("taken back: the lease has changed")
    return t("taken back: {why}", why=reversal.note)


def _nearest(months: Sequence[dt.date], month: int, today: dt.date) -> dt.date:
    if month:
        wanted = [one for one in months if one.year * 100 + one.month <= month]
        return wanted[-1] if wanted else months[0]
    past = [one for one in months if one <= today]
    return past[-1] if past else months[0]


def _turning(t: Localizer, months: Sequence[dt.date], shown: dt.date, ways: Ways) -> Row:
    if len(months) < 2:
        return []
    at = months.index(shown)

    def turn(to: int, sign: str) -> Button:
        if not 0 <= to < len(months):
            return Button(BLANK, NoAction())
        one = months[to]
        name = short_month(t, one)
        return Button(
            Markup("‹ {}").format(name) if sign == "‹" else Markup("{} ›").format(name),
            ways.turn(one.year * 100 + one.month),
        )

    return [turn(at - 1, "‹"), Button(capital(month_name(t, shown)), NoAction()), turn(at + 1, "›")]
