"""The words around a name tell a station from a street, a district from a market, a city from the way to it."""

import re
from functools import cached_property

from domain.matching.intake.reading import TextReader

_METRO_BEFORE = re.compile(
    r"мин[а-я.]{0,4}\s(?:пешком\s|ходьбы\s)?(?:до|от)\s$|(?:метро|мц[кд]-?\d?|(?<![а-яa-z\d])м\.?(?=\s|\"|\.|$)|ст(?:\.|"
    r"анци[а-я]{1,3})(?:\s?м\.)?|🚇|ⓜ)[\s:\"'(,-]{0,4}(?:станци[а-я]{1,3}\s)?\"?$"
    # in English the word comes after the name as well: what a comma parts from it is another name
    r"|(?:metro(?: station)?|subway)[\s:\"'(-]{0,4}$"
)
_METRO_AFTER = re.compile(r"^[\"')]?\s(?:метро|metro|station)(?![а-я])")
_METRO_LIST = re.compile(
    r"^[\"')\s]{0,3}(?:\([^()\n]{0,20}\))?\s?(?:\d{0,2}\s?-?\d{1,2}\s?мин[а-я.]{0,4})?\s?("
    r"?:,|и(?![а-я])|или|/|;|\+|-|\||а также|and|or)?\s?(?:до|от|и|в|на)?\s?"
    r"(?:\d{1,2}\s?-?\d{0,2}\s?мин[а-я.]{0,4}\s?(?:пешком )?(?:до|от)?)?\s?[\"(]?$"
)
_DISTRICT_BEFORE = re.compile(
    r"(?:район[а-я]{0,3}|р-о?н[а-я]{0,2}|округ[а-я]{0,2}|мкрн?|мкр-н|микрорайон[а-я]{0,2}|"
    r"ж/м|ж\.м|жилмассив[а-я]{0,2}|district|area)[\s.:\"'(-]{0,4}$"
)
_DISTRICT_AFTER = re.compile(
    r"^[\"')]?\s?(?:муниципальн[а-я]{2,3} )?(?:район|р-о?н[а-я]{0,2}(?![а-я])|р/н|округ|ж/м|м-н|мкр|district)"
)
_STREET_BEFORE = re.compile(
    r"(?:(?:(?<![а-я])ул\.?|улиц[а-я]{1,2})(?:\s(?:мал|больш|нов|стар|верхн|нижн|средн)[а-я]{2})?|пр-к?т[а-я]?\.?|проспект[а-я]{0,2}|(?<![а-я])пр\.|"
    r"пер\.|переул[а-я]{2,3}|шоссе|(?<![а-я])ш\.|бульвар[а-я]{0,2}|б-р|наб\.|"
    r"набережн[а-я]{2}"
    r"|проезд[а-я]{0,2}|(?<![а-я])пл\.|площад[а-я]{1,2}|рынк?[а-я]{0,3}|вокзал[а-я]{0,2}|"
    r"жк|жилой комплекс|тц|трц|бц|отел[ья]|ресторан|сквер|парк[а-я]{0,2}|street|"
    r"avenue)\s?[\"(]?$"
)
_STREET_AFTER = re.compile(
    r"^[\"')]?\s?(?:улиц|ул(?![а-я])|проспект|пр-к?т|просп|пр[.,]|переул|пер\.|шоссе|ш\.|"
    r"бульвар|б-р|наб(?![а-я])|набереж|проезд|пр-д|вал(?![а-я])|площад|пл\.|тупик|алле|"
    r"рынок|рынк|вокзал|пруд|монастыр"
    r"|парк|мост|университет|кладбищ|больниц|институт|академи|театр|лини|ворота|пресн|"
    r"сад(?![а-я])|стадион|собор|храм|кольц|област|обл\.|трасс|моло?л|mall|street|st\.|"
    r"avenue|hotel)"
)
_CITY_BEFORE = re.compile(
    r"(?:(?<![а-я\d])г\.?|город[а-я]{0,2}|гор\.|(?<![а-я])с\.|сел[оае]|(?<![а-я])п\.|"
    r"пос\.|посел[а-я]{2,3}|пгт|city of|дерев[а-я]{2,3}|курорт[а-я]{0,2}|#)[\s.\"-]{0,2}$"
)
_IN_BEFORE = re.compile(r"(?<![а-яa-z])(?:во?|in|или|or|адрес:?|центре|центр|рядом|расположен[а-я]?)\s\"?$")
_ON_BEFORE = re.compile(r"(?<![а-яa-z])на\s\"?$")
_AWAY_BEFORE = re.compile(
    r"(?<![а-я])(?:от|до|из|к|под|близ|возле|через|вид[а-я]{0,3} на|около|мимо|трасс[а-я]|"
    r"мин[а-я]{0,3}|from|to|near)\s(?:г\.\s?|города\s|самого\s|центра\s)?$"
)
_HOUSE_AFTER = re.compile(
    r"^,?\s(?:д\.?\s?)?\d{1,3}(?:[а-я](?![а-я])|(?=[,./\s]|$))(?!\s?(?:мкр|м-н|м2|кв|к(?![а-я])|комн|эт|тыс|млн))"
)
_ALONE = re.compile(r"^[\"')]?\s?(?:[,.;:!)/\n|-]|$|\d|(?:или|либо|от|до|за|or)(?![а-яa-z]))")
_ALONE_BEFORE = re.compile(
    r"(?:(?:^|[,.;:(/\n|📍-])\s?[\"(]?|(?:\d\s?-?\s?(?:х|[xk]|кк?в?|комн?)?\.?|студи[яю]|[а-я]{3,5}шк[ау]|квартир[ау]|"
    r"апартамент[аы]|(?<![а-я])(?:и|или|либо)|flat|apartment|(?<![a-z])(?:or|and))\s)$"
)


