"""What comes where a form waits for an answer and is plainly something else waits for its turn; the question stays.

What is typed on a review, where only buttons answer, is offered as the answer to the questions that would take it.
"""

from collections.abc import Sequence
from typing import Any

from aiogram.types import Message
from markupsafe import Markup

from bot.callbacks import OpenPending
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Context, Form, FormProgress, Question
from bot.forms.screens import FormPress, check_of
from bot.localization import Localizer, bold, lines
from bot.message_kinds import MessageKind, MessageKinds
from bot.pending import PendingMessage, pending_messages
from bot.screen import MOST_ROWS, Button, Row, Screen, label_of, pairs
from bot.telegram.message_content import has_file, has_picture, shortened, unused_words
from domain.plainness import Plainness
from domain.refusal import Refusal
from domain.typed.days import EitherDay

MOST_FITTING = 6
"""Questions that are offered for what was typed on a review."""
ANY_WORDS = "ъыь ыъь"
"""Says nothing: a question that takes this takes everything."""


async def plainly_other(
    kinds: MessageKinds, question: Question[Any] | None, draft: Any, sent: Sequence[Message], ctx: Context
) -> MessageKind | None:
    """The kind of message that was sent, where it is plainly no answer to the question, or may be another thing."""
    if question is not None and _answers_with_file(question, sent):
        return None
    found = await kinds.plainest(sent, ctx, Plainness.RATHER)
    if found is None:
        return None
    kind, level = found
    if level is Plainness.PLAINLY:
        return None if question is not None and question.in_own_words else kind
    if question is None or kind.role not in ctx.me.all_roles:
        return None
    return kind if _would_take(question, ANY_WORDS, draft, ctx) else None


def _answers_with_file(question: Question[Any], sent: Sequence[Message]) -> bool:
    """Whether it is a picture or a file that the question asks for, whatever is written below it."""
    if question.read is not None and not question.in_own_words:
        return False
    takes_picture = question.photos is not None and any(map(has_picture, sent))
    return takes_picture or (question.files is not None and any(map(has_file, sent)))


def file_question(progress: FormProgress[Any], sent: Sequence[Message]) -> Question[Any] | None:
    """The question of the form that would take the file, if one does: a receipt sent while the whole is looked at."""
    with_picture = any(has_picture(one) for one in sent)
    fit = [
        one
        for one in progress.form.applicable(progress.draft)
        if one.files is not None or (one.photos is not None and with_picture)
    ]
    return fit[0] if len(fit) == 1 else None


async def said_of(kind: MessageKind, kept: Sequence[PendingMessage], ctx: Context) -> Markup:
    """That it was understood, and waits."""
    t = ctx.t
    count = len(await pending_messages(ctx.state))
    what = kind.looks_like(t) if kept[0].text else t("Photos belong to a property.")
    return lines(what, t.n("{count} text waits for its turn.", "{count} texts wait for their turn.", count))


def rows_of(kind: MessageKind, kept: Sequence[PendingMessage], progress: FormProgress[Any], ctx: Context) -> list[Row]:
    """Go on with it at once; or it is the answer after all, where it can be one."""
    t, first, question = ctx.t, kept[0], progress.form.question(progress.at)
    row = [Button(kind.take(t), OpenPending(text=first.id, kind=kind.name))]
    if question is not None and len(kept) == 1 and _would_take(question, first.text, progress.draft, ctx):
        press = FormPress(nonce=progress.nonce, act="a", question=question.key, check=first.id)
        row.append(Button(t("✍️ It is my answer"), press))
    return [row]


def fitting(form: Form[Any], text: str, draft: Any, ctx: Context) -> list[Question[Any]]:
    """The questions that would take what was typed on a review, those for any words only if there are no others."""
    named = [one for one in form.applicable(draft) if one.label is not None and one.read is not None]
    fit = [one for one in named if _would_take(one, text, draft, ctx)]
    strict = [one for one in fit if not _would_take(one, ANY_WORDS, draft, ctx)]
    return (strict or fit)[:MOST_FITTING]


def fitting_screen(t: Localizer, progress: FormProgress[Any], text: str, fit: Sequence[Question[Any]]) -> Screen:
    """What of these is meant; the way back leads to the review."""

    def press(act: str, question: str = "") -> FormPress:
        return FormPress(nonce=progress.nonce, act=act, question=question, check=check_of(text))

    buttons = [Button(label_of(one.label(t)), press("t", one.key)) for one in fit if one.label is not None]
    said = lines(bold(progress.form.title(t)), "", t("What is “{words}”?", words=shortened(text)))
    return Screen(said, [*pairs(buttons), [Button(t("‹ Back"), press("b"))]])


def with_rows(rows: Sequence[Row], more: Sequence[Row]) -> list[Row]:
    """The rows with some more above the last one, as far as there is room."""
    room = max(0, MOST_ROWS - len(rows))
    return [*rows[:-1], *more[:room], *rows[-1:]]


def _would_take(question: Question[Any], text: str, draft: Any, ctx: Context) -> bool:
    if question.read is None or not text or len(text) > question.most_typed:
        return False
    try:
        question.read(text, draft, AnswerContext(ctx.t, ctx.me, ctx.work))
    except AmbiguousAnswer:
        return True
    except Refusal:
        return False
    return True


def refused(refusal: Refusal, t: Localizer, sent: Sequence[Message]) -> Markup:
    """A refusal, with the words that came with a picture nobody asked for."""
    said = t.refusal(refusal)
    return said if sent[0].text else lines(said, unused_words(t, sent))


def either_day(refusal: Refusal, question: Question[Any], t: Localizer) -> Sequence[Choice] | None:
    """Both days, where what was typed may be either; None leaves the question's own choices."""
    if not isinstance(refusal, EitherDay) or question.pick is None:
        return None
    return [Choice(t.fact(day), day.isoformat()) for day in refusal.days]
