"""What somebody has sent in answer to a form's question, words, photos or documents, is read into the draft."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from aiogram.types import Message
from markupsafe import Markup

from bot.forms.model import AnswerContext, Context, FormProgress, Question
from bot.localization import lines
from bot.telegram.message_content import has_file, has_picture, left_out, one_alone, unused_words, words_of
from domain.refusal import Refusal

D = TypeVar("D")


async def answered(
    question: Question[D],
    draft: D,
    sent: Sequence[Message],
    ctx: Context,
) -> tuple[D, Markup | None]:
    """The draft with the answer in it, and what of it is not used, if anything.

    `sent` is a message or an album. Raises `Refusal`, or `AmbiguousAnswer`.
    """
    unused = left_out(ctx.t, sent, documents=question.files is not None)
    words = words_of(sent)
    if question.files is not None and any(map(has_file, sent)):
        kept = await ctx.documents.keep(ctx.work, ctx.me, sent)
        draft = question.files(kept, draft)
        unused = lines(unused, one_alone(ctx.t, kept) if question.one_file else None) or None
    elif question.photos is not None and any(map(has_picture, sent)):
        draft = question.photos(await ctx.photos.keep(ctx.work, ctx.me, sent), draft)
    else:
        _must_be_words(sent)
        return read_words(question, draft, words, ctx), unused
    if not words:
        return draft, unused
    if question.read is None:
        return draft, lines(unused, unused_words(ctx.t, sent))
    return read_words(question, draft, words, ctx), unused


def _must_be_words(sent: Sequence[Message]) -> None:
    if any(map(has_picture, sent)):
        raise Refusal("A picture does not answer this question.")
    if any(map(has_file, sent)):
        raise Refusal("A file does not answer this question.")


async def checked(question: Question[D], draft: D, progress: FormProgress[D], ctx: Context) -> D:
    """The draft with an answer in it, if nothing that is known elsewhere speaks against it; raises `Refusal`."""
    if question.check is not None:
        await question.check(replace(progress, draft=draft).filled, ctx)
    return draft


def read_words(question: Question[D], draft: D, text: str, ctx: Context) -> D:
    """The words into the draft; raises `Refusal`, or `AmbiguousAnswer`."""
    if question.read is None and question.files is not None:
        raise Refusal("Words are no file: please send a photo or a document here.")
    if question.read is None and question.photos is not None:
        raise Refusal("Words are no photo: please send one or several here.")
    if question.read is None:
        raise Refusal("Please choose one of the buttons.")
    if len(text) > question.most_typed:
        raise Refusal(
            "That is too long: {count} characters, and {most} fit here.",
            count=len(text),
            most=question.most_typed,
        )
    return question.read(text, draft, AnswerContext(ctx.t, ctx.me, ctx.work))
