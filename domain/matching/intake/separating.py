"""Several offers and requests in one message become several texts, each with what the message says for all of them.

People number them (“1)”, “1.”, “1️⃣”, “Вариант 1”), set them apart by empty lines, bullets or a line each, begin each
with its rooms, or with a verb of its own (“Продам … Ищу …”). What stands before the first is for all (a district, what
is offered), as is a last sentence about the commission or a phone; what stands between belongs to the one before.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.matching.intake.found import Found, Side, Understood
from domain.matching.intake.understanding import understand

MOST = 20
"""Objects of one message; nobody writes more into 4,096 characters."""
_LONGEST_HEADER = 400
"""Characters said for all; a longer beginning is a story of its own."""

_KEYCAP = "[1-9]\ufe0f?\u20e3"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"
_NUMBERED = re.compile(
    rf"(?:^|(?<=[\s:;,.(]))(?:(?P<plain>\d{{1,2}})(?:[)]|\.(?=\s|[А-ЯЁа-яёA-Za-z]))"
    rf"|(?P<keycap>{_KEYCAP})|(?P<circled>[{_CIRCLED}])"
    r"|(?:вариант|объект|лот|заявка|клиент|option|flat)\s?[№#]?\s?(?P<named>\d{1,2})\s?[.:)—–-]"
    r"|[№#]\s?(?P<sign>\d{1,2})[.:)]?(?=\s))\s*",
    re.IGNORECASE,
)
_RULER = r"[ \t]*[⸻—–=_*~➖─-]{2,}[ \t]*"
_EMPTY_LINE = re.compile(rf"\n[ \t]*(?:\n[ \t]*)+|\n(?:{_RULER}\n)+")
_BULLET = re.compile(r"^[ \t]*(?:[-–—•▪▫·●◾◽*➤►✔✅☑➡👉🔹🔸🔺🏠🏡🏢📍🔑]\ufe0f?)[ \t]*(?=\S)", re.MULTILINE)
_ROOMS_FIRST = re.compile(
    r"^\W*(?:\d\s?-?\s?(?:х\s?-?\s?)?к(?:омн\w*|в\w*|к\w*)?\b|студи[яю]|(?:одн|дв|тр[её]х?|четыр[её]х)\w*(?:шк|комнатн)\w*"
    r"|\d\s?\+\s?1\b|\d[- ](?:room|bed)\w*|studio)",
    re.IGNORECASE | re.MULTILINE,
)
_VERB = re.compile(
    r"(?:(?<=^)|(?<=[\s.,;!?(+]))(?:(?:и|а|а\s+также|также|ещ[её]|взамен|плюс|and|also)\s+)?"
    r"(?=(?:прода(?:м|ю|ём|ем|[её]тся|ются)|сда(?:м|ю|ём|ем|[её]тся|ются)|куплю|купим|купят|сниму|снимем|снимут|"
    r"ищу|ищем|ищет|ищут|нужн[аоы]|требу(?:ется|ются)|подбираю|"
    r"selling|letting|looking for|for sale|for rent|wanted)(?!\w))",
    re.IGNORECASE | re.MULTILINE,
)
_COUNT = re.compile(
    r"(?:\d{1,2}|дв[аеоу]\w*|три|тр[её]х|четыре|пять|шесть|несколько|пара|пару|двое|two|three|four|five|several)\s+"
    r"(?:\w+\s+)?(?:объект|квартир|вариант|заявк|заявок|запрос|клиент|лот|предложени|flat|object|request|listing|option)\w*"
    r"\s*[:.—–-]?",
    re.IGNORECASE,
)
_FOR_ALL = re.compile(
    r"комисси|агент(?:ам|у|ск)|партн[её]р|коллег|обоим|на все|для всех|по всем|телефон|\bтел\b|звон|пишите|commission|"
    r"call|\b50\s?/\s?50\b|@\w{4,}|\+?\d[\d\s()-]{9,}\d",
    re.IGNORECASE,
)
_SHAPE = re.compile(
    r"\d\s?-?\s?(?:кв|м|m|sq|x|х|к|bed|room|комн|\+\s?1)|студи|studio|(?:одн|дв|тр[её]|четыр)\w*(?:шк|комн)|[её]шк",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\d\s?(?:млн|мил|m\b|mln|тыс|т\.?\s?р|к\b|k\b|₽|р\b|руб|\$|€|usd|eur|сом|kgs|тенге|сум)|[$€]\s?\d|\d[\s.']\d{3}\b|\d{5,}"
    r"|полтора|миллион|тысяч|бюджет",
    re.IGNORECASE,
)
"""What nothing without it is an object by: cheaper than reading it."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")


