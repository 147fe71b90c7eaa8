"""Whether the writer sells, lets, wants to buy or wants to rent; and whether the text is about property at all."""

import re

from domain.matching.intake import intent_words as words
from domain.matching.intake.found import Found, Intent
from domain.matching.intake.reading import TextReader
from domain.matching.plausible import LEAST_TO_BUY, MOST_TO_RENT, in_roubles
from domain.typed.amounts import Amount, find_amounts

_OFFERS = frozenset({Intent.SELL, Intent.RENT_OUT})


def find_intent(reading: TextReader) -> Found[Intent] | None:
    """What the writer wants; unsure when only the manner of the text tells, None when nothing does."""
    text = reading.text
    spoken = _spoken(reading)
    homes = len({m.group() for m in words.PROPERTY_WORD.finditer(text)})
    thing = _thing_for_sale(text, homes, spoken)
    if thing:
        return reading.found(Intent.NOT_PROPERTY, *thing.span(), sure=homes == 0)
    advert = words.ADVERT.search(text)
    if advert and not words.SUM.search(text):
        return reading.found(Intent.NOT_PROPERTY, *advert.span(), sure=False)
    goods = _mostly_goods(text, homes, spoken)
    if goods:
        return reading.found(Intent.NOT_PROPERTY, *goods.span(), sure=homes == 0)
    return spoken or _implied(reading)


def _thing_for_sale(text: str, homes: int, spoken: Found[Intent] | None) -> re.Match[str] | None:
    """A thing that is dealt in, where hardly a word is of a home; `homes` are the different words for one."""
    if words.STRONG_WORD.search(text) and (homes != 1 or spoken is not None):
        return None
    thing = words.GOODS.search(text) or words.THING_FOR_SALE.search(text)
    return thing if thing and (homes == 0 or not words.IN_A_FLAT.match(thing.group())) else None


def _mostly_goods(text: str, homes: int, spoken: Found[Intent] | None) -> re.Match[str] | None:
    """The first of many things, where there are plainly more words for things than for homes."""
    goods = len({m.group() for m in words.GOODS.finditer(text)})
    if goods < (2 if spoken is None else 3) or goods <= homes or (homes > 1 and goods < homes + 3):
        return None
    first = words.GOODS.search(text)
    return first if first and not words.IN_A_FLAT.match(first.group()) else None


def _spoken(reading: TextReader) -> Found[Intent] | None:
    """The intent that a verb states; a seeker's verb at the start outweighs an offer further on."""
    text = reading.text
    seeking = _seeking(text)
    if seeking:
        return _sought(reading, seeking)
    spoken = [(weight, -match.start(), intent, match) for intent, weight, match in _heard(text) if weight >= 5]
    if not spoken:
        return None
    _, _, intent, match = max(spoken, key=lambda s: (s[0] >= 9, s[1]))
    rivals = tuple(sorted({s[2] for s in spoken} - {intent}))
    opposite = intent in _OFFERS and not _OFFERS.isdisjoint(rivals)
    return reading.found(intent, *match.span(), sure=not opposite, alternatives=rivals if opposite else ())


def _seeking(text: str) -> re.Match[str] | None:
    """The verb of somebody who looks for a home, unless what follows it is an offer."""
    seeking = words.SEEKING.search(text)
    offered = words.OFFERED.search(text)
    if seeking is None or (offered and offered.start() < seeking.start()):
        return None
    if words.SEEKS_OTHER.search(text) or not _near_property(text, seeking):
        return None
    offer = _first(text, (Intent.SELL, Intent.RENT_OUT))
    is_apart = offer is None or offer[1].start() > seeking.start() + 200
    return seeking if is_apart or _about_rent_in(text, seeking) else None


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
_GREAT_SUM = re.compile(
    r"(?<![\d])(?:\d{1,3}(?:[ .,']\d{3}){2,3}|\d{2,3}[ .,]?\d{3}\s?(?:\$|usd)|\d[\d.,]{0,5}\s?млн|\d{4,6}\s?т\.?р)"
)


def _sought(reading: TextReader, seeking: re.Match[str]) -> Found[Intent]:
    """Looking for a flat: to buy or to rent is told by the words, else by the largest sum, else both are offered."""
    value, is_sure = _to_buy_or_rent(reading.text, _by_sum(reading.open))
    other = Intent.RENT_IN if value is Intent.BUY else Intent.BUY
    return reading.found(value, *seeking.span(), sure=is_sure, alternatives=() if is_sure else (other,))


