"""The steps that a form says it has are those it asks: a walk over every form of the registry, every way through it."""

import dataclasses
from functools import cache
from typing import Any, cast

import pytest

from bot.forms.model import AmbiguousAnswer, AnswerContext, FormProgress, Question
from bot.forms.screens import question_screen
from domain.refusal import Refusal
from tests.handlers.test_every_question import COMMON
from tests.support.estate import new_landlord
from tests.support.questions import Asked, every_question
from tests.support.world import World

MORE = ("вчера", "1 ноября 2026", "Казань", "Омск")
"""Answers that decide what is asked next, besides the commonest."""
MOST_CHOICES = 12


@cache
def forms() -> list[Asked]:
    """The first question of each form, with the draft it begins with."""
    seen: dict[str, Asked] = {}
    for one in every_question("ru"):
        seen.setdefault(one.form.name, one)
    return list(seen.values())


def answers(one: Asked, question: Question[Any], draft: Any) -> list[Any]:
    """The drafts after each answer that makes a difference to what is asked next."""
    found: dict[tuple[Any, ...], Any] = {}

    def keep(after: Any) -> None:
        found.setdefault(tuple(q.applies(after) for q in one.form.questions), after)

    ctx = AnswerContext(one.t, one.me, cast(Any, None))
    for choice in question.choices(one.t, draft, one.me)[:MOST_CHOICES]:
        if question.pick is not None:
            try:
                keep(question.pick(choice.value, draft))
            except Refusal:
                continue
    for text in (*COMMON[question.kind], *MORE):
        if question.read is not None:
            try:
                keep(question.read(text, draft, ctx))
            except (Refusal, AmbiguousAnswer):
                continue
    if question.optional:
        keep(question.skip(draft))
    return list(found.values()) or [draft]


def state_of(progress: FormProgress[Any]) -> tuple[Any, ...]:
    """What decides how the form goes on."""
    return progress.at, *(one.applies(progress.draft) for one in progress.form.questions)


@pytest.mark.parametrize("course", ["short", "more", "saving"])
def test_no_form_has_more_steps_than_it_says(course: str) -> None:
    """From each step to each that may follow: what is said of the whole never grows, so the last step is the last."""
    walked = 0
    for one in forms():
        begun = FormProgress(one.form, one.draft, "nonce", "", {}, course=course)
        seen: set[tuple[Any, ...]] = set()
        open_ = [begun] if begun.advance() else []
        while open_:
            progress = open_.pop()
            step, least, most = progress.steps()
            assert (step, step <= least <= most) == (len(progress.asked) + 1, True), (one.form.name, progress)
            question = one.form.question(progress.at)
            assert question is not None
            for after in answers(one, question, progress.draft):
                on = dataclasses.replace(progress, draft=after)
                if not on.advance() or state_of(on) in seen:
                    continue
                walked += 1
                assert on.steps()[2] <= most, (one.form.name, progress.at, on.at, progress.steps(), on.steps())
                seen.add(state_of(on))
                open_.append(on)
    assert walked > 50


def test_a_question_that_hangs_on_others_names_those_before_it() -> None:
    for one in forms():
        keys = [question.key for question in one.form.questions]
        for question in one.form.questions:
            for other in question.hangs_on:
                assert other in keys[: keys.index(question.key)] or one.form.name.startswith("edit"), question.key


def test_the_number_of_steps_is_said_as_open_until_it_is_known() -> None:
    event = next(one for one in forms() if one.form.name == "add_event")
    progress = FormProgress(event.form, event.draft, "nonce", "", {})
    progress.advance()
    question = event.form.question(progress.at)
    assert question is not None
    assert "шаг 1 из 5–8" in question_screen(progress, question, [], event.t, None).text.striptags()


@pytest.mark.one_database
async def test_an_event_of_yesterday_has_a_step_more_and_says_so_before(world: World) -> None:
    lev = await new_landlord(world, "Лев")
    await lev.manages(name="Арбат")
    await lev.writes("/calendar")
    await lev.taps("➕ Событие")
    lev.sees("шаг 1 из 4–7")
    await lev.writes("вчера")
    lev.sees("шаг 2 из 5–7")
    await lev.taps("➖ Расход")
    lev.sees("шаг 3 из 6")
