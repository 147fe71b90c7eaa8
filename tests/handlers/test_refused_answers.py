"""An answer that is refused when it is to be saved is not shown as what is so at present, whatever the question.

One field of something stored is changed, and the rules say no: the question is asked again as it was asked before.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import Chat, Message, PhotoSize

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Context, Form, FormProgress
from bot.forms.runner import Forms
from bot.forms.screens import FormPress, check_of
from bot.forms.state import keep
from bot.localization import LANGUAGES
from bot.screen import Screen
from domain.files.stored_file import FileId
from domain.refusal import Refusal
from tests.handlers.test_every_question import COMMON
from tests.support.questions import NOW, Asked, every_question, plain

NO = "This cannot be saved."
LABELS = 3
"""Buttons of a question that are tried."""
PHOTO = "a photo"
OTHERWISE = {
    AnswerKind.BIRTH_DATE: "20.05.1988",
    AnswerKind.STATION: "Таганская",
    AnswerKind.YEAR: "1998",
    AnswerKind.DAYS_OF_MONTH: "3-9",
}
"""Of kinds whose commonest answers all say the same, one that says something else."""
OF_NOTHING = {"tell_tenants.objects"}
"""Questions without a choice in a draft that is made here."""


@dataclass
class Desk:
    """Somebody is asked to change what one question is about."""

    asked: Asked
    shown: list[Screen] = field(default_factory=list)
    forms: Forms = field(init=False)
    form: Form[Any] = field(init=False)
    ctx: Context = field(init=False)

    def __post_init__(self) -> None:
        async def refuse(*_: object) -> None:
            raise Refusal(NO)

        # what a question checks by itself is refused before it is in the draft
        questions = tuple(replace(one, check=None) for one in self.asked.form.questions)
        self.form = replace(self.asked.form, questions=questions, done=refuse)
        self.forms = Forms()
        self.forms.add(self.form)
        state = FSMContext(MemoryStorage(), StorageKey(bot_id=1, chat_id=1, user_id=1))
        nothing = cast(Any, None)
        self.ctx = Context(
            nothing, self.asked.me, self.asked.t, cast(Any, self), cast(Any, self), cast(Any, self), state, nothing,
            self.forms, nothing,
        )  # fmt: skip

    # the chat, and the files that are sent in it

    async def show(self, screen: Screen, **_: object) -> None:
        """What is on the screen now."""
        self.shown.append(screen)

    async def send(self, screen: Screen, **_: object) -> None:
        """A message beside it."""

    async def keep(self, *_: object) -> Sequence[FileId]:
        """Everything that is sent is one file."""
        return (FileId(7),)

    # what somebody does

    async def answers(self, stored: Any, answer: str) -> FormProgress[Any]:
        """Asked to change what is stored, they answer: in words, by a button's value, or with a photo."""
        question = self.asked.question
        await keep(FormProgress(self.form, stored, "nonce", question.key, {}, single=True), self.ctx.state)
        progress = await self.forms.open(self.ctx.state)
        assert progress is not None
        await self.forms.go_on(progress, self.ctx)
        values = progress.offered.get(question.key, [])
        if answer in values:
            await self._presses("v", values.index(answer), check_of(answer))
        else:
            photo = [PhotoSize(file_id="p", file_unique_id="p", width=9, height=9)] if answer == PHOTO else None
            sent = Message(
                message_id=1, date=NOW, chat=Chat(id=1, type="private"), photo=photo, text=None if photo else answer
            )
            await self.forms._typed(sent, self.ctx, [])
        if question.chosen is not None:
            await self._presses("d")
        after = await self.forms.open(self.ctx.state)
        assert after is not None
        return after

    async def _presses(self, act: str, index: int = 0, check: str = "") -> None:
        key = self.asked.question.key
        await self.forms._pressed(
            None, FormPress(nonce="nonce", act=act, question=key, index=index, check=check), self.ctx
        )


def seen(one: Asked, screen: Screen) -> str:
    """What is read; where many are tapped before they are an answer, without these."""
    rows = () if one.question.chosen is not None else screen.rows
    return "\n".join((plain(screen.text), *(" ".join(f"[{plain(each.label)}]" for each in row) for row in rows)))


def answers(one: Asked) -> Iterator[tuple[str, Any]]:
    """What may be answered, with the draft that comes of it; the first is what is stored."""
    question = one.question
    sent = question.photos or question.files
    if sent is not None:
        yield from ((PHOTO, sent((FileId(number),), one.draft)) for number in (5, 7))
        return
    if question.pick is not None:
        for choice in question.choices(one.t, one.draft, one.me)[:LABELS]:
            yield choice.value, question.pick(choice.value, one.draft)
    for text in (OTHERWISE.get(question.kind, ""), *COMMON[question.kind]):
        if question.read is not None and one.pressed(text) is None:
            with contextlib.suppress(Refusal, AmbiguousAnswer):
                yield text, question.read(text, one.draft, AnswerContext(one.t, one.me, cast(Any, None)))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_refused_is_not_said_to_be_so(language: str) -> None:
    skipped, wrong = set(), []
    for one in every_question(language):
        given = answers(one)
        _, stored = next(given, ("", one.draft))
        other = next((answer for answer, draft in given if draft != stored), None)
        if other is None:
            skipped.add(str(one))
            continue
        desk = Desk(one)
        after = await desk.answers(stored, other)
        asked, again = (seen(one, screen) for screen in (desk.shown[0], desk.shown[-1]))
        refused = plain(one.t(NO))
        assert refused in again, (str(one), again)
        if again.replace(f"{refused}\n\n", "") != asked or (not one.question.collects and after.draft != stored):
            wrong.append(f"{one}: {other}\n{asked}\n---\n{again}")
    assert wrong == [], "\n=====\n".join(wrong)
    assert skipped == OF_NOTHING
