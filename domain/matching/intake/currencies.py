"""Money is recognised by its signs and words: “₽”, “т.р.”, “$”, “сом”, “тенге”, “евро” and the like."""

import re

MULTIPLIER = (
    r"(?:млрд\.?|миллиард[а-я]{0,3}|млн\.?|мл\b|мнл\.?|миллион[а-я]{0,3}|лям[а-я]{0,2}|кк|kk|million|mln"
    r"|тыс(?:яч[а-я]{0,2})?\.?|тыщ|т\.(?=\s?(?:р|\$|сом|руб|дол|у))|т(?=\s?р(?![а-я]))|т(?![а-я.]))"
)
THOUSANDS_LETTER = r"(?:[кk](?![а-яa-z\d]|\.?\s?(?:кв|комн|/к)))"
MILLIONS_LETTER = r"(?:[m](?![a-zа-я\d2]))"
CURRENCY = (
    r"(?:\$|usd|долл?(?:ар[а-я]{0,3})?\.?|у\.\s?е\.?|у\.?е(?![а-я])\.?|бакс[а-я]{0,2}|dollars?"
    r"|₽|руб(?:л[а-я]{1,2})?\.?|р(?![а-яa-z/])\.?|rub|rur"
    r"|сом(?:ов|а|ы)?(?![а-я])|kgs|с(?=\s?[.,;\n+]|$)"
    r"|₸|тенге|тг(?![а-я])\.?|kzt"
    r"|€|евро(?![а-я-]|\s?(?:ремонт|дв|тр|окн|класс|станд))|eur|euro"
    r"|₾|лари?(?![а-я])|gel)"
)
_FIRST_LETTERS = (
    ("USD", ("$", "usd", "дол", "у", "бак", "dol")),
    ("RUB", ("₽", "р", "rub", "rur")),
    ("KGS", ("с", "kgs")),
    ("KZT", ("₸", "т", "kzt")),
    ("EUR", ("€", "е", "eur")),
)
_FACTORS = (
    (1_000_000_000, ("млрд", "миллиард")),
    (1_000_000, ("м", "лям", "кк", "kk", "m")),
    (1_000, ("т", "к", "k")),
)
BY_COUNTRY = {"RU": "RUB", "KG": "KGS", "KZ": "KZT"}
"""What a bare number means where a city is known; always reported as a guess."""


def currency_of(sign: str) -> str | None:
    """The ISO 4217 code for a written sign or word; None for money that the product does not deal in (lari)."""
    return next((code for code, starts in _FIRST_LETTERS if sign.startswith(starts)), None)


def factor_of(word: str | None) -> int:
    """What “млн”, “тыс”, “к” multiply by; 1 for none."""
    if not word:
        return 1
    return next(factor for factor, starts in _FACTORS if word.startswith(starts))


CURRENCY_ONLY = re.compile(CURRENCY)
