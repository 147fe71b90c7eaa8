"""An amount of money within a text: “8 млн 500 тыс”, “45 тысяч 500 рублей”, “$1.2M”, “полтора миллиона”.

The text is in lower case, with plain spaces and hyphens and “е” for “ё”. Whether a bare number is money at all, and
what it is for, is for the reader of the text around it to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from domain.money import Money, digits_of
from domain.typed.currencies import CURRENCY, CURRENCY_BEFORE, UNKNOWN, currency_of
from domain.typed.number_words import FIRST_WORD, InWords, read_words
from domain.typed.numbers import NUMBER, decimal_of
from domain.typed.scales import MILLION, SCALE, THOUSAND, factor_of

AMOUNT = re.compile(
    rf"(?:(?P<before>{CURRENCY_BEFORE}\s?)|(?<![a-zа-яң\d/№#])(?<!\d[.,']))(?P<number>{NUMBER})"
    rf"(?:\s?-?\s?(?P<scale>{SCALE}))?(?:\s{{0,2}}(?P<sign>{CURRENCY}))?"
)
_REST = re.compile(
    rf"[ ,]{{0,2}}(?:и )?(?<!\d)(?P<number>\d{{1,3}}(?: ?000| \d{{3}})?)(?![\d.,]\d)(?!\d)"
    rf"(?:\s?-?\s?(?P<scale>{SCALE}))?(?:\s{{0,2}}(?P<sign>{CURRENCY}))?"
)
"""What may follow millions or thousands: “500 тыс”, “500 000”, “500 рублей”."""
_SIGN_AFTER = re.compile(rf"\s{{0,2}}(?P<sign>{CURRENCY})")
_SCALE_HALF = re.compile(rf"[ ]?с половиной[ ]?(?P<scale>{SCALE})(?:\s{{0,2}}(?P<sign>{CURRENCY}))?")
_ENDS = re.compile(r"\s*(?:$|[\n;.)!|]|,(?!\d)|торг|без|за(?![а-я])|/ ?мес|в мес)")
"""After “8 млн 500” these tell that the five hundred are of the price, and not of something else."""
_ONE_SEPARATOR = re.compile(r"\d{1,3}[.,]\d{3}")
_ALREADY_THOUSANDS = 6
"""Digits of a number that already counts single roubles or dollars."""
_LEAST_IN_WORDS = 100
"""Whole units: a number in words below that, without thousands and a currency, is no sum: “пять”."""


class Per(StrEnum):
    """What a sum is paid for each of."""

    DAY = "DAY"
    MONTH = "MONTH"
    YEAR = "YEAR"
    METRE = "METRE"
    PLOT = "PLOT"
    """A hundred square metres of land."""


_SQUARE_METRE = (
    r"(?:кв(?:адрат[а-я]{0,5}|\.?\s?/?\s?м(?:етр[а-я]?)?)?\.?2?(?![а-яa-z])|м\.?\s?кв\.?(?![а-я])|м2|м(?![а-яa-z])|m2"
    r"|sq\.?\s?m\w{0,5}|square met\w{2,4}|метр(?![а-я]))"
)
_UNIT_OF = (
    (Per.METRE, re.compile(rf"\s?(?:/|за|per|-?\s?цена за|a)\s{{0,2}}(?:1\s?|один )?{_SQUARE_METRE}")),
    (Per.PLOT, re.compile(r"\s?(?:/|за)\s?(?:1\s?)?сот(?:ку|к[аи]|\.)?(?![а-я])")),
    (
        Per.MONTH,
        re.compile(
            r"\s?(?:/|в|за|per|-|на|a)?\s?(?:мес(?:яц|\.)?(?![а-яa-z])|ежемесячно|month(?:ly)?|mo(?![a-z])"
            r"|p\.?m\.?(?![a-z])|айына)"
        ),
    ),
    (
        Per.DAY,
        re.compile(
            r"\s?(?:/|в|за|per|-|a)?\s?(?:сутки(?![а-я])|сут(?![а-я])\.?|день(?![а-я])|ночь(?![а-я])|day(?![a-z])"
            r"|night(?![a-z]))"
        ),
    ),
    (Per.YEAR, re.compile(r"\s?(?:/|в|за|per|a)\s?(?:год(?![а-я])|year|annum)")),
)


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount at `text[start:end]`, in whole units of its currency (None where none is named)."""

    number: Decimal
    currency: str | None
    start: int
    end: int
    digits: int
    """How many digits were written; none for a number in words."""
    scale: str | None = None
    """The word or letter by which it is multiplied, in words any."""
    is_sign_before: bool = False
    others: tuple[Decimal, ...] = ()
    """What else it may be, where it was not said whole."""

    def minor(self, currency: str) -> int | None:
        """In minor units of this currency, or None where that would need rounding."""
        scaled = self.number.scaleb(digits_of(currency))
        return int(scaled) if scaled == scaled.to_integral_value() else None

    def money(self, home: str) -> Money | None:
        """The sum, in `home` where no currency is named; None for a strange currency and for parts of a coin."""
        currency = home if self.currency is None else self.currency
        minor = self.minor(currency) if currency else None
        return None if minor is None else Money(minor, currency)


