"""What somebody has sent in answer to a form's question, words, photos or documents, is read into the draft."""

from collections.abc import Sequence
from typing import TypeVar

from aiogram.types import Message

from bot.documents import Documents
from bot.form import Answering, Question, Surrounding
from bot.photos import Photos
from domain.refusal import Refusal

D = TypeVar("D")


async def answered(
    question: Question[D],
    draft: D,
    sent: Sequence[Message],
    around: Surrounding,
    photos: Photos,
    documents: Documents,
) -> D:
    """The draft with the answer in it; `sent` is a message or an album. Raises `Refusal`, or `WhichOne`."""
    first = sent[0]
    if question.files is not None and (first.photo or first.document):
        draft = question.files(await documents.keep(around.work, around.me, sent), draft)
        caption = next((one.caption for one in sent if one.caption), None)
        return draft if caption is None or question.read is None else _read(question, draft, caption, around)
    if question.photos is not None and first.photo:
        return question.photos(await photos.keep(around.work, around.me, sent), draft)
    if first.photo:
        raise Refusal("A picture does not answer this question.")
    if first.document:
        raise Refusal("A file does not answer this question.")
    return _read(question, draft, first.text or "", around)


def _read(question: Question[D], draft: D, text: str, around: Surrounding) -> D:
    if question.read is None:
        raise Refusal("Please choose one of the buttons.")
    if len(text) > question.most_typed:
        raise Refusal(
            "That is too long: {count} characters, and {most} fit here.",
            count=len(text),
            most=question.most_typed,
        )
    return question.read(text, draft, Answering(around.t, around.me, around.work))
