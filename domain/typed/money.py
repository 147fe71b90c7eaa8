"""A typed sum is read strictly: the whole of it makes sense, or the person is told how to write it.

Taken is whatever people write by habit (“15 млн”, “12,5кк”, “$1.2M”, “45 тысяч 500 рублей”, “полтора миллиона”, “45 000
руб/мес”, “от 8 до 10 млн”), and nothing else: no “1e5”, “-1”, “NaN”, “½”. What can be read in two ways is asked.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from domain.money import CURRENCIES, Money
from domain.typed.amounts import Amount, Per, amount_at, per_after
from domain.typed.answer import plain
from domain.typed.currencies import UNKNOWN
from domain.typed.not_understood import NotUnderstood
from domain.typed.scales import THOUSAND, factor_of

HIGHEST = 10_000_000_000_000
"""Minor units: 100 000 000 000 of any currency with two decimal digits."""

PRICE = "“{text}” does not look like a price. Write it as a number or the way you are used to: 18500000 or 18.5m."
PRICES = (
    "“{text}” does not look like a price. Write it as a number or the way you are used to: 18500000, 18.5m, "
    "from 15 to 20m."
)
"""Where the least and the most are asked for."""
BOUNDS = "“{text}” is out of range: a price is from 1 to 100 000 000 000."
ORDER = "“{text}”: the lower price is above the upper one. Write the smaller one first: from 15 to 20m."
TWO_SUMS = "“{text}” is two sums. Write one: {total} if they belong together, or each where it is asked for."
TWO_WAYS = "“{text}” may be {one} or {other}. Write the sum in digits."
STRANGE_CURRENCY = "“{text}”: I cannot tell the currency. Write it like 45 000 ₽, $900 or 300 000 AMD."
PER_ANOTHER = "“{text}” is a price per month, per day or per square metre. Write the whole sum that is asked for."

_LEAD = re.compile(
    r"(?:(?:около|примерно|ровно|всего|about|around|exactly|~|=|цена|стоимость|сумма|аренда|плата|бюджет|price|budget|rent|"
    r"за|по)[ :-]{1,3}|~)"
)
_TAIL = re.compile(r"[ ,]?(?:без торга|торг уместен|торг|ровно|примерно)?[ .!;]*")
_MILLIONS = re.compile(r"(?<=\d)[ ]?м(?![а-яa-z\d²])")
"""“15м” is fifteen million where no area is asked for."""
_CODE = re.compile(r" ?([a-z]{3})(?![a-z])")
_FROM = re.compile(r"(?:от|не менее|не меньше|from|over|min|>|с)[ :]?")
_UP_TO = re.compile(
    r"(?:до|не более|не больше|не дороже|не выше|в пределах|максимум|макс\.?|up to|under|max|<|по)[ :]?"
)
_BETWEEN = re.compile(r" ?(?:-|до|to|по|\.\.\.?|и до) ?")
_PLUS = re.compile(r" ?\+ ?")


def parse_money(text: str, currency: str, unlike: str = PRICE, *, per: Collection[Per] = (Per.MONTH,)) -> Money:
    """One sum; `currency` (ISO 4217) is meant when the text names none. Raises `NotUnderstood`.

    `unlike` is the sentence for what does not look like a sum at all.
    `per` is what the asked sum may be said to be for each of: “45 000 руб/мес” is a rent.
    """
    said = _plain(text, unlike)
    one = _amount(text, said, _lead(said), unlike)
    end = _after_unit(text, said, one.end, per)
    if plus := _PLUS.match(said, end):
        other = amount_at(said, plus.end())
        if other is not None and _over(said, other.end, per):
            total = _money(
                text,
                replace(one, number=one.number + other.number, currency=one.currency or other.currency),
                currency,
                unlike,
            )
            raise NotUnderstood(TWO_SUMS, text, total=total)
    if not _over(said, end, per):
        raise NotUnderstood(unlike, text)
    return _money(text, one, currency, unlike)


def parse_money_range(
    text: str, currency: str, *, per: Collection[Per] = (Per.MONTH,)
) -> tuple[Money | None, Money | None]:
    """The least and the most, either of which may be None; a lone sum is the most. Raises `NotUnderstood`."""
    said = _plain(text, PRICES)
    start = _lead(said)
    least, most = _FROM.match(said, start), _UP_TO.match(said, start)
    lead = least or most
    one = _amount(text, said, lead.end() if lead else start, PRICES)
    end = _after_unit(text, said, one.end, per)
    between = _BETWEEN.match(said, end) if not most else None
    if between:
        other = _amount(text, said, between.end(), PRICES)
        if not _over(said, _after_unit(text, said, other.end, per), ()):
            raise NotUnderstood(PRICES, text)
        return _range(text, one, other, currency)
    if not _over(said, end, ()):
        raise NotUnderstood(PRICES, text)
    money = _money(text, one, currency, PRICES)
    return (money, None) if least else (None, money)


def _plain(text: str, unlike: str) -> str:
    return _MILLIONS.sub("млн", plain(text, unlike))


def _lead(said: str) -> int:
    """Where the sum begins after words that only announce it."""
    at = 0
    while lead := _LEAD.match(said, at):
        at = lead.end()
    return at


def _amount(text: str, said: str, start: int, unlike: str) -> Amount:
    one = amount_at(said, start)
    if one is None:
        raise NotUnderstood(unlike, text)
    code = _CODE.match(said, one.end) if one.currency is None else None
    if code and code[1].upper() in CURRENCIES:
        return replace(one, currency=code[1].upper(), end=code.end())
    return one


def _after_unit(text: str, said: str, end: int, per: Collection[Per]) -> int:
    unit = per_after(said, end)
    if unit is None:
        return end
    if unit[0] not in per:
        raise NotUnderstood(PER_ANOTHER, text)
    return unit[1]


def _over(said: str, end: int, per: Collection[Per]) -> bool:
    """Whether nothing that matters follows."""
    unit = per_after(said, end)
    return bool(_TAIL.fullmatch(said, unit[1] if unit and unit[0] in per else end))


def _range(text: str, low: Amount, high: Amount, home: str) -> tuple[Money, Money]:
    if low.scale is None and high.scale is not None and low.number < THOUSAND:
        low = replace(low, number=low.number * factor_of(high.scale))
    named = high.currency if high.currency is not None else low.currency
    low = replace(low, currency=named if low.currency is None else low.currency)
    high = replace(high, currency=named)
    least, most = _money(text, low, home, PRICES), _money(text, high, home, PRICES)
    if least.currency != most.currency:
        raise NotUnderstood(PRICES, text)
    if least.minor > most.minor:
        raise NotUnderstood(ORDER, text)
    return least, most


def _money(text: str, one: Amount, home: str, unlike: str) -> Money:
    if one.currency == UNKNOWN:
        raise NotUnderstood(STRANGE_CURRENCY, text)
    money = one.money(home)
    if money is None:
        raise NotUnderstood(unlike, text)
    if not Money.of(1, money.currency).minor <= money.minor <= HIGHEST:
        raise NotUnderstood(BOUNDS, text)
    if one.others:
        raise NotUnderstood(TWO_WAYS, text, one=money, other=Money.of(one.others[-1], money.currency))
    return money