def _to_buy_or_rent(text: str, by_sum: Intent | None) -> tuple[Intent, bool]:
    """Which of the two a seeker wants, and whether that is sure; `by_sum` is what the sums tell."""
    buys, rents = bool(_TO_BUY.search(text)), bool(_TO_RENT.search(text))
    if buys != rents:
        said = Intent.BUY if buys else Intent.RENT_IN
        # where words and sums disagree: no monthly rent is twenty-five million, but a part of a price may be small
        return (said, True) if by_sum in (None, said) else (Intent.BUY, False)
    if by_sum is not None:
        return by_sum, True
    lives_there = bool(_LIVES_THERE.search(text))
    return (Intent.RENT_IN if lives_there or rents else Intent.BUY), lives_there


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
    for manner in (_by_budget, _by_goods, _by_hints, _by_card, _by_great_sum, _described):
        found = manner(reading)
        if found:
            return found
    return None


def _by_budget(reading: TextReader) -> Found[Intent] | None:
    """Who speaks of a budget for a home looks for one."""
    text = reading.text
    budget = words.BUDGET.search(text)
    if not budget or not (words.PROPERTY_WORD.search(text) or words.LAYOUT.search(text)):
        return None
    rents = re.search(r"аренд|мес|снять", text) or _by_sum(reading.open) is Intent.RENT_IN
    value = Intent.RENT_IN if rents else Intent.BUY
    return reading.found(value, *budget.span(), sure=False, alternatives=(Intent.BUY, Intent.RENT_IN))


def _by_goods(reading: TextReader) -> Found[Intent] | None:
    """A word for a thing, and none for a home."""
    text = reading.text
    if words.PROPERTY_WORD.search(text) or words.LAYOUT.search(text):
        return None
    goods = words.GOODS.search(text)
    return reading.found(Intent.NOT_PROPERTY, *goods.span(), sure=False) if goods else None


def _by_hints(reading: TextReader) -> Found[Intent] | None:
    """Words that weigh little by themselves, added up; nothing where several intents weigh the same."""
    scores: dict[Intent, tuple[int, re.Match[str]]] = {}
    for intent, weight, rule in words.RULES:
        matches = list(rule.finditer(reading.text))[:6]
        if matches and weight < 5:
            before = scores.get(intent, (0, matches[0]))
            scores[intent] = before[0] + weight * len({m.group() for m in matches}), before[1]
    if not scores or (len(scores) > 1 and len({s for s, _ in scores.values()}) == 1):
        return None
    intent = max(scores, key=lambda i: scores[i][0])
    return reading.found(intent, *scores[intent][1].span(), sure=False, alternatives=tuple(set(scores) - {intent}))


def _by_card(reading: TextReader) -> Found[Intent] | None:
    """A card of fields, as agencies and sites write them."""
    card = words.CARD.search(reading.text)
    return reading.found(Intent.SELL, *card.span(), sure=False, alternatives=(Intent.RENT_OUT,)) if card else None


def _by_great_sum(reading: TextReader) -> Found[Intent] | None:
    """A home beside a sum that is a price rather than a rent."""
    dear = _GREAT_SUM.search(reading.text)
    if dear is None:
        return None
    if words.PROPERTY_WORD.search(reading.text):
        return reading.found(Intent.SELL, *dear.span(), sure=False)
    if words.LAYOUT.search(reading.text):
        return reading.found(Intent.SELL, *dear.span(), sure=False, alternatives=(Intent.RENT_OUT,))
    return None


def _described(reading: TextReader) -> Found[Intent] | None:
    """A description without any verb of a deal is an offer; which one is a guess from what it dwells on."""
    text = reading.text
    about = words.STRONG_WORD.search(text) or words.OFFERED.search(text)
    if about is None:
        return None
    asks = text.rstrip().endswith("?")
    if asks and not any(character.isdigit() for character in text):
        # a question about somebody's offer
        return reading.found(Intent.NOT_PROPERTY, *about.span(), sure=False)
    if asks or len(text) < words.TOO_SHORT:
        return None
    value, weight = _dwelt_on(text)
    other = Intent.SELL if value is Intent.RENT_OUT else Intent.RENT_OUT
    return reading.found(value, *about.span(), sure=False, alternatives=(other,)) if weight else None


def _dwelt_on(text: str) -> tuple[Intent, int]:
    """The kind of offer of whose manner the text has most, and how much."""
    dwells = {intent: len({m.group() for m in rule.finditer(text)}) for intent, rule in words.MANNERS}
    return max(dwells.items(), key=lambda one: one[1])
