"""“6-7 мкр” and “3, 5 и 7 мкр” name every microdistrict in the list, not only the last one."""

import re
from itertools import takewhile

from domain.gazetteer.gazetteer import Gazetteer, Mention
from domain.gazetteer.place import LOCAL_KINDS, Place
from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader

_LISTED_BEFORE = re.compile(r"(?<![\d.,/])(\d{1,2})\s?(-|,|/|и|или)\s?(?:(\d{1,2})\s?(?:,|/|и|или)\s?)?$")


def listed_before(
    reading: TextReader, mention: Mention, gazetteer: Gazetteer, city: Place | None
) -> list[Found[Place]]:
    """The microdistricts whose numbers stand right before `mention`, itself a numbered one; a dash is a range."""
    named = reading.text[mention.start : mention.end]
    match = _LISTED_BEFORE.search(reading.open[: mention.start][-16:])
    if match is None or not named[0].isdecimal() or "м" not in named:
        return []
    last = int("".join(takewhile(str.isdecimal, named)))
    first = int(match[1])
    numbers = range(first, last) if match[2] == "-" else [int(n) for n in (match[1], match[3]) if n]
    start = mention.start - len(match.group())
    found: list[Found[Place]] = []
    for number in numbers:
        place = gazetteer.find(f"{number} мкр", LOCAL_KINDS, city).exact
        if place:
            found.append(reading.found(place, start, mention.start))
    reading.take(start, mention.start)
    return found