def find_amounts(text: str) -> list[Amount]:
    """Every amount, left to right, bare numbers too; those in words only with thousands, millions or a currency."""
    found: list[Amount] = []
    at = 0
    for match in AMOUNT.finditer(text):
        if match.start() >= at:
            one = _continued(text, match)
            found.append(one)
            at = one.end
    for one in _in_words(text):
        if all(one.end <= other.start or one.start >= other.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def amount_at(text: str, start: int) -> Amount | None:
    """The amount that begins right at `start`, in digits or in words."""
    match = AMOUNT.match(text, start)
    if match:
        return _continued(text, match)
    return next((one for one in _in_words(text, start, plain=True) if one.start == start), None)


def per_after(text: str, end: int) -> tuple[Per, int] | None:
    """What the sum that ends at `end` is paid for, when the words right after it say so, and where those words end."""
    for per, pattern in _UNIT_OF:
        match = pattern.match(text, end)
        if match and match.end() > end:
            return per, match.end()
    return None


def has_one_separator(text: str, one: Amount) -> bool:
    """Whether it is written like “8.500”: thousands to one reader, eight and a half of something to another."""
    return one.scale is None and bool(_ONE_SEPARATOR.fullmatch(text[one.start : one.end].strip("$€₽ ")))


def _continued(text: str, match: re.Match[str]) -> Amount:
    """The amount of a match, with its smaller parts after millions or thousands."""
    one = _written(match)
    half = _SCALE_HALF.match(text, one.end) if one.scale is None and one.currency is None else None
    if half:
        return _with_half(one, half)
    least = factor_of(one.scale)
    while least >= THOUSAND and (not match["sign"] or least >= MILLION):
        rest = _REST.match(text, one.end)
        taken = rest and _with_rest(text, one, rest, least)
        if not rest or not taken:
            break
        one, least = taken, factor_of(rest["scale"])
    return one


def _written(match: re.Match[str]) -> Amount:
    """The amount as it stands in the match alone."""
    scale = match["scale"]
    if scale and factor_of(scale) == THOUSAND and len(re.sub(r"\D", "", match["number"])) >= _ALREADY_THOUSANDS:
        # "220 000 тысяч" says it twice
        scale = None
    return Amount(
        decimal_of(match["number"], grouped=scale is None) * factor_of(scale),
        _currency_of_signs(match["before"], match["sign"]),
        *match.span(),
        digits=sum(character.isdigit() for character in match["number"]),
        scale=scale,
        is_sign_before=bool(match["before"]),
    )


def _currency_of_signs(*written: str | None) -> str | None:
    """The currency of the signs around a number; two that differ are none that we know."""
    named = {currency_of(sign.strip()) for sign in written if sign}
    if len(named) > 1:
        return UNKNOWN
    return next(iter(named), None)


def _with_half(one: Amount, half: re.Match[str]) -> Amount:
    """“8 с половиной миллионов”."""
    factor = factor_of(half["scale"])
    number = one.number * factor + Decimal(factor) / 2
    return replace(one, number=number, currency=_currency_of_signs(half["sign"]), end=half.end(), scale=half["scale"])


def _with_rest(text: str, one: Amount, rest: re.Match[str], factor: int) -> Amount | None:
    """The amount with the part that follows it, if that is smaller and plainly belongs to it."""
    sign, scale = rest["sign"], rest["scale"]
    if one.currency is not None and (sign or not scale):
        return None
    smaller = decimal_of(rest["number"], grouped=True) * factor_of(scale)
    if smaller >= factor or one.number % factor or scale in ("к", "k"):
        return None
    currency = currency_of(sign.strip()) if sign else one.currency
    whole = replace(one, number=one.number + smaller, currency=currency, end=rest.end())
    return whole if scale else _with_bare_rest(text, whole, rest, factor)


def _with_bare_rest(text: str, whole: Amount, rest: re.Match[str], factor: int) -> Amount | None:
    """The same of a part without “тыс”: a sign, or the end of what is said, tells that it is of the price."""
    if not rest["sign"] and not _ENDS.match(text, rest.end()):
        return None
    written = re.sub(r"\D", "", rest["number"])
    if len(written) > 3 or (factor == THOUSAND and (rest["sign"] or len(written) == 3)):
        return whole
    if factor != MILLION or len(written) != 3:
        return None
    # "8 млн 500" is said for 8 500 000
    before = whole.number - int(written)
    return replace(whole, number=before + int(written) * THOUSAND, others=(before, whole.number))


def _in_words(text: str, start: int = 0, *, plain: bool = False) -> Iterator[Amount]:
    """Amounts in words; `plain` takes one from a hundred on without thousands, millions and currency too."""
    at = start
    while first := FIRST_WORD.search(text, at):
        at = first.end()
        said = read_words(text, first.start())
        if said is None:
            continue
        at = said.end
        sign = _SIGN_AFTER.match(text, said.end)
        if sign or (_is_plain_sum(said) if plain else _is_large_sum(said, first)):
            yield Amount(
                said.value,
                _currency_of_signs(sign["sign"] if sign else None),
                first.start(),
                sign.end() if sign else said.end,
                digits=0,
                scale="тыс" if said.scaled else None,
                others=(said.other,) if said.other is not None else (),
            )


def _is_plain_sum(said: InWords) -> bool:
    """Whether it is a sum where sums are asked for."""
    return said.scaled or said.value >= _LEAST_IN_WORDS


def _is_large_sum(said: InWords, first: re.Match[str]) -> bool:
    """Whether it is one anywhere: thousands or millions, but not “миллион” alone, which is said of much else."""
    is_alone = first.group() in ("миллион", "тысяча", "тысячу", "million") and said.end == first.end()
    return said.scaled and not is_alone
