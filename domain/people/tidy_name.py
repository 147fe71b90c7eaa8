"""A name as it can be shown: one line, nothing invisible, of bearable length."""

MOST_NAME = 128
NOWHERE = str.maketrans("", "", "\x00\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Characters that show nothing, or turn the text around them over."""


def tidy_name(name: str | None) -> str | None:
    """The name tidied up, or None if nothing is left of it."""
    if not name:
        return None
    shown = "".join(character if character.isprintable() else " " for character in name.translate(NOWHERE))
    return " ".join(shown.split())[:MOST_NAME].strip() or None
