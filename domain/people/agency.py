"""The name of a realtor's agency, which colleagues see: one line of readable text."""

from domain.matching.intake.contacts import check_no_contacts
from domain.people.tidy_name import tidy_name
from domain.refusal import Refusal

MOST_AGENCY = 60
"""Characters; it has to fit a line of a push."""


_QUOTES = {"«": "»", "“": "”", "„": "“”", '"': '"', "'": "'", "‘": "’"}


def parse_agency(text: str) -> str:
    """Read a name; quotes around the whole of it are left out, those around a part belong to it: АН «Ёлка»."""
    name = tidy_name(text)
    if name is not None and len(name) > MOST_AGENCY:
        raise Refusal("A name of at most {most} characters fits here, like “Etalon”.", most=MOST_AGENCY)
    name = _without_quotes(name) if name else None
    if not name or not any(character.isalnum() for character in name):
        raise Refusal("What is your agency called? For example: Etalon.")
    check_no_contacts(name)
    return name


def _without_quotes(name: str) -> str:
    closing = _QUOTES.get(name[:1], "")
    inside = name[1:-1]
    is_whole = len(name) > 1 and name[-1] in closing and not any(one in inside for one in (name[0], *closing))
    return inside.strip() if is_whole else name
