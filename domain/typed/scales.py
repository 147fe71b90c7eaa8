"""What a number is multiplied by, as people write it: “млн”, “тыс.”, “т.р.”, “кк”, “лям”, “миң”, “k”, “million”."""

THOUSAND, MILLION, MILLIARD = 1_000, 1_000_000, 1_000_000_000

SCALE_WORD = (
    r"(?:млрд\.?|миллиард[а-я]{0,3}|млн\.?|мл\b|мнл\.?|мил(?![а-я])\.?|миллион[а-я]{0,3}|лям[а-я]{0,2}"
    r"|лимон(?:а|ов|чик[а-я]{0,2})?(?![а-я])|кк|kk|millions?|mln|mio(?![a-z])"
    r"|тыс(?:яч[а-я]{0,2})?\.?|тыщ[а-я]?|миң|косар(?:ь|я|ей)(?![а-я])|thousand"
    r"|т\.(?=\s?(?:р|\$|сом|руб|дол|у))|т(?=\s?р(?![а-я]))|т(?![а-я.]))"
)
THOUSANDS_LETTER = r"(?:[кk](?![а-яa-z\d]|\.?\s?(?:кв|комн|/к)))"
MILLIONS_LETTER = r"(?:[m](?![a-zа-я\d2]))"
SCALE = rf"(?:{SCALE_WORD}|{MILLIONS_LETTER}|{THOUSANDS_LETTER})"
"""A regular expression for any of them after a number, in lower case; “к” may still be rooms."""

_FIRST_LETTERS = (
    (MILLIARD, ("млрд", "миллиард")),
    (THOUSAND, ("миң", "т", "кос", "thou")),
    (MILLION, ("м", "лям", "лим", "кк", "kk", "m")),
    (THOUSAND, ("к", "k")),
)


def factor_of(scale: str | None) -> int:
    """What “млн”, “тыс”, “к” multiply by; 1 for none."""
    if not scale:
        return 1
    return next(factor for factor, starts in _FIRST_LETTERS if scale.startswith(starts))
