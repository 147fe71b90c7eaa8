"""The residential complex: “ЖК «Сармат»”, “жилой комплекс Прайм Парк”, “Green Park Residence”; not one in the view."""

import re
from collections.abc import Iterator

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader

_WORD = r"[A-ZА-ЯЁ0-9][\wё'-]{0,24}"
_NAME = (
    rf"(?:\"\s?(?P<quoted>[^\"\n]{{2,40}}?)\s?\"|(?P<bare>[А-ЯЁ][а-яё]{{2,14}}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s"
    rf"(?:квартал|парк|город|сад|сады|дом|берег|бор|лес|луга?|остров|мыс|роща|поляна|долина|холм|горизонт|ключ|пруд|пруды)|"
    rf"{_WORD}(?:[ -]{_WORD}){{0,2}}))"
)
_LABEL = (
    r"(?:ЖК|жк|Жк|Ж/К|ж/к|МЖК|МФК|мфк|КД|"
    r"ЖД(?=\s?\"|\s[А-ЯЁ])(?!\s(?:Вокзал|ВОКЗАЛ))|[Жж]ил(?:ой|ом|ого)\s[Кк]омплекс[а-я]{0,2}|"
    r"[Кк]лубн(?:ый|ом) (?:дом|квартал)[а-я]?|[Жж]ил(?:ой|ом) (?:дом|квартал)[а-я]?(?=\s?\")|"
    r"[Аа]парт-?(?:отел[ьея]|комплекс[а-я]?)|"
    r"[Рr]esidential complex|RC|жилмассив|турак жай комплекси|тұрғын үй кешені)"
)
_INTRODUCED = re.compile(rf"(?<![А-Яа-яA-Za-z]){_LABEL}\s?[-:]?\s?(?:ЖК\s)?{_NAME}")
_CENTRE = re.compile(rf"(?<![А-Яа-я])(?:ЦО|Ц\. ?О\.|БЦ)\s?{_NAME}")
_LABEL_AFTER = re.compile(
    r"(?<![A-Za-zА-Яа-яё-])(?P<bare>[A-ZА-ЯЁ][\wё'-]{2,20}(?: [A-ZА-ЯЁ][\wё'-]{1,20})?)"
    r"\s(?:ЖК(?=\s?[,.;)\n]|$)|[Rr]esidential [Cc]omplex|турак жай комплекси|тұрғын үй кешені)"
)
_CALLED_SO = re.compile(
    r"(?<![A-Za-z])(?P<bare>(?:[A-Z][A-Za-z]{1,15} ){1,3}(?:City|Tower|Towers|Residence|Residences|Resort|Park|Plaza|"
    r"House|Village|Villas|Hills|Garden|Gardens|Apartments))(?![a-z])"
)
_CALLED_IN_RUSSIAN = re.compile(
    r"(?<![а-яё-])(?P<bare>(?:(?!в |на |для |от |клиента |квартира |город |москва |бишкек )[а-яё]{3,15} )"
    r"(?:сити|виллас|резиденс|таувер|тауэр|резорт|хиллс|вилладж|квартал[ае]?))(?![а-яё])",
    re.IGNORECASE,
)
_CASELESS = re.compile(r"(?<![А-Яа-я])(?:ЖК|жк)\s?(?P<bare>[а-яё]{3,20}(?:[ -][а-яё]{3,20})?)(?=\s?[,.\n;)]|$)")
_ONLY_SEEN = re.compile(
    r"(?:вид[а-я]{0,3}(?: из (?:окон|окна))?\s(?:на|во двор)|"
    r"окна(?:ми)?\s(?:выходят\s)?(?:на|во двор)|рядом(?: со?)?|напротив|возле|около|"
    r"(?:недалеко|неподал[её]ку) от|"
    r"через дорогу от|соседн[а-я]{2,3}|близко к|(?<![а-я])у|не в|кроме|view of|next to|near|opposite)"
    r"\s{1,2}(?:соседн[а-я]{2,3}\s|строящ[а-я]{3,5}\s|нов[а-я]{2,3}\s)?\"?$"
)
"""Before a complex that is only looked at or passed."""
_NO_NAME = re.compile(
    r"^(?:\d{1,2}\s?-?(?:й|ый|ой)?(?:\s?(?:мкр|м-н|микр).*)?$|(?:комфорт|бизнес|премиум|эконом|элит[а-я]*|стандарт|делюкс)"
    r"(?:\+|[- ]|$)|"
    r"(?:сда[нёе][а-яё]*|построен|закрыт[а-я]*|охраняем[а-я]*|рядом|"
    r"расположен|находится|имеет|нов(?:ый|ом|ого)$|современн[а-я]*|полностью|"
    r"заселен|заселён|есть|свой|бизнес|с|от|в|на|и|или|под|для|класса?)(?![а-яё]))",
    re.IGNORECASE,
)
"""Words that stand where a name would: “ЖК комфорт-класса”, “ЖК сдан”, “ЖК 6й мкр”."""
_A_FIGURE = re.compile(r"\s\d{1,4}$")
_UNIT = re.compile(r"^\s?(?:м2|м(?![а-яё])|кв|к(?![а-яё])|-?\s?комн|эт|млн|тыс|[.,/]\d|/)")


def find_complex(reading: TextReader) -> Found[str] | None:
    """Its name as written, without quotes; the first one named; unsure when only its manner tells that it is one."""
    for patterns, sure in (
        ((_INTRODUCED, _CASELESS), True),
        ((_LABEL_AFTER, _CENTRE, _CALLED_SO, _CALLED_IN_RUSSIAN), False),
    ):
        for pattern in patterns:
            for name, start, end in _named(reading, pattern):
                return reading.found(name, start, end, sure=sure)
    return None


def _named(reading: TextReader, pattern: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Names of complexes that the property is in, with their places in the text."""
    for match in pattern.finditer(reading.cased):
        start, end = _span_of_name(reading, match)
        name = reading.cased[start:end].strip(" -,.")
        seen = _ONLY_SEEN.search(reading.text[max(0, match.start() - 40) : match.start()])
        whole = f"{name}{reading.text[end : end + 5]}"
        if name and not seen and not _NO_NAME.match(name) and not _NO_NAME.match(whole):
            yield name, start, end


def _span_of_name(reading: TextReader, match: re.Match[str]) -> tuple[int, int]:
    """Where the name stands, in quotes or without, there without a figure at its end that counts something."""
    if "quoted" in match.re.groupindex and match["quoted"]:
        return match.span("quoted")
    start, end = match.span("bare")
    figure = _A_FIGURE.search(match["bare"])
    is_counting = figure and _UNIT.match(reading.text[end : end + 8])
    return start, start + figure.start() if figure and is_counting else end
