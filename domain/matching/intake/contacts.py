"""Phones, usernames and e-mails are reported, so that they can be kept out of what everybody sees."""

import re

from domain.matching.intake.found import Contact, ContactKind, Found
from domain.matching.intake.reading import Reading

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_USERNAME = re.compile(r"(?<![\w@/])@[a-z]\w{3,31}|(?:https?://)?t\.me/\+?\w{4,32}", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,200}")
_GAP = r"[\s().-]{0,3}"
_PHONE = re.compile(
    rf"(?<![\d+])(?:\+\d{{1,3}}|8(?=[\s(-]{{0,2}}[34789]\d\d)|7(?=[\s(-]{{0,2}}[79]\d\d)|0(?=[2579]\d\d)|996)"
    rf"{_GAP}\d{{2,4}}{_GAP}\d{{2,3}}{_GAP}\d{{2}}{_GAP}\d{{0,4}}(?!\d)"
)
_SHORTEST, _LONGEST = 9, 15
"""Digits of a phone: nine is a Kyrgyz number without its zero, fifteen the E.164 limit."""


def find_contacts(reading: Reading) -> tuple[Found[Contact], ...]:
    """Every phone, @username, t.me link and e-mail, in the order of the text; links are taken but not reported."""
    found: list[Found[Contact]] = []
    for pattern, kind in ((_EMAIL, ContactKind.EMAIL), (_USERNAME, ContactKind.USERNAME)):
        for match in reading.take_all(pattern):
            value = reading.cased[match.start() : match.end()]
            found.append(reading.found(Contact(kind, value), *match.span()))
    for match in list(_PHONE.finditer(reading.open)):
        digits = re.sub(r"\D", "", match.group())
        if "\n" not in match.group().strip() and _SHORTEST <= len(digits) <= _LONGEST:
            plus = "+" if match.group().startswith("+") else ""
            found.append(reading.found(Contact(ContactKind.PHONE, plus + digits), *match.span()))
            reading.take(*match.span())
    for _ in reading.take_all(_LINK):
        pass
    return tuple(sorted(found, key=lambda f: f.start))
