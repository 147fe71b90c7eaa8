"""The object that a line names where there is none of that name yet: a word with a capital letter, and its number."""

import re

from domain.typed.limits import NAME

_NAME = re.compile(
    r"(?<=\s)(?:(?:на|в|во|at|in|on|for)\s+)?(?P<name>[A-ZА-ЯЁ][\w.-]*(?:,?\s+(?:[A-ZА-ЯЁ][\w.-]*|[0-9]{1,4}[а-яa-z]?(?!\w)))*)"
)
_ONLY = re.compile(r"[A-ZА-ЯЁ][\w-]*(?:,?\s+[0-9]{1,4})?")


def new_object_of(description: str | None) -> tuple[str | None, str | None]:
    """The name of the object and what is left of the description; the first word is a sentence's own capital letter."""
    said = description or ""
    match = _NAME.search(said)
    if match is None:
        return (said, None) if _ONLY.fullmatch(said) else (None, description)
    left = " ".join((said[: match.start()] + said[match.end() :]).split()).strip(" ,.;")
    return match["name"].rstrip(".,")[:NAME], left or None