@dataclass(frozen=True)
class _Part:
    """A stretch of the message, which may be an object by itself."""

    text: str

    @property
    def read(self) -> Understood:
        return _understood(self.text)

    @property
    def may_be_object(self) -> bool:
        """Whether it is worth reading."""
        return bool(_SHAPE.search(self.text)) and bool(_SUM.search(self.text) or _VERB.search(self.text))

    @property
    def is_title(self) -> bool:
        """Whether it stands above what follows: “Бутово:”."""
        return self.text.rstrip().endswith(":")

    def is_object(self, side: Side | None) -> bool:
        """Whether it offers or asks for something that can be told from others; `side` is that of the whole."""
        if not self.may_be_object:
            return False
        read = self.read
        if read.is_something_else or not read.has_shape:
            return False
        is_placed = bool(read.districts or read.metro_stations or read.city)
        return read.has_price or ((read.side or side) is Side.LEAD and is_placed)

    def differs(self, other: "_Part") -> bool:
        """Whether the two cannot be one and the same."""
        one, two = self.read, other.read
        if _unlike(one.side, two.side) or _unlike(_value(one.rooms), _value(two.rooms)):
            return True
        if _unlike(_value(_size(one)), _value(_size(two))):
            return True
        stations = [_value(next(iter(read.metro_stations), None)) for read in (one, two)]
        return _unlike(*stations) and _price(one) != _price(two)


def separate(text: str) -> tuple[str, ...]:
    """The texts of the offers and requests in a message, in their order; one alone is the message as it is."""
    return tuple(_separate(text, None, again=True))[:MOST] or (text,)


def _separate(text: str, side: Side | None, *, again: bool) -> list[str]:
    for split in (_by_numbers, _by_empty_lines, _by_bullets, _by_lines, _by_rooms, _by_verbs):
        pieces, meant = _pieces([_Part(one) for one in split(text)], side)
        if pieces and again:
            return [one for piece in pieces for one in (_separate(piece, meant, again=False) or [piece])]
        if pieces:
            return pieces
    return []


def _pieces(parts: Sequence[_Part], side: Side | None) -> tuple[list[str], Side | None]:
    """The texts of the objects among the parts, each with what is said for all, and the side they are on."""
    if sum(one.may_be_object for one in parts) < 2:
        return [], side
    before, after = _at_first_object(parts, side)
    header = _header(before)
    meant = side or (_Part(header).read.side if header else None)
    return [_joined(header, one) for one in _objects(after, meant)], meant


def _at_first_object(parts: Sequence[_Part], side: Side | None) -> tuple[Sequence[_Part], Sequence[_Part]]:
    """What stands before the first object, and the rest; a title goes along where others have titles too."""
    first = next((at for at, one in enumerate(parts) if one.is_object(side)), len(parts))
    if first and parts[first - 1].is_title and any(one.is_title for one in parts[first:]):
        first -= 1
    return parts[:first], parts[first:]


@lru_cache(maxsize=64)
def _understood(text: str) -> Understood:
    return understand(text)


