"""A name in a messenger is found by the messenger's own name before it: “тг: anna_k”, “insta anna.flats”."""

import re
from collections.abc import Iterator

from domain.matching.intake.found import Contact, ContactKind, Found
from domain.matching.intake.reading import TextReader

_SERVICE = (
    r"(?:тг|tg|телег[аеу]|телеграмм?[аеу]?|telegramm?|инст[аеу]?|инстаграмм?[аеу]?|insta|inst|instagramm?|"
    r"вк|vk|вконтакте|vkontakte|whats?app?|ватс?апп?[аеу]?|вотс?апп?[аеу]?|вацапп?[аеу]?|viber|вайбер[аеу]?|"
    r"skype|скайп[аеу]?|facebook|фейсбук[аеу]?|fb|tiktok|тикток[аеу]?|discord|дискорд[аеу]?|"
    r"(?:в|на) (?:max|макс[еу]?)|сайт[аеу]?|site|website|ник|nick|nickname|username|юзернейм|логин)"
)
_STATED = r"\s?[:=@-]\s?@?"
_HANDLE = r"[a-z][a-z\d_.]{2,31}"
_NAMED = re.compile(
    rf"(?<!\w){_SERVICE}(?P<stated>{_STATED})?(?(stated)|[^\S\n]{{1,3}}(?:это |is |мой |- )?)(?P<handle>{_HANDLE})"
)
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "about above account after also and any anytime app are available before below bot but call can channel chat "
        "for from group has have here how instagram link message messages messenger not now number only our page phone "
        "please preferred profile telegram text that the this time today tomorrow viber via video was whatsapp when "
        "will with works write you your",
    )
)
"""Words that follow a messenger's name in a sentence and are nobody's."""


def find_handles(reading: TextReader) -> Iterator[Found[Contact]]:
    """Every name behind a messenger's, or behind “site”; both are taken from the reading."""
    for match in list(_NAMED.finditer(reading.open)):
        handle = match["handle"].rstrip(".")
        if len(handle) < 3 or handle in _ENGLISH:
            continue
        end = match.start("handle") + len(handle)
        reading.take(match.start(), end)
        value = reading.cased[match.start("handle") : end]
        yield reading.found(Contact(ContactKind.USERNAME, value), match.start(), end)
