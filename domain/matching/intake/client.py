"""A lead's client is named only where the text plainly says so: “клиент Ирина”, “для клиента Петра”."""

import re

from domain.matching.intake.found import Found
from domain.matching.intake.reading import TextReader

_NAMED = re.compile(
    r"(?:[Кк]лиент(?:а|ка|ки|у)?|[Пп]окупател[ья]|[Зз]аказчи(?:к|ца)|[Cc]lient|(?:[Мм]еня зовут)|[Ии]мя(?: клиента)?)"
    r"(?:\s?[-:]\s?|\s)([А-ЯЁA-Z][а-яёa-z]{1,19}(?:\s[А-ЯЁA-Z][а-яёa-z]{1,24}){0,2})"
)


def find_client(reading: TextReader) -> Found[str] | None:
    """The name as written, one to three capitalised words."""
    match = _NAMED.search(reading.cased)
    return (
        reading.found(match[1], *match.span(1), sure=not match.group().startswith(("Меня", "меня"))) if match else None
    )
