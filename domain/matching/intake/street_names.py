"""A street is named as maps name it: “на Варшавском шоссе” is Варшавское шоссе, “на Шаболовке” is Шаболовка."""

import re

from domain.gazetteer.stems import stem

_FEMININE = re.compile(r"(ск|цк|н|в|ж|ш|ч|т|л|р|ст)(?:ой|ую)(?![а-яё])", re.IGNORECASE)
_SOFT_FEMININE = re.compile(r"н(?:ей|юю)(?![а-яё])")
_MASCULINE = re.compile(r"([а-яё]{1,20}?)(?:ом|ого|ому|ем|его)(?![а-яё])", re.IGNORECASE)
_STRESSED = ("тверск", "донск", "морск", "городск", "цветн", "лесн", "страстн", "речн", "бегов", "кольцев", "больш")
"""Adjectives in -ой: their ending carries the stress, which other cases do not show."""
_SOFT = ("верхн", "нижн", "средн", "дальн", "ближн", "задн")
_KINDS = (
    (("ул",), "улица", "f"),
    (("наб",), "набережная", "f"),
    (("алле",), "аллея", "f"),
    (("пл",), "площадь", "f"),
    (("проезд", "пр-д"), "проезд", "m"),
    (("пр",), "проспект", "m"),
    (("пер",), "переулок", "m"),
    (("бул", "б-р"), "бульвар", "m"),
    (("туп",), "тупик", "m"),
    (("вал",), "Вал", "m"),
    (("тракт",), "тракт", "m"),
    (("ш",), "шоссе", "n"),
)
WITHOUT_TYPE = {
    "арбат": "Арбат", "нов арбат": "Новый Арбат", "стар арбат": "Арбат", "шаболовк": "улица Шаболовка",
    "остоженк": "улица Остоженка", "пречистенк": "улица Пречистенка", "волхонк": "улица Волхонка",
    "плющих": "улица Плющиха", "маросейк": "улица Маросейка", "покровк": "улица Покровка",
    "сретенк": "улица Сретенка", "солянк": "улица Солянка", "петровк": "улица Петровка",
    "стромынк": "улица Стромынка", "варварк": "улица Варварка", "ильинк": "улица Ильинка",
    "воздвиженк": "улица Воздвиженка", "знаменк": "улица Знаменка", "больш ордынк": "улица Большая Ордынка",
    "мал ордынк": "улица Малая Ордынка", "больш якиманк": "улица Большая Якиманка",
    "больш полянк": "улица Большая Полянка", "больш дмитровк": "улица Большая Дмитровка",
    "ленинск": "Ленинский проспект", "кутузовск": "Кутузовский проспект", "ленинградк": "Ленинградский проспект",
    "рублевк": "Рублёвское шоссе", "варшавк": "Варшавское шоссе", "каширк": "Каширское шоссе",
    "ярославк": "Ярославское шоссе", "дмитровк": "Дмитровское шоссе", "волоколамк": "Волоколамское шоссе",
    "мойк": "набережная реки Мойки", "фонтанк": "набережная реки Фонтанки", "невск": "Невский проспект",
    "лиговк": "Лиговский проспект", "литейн": "Литейный проспект", "рубинштейн": "улица Рубинштейна",
    "тверск": "Тверская улица",
    "бауман": "улица Баумана", "тука": "улица Габдуллы Тукая", "малышев": "улица Малышева",
    "чу": "проспект Чуй", "чуй": "проспект Чуй", "манас": "проспект Манаса", "токтогул": "улица Токтогула",
    "аба": "проспект Абая", "достык": "проспект Достык", "сейфуллин": "проспект Сейфуллина",
}  # fmt: skip
"""Streets of the six cities that people call by the name alone, by the stems of that name."""
FREQUENT = frozenset(
    stem(name)
    for name in (
        "ленина", "советская", "мира", "гагарина", "пушкина", "кирова", "горького", "победы", "садовая",
        "лесная", "школьная", "молодежная", "центральная", "комсомольская", "октябрьская", "первомайская",
        "московская", "чехова", "маяковского", "дзержинского", "куйбышева", "калинина", "свердлова",
        "тургенева", "толстого", "лермонтова", "некрасова", "герцена", "островского", "жукова", "чкалова",
        "королева", "суворова", "кутузова", "тимирязева", "менделеева", "ломоносова", "фрунзе", "чапаева",
        "матросова", "циолковского", "белинского", "гоголя", "крылова", "щорса", "панфилова", "ахунбаева",
        "боконбаева", "исанова", "киевская", "розыбакиева", "шевченко",
    )
)  # fmt: skip
"""Stems of the commonest street names, which with a house number are known in small letters too: “ленина 5”."""


def full_name(name: str, kind: str) -> str:
    """The name in the nominative, as far as its ending tells, with the type written after it in full."""
    starts, full, gender = next((k for k in _KINDS if kind.lower().startswith(k[0])), ((), kind, ""))
    if not starts:
        return f"{name} {kind}"
    if gender == "f":
        return f"{_SOFT_FEMININE.sub('няя', _FEMININE.sub(_feminine, name))} {full}"
    return f"{_MASCULINE.sub(lambda m: _ended(m, gender), name)} {full}"


def spelt_out(words: list[str]) -> str:
    """The words as one name; “Б. Якиманка” is Большая Якиманка, but “М. Горького” stays a person's."""
    short = {"Б.": "Больш", "М.": "Мал"}.get(words[0])
    if short is None or len(words) == 1:
        return " ".join(words)
    if words[-1].endswith(("ка", "ая", "ой")):
        return " ".join([f"{short}ая", *words[1:]])
    masculine = "Большой" if short == "Больш" else "Малый"
    return " ".join([masculine, *words[1:]]) if words[-1].endswith(("ий", "ый", "ом")) else " ".join(words)


def _feminine(match: re.Match[str]) -> str:
    return match[1] + _in_case_of(match, "ая")


def _ended(match: re.Match[str], gender: str) -> str:
    """An adjective with the ending of a masculine or neuter noun; any other word stays as it is."""
    root = match[1].lower()
    if not root.endswith(("ск", "цк", "н", "в", "т", "л", "р", "ш")):
        return match.group()
    if gender == "n":
        return match[1] + _in_case_of(match, "ее" if root in _SOFT else "ое")
    if root.endswith(_STRESSED):
        return match[1] + _in_case_of(match, "ой")
    return match[1] + _in_case_of(match, "ий" if root.endswith(("ск", "цк")) or root in _SOFT else "ый")


def _in_case_of(match: re.Match[str], ending: str) -> str:
    return ending.upper() if len(match.group()) > 1 and match.group().isupper() else ending
