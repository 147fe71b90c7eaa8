"""How a form's questions are worded: what is asked, what the answer is at present, and free text as an answer."""

from collections.abc import Callable
from typing import Any, TypeVar

from markupsafe import Markup

from bot.localization import Localizer, lines, quiet
from domain.refusal import Refusal
from domain.typed import limits

D = TypeVar("D")


def asking(
    question: str, now: Callable[[Localizer, D], Markup | str | None] = lambda _t, _draft: None
) -> Callable[[Localizer, D], Markup]:
    """Ask the gettext message, saying what the answer is at present."""

    return lambda t, draft: with_now(t, t(question), now(t, draft))


def field_now(name: str) -> Callable[[Localizer, Any], Markup | None]:
    """What a field of the draft says at present, for `asking("…", field_now("city"))`."""

    def now(t: Localizer, draft: Any) -> Markup | None:
        value = getattr(draft, name)
        return None if value is None else t.fact(value)

    return now


def with_now(t: Localizer, question: Markup, known: Markup | str | None) -> Markup:
    """A question with what the answer is at present."""
    return lines(question, quiet(t("Now: {value}", value=known)) if known else None)


def label(message: str) -> Callable[[Localizer], Markup]:
    """What a field is called on a button."""
    return lambda t: t(message)


def capital(text: Markup | str) -> Markup:
    """The words as the beginning of a line or a button."""
    return Markup.escape(text[:1].upper()) + Markup.escape(text[1:]) if text else Markup()


def small(text: Markup) -> Markup:
    """A button's words within a sentence."""
    return text[:1].lower() + text[1:]


def said(text: str, most: int, refusal: str) -> str:
    """Free text without what shows nothing; refuses one without a letter or digit, and one that is too long."""
    tidied = limits.tidy(text, most)
    if tidied is None or not any(character.isalnum() for character in tidied):
        raise Refusal(refusal)
    return tidied
