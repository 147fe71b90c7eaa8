"""A photo of a meter answers too: its caption is the value, and without one the value is asked for beside it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.forms.model import AmbiguousAnswer, AnswerContext, Context, FormProgress
from bot.forms.runner import Forms
from bot.forms.state import Filling
from bot.telegram.message_content import has_picture, words_of
from domain.refusal import Refusal
from handlers.utilities.entering import Entering

router = Router(name="photo_of_meter")


async def entering(_message: object, forms: Forms, state: FSMContext) -> bool | dict[str, FormProgress[Any]]:
    """Whether a reading is being entered."""
    progress = await forms.open(state)
    is_reading = progress is not None and isinstance(progress.draft, Entering) and progress.at.startswith("value")
    return {"progress": progress} if progress is not None and is_reading else False


@router.message(has_picture, StateFilter(Filling.answer), entering)
async def photo_of_meter(
    message: Message, ctx: Context, album: Sequence[Message], progress: FormProgress[Entering]
) -> None:
    """Keep the photo, and read its caption if there is one."""
    sent = album or [message]
    try:
        kept = await ctx.photos.keep(ctx.work, ctx.me, sent[:1])
        if kept:
            progress.draft = replace(progress.draft, photo=kept[0])
        caption = words_of(sent)
        question = progress.form.question(progress.at)
        if not caption or question is None or question.read is None:
            others = ctx.t("One photo fits a reading: the first is kept.") if len(sent) > 1 else None
            await ctx.forms.go_on(progress, ctx, notice=others)
            return
        answering = AnswerContext(ctx.t, ctx.me, ctx.work)
        progress.draft = question.read(caption, progress.draft, answering)
    except AmbiguousAnswer as doubt:
        await ctx.forms.go_on(progress, ctx, notice=doubt.question, offer=doubt.choices)
        return
    except Refusal as refusal:
        await ctx.forms.go_on(progress, ctx, notice=ctx.t.refusal(refusal))
        return
    await ctx.forms.start(progress.form, ctx, progress.draft, context=progress.context)
