"""The ways in which a day is said: tomorrow, через две недели, on Friday, 12 декабря, the 24th, 31/12, в конце месяца.

Each way is a pattern with the function that reckons the day. `days.py` looks for them in a whole answer, and in a line.
"""

from domain.typed.calendar_words import MONTH, UNIT, WEEKDAY
from domain.typed.day_reckoning import (
    BY_WORD,
    DayBuilder,
    after,
    ago,
    by_word,
    day_month,
    edge,
    iso,
    numbers,
    of_named_month,
    of_number,
    weekday,
)
from domain.typed.ordinals import COUNT, ORDINAL

DayForm = tuple[str, DayBuilder]
"""A pattern, and what reckons the day of its match."""
_TH = r"(?:st|nd|rd|th|\s?-?го|\s?-?е|\s?-?ого|\s?-?му)?"
_NUMBER = rf"(?:[0-9]{{1,2}}{_TH}|{ORDINAL})"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20|21)[0-9]{2})(?![0-9])(?:\s?(?:года|год|г\.?)(?!\w))?)?"
_WHICH = r"(?P<which>(?:прошл|предыдущ|следующ|будущ|эт|текущ|ближайш)\w+|last|previous|next|this|current)"

_EDGES = (
    r"конец|конц[аеу]|начал[оаеу]|середин[аеуы]|(?:самый\s+)?последн(?:ий|его|ее|ему)\s+(?:день|дня|число|числа|дню)"
    r"|(?:the\s+)?(?:last\s+day|end|beginning|start|middle)"
)
_ORDERED = (
    r"этаж|арендатор|жил|подъезд|корпус|дом|квартал|полугод|год|месяц|взнос|плат[её]ж|раз|класс|собствен|договор|объект|"
    r"счет|человек|окн|двер|ключ|комплект|санузл|floor|month|payment|tenant|time|instal|week|day|year|quarter|half|room|"
    r"flat|key|set"
)
"""What is counted by an ordinal and is no day: the second floor."""
_NUMBER_ALONE = (
    rf"(?P<day>[0-9]{{1,2}}(?:\s?-?го(?!\w)(?:\s+числа)?|\s?-ое|\s+числ[аоуе]|-е(?!\w)|(?:st|nd|rd|th))"
    rf"|{ORDINAL}\s+числ[аоуе]|(?:двадцать|тридцать)\s+{ORDINAL}|(?:[а-я]+(?:ого|ьего)|(?:the\s+){ORDINAL})"
    rf"(?!\s+(?:{_ORDERED}))(?!\w))"
)
_WHOLE = rf"месяца|month|года|year|квартала|quarter|недели|week|{MONTH}"
_BY_DATE: tuple[DayForm, ...] = (
    (rf"(?P<day>{_NUMBER})(?:\s+of)?[\s.]*(?P<month>{MONTH}){_YEAR}", day_month),
    (rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{_NUMBER})(?![0-9.,]*[0-9]|\s[0-9]{{3}}(?![0-9])){_YEAR}", day_month),
    (r"(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})", iso),
)
IN_LINES: tuple[DayForm, ...] = (
    (rf"(?:{'|'.join(sorted(BY_WORD, key=len, reverse=True))})(?!\w)", by_word),
    (rf"(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT})\s+(?:тому\s+назад|назад|ago)", ago),
    (rf"(?:через|спустя|in|after)\s+(?:(?P<count>{COUNT})\s?)?(?P<unit>{UNIT})(?:\s+time)?", after),
    (rf"(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+(?:from\s+(?:now|today)|later)", after),
    (
        rf"(?P<edge>{_EDGES})(?:\s+of)?(?:\s+the)?\s+(?:{_WHICH}\s+)?(?P<what>{_WHOLE}){_YEAR}(?!\w)",
        edge,
    ),
    (
        rf"(?P<day>{_NUMBER})(?:\s+числ[аоуе])?(?:\s+of)?\s+{_WHICH}\s+(?:месяца|month)(?!\w)",
        of_named_month,
    ),
    *_BY_DATE,
    (r"(?P<one>[0-9]{1,2})[./](?P<two>[0-9]{1,2})(?:[./](?P<year>[0-9]{4}|[0-9]{2}))?\.?", numbers),
    (rf"(?:{_WHICH}\s+)?(?P<weekday>{WEEKDAY})", weekday),
    (
        _NUMBER_ALONE,
        of_number,
    ),
)
"""Ways to say a day that stand out among other words, the longer ones first."""
_SPACED: DayForm = (
    r"(?P<one>[0-9]{1,2})\s?[./\-\s]\s?(?P<two>[0-9]{1,2})(?:\s?[./\-\s]\s?(?P<year>[0-9]{4}|[0-9]{2}))?\.?",
    numbers,
)
WITH_YEAR: tuple[DayForm, ...] = (*_BY_DATE, _SPACED)
"""Those that can name a year."""
ALONE: tuple[DayForm, ...] = (
    *IN_LINES,
    _SPACED,
    (rf"(?P<day>{_NUMBER})(?:\s?числ[аоуе])?", of_number),
    (
        r"(?P<edge>(?:the\s+)?(?:last\s+day|end)|конец|последн(?:ий|его)\s+(?:день|дня))(?P<which>)(?P<what>)(?P<year>)",
        edge,
    ),
)
"""The same, and those that are a day only when nothing else is said."""
