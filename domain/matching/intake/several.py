"""A message that offers several properties at once is recognised, so that the bot can ask for one at a time."""

import re

from domain.matching.intake.areas import UNIT
from domain.matching.intake.reading import TextReader
from domain.typed.currencies import CURRENCY
from domain.typed.scales import SCALE_WORD

_AREA = re.compile(rf"\d\s?{UNIT}")
_PRICE = re.compile(rf"(?:\$\s?\d{{2,}}|\d\s?(?:{CURRENCY}|{SCALE_WORD}))")
_LAYOUT = re.compile(r"(?<![\d+])[1-9]\s?\+\s?[01](?!\d)|студи[яи](?![а-я])|(?<!\d)[1-9]\s?-?х?\s?-?комн")
_BLOCKS = re.compile(r"\n\s{0,5}\n|\n\s{0,5}[⸻—=_-]{1,20}\s{0,5}\n")
_PLURAL = re.compile(
    r"(?:продаются|сдаются|в продаже|в наличии|есть)\s(?:\w{1,15}\s){0,2}(?:квартиры|"
    r"студии|апартаменты|номера|дома|участки|коттеджи)|студии\s?,\s?1\s?\+"
)


def is_several(reading: TextReader) -> bool:
    """Whether at least two offers stand in the text, each with its own area and price, or a list of layouts."""
    text = reading.text
    if any(len(_offers(pieces)) >= 2 for pieces in (text.split("\n"), _BLOCKS.split(text))):
        return True
    layouts = {re.sub(r"[\s-]", "", m.group()) for m in _LAYOUT.finditer(text)}
    sizes = {m.group() for m in re.finditer(rf"\d{{2,3}}(?:[.,]\d{{1,2}})?\s?{UNIT}", text)}
    return len(layouts) >= 3 and (len(sizes) >= 3 or bool(_PLURAL.search(text)) or len(text) < 200)


def _offers(pieces: list[str]) -> set[str]:
    """The pieces that have area, price and layout, each once."""
    return {one.strip() for one in pieces if _AREA.search(one) and _PRICE.search(one) and _LAYOUT.search(one)}
