"""Whether the writer sells, lets, wants to buy or wants to rent; and whether the text is about property at all."""

import re

from domain.matching.intake import intent_words as words
from domain.matching.intake.found import Found, Intent
from domain.matching.intake.reading import TextReader
from domain.matching.plausible import LEAST_TO_BUY, MOST_TO_RENT, in_roubles
from domain.typed.amounts import Amount, find_amounts


def find_intent(reading: TextReader) -> Found[Intent] | None:
    """What the writer wants; unsure when only the manner of the text tells, None when nothing does."""
    text = reading.text
    about_property = len({m.group() for m in words.PROPERTY_WORD.finditer(text)})
    strong = _spoken(reading)
    if not words.STRONG_WORD.search(text) or (about_property == 1 and strong is None):
        other = words.GOODS.search(text) or words.THING_FOR_SALE.search(text)
        if other and (about_property == 0 or not words.IN_A_FLAT.match(other.group())):
            return reading.found(Intent.NOT_PROPERTY, *other.span(), sure=about_property == 0)
    advert = words.ADVERT.search(text)
    if advert and not words.SUM.search(text):
        return reading.found(Intent.NOT_PROPERTY, *advert.span(), sure=False)
    goods = len({m.group() for m in words.GOODS.finditer(text)})
    if (
        goods >= (2 if strong is None else 3)
        and goods > about_property
        and (about_property <= 1 or goods >= about_property + 3)
    ):
        other = words.GOODS.search(text)
        if other and not words.IN_A_FLAT.match(other.group()):
            return reading.found(Intent.NOT_PROPERTY, *other.span(), sure=about_property == 0)
    return strong or _implied(reading)


def _spoken(reading: TextReader) -> Found[Intent] | None:
    """The intent that a verb states; a seeker's verb at the start outweighs an offer further on."""
    text = reading.text
    seeking = words.SEEKING.search(text)
    offered = words.OFFERED.search(text)
    if seeking and offered and offered.start() < seeking.start():
        seeking = None
    if seeking and not words.SEEKS_OTHER.search(text) and _near_property(text, seeking):
        offer = _first(text, (Intent.SELL, Intent.RENT_OUT))
        if offer is None or offer[1].start() > seeking.start() + 200 or _about_rent_in(text, seeking):
            return _sought(reading, seeking)
    spoken = [(weight, -match.start(), intent, match) for intent, weight, match in _heard(text) if weight >= 5]
    if not spoken:
        return None
    best = max(spoken, key=lambda s: (s[0] >= 9, s[1]))
    rivals = tuple(sorted({s[2] for s in spoken} - {best[2]}))
    opposite = any(r in (Intent.SELL, Intent.RENT_OUT) for r in rivals) and best[2] in (Intent.SELL, Intent.RENT_OUT)
    return reading.found(best[2], *best[3].span(), sure=not opposite, alternatives=rivals if opposite else ())


def _about_rent_in(text: str, seeking: re.Match[str]) -> bool:
    return bool(re.search(r"снять|в (?:долгосрочную )?аренду", text[seeking.start() : seeking.start() + 80]))


def _near_property(text: str, seeking: re.Match[str]) -> bool:
    return bool(words.PROPERTY_WORD.search(text[seeking.start() : seeking.end() + 70])) or bool(
        re.search(r"\d\s?\+\s?1|\d\s?-?\s?(?:х\s?)?(?:к(?![а-я])|ккв|шк)", text[seeking.start() : seeking.end() + 50])
    )


_TO_BUY = re.compile(
    r"купить|купл[юя]|приобрести|покупк|ипотек|маткапитал|материнск|к покупке|to buy|to purchase|purchase|mortgage|"
    r"в собственность|прописк"
)
_TO_RENT = re.compile(
    r"снять|сниму|аренд|съ[её]м|посуточн|/\s?мес|в месяц|сутк|to rent|for rent|rental|per month|a month|monthly|"
    r"long[- ]?term|short[- ]?term|долгосрок|долгосроч|на длительн|айына"
)
_LIVES_THERE = re.compile(
    r"срок|месяц|заезд|засел|заехать|на год|прожив|длительн|жиль[её]|кругл[а-я]{2,4} ?год|семья|семейн|с \d{1,2} по \d|"
    r"животн|кошк|собак|move in|tenant"
)
"""What tenants speak of, and buyers now and then too."""


def _sought(reading: TextReader, seeking: re.Match[str]) -> Found[Intent]:
    """Looking for a flat: to buy or to rent is told by the words, else by the largest sum, else both are offered."""
    text = reading.text
    buys, rents = bool(_TO_BUY.search(text)), bool(_TO_RENT.search(text))
    by_sum = _by_sum(reading.open)
    if buys != rents:
        value = Intent.BUY if buys else Intent.RENT_IN
        sure = by_sum in (None, value)
    elif by_sum is not None:
        value, sure = by_sum, True
    else:
        lives_there = bool(_LIVES_THERE.search(text))
        value, sure = (Intent.RENT_IN if lives_there or rents else Intent.BUY), lives_there
    if buys != rents and not sure and by_sum is Intent.BUY:
        # no monthly rent is twenty-five million
        value = Intent.BUY
    other = Intent.RENT_IN if value is Intent.BUY else Intent.BUY
    return reading.found(value, *seeking.span(), sure=sure, alternatives=() if sure else (other,))