def _objects(parts: Sequence[_Part], side: Side | None) -> list[str]:
    """The objects among the parts, each with what follows it; none if fewer than two differ."""
    groups = _grouped(parts, side)
    if len(groups) < 2:
        return []
    *others, last = ["\n".join(texts) for texts in groups]
    last, tail = _without_tail(last)
    return [_joined(one, tail) for one in (*others, last)]


def _grouped(parts: Sequence[_Part], side: Side | None) -> list[list[str]]:
    """The texts of each object: the last title above it, its own, and whatever follows up to the next one."""
    groups: list[tuple[_Part, list[str]]] = []
    title = ""
    for part in parts:
        if part.is_object(side) and all(part.differs(one) for one, _ in groups):
            groups.append((part, [one for one in (title, part.text) if one]))
        elif part.is_title:
            title = part.text
        elif groups:
            groups[-1][1].append(part.text)
    return [texts for _, texts in groups]


def _header(parts: Sequence[_Part]) -> str:
    """What is said before the first object, without how many there are."""
    said = "\n".join(part.text for part in parts).strip()
    return _COUNT.sub("", said).strip(" :,;\n") if len(said) <= _LONGEST_HEADER else ""


def _without_tail(piece: str) -> tuple[str, str]:
    """The last object, and what at its end is for all of them: the commission, a phone."""
    sentences = _SENTENCE.split(piece)
    tail: list[str] = []
    while len(sentences) > 1 and _FOR_ALL.search(" ".join((sentences[-1], *tail))):
        if _understood(sentences[-1]).has_shape:
            break
        tail.insert(0, sentences.pop())
    if not tail:
        return piece, ""
    begin = piece.rindex(tail[0])
    return piece[:begin].rstrip(), piece[begin:]


def _joined(*texts: str) -> str:
    return "\n".join(one.strip() for one in texts if one.strip())


def _by_numbers(text: str) -> Iterator[str]:
    """Cut at 1, 2, 3 and so on, in this order."""
    marks: list[re.Match[str]] = []
    for match in _NUMBERED.finditer(text):
        if _number(match) == len(marks) + 1:
            marks.append(match)
    if len(marks) < 2:
        return
    yield text[: marks[0].start()]
    for at, mark in enumerate(marks):
        yield text[mark.end() : marks[at + 1].start() if at + 1 < len(marks) else len(text)]


def _number(match: re.Match[str]) -> int:
    said = next(one for one in match.groups() if one is not None)
    return _CIRCLED.index(said) + 1 if said in _CIRCLED else int(re.sub(r"\D", "", said))


def _by_empty_lines(text: str) -> Iterator[str]:
    return (one for one in _EMPTY_LINE.split(text) if one.strip())


def _by_bullets(text: str) -> Iterator[str]:
    return _cut(text, [match.start() for match in _BULLET.finditer(text)], _without_bullet)


def _by_lines(text: str) -> Iterator[str]:
    return (one for one in text.split("\n") if one.strip())


def _by_rooms(text: str) -> Iterator[str]:
    return _cut(text, [match.start() for match in _ROOMS_FIRST.finditer(text)])


def _by_verbs(text: str) -> Iterator[str]:
    at = 0
    for verb in _VERB.finditer(text):
        if verb.start() > at:
            yield text[at : verb.start()]
        at = verb.end()
    yield text[at:]


def _cut(text: str, places: Sequence[int], clean: Callable[[str], str] = str) -> Iterator[str]:
    borders = [0, *(place for place in places if place), len(text)]
    pieces = (text[start:end] for start, end in itertools.pairwise(borders))
    return (clean(one) for one in pieces if one.strip())


def _without_bullet(text: str) -> str:
    return _BULLET.sub("", text, count=1)


def _unlike(one: object, two: object) -> bool:
    """Whether both are said, and not the same."""
    return one is not None and two is not None and one != two


def _value(found: Found[object] | None) -> object:
    return found.value if found is not None else None


def _size(read: Understood) -> Found[int] | None:
    return read.area or read.area_min or read.area_max


def _price(read: Understood) -> object:
    return _value(read.price or read.price_max or read.price_min)
