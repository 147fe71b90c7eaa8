"""The currency of a sum is told by its sign or word: “₽”, “т.р.”, “$”, “сом”, “тенге”, “֏”; a strange one is no rouble.

Signs are those of Unicode's category Sc; words are the ordinary names of the currencies of the countries around, with
the endings that follow a number.
"""

import re
from functools import lru_cache

from domain.money import CURRENCIES

UNKNOWN = ""
"""The currency of a sum that names one which cannot be told, or that is no legal tender (“usdt”)."""

_SIGNS = {
    "$": "USD", "₽": "RUB", "€": "EUR", "₸": "KZT", "₾": "GEL", "֏": "AMD", "₴": "UAH", "₺": "TRY", "₼": "AZN",
    "£": "GBP", "₩": "KRW", "₹": "INR", "₪": "ILS", "฿": "THB", "₫": "VND", "₮": "MNT", "₱": "PHP", "₦": "NGN",
    "⃀": "KGS",
}  # fmt: skip
"""“¥” is left out: it is the yen's and the yuan's."""
SIGN = "[$¢-¥֏؋৲৳฿៛₠-\u20cf﷼]"
"""A regular expression for any currency sign."""
_PER = r"(?=\s?/\s?(?:мес|сут|ноч|день|кв|м2|m2))"
_WORDS = (
    ("USD", r"(?:us\$|usd(?!t)|долл?(?:ар[а-я]{0,3})?\.?|у\.?\s?е(?![а-я])\.?|бакс[а-я]{0,2}|dollars?(?![a-z]))"),
    ("BYN", r"(?:byn|бел(?:ор[а-я]{0,8})?\.?\s?руб(?:л[а-я]{1,3})?\.?)"),
    ("RUB", rf"(?:руб(?:л[а-я]{{1,3}})?\.?|р(?:{_PER}|(?![а-яa-z/])\.?)|rub(?:les?)?(?![a-z])|rur|roubles?)"),
    ("TJS", r"(?:сомони|tjs)"),
    ("KGS", r"(?:сом(?:ов|ом|а|ы)?(?![а-я])|kgs|soms?(?![a-z])|с(?=\s?[.,;\n+]|$))"),
    ("KZT", r"(?:тенге|тнг(?![а-я])\.?|тг(?![а-я])\.?|kzt|tenge)"),
    ("EUR", r"(?:евро(?![а-я-]|\s?(?:ремонт|дв|тр|окн|класс|станд))|eur(?:os?)?(?![a-z]))"),
    ("GEL", r"(?:лари?(?![а-я])|gel(?![a-z])|lari(?![a-z]))"),
    ("AMD", r"(?:драм(?:ов|ах|а|ы)?(?![а-я])|amd|drams?(?![a-z]))"),
    ("UZS", r"(?:сум(?:ов|а)?(?![а-я])|uzs|so'?m(?![a-z]))"),
    ("UAH", r"(?:гривен|гривн[а-я]{1,2}|грн(?![а-я])\.?|uah)"),
    ("AZN", r"(?:манат(?:ов|а|ы)?(?![а-я])|azn)"),
    ("TRY", r"(?:лир(?:а|ы)?(?![а-я])|lira(?![a-z])|tl(?![a-z]))"),
    ("AED", r"(?:дирхам(?:ов|а|ы)?(?![а-я])|aed|dirhams?(?![a-z]))"),
    ("THB", r"(?:бат(?:ов|а|ы)?(?![а-я])|thb|baht(?![a-z]))"),
    ("GBP", r"(?:фунт(?:ов|а|ы)?(?![а-я])(?:\sстерлингов)?|gbp|pounds?(?![a-z]))"),
    ("CNY", r"(?:юан(?:ей|ь|я|и)(?![а-я])|cny|rmb|yuan(?![a-z]))"),
    ("PLN", r"(?:злот(?:ых|ый|ые)(?![а-я])|pln|zł)"),
    ("MDL", r"(?:лей(?![а-я])|mdl)"),
    ("ILS", r"(?:шекел(?:ей|ь|я|и)(?![а-я])|ils(?![a-z]))"),
    ("CHF", r"(?:франк(?:ов|а|и)?(?![а-я])|chf)"),
    ("JPY", r"(?:[ий]ен(?:а|ы)?(?![а-я])|jpy)"),
    ("INR", r"(?:рупи(?:й|я|и)(?![а-я])|inr(?![a-z]))"),
    ("MNT", r"(?:тугрик(?:ов|а|и)?(?![а-я])|mnt(?![a-z]))"),
    (UNKNOWN, r"(?:usdt|btc(?![a-z])|биткоин[а-я]{0,2}|крон(?:а|ы)?(?![а-я])|песо(?![а-я])|динар(?:ов|а|ы)?(?![а-я]))"),
)  # fmt: skip
CURRENCY = rf"(?:{SIGN}|{'|'.join(words for _, words in _WORDS)})"
"""A regular expression for a currency after a number, in lower case."""
CURRENCY_BEFORE = rf"(?:{SIGN}|(?:usd|eur|rub|kgs|kzt|gel|amd|uzs|aed|try|gbp)(?![a-z]))"
"""The same for one that stands before the number."""
_COMPILED = tuple((code, re.compile(words)) for code, words in _WORDS)
BY_COUNTRY = {"RU": "RUB", "KG": "KGS", "KZ": "KZT"}
"""What a bare number means where a city is known; always reported as a guess."""


@lru_cache(maxsize=512)
def currency_of(sign: str) -> str:
    """The ISO 4217 code for a sign, a word or a code as written, in lower case; `UNKNOWN` for anything else."""
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign.upper() in CURRENCIES:
        return sign.upper()
    return next((code for code, words in _COMPILED if words.match(sign)), UNKNOWN)
