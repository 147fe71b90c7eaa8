"""The words around a name tell a station from a street, a district from a market, a city from the way to it."""

import re
from dataclasses import dataclass

from domain.matching.intake.reading import Reading

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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one name in a text; each flag is a fact about the words next to it."""

    metro: bool
    district: bool
    street: bool
    city: bool
    inside: bool
    away: bool
    alone: bool
    capital: bool
    on: bool
    numbered: bool


def around(reading: Reading, start: int, end: int, metro_before: int | None) -> Surroundings:
    """The surroundings of `text[start:end]`; `metro_before` is where the previous station's name ended."""
    before, after = reading.text[max(0, start - 32) : start], reading.text[end : end + 24]
    listed = (
        metro_before is not None
        and start - metro_before <= 48
        and bool(_METRO_LIST.match(reading.text[metro_before:start]))
    )
    return Surroundings(
        metro=listed or bool(_METRO_BEFORE.search(before)) or bool(_METRO_AFTER.search(after)),
        district=bool(_DISTRICT_BEFORE.search(before)) or bool(_DISTRICT_AFTER.search(after)),
        street=bool(_STREET_BEFORE.search(before)) or bool(_STREET_AFTER.search(after)),
        city=bool(_CITY_BEFORE.search(before)),
        inside=bool(_IN_BEFORE.search(before)),
        away=bool(_AWAY_BEFORE.search(before)),
        alone=bool(_ALONE.search(after)) and bool(_ALONE_BEFORE.search(before)),
        on=bool(_ON_BEFORE.search(before)),
        numbered=bool(_HOUSE_AFTER.match(after)),
        capital=reading.cased[start].isupper() or reading.cased[start].isdecimal(),
    )
