"""What the search in a list looks in, and how something typed is looked for, in any letter case."""

from sqlalchemy import Column, ColumnElement


def plain(text: str) -> str:
    """Text in the form in which it is compared (SQLite folds the case of Latin letters only)."""
    return " ".join(text.casefold().replace("ё", "е").split())


def searchable(*parts: str | None) -> str:
    """All there is to search in, as one text."""
    return plain(" ".join(part for part in parts if part))


def contains_all(text: Column[str], typed: str) -> list[ColumnElement[bool]]:
    """Tests that every word typed occurs, as it is or as a part of a word."""
    return [text.contains(word, autoescape=True) for word in plain(typed).split()]
