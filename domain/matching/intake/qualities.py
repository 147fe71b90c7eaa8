"""Class of the building, state of finishing and way of paying, where the text plainly names them."""

import re
from collections.abc import Iterable
from typing import TypeVar

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader
from domain.matching.terms import Condition, PaymentMethod, PropertyClass

T = TypeVar("T")


def _rules(pairs: Iterable[tuple[T, str]]) -> tuple[tuple[T, re.Pattern[str]], ...]:
    return tuple((value, re.compile(pattern)) for value, pattern in pairs)


_CLASSES = _rules((
    (PropertyClass.ELITE, (r"элит(?:н[а-я]{2,3}|-?\s?класс[а-я]?)|премиум(?:\s?-?\s?класс[а-я]?)?|люкс-?класс|"
r"de ?luxe|premium class|elite")),
    (PropertyClass.BUSINESS, r"бизнес\s?-?\s?класс[а-я]?|business[ -]class"),
    (PropertyClass.COMFORT, r"комфорт\+?\s?-?\s?класс[а-я]?|класса? \"?комфорт|comfort[ -]class"),
    (PropertyClass.ECONOMY, r"эконом\s?-?\s?класс[а-я]?|эконом-?вариант|economy class"),
))  # fmt: skip
_CONDITIONS = _rules((
    (Condition.PRE_FINISHING, (r"предчист[а-я]{2,7}|white ?box|вайт ?бокс|(?<![а-я])псо(?![а-я])|под самоотделк[а-я]|"
r"под чистовую")),
    (Condition.ROUGH, (r"чернов[а-я]{2,3}(?:\sотделк[а-я])?|без отделки|без ремонта|голые стены|бетон(?:е|"
r"ные стены)|требует(?:ся)? ремонт|shell condition")),
    (Condition.DESIGN, (r"(?:дизайнерск|авторск|эксклюзивн)[а-я]{2,3}\s(?:\w{1,20}\s)?(?:ремонт|проект|отделк|"
r"дизайн|интерьер)[а-я]{0,2}|дизайн-?проект[а-я]{0,2}|дизайнерск[а-я]{2,3}|"
r"designer (?:finish|renovation)")),
    (Condition.FINISHING, (r"чистов[а-я]{2,3}(?:\sотделк[а-я])?|(?:хорош|качествен|свеж|нов|современн|отличн|"
r"капитальн|косметическ|евро|полн|стильн)[а-я]{0,3}\s?-?\s?(?:евро)?-?ремонт[а-я]{0,3}"
r"|евро-?ремонт[а-я]{0,3}|с ремонтом|с отделкой|после (?:капитального |"
r"косметического )?ремонта|сделан (?:\w{1,20} )?ремонт|under key|renovated|под ключ")),
))  # fmt: skip
_PAYMENTS = _rules((
    (PaymentMethod.EXCHANGE, (r"(?<![а-я])обмен(?:яю|яем|а|у)?(?![а-я])(?!\sвалют)|бартер|trade-?in|трейд-?ин|"
r"exchange")),
    (PaymentMethod.MORTGAGE, r"(?<!без )ипотек[а-я]{0,2}|mortgage"),
    (PaymentMethod.CASH, (r"(?:за )?налич(?:ка|ку|кой|ные|ными|ный расчет)|(?<![а-я])нал(?![а-я])|"
r"деньги на руках|cash")),
))  # fmt: skip


def find_class(reading: TextReader) -> Found[PropertyClass] | None:
    """Economy, comfort, business or elite, as the text says; two different ones make it unsure."""
    return _only(reading, _CLASSES)


def find_condition(reading: TextReader) -> Found[Condition] | None:
    """The finishing; the least finished state named comes first, the others are alternatives."""
    return _only(reading, _CONDITIONS)


def find_payment(reading: TextReader) -> Found[PaymentMethod] | None:
    """How the buyer pays; cash beside a mortgage is unsure, with the other as the alternative."""
    return _only(reading, _PAYMENTS)


def _only(reading: TextReader, rules: tuple[tuple[T, re.Pattern[str]], ...]) -> Found[T] | None:
    heard = [(value, match) for value, rule in rules if (match := rule.search(reading.text))]
    if not heard:
        return None
    value, match = heard[0]
    others = tuple(v for v, _ in heard[1:])
    return reading.found(value, *match.span(), sure=not others, alternatives=others)
