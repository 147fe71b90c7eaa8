"""How any form is asked, gone back in, looked over and left; what a form is stands in `bot.forms.model`.

The half-filled draft is kept as JSON with the conversation, so a restart changes nothing; /cancel, a menu command or
/start leaves any form, and what was typed is offered back.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from markupsafe import Markup

from bot.forms.answers import answered, checked
from bot.forms.interruptions import either_day, file_question, plainly_other, refused, rows_of, said_of
from bot.forms.leaving import OF_LEFT, FormLeaving
from bot.forms.left_forms import resume
from bot.forms.model import AmbiguousAnswer, Choice, Context, Form, FormProgress, Question
from bot.forms.screens import (
    FormPress,
    cancelled_screen,
    check_of,
    corrections_screen,
)
from bot.forms.state import Filling, close, keep, left_in
from bot.localization import Localizer
from bot.message_kinds import MessageKind, MessageKinds, keep_recognised
from bot.nonces import new_nonce
from bot.pending import drop_pending, find_pending, next_pending_button
from bot.screen import Screen
from bot.telegram.message_content import cannot_be_read, has_file, has_words_or_file, words_of
from bot.typed_buttons import press_named
from domain.plainness import Plainness
from domain.refusal import Refusal
from domain.typed.days import EitherDay

REVIEWING = "yeqmicbt"
"""What can be pressed on a review."""
D = TypeVar("D")


class Forms(FormLeaving):
    """All forms of the bot, and the handlers that run them."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = MessageKinds()
        # asked before anybody who reads texts: a button's label means the button
        self.buttons = Router(name="typed_buttons")
        self.buttons.message.register(self._named, StateFilter(Filling.answer), F.text)
        self.router = Router(name="forms")
        self.router.callback_query.register(self._pressed, FormPress.filter())
        self.router.message.register(self._typed, StateFilter(Filling.answer), has_words_or_file)
        self.router.message.register(self._not_an_answer, StateFilter(Filling.answer))

    def add(self, form: Form[D]) -> Form[D]:
        """Make a form known under its name."""
        if form.name in self._forms:
            raise ValueError(f"two forms are called {form.name}")
        self._forms[form.name] = form
        return form

    @property
    def names(self) -> frozenset[str]:
        """What all forms are called."""
        return frozenset(self._forms)

    def __iter__(self) -> Any:
        """All forms."""
        return iter(self._forms.values())

    async def start(
        self,
        form: Form[D],
        ctx: Context,
        draft: D,
        *,
        only: str | None = None,
        context: Mapping[str, Any] | None = None,
        new: bool = False,
        review: bool = False,
    ) -> None:
        """Ask the form's first open question, or only one of them, or begin with the `review`.

        With no question open the form is reviewed, or done at once.
        """
        await self.leave(ctx.state)
        progress = FormProgress(form, draft, new_nonce(), only or "", dict(context or {}), single=only is not None)
        if (only is None and not review and progress.advance()) or only is not None:
            await self._ask(progress, ctx, new=new)
        elif form.review is not None:
            await self._review(progress, ctx, new=new)
        else:
            await self._finish(progress, ctx)

    async def open(self, state: FSMContext) -> FormProgress[Any] | None:
        """The form that is being filled in, if there is one."""
        return await self._progress(state)

    async def go_on(
        self,
        progress: FormProgress[Any],
        ctx: Context,
        *,
        notice: Markup | None = None,
        offer: Sequence[Choice] | None = None,
    ) -> None:
        """Show where somebody is in a form that was taken up by `open` and perhaps changed; `offer` other answers."""
        if offer is not None:
            await self._ask(progress, ctx, notice=notice, offer=offer)
        else:
            await self._again(progress, ctx, notice)

    async def cancelled(self, t: Localizer, state: FSMContext) -> Screen | None:
        """Leave the form that is being filled in and say which one it was; None if there is none."""
        progress = await self._progress(state)
        if not await self.leave(state):
            return None
        if progress is None:
            return cancelled_screen(t, t("the form"), None, "", await next_pending_button(t, state))
        # a question alone has nothing half-filled in it
        is_kept = any(one["nonce"] == progress.nonce for one in left_in(await state.get_data()))
        back = resume(progress, t("↩️ Go on filling in")) if is_kept else None
        return cancelled_screen(t, progress.form.title(t), back, progress.nonce, await next_pending_button(t, state))

    # what people do

    async def _typed(
        self,
        message: Message,
        ctx: Context,
        album: Sequence[Message],
    ) -> None:
        progress = await self._progress(ctx.state)
        sent = album or [message]
        question = progress.form.question(progress.at) if progress else None
        if progress is None or (question is None and not progress.is_review):
            await self._lost(ctx)
            return
        other = await plainly_other(self.kinds, question, progress.draft, sent, ctx)
        if other is not None:
            await self._set_aside(progress, other, sent, ctx)
            return
        if question is None:
            await self._sent_on_review(progress, sent, ctx)
        else:
            await self._answer(progress, question, sent, ctx)

    async def _answer(
        self,
        progress: FormProgress[Any],
        question: Question[Any],
        sent: Sequence[Message],
        ctx: Context,
    ) -> None:
        t = ctx.t
        try:
            draft, unused = await answered(question, progress.draft, sent, ctx)
            progress.take(await checked(question, draft, progress, ctx))
            progress.last = words_of(sent) or progress.last
        except AmbiguousAnswer as several:
            notice = several.question or t("Which one do you mean?")
            await self._ask(progress, ctx, notice=notice, offer=several.choices)
            return
        except Refusal as refusal:
            probably = await self.kinds.plainest(sent, ctx, Plainness.PROBABLY)
            if probably is not None and not isinstance(refusal, EitherDay):
                await self._set_aside(progress, probably[0], sent, ctx)
            else:
                offer = either_day(refusal, question, t)
                await self._ask(progress, ctx, notice=refused(refusal, t, sent), offer=offer)
            return
        if question.chosen is not None or (question.collects and not progress.single):
            await self._ask(progress, ctx, notice=unused)
        else:
            await self._next(progress, ctx, unused)

    async def _set_aside(
        self,
        progress: FormProgress[Any],
        kind: MessageKind,
        sent: Sequence[Message],
        ctx: Context,
    ) -> None:
        """What is plainly no answer waits for its turn, and the question is asked again."""
        kept = await keep_recognised(kind, sent, ctx)
        rows = rows_of(kind, kept, progress, ctx)
        await self._again(progress, ctx, await said_of(kind, kept, ctx), rows)

    async def _sent_on_review(
        self,
        progress: FormProgress[Any],
        sent: Sequence[Message],
        ctx: Context,
    ) -> None:
        """Only buttons answer there: words are offered to the questions that would take them, a file is used."""
        if not any(has_file(one) for one in sent):
            await self._typed_on_review(progress, words_of(sent), ctx)
            return
        other = await self.kinds.plainest(sent, ctx, Plainness.PROBABLY)
        question = file_question(progress, sent)
        if other is not None and other[0].takes_papers:
            await self._set_aside(progress, other[0], sent, ctx)
        elif question is not None:
            progress.at, progress.single = question.key, True
            await self._answer(progress, question, sent, ctx)
        else:
            await self._review(progress, ctx, ctx.t("Pictures and files are not used here."))

    async def _not_an_answer(self, message: Message, ctx: Context) -> None:
        progress = await self._progress(ctx.state)
        if progress is None:
            await self._lost(ctx)
            return
        await self._again(progress, ctx, cannot_be_read(ctx.t, message))

    async def _named(self, message: Message, ctx: Context) -> None:
        progress = await self._progress(ctx.state)
        press = press_named(progress, ctx.t, message.text) if progress is not None else None
        if progress is None or press is None:
            raise SkipHandler
        await self._press(progress, press, ctx)

    async def _pressed(self, _query: Any, callback_data: FormPress, ctx: Context) -> None:
        chat, t = ctx.chat, ctx.t
        if callback_data.act in OF_LEFT:
            await self._of_left(callback_data, ctx)
            return
        progress = await self._progress(ctx.state)
        if progress is None or progress.nonce != callback_data.nonce:
            await chat.toast(t("This form is closed. What you saved is in the menu."))
            return
        await self._press(progress, callback_data, ctx)

    async def _press(self, progress: FormProgress[Any], press: FormPress, ctx: Context) -> None:
        """Do what a button of the form does, tapped or typed."""
        question = progress.form.question(press.question)
        if press.act in REVIEWING and progress.is_review:
            await self._pressed_on_review(progress, press, ctx)
        elif press.act == "c":
            await self._cancel(ctx)
        elif question is None or question.key != progress.at:
            await ctx.chat.toast(ctx.t("This has been answered already. Here is where you are."))
            await self._again(progress, ctx)
        elif press.act == "b":
            await self._back(progress, ctx)
        elif press.act == "p" and question.choice is not None:
            offer = [question.choice(ctx.t, value) for value in progress.offered.get(question.key, [])]
            await self._ask(progress, ctx, offer=offer, page=press.index)
        else:
            await self._pressed_answer(progress, question, press, ctx)

    async def _pressed_answer(
        self, progress: FormProgress[Any], question: Question[Any], press: FormPress, ctx: Context
    ) -> None:
        match press.act:
            case "s" if question.optional:
                progress.take(question.skip(progress.draft))
                await self._next(progress, ctx)
            case "d" if question.collects:
                await self._next(progress, ctx)
            case "a" if (kept := await find_pending(ctx.state, press.check)) is not None:
                await drop_pending(ctx.state, kept.id)
                await self._take_typed(progress, question, kept.text, ctx)
            case "v":
                await self._chosen(progress, question, press, ctx)
            case _:
                await self._again(progress, ctx)

    async def _chosen(
        self, progress: FormProgress[Any], question: Question[Any], press: FormPress, ctx: Context
    ) -> None:
        offered = progress.offered.get(question.key, [])
        value = offered[press.index] if press.index < len(offered) else None
        if value is None or check_of(value) != press.check or question.pick is None:
            await ctx.chat.toast(ctx.t("These answers have changed. Here is the question again."))
            await self._ask(progress, ctx)
            return
        try:
            progress.take(await checked(question, question.pick(value, progress.draft), progress, ctx))
            progress.last = progress.labels[press.index] if press.index < len(progress.labels) else value
        except Refusal as refusal:
            await self._ask(progress, ctx, notice=ctx.t.refusal(refusal))
            return
        if question.chosen is not None:
            await self._ask(progress, ctx)
            return
        await self._next(progress, ctx)

    async def _pressed_on_review(self, progress: FormProgress[Any], press: FormPress, ctx: Context) -> None:
        question = progress.form.question(press.question)
        match press.act:
            case "y" if progress.form.missing(progress.draft):
                progress.course, progress.single = "saving", False
                progress.advance()
                await self._ask(progress, ctx)
            case "y":
                await self._finish(progress, ctx)
            case "m":
                progress.course, progress.single = "more", False
                if progress.advance():
                    await self._ask(progress, ctx)
                else:
                    await ctx.chat.toast(ctx.t("Everything is filled in already."))
            case "e":
                await keep(progress, ctx.state)
                await ctx.chat.show(corrections_screen(progress, ctx.t))
            case "q" if question is not None:
                progress.at, progress.single = question.key, True
                await self._ask(progress, ctx)
            case "t" if question is not None and check_of(progress.context.get("typed", "")) == press.check:
                progress.at, progress.single = question.key, True
                typed = progress.context["typed"]
                progress.forget("typed")
                await self._take_typed(progress, question, typed, ctx)
            case "i":
                await self._take_instead(progress, press, ctx)
            case "c":
                await self._cancel(ctx)
            case _:
                await self._review(progress, ctx)

    async def _take_instead(self, progress: FormProgress[Any], press: FormPress, ctx: Context) -> None:
        unsure: dict[str, list[str]] = progress.context.get("unsure", {})
        others = unsure.get(press.question, [])
        value = others[press.index] if press.index < len(others) else None
        review = progress.form.review
        if review is not None and value is not None and check_of(value) == press.check:
            progress.draft = review.instead(press.question, value, progress.draft)
            progress.settle(press.question)
            progress.follow(press.question)
        await self._review(progress, ctx)

    async def _cancel(self, ctx: Context) -> None:
        left = await self.cancelled(ctx.t, ctx.state)
        if left is not None:
            await ctx.chat.show(left)

    async def _back(self, progress: FormProgress[Any], ctx: Context) -> None:
        if progress.single or not progress.asked:
            if progress.reviewed:
                await self._review(progress, ctx)
            elif progress.single and progress.form.back is not None:
                await close(ctx.state)
                await progress.form.back(progress.filled, ctx)
            else:
                await self._cancel(ctx)
            return
        *before, last = progress.asked
        progress.asked = tuple(before)
        progress.at = last
        await self._ask(progress, ctx)
