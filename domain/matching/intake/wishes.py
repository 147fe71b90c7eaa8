"""What a text says beside its fields and is kept as it was said: “не первый этаж”, “с кошкой”, “участок от 6 соток”.

A client's further wishes are whatever is left when the fields are taken out and more than glue remains.
"""

import re

_SEPARATOR = re.compile(r"[;\n•|]|[,.!](?!\d)|(?<=\s)[-–—](?=\s)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_GLUE = frozenset(_WORD.findall("""
    а без в во да для до за и из или к ко м на над о об от по под при про р с со у ул это ж д г кв км им пр эт
    near in on at for from to up of the a an and or by with is are
"""))  # fmt: skip
_GLUE_BEFORE = _GLUE - {"без", "с", "со", "with"}
_SAID_ALREADY = frozenset(_WORD.findall("""
    ищу ищем ищет ищут нужна нужен нужно нужны куплю купим купит купить купят сниму снимем снимет снимут снять продам
    продаю сдам сдаю клиент клиента клиенту клиенты клиентов покупатель покупателя покупатели срочно рассмотрю
    рассмотрим рассматриваю рассматриваем варианты вариант предложения предлагайте район районе районы района метро
    станция город городе бюджет бюджетом цена ценой стоимость сумма аренда аренду аренды квартира квартиру квартиры
    квартире дом дома комнатная комнатную комнаты комнат этаж этаже площадь площадью улица жилье руб рублей
    доброе добрый день утро вечер здравствуйте привет коллеги всем пожалуйста запрос подбор нал
    looking need wanted flat apartment client budget month please hello rent buy long term metro station subway district
    city street ruble rubles rouble roubles
"""))  # fmt: skip
"""Words of a request that its fields hold already, and greetings."""


def further_wishes(rest: str) -> str | None:
    """The pieces of what is left of a request that say something, in their order; None if none does."""
    pieces = (_trimmed(piece) for piece in _SEPARATOR.split(rest))
    return ", ".join(piece for piece in dict.fromkeys(pieces) if piece) or None


def _trimmed(piece: str) -> str:
    """The piece without glue at its ends, or nothing if it only introduced a field."""
    words = list(_WORD.finditer(piece))
    said = [one.group().lower() for one in words]
    first, last = 0, len(words)
    while last and said[last - 1] in _GLUE:
        last -= 1
    while first < last and said[first] in _GLUE_BEFORE:
        first += 1
    if not any(map(_is_telling, words[first:last])):
        return ""
    while first < last and said[first] in _SAID_ALREADY:
        first += 1
    return piece[words[first].start() : words[last - 1].end()].strip(" ()\"'«»:") if first < last else ""


def _is_telling(word: re.Match[str]) -> bool:
    """Whether a word says something by itself that no field holds."""
    said = word.group()
    return len(said) > 1 and any(map(str.isalpha, said)) and said.lower() not in _GLUE | _SAID_ALREADY
