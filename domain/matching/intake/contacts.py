"""Phones, names in messengers, e-mails and sites in a text are found, so that they can be kept out of what all see."""

import re
from collections.abc import Iterable

from domain.matching.intake.found import Contact, ContactKind, Found
from domain.matching.intake.handles import find_handles
from domain.matching.intake.phones_in_words import find_phones_in_words
from domain.matching.intake.reading import TextReader
from domain.refusal import Refusal
from domain.typed import limits

HIDDEN = "•••"
"""Stands where a contact was."""

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_AT = r"\s?(?:[(\[]\s?(?:at|собака|собачка|эт)\s?[)\]]|\s(?:at|собака|собачка)\s)\s?"
_DOT = r"\s?(?:\.|[(\[]\s?(?:dot|точка)\s?[)\]]|\s(?:dot|точка)\s)\s?"
_EMAIL_IN_WORDS = re.compile(rf"[\w.+-]{{2,64}}{_AT}[\w-]{{2,63}}{_DOT}(?:ru|com|net|org|kg|kz|by|ру|ком|рф)\b")
_SAYS_AT = re.compile(_AT)
"""Without it there is no such address, and no place of a long text has to be tried for the name before it."""
_USERNAME = re.compile(r"(?<![\w@/])@\s?[a-z]\w{3,31}|(?:https?://)?(?:t|telegram)\.me/\+?[\w/]{4,64}", re.IGNORECASE)
_LINK = re.compile(r"(?:[a-z]{2,10}://|www\.)[^\s<>\"]{1,200}")
_ENDINGS = r"ru|su|com|net|org|info|biz|by|kz|kg|uz|ua|pro|site|online|shop|club|app|house|estate|realty|agency|xyz"
_SHORT_ENDINGS = r"me|io|am|co|ge|de|us|cc|tv|to|ae|uk|link|page"
"""These are words as well, so what they end is a site only with a path behind it."""
_SITE = re.compile(
    rf"(?<![\w.@-])(?:[\w-]{{1,40}}\.){{0,3}}(?:(?=[\w-]*[^\W\d_])[\w-]{{2,40}}\.(?:{_ENDINGS}|рф|рус)(?![\w-])(?:/[^\s<>\"]{{0,200}})?"
    rf"|[a-z\d-]{{2,40}}\.(?:{_SHORT_ENDINGS})/[^\s<>\"]{{1,200}})"
)
_GAP = r"[\s().-]{0,3}"
_ANY_GAP = r"[\s().,_*/|~•-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\d+])(?:\+\d{{1,3}}|8(?=[\s(-]{{0,2}}[34789]\d\d)|7(?=[\s(-]{{0,2}}[79]\d\d)|0(?=[2579]\d\d)|996)"
    rf"{_GAP}\d{{2,4}}{_GAP}\d{{2,3}}{_GAP}\d{{2}}{_GAP}\d{{0,4}}(?!\d)"
)
_MASKED_MOBILE = re.compile(
    rf"(?<![\w+])(?:\+?7|8){_ANY_GAP}9[\dоo]{{2}}{_ANY_GAP}[\dоo]{{3}}{_ANY_GAP}[\dоo]{{2}}{_ANY_GAP}[\dоo]{{2}}(?!\d)"
)
"""A Russian mobile number with anything between its digits, or the letter O for a nought."""
_DIGIT_BY_DIGIT = re.compile(r"(?<![\d.,])(?:\+\s?)?[78]([ ._*-])[3489](?:\1\d){9}(?!\d)")
_WITHOUT_CODE = re.compile(
    r"(?<![\d.,+-])"
    r"(?:9\d{2}[ -](?!000)\d{3}[ -]\d{2}[ -]\d{2}|9\d{9}|\(\d{3,5}\)\s?\d{1,3}[ -]?\d{2}[ -]?\d{2}|\d{3}-\d{2}-\d{2})"
    r"(?![\d-]|[.,]\d|\s?(?:₽|\$|€|р\b|руб|сом|usd|тыс|млн))"
)
_SHORTEST, _LONGEST = 9, 15
"""Digits of a phone: nine is a Kyrgyz number without its zero, fifteen the E.164 limit."""


def find_contacts(reading: TextReader) -> tuple[Found[Contact], ...]:
    """Every phone, name in a messenger, e-mail and site, in the order of the text, taken from the reading."""
    found: list[Found[Contact]] = []
    for pattern, kind in (
        (_EMAIL, ContactKind.EMAIL),
        (_EMAIL_IN_WORDS, ContactKind.EMAIL),
        (_USERNAME, ContactKind.USERNAME),
        (_LINK, ContactKind.SITE),
        (_SITE, ContactKind.SITE),
    ):
        if pattern is not _EMAIL_IN_WORDS or _SAYS_AT.search(reading.open):
            found += _taken(reading, pattern, kind)
    found += find_handles(reading)
    found += _phones(reading)
    return tuple(sorted(found, key=lambda one: one.start))


def contacts_in(text: str) -> tuple[Found[Contact], ...]:
    """The contacts of a text of which nothing else is to be read."""
    return find_contacts(TextReader(text))


def without_contacts(text: str | None) -> str | None:
    """The text with `HIDDEN` in place of each contact."""
    if not text:
        return text
    kept, at = [], 0
    for one in contacts_in(text):
        kept += [text[at : one.start], HIDDEN]
        at = max(at, one.end)
    return "".join([*kept, text[at:]])


def note_without_contacts(said: str | None) -> str | None:
    """A note to a colleague, tidied; refused as in `check_no_contacts`."""
    note = limits.tidy(said, limits.NOTE)
    check_no_contacts(note)
    return note


def check_no_contacts(text: str | None) -> None:
    """Refuse a text that colleagues read before they have agreed, if somebody can be reached by it."""
    contacts = contacts_in(text) if text else ()
    if contacts:
        raise Refusal(
            "Colleagues read this, and contacts open only when both sides agree. Please write it without “{contact}”.",
            contact=contacts[0].value.value,
        )


def _phones(reading: TextReader) -> Iterable[Found[Contact]]:
    for pattern in (_PHONE, _MASKED_MOBILE, _DIGIT_BY_DIGIT, _WITHOUT_CODE):
        for match in list(pattern.finditer(reading.open)):
            written = match.group()
            digits = re.sub(r"\D", "", re.sub("[оo]", "0", written))
            shortest = 7 if pattern is _WITHOUT_CODE else _SHORTEST
            if "\n" not in written.strip() and shortest <= len(digits) <= _LONGEST:
                plus = "+" if written.startswith("+") else ""
                yield reading.found(Contact(ContactKind.PHONE, plus + digits), *match.span())
                reading.take(*match.span())
    yield from find_phones_in_words(reading)


def _taken(reading: TextReader, pattern: re.Pattern[str], kind: ContactKind) -> Iterable[Found[Contact]]:
    for match in reading.take_all(pattern):
        value = reading.cased[match.start() : match.end()]
        yield reading.found(Contact(kind, value), *match.span())
