"""One row of an account in full: how its amount came about, what paid it or where it went, why it counts no more."""

from markupsafe import Markup

from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, quiet, struck
from domain.estate.money.account import LeaseAccount
from domain.ledger.entry import Entry, EntryKind
from handlers.money.statement import settled_of, why_taken_back
from handlers.money.words import charge_name, method_name, payment_name, rent_lines, where_it_went
from handlers.utilities.bill_words import arithmetic_lines


def entry_text(t: Localizer, account: LeaseAccount, entry: Entry) -> Markup:
    """The row, with the one that takes it back if there is one."""
    reversal = account.reversal(entry)
    is_charge = entry.kind is EntryKind.CHARGE
    name = capital(charge_name(t, entry) if is_charge else payment_name(t, entry))
    title = bold(t("{what}: {sum}", what=name, sum=entry.money))
    how = _how_charged(t, account, entry) if is_charge else _where_to(t, account, entry)
    return lines(
        title if reversal is None else struck(title),
        Markup.escape(account.premises.name),
        t("Due {day}", day=entry.on) if is_charge else t("Paid {day}", day=entry.on),
        t("“{note}”", note=entry.note) if entry.note else None,
        *(("", *how) if how else ()),
        *_taken_back(t, reversal),
        "",
        quiet(t("Booked {moment}", moment=entry.booked_at)),
    )


def _how_charged(t: Localizer, account: LeaseAccount, charge: Entry) -> list[Markup]:
    said = [*rent_lines(t, charge), *arithmetic_lines(t, charge)]
    settled = settled_of(account, charge.id)
    if settled is None:
        return said
    for part in settled.parts:
        how = method_name(t, part.payment.method)
        said.append(t("💳 {day}: {sum} {method}", day=part.payment.on, sum=account.money(part.minor), method=how))
    left = t("{sum} left to pay", sum=account.money(settled.owed)) if settled.owed else t("Paid in full.")
    return [*said, left]


def _where_to(t: Localizer, account: LeaseAccount, payment: Entry) -> list[Markup]:
    if account.reversal(payment) is not None:
        return []
    return [t("Where it went, the oldest first:"), *where_it_went(t, account, payment)]


def _taken_back(t: Localizer, reversal: Entry | None) -> list[Markup]:
    if reversal is None:
        return []
    pair = t("Taken back {moment}: {sum}", moment=reversal.booked_at, sum=reversal.money)
    why = t("“{note}”", note=reversal.note) if reversal.note else capital(why_taken_back(t, reversal))
    return [Markup(), pair, why]
