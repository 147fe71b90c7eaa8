"""Questions about money that managers and tenants are asked alike: how much, and on which day."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.wording import label
from bot.localization import Localizer, bold
from bot.names.days import read_day
from domain.estate.money.to_pay import ToPay
from domain.ledger.entry import NOT_UTILITIES
from domain.money import Money
from domain.refusal import Refusal
from domain.typed.days import Toward
from domain.typed.money import parse_money
from handlers.money.words import thing_label

MOST_OFFERED = 5
"""Things to pay that have a button of their own."""
TOO_MANY_TIMES = 3
"""So many times what is due, or a month's rent, is asked about: a comma in the wrong place makes it a thousand."""
AGAIN = "again"


class AboutLease(Protocol):
    """A draft about money of a lease."""

    @property
    def currency(self) -> str:
        """The lease's."""

    @property
    def today(self) -> dt.date:
        """The person's own day when the form was opened."""

    @property
    def things(self) -> tuple[ToPay, ...]:
        """What there is to pay, the oldest first."""


def read_amount(text: str, currency: str) -> int:
    """Minor units of the lease's currency, or a `Refusal` with an example."""
    money = parse_money(
        text, currency, unlike="“{text}” does not look like an amount. Write a number: 4600 or 1250.50."
    )
    if money.currency != currency:
        raise Refusal("This lease is in {ours}, not in {theirs}.", ours=currency, theirs=money.currency)
    return money.minor


def doubt_sum(t: Localizer, money: Money, usual: Money) -> None:
    """Ask about a sum of several times what the lease costs, with one tap to keep it and one to write it again."""
    if usual.minor <= 0 or money.minor <= TOO_MANY_TIMES * usual.minor:
        return
    raise AmbiguousAnswer(
        [
            Choice(t("✏️ Write it again"), AGAIN),
            Choice(t("✅ Yes, {sum}", sum=money), str(money.minor)),
        ],
        t("Really {sum}? Due now, or a month's rent, is {usual}.", sum=bold(t.money(money)), usual=usual),
    )


def sure_of(value: str) -> int:
    """The amount that was tapped; refused if they would rather write it again."""
    if value == AGAIN:
        raise Refusal("Then please write it again.")
    return int(value)


@dataclass(frozen=True, slots=True)
class PaymentOffer:
    """An amount that is offered: of one thing, or of all utilities together."""

    label: Markup
    minor: int
    things: tuple[ToPay, ...]
    """One, or several utilities."""


def offers(t: Localizer, things: Sequence[ToPay], currency: str) -> list[PaymentOffer]:
    """The amounts of these things, several utilities as one, in their order."""
    utilities = tuple(one for one in things if one.article not in NOT_UTILITIES)
    groups: list[tuple[ToPay, ...]] = [(one,) for one in things if one not in utilities]
    groups += [utilities] if len(utilities) > 1 else [(one,) for one in utilities]
    return [_offer(t, group, currency) for group in sorted(groups, key=lambda group: group[0].on)][:MOST_OFFERED]


def _offer(t: Localizer, things: tuple[ToPay, ...], currency: str) -> PaymentOffer:
    money = Money(sum(one.minor for one in things), currency)
    several = len(things) > 1
    return PaymentOffer(
        t("Bills: {sum}", sum=money) if several else thing_label(t, things[0], money), money.minor, things
    )


def amount_choices(t: Localizer, draft: AboutLease) -> list[Choice]:
    """All that is due, and each open charge; with nothing due, what comes next."""
    asked = [one for one in draft.things if one.on <= draft.today] or draft.things
    offered = offers(t, asked, draft.currency)
    choices = [_choice(one.label, one.minor) for one in offered]
    if len(offered) > 1:
        whole = sum(one.minor for one in asked)
        choices.insert(0, _choice(t("All: {sum}", sum=Money(whole, draft.currency)), whole))
    return choices


def _choice(label: Markup, minor: int) -> Choice:
    return Choice(label, str(minor))


def _day_choices(t: Localizer, today: dt.date) -> Sequence[Choice]:
    """Today and yesterday; any other day is typed."""
    yesterday = today - dt.timedelta(days=1)
    return [Choice(t("Today"), today.isoformat()), Choice(t("Yesterday"), yesterday.isoformat())]


def paid_on_question(ask: Callable[[Localizer], Markup]) -> Question[Any]:
    """On which day it was paid, into the draft's `on`: today or yesterday by a tap, any earlier day typed."""
    return Question(
        key="day",
        field="on",
        kind=AnswerKind.PAST_DAY,
        ask=lambda t, _draft: ask(t),
        value=lambda text, draft, ctx: _read_past_day(text, ctx, draft.today),
        choices=lambda t, draft, _me: _day_choices(t, draft.today),
        of=dt.date.fromisoformat,
        label=label("📅 Which day"),
    )


def _read_past_day(text: str, ctx: AnswerContext, today: dt.date) -> dt.date:
    """A day that has come, or a `Refusal` with an example."""
    day = read_day(text, ctx, today, Toward.LAST)
    if day > today:
        raise Refusal("{day} has not come yet. A payment is of today or of an earlier day.", day=day)
    return day
