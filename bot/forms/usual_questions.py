"""Questions that many forms ask: a few words to remember, a paper, a reason: a usual one or one in one's own words.

questions=(
    note_question(asking("What should the tenant know?", field_now("note")), most=MOST_NOTE),
    paper_question("receipt", asking("Send a photo or a file of the receipt."), label("📎 Receipt")),
    reason_question(asking("Why? Choose, or write it in a few words."), REASONS, most=MOST_NOTE),
)
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, Question
from bot.forms.wording import capital, label
from bot.localization import Localizer
from domain.files.stored_file import FileId

Ask = Callable[[Localizer, Any], Markup]


def note_question(ask: Ask, *, most: int) -> Question[Any]:
    """Fills the draft's `note`, if one likes."""
    return Question(
        key="note",
        kind=AnswerKind.TEXT,
        ask=ask,
        value=lambda text, _draft, _ctx: text.strip() or None,
        optional=True,
        label=label("💬 Note"),
        later=True,
        most_typed=most,
    )


def paper_question(key: str, ask: Ask, name: Callable[[Localizer], Markup]) -> Question[Any]:
    """Takes one photo or document into the field of this name, if one likes; another one takes its place."""

    def taken(files: tuple[FileId, ...], draft: Any) -> Any:
        return replace(draft, **{key: files[-1]}) if files else draft

    return Question(
        key=key, kind=AnswerKind.FILES, ask=ask, files=taken, one_file=True, optional=True, label=name, later=True
    )


def reason_question(ask: Ask, usual: Mapping[str, str], *, most: int, per_row: int = 2) -> Question[Any]:
    """Fills the draft's `reason`: a key of the `usual` ones, which are gettext messages, or words of one's own."""
    return Question(
        key="reason",
        kind=AnswerKind.TEXT,
        ask=ask,
        value=lambda text, _draft, _ctx: text,
        choices=lambda t, _draft, _me: [Choice(capital(t(usual[key])), key) for key in usual],
        of=str,
        per_row=per_row,
        most_typed=most,
    )


def reason_said(t: Localizer, usual: Mapping[str, str], reason: str | None) -> str:
    """The reason in words."""
    return t(usual[reason]).unescape() if reason is not None and reason in usual else reason or ""