class NearbyText:
    """What stands around `text[start:end]`, a name; each flag is a fact about the words beside it, seen when asked.

    `metro_before` is where the previous station's name ended.
    """

    def __init__(self, reading: TextReader, start: int, end: int, metro_before: int | None) -> None:
        self._reading, self._start, self._metro_before = reading, start, metro_before
        self._before, self._after = reading.text[max(0, start - 32) : start], reading.text[end : end + 24]

    @cached_property
    def metro(self) -> bool:
        """A station: by the word beside it, or one of a list of stations."""
        start, before = self._start, self._metro_before
        listed = before is not None and start - before <= 48 and _METRO_LIST.match(self._reading.text[before:start])
        return bool(listed or _METRO_BEFORE.search(self._before) or _METRO_AFTER.search(self._after))

    @cached_property
    def district(self) -> bool:
        """A district, by the word beside it."""
        return bool(_DISTRICT_BEFORE.search(self._before) or _DISTRICT_AFTER.search(self._after))

    @cached_property
    def street(self) -> bool:
        """A street, by the word beside it."""
        return bool(_STREET_BEFORE.search(self._before) or _STREET_AFTER.search(self._after))

    @cached_property
    def city(self) -> bool:
        """A city, by the word before it."""
        return bool(_CITY_BEFORE.search(self._before))

    @cached_property
    def inside(self) -> bool:
        """Said to be where something is: “in …”."""
        return bool(_IN_BEFORE.search(self._before))

    @cached_property
    def away(self) -> bool:
        """Said to be so far off."""
        return bool(_AWAY_BEFORE.search(self._before))

    @cached_property
    def alone(self) -> bool:
        """Standing between commas, or as a line of its own."""
        return bool(_ALONE.search(self._after) and _ALONE_BEFORE.search(self._before))

    @cached_property
    def on(self) -> bool:
        """After “на”."""
        return bool(_ON_BEFORE.search(self._before))

    @cached_property
    def numbered(self) -> bool:
        """Followed by a house's number."""
        return bool(_HOUSE_AFTER.match(self._after))

    @cached_property
    def capital(self) -> bool:
        """Begun with a capital letter, or a digit."""
        first = self._reading.cased[self._start]
        return first.isupper() or first.isdecimal()