def _by_sum(text: str) -> Intent | None:
    """What the largest sum of a text tells: millions buy, tens of thousands rent; in between either may be."""
    said = [one for one in find_amounts(text) if _is_budget(one)]
    worth = [in_roubles(money) for one in said if (money := one.money("RUB")) is not None]
    largest = max((one for one in worth if one is not None), default=None)
    if largest is None or MOST_TO_RENT < largest < LEAST_TO_BUY:
        return None
    return Intent.BUY if largest >= LEAST_TO_BUY else Intent.RENT_IN


def _is_budget(one: Amount) -> bool:
    """Whether it is money, and not a phone, a year or a number of rooms."""
    if one.currency is not None or one.digits == 0:
        return one.digits != 1 or one.scale is not None
    if one.scale is not None:
        return one.scale not in ("т", "к", "k") or one.digits >= 2
    return one.number >= 10_000 and one.number % 1_000 == 0 and one.digits <= 9


def _heard(text: str) -> list[tuple[Intent, int, re.Match[str]]]:
    return [(intent, weight, m) for intent, weight, rule in words.RULES if (m := rule.search(text))]


def _first(text: str, intents: tuple[Intent, ...]) -> tuple[Intent, re.Match[str]] | None:
    heard = [(i, m) for i, weight, m in _heard(text) if i in intents and weight >= 5]
    return min(heard, key=lambda h: h[1].start()) if heard else None


def _implied(reading: TextReader) -> Found[Intent] | None:
    """The intent that no verb states but the manner of the text gives away; always unsure."""
    text = reading.text
    budget = words.BUDGET.search(text)
    if budget and (words.PROPERTY_WORD.search(text) or words.LAYOUT.search(text)):
        rents = re.search(r"аренд|мес|снять", text) or _by_sum(reading.open) is Intent.RENT_IN
        value = Intent.RENT_IN if rents else Intent.BUY
        return reading.found(value, *budget.span(), sure=False, alternatives=(Intent.BUY, Intent.RENT_IN))
    if not words.PROPERTY_WORD.search(text) and not words.LAYOUT.search(text) and (goods := words.GOODS.search(text)):
        return reading.found(Intent.NOT_PROPERTY, *goods.span(), sure=False)
    scores: dict[Intent, tuple[int, re.Match[str]]] = {}
    for intent, weight, rule in words.RULES:
        matches = list(rule.finditer(text))[:6]
        if matches and weight < 5:
            before = scores.get(intent, (0, matches[0]))
            scores[intent] = before[0] + weight * len({m.group() for m in matches}), before[1]
    if scores:
        intent = max(scores, key=lambda i: scores[i][0])
        if len(scores) == 1 or len({s for s, _ in scores.values()}) > 1:
            return reading.found(
                intent, *scores[intent][1].span(), sure=False, alternatives=tuple(set(scores) - {intent})
            )
    card = words.CARD.search(text)
    if card:
        return reading.found(Intent.SELL, *card.span(), sure=False, alternatives=(Intent.RENT_OUT,))
    dear = re.search(
        (
            r"(?<![\d])(?:\d{1,3}(?:[ .,']\d{3}){2,3}|\d{2,3}[ .,]?\d{3}\s?(?:\$|usd)|"
            r"\d[\d.,]{0,5}\s?млн|\d{4,6}\s?т\.?р)"
        ),
        text,
    )
    about = words.PROPERTY_WORD.search(text)
    if dear and (about or words.LAYOUT.search(text)):
        others = () if about else (Intent.RENT_OUT,)
        return reading.found(Intent.SELL, *dear.span(), sure=False, alternatives=others)
    return _described(reading)


def _described(reading: TextReader) -> Found[Intent] | None:
    """A description without any verb of a deal is an offer; which one is a guess from what it dwells on."""
    text = reading.text
    about = words.STRONG_WORD.search(text) or words.OFFERED.search(text)
    if about and text.rstrip().endswith("?") and not any(character.isdigit() for character in text):
        # a question about somebody's offer
        return reading.found(Intent.NOT_PROPERTY, *about.span(), sure=False)
    if about is None or len(text) < words.TOO_SHORT or text.rstrip().endswith("?"):
        return None
    dwells = {intent: len({m.group() for m in rule.finditer(text)}) for intent, rule in words.MANNERS}
    value = max(dwells, key=lambda intent: dwells[intent])
    other = Intent.SELL if value is Intent.RENT_OUT else Intent.RENT_OUT
    return reading.found(value, *about.span(), sure=False, alternatives=(other,)) if dwells[value] else None
