"""How a form looks: a question with its choices, the whole draft before it is saved, and what can be corrected."""

import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from bot.callbacks import Callback, Menu, Small
from bot.forms.model import Choice, FormProgress, NeedsAttention, Question, Review
from bot.localization import Localizer, bold, lines, quiet
from bot.pager import pager
from bot.screen import MOST_ROWS, Button, Row, Screen, label_of, pairs
from domain.disambiguation import told_apart

PAGE = 8
"""Choices on a page: four rows of two, each with its line above."""


class FormPress(Callback, prefix="f"):
    """A button of a form: which filling of which form, which question, and what to do."""

    nonce: str
    act: str
    """v choose, p turn to this page, b back, s skip, c cancel, d done with choosing, r resume, x throw away what was
    left, l show all that was left, a what was set aside is the answer; on the review: y save, e what to correct, q
    correct this, m say more, i take this instead, t what was typed answers this"""
    question: str = ""
    index: Small = 0
    check: str = ""
    """A short hash of the chosen value: the offer may have been another one when the button was drawn. With a, the id
    of what was set aside."""


def review_rows(progress: FormProgress[Any], review: Review[Any], t: Localizer) -> list[Row]:
    """Other possible values, save and correct, and the questions with a button of their own."""

    def press(act: str, question: str = "", index: int = 0, value: str = "") -> FormPress:
        check = check_of(value) if value else ""
        return FormPress(nonce=progress.nonce, act=act, question=question, index=index, check=check)

    suggested = [
        (key, index, value)
        for key, values in progress.context.get("unsure", {}).items()
        for index, value in enumerate(values)
    ]
    called = told_apart(
        (one, review.suggestion(t, one[0], one[2]).unescape(), (_field(progress, one[0], t),)) for one in suggested
    )
    others = [Button(called[one], press("i", *one)) for one in suggested]
    shortcuts = [Button(label(t), press("q", key)) for key, label in review.shortcuts]
    return [
        *pairs(others, 3)[:3],
        [Button(review.save(t), press("y")), Button(t("✏️ Correct"), press("e"))],
        [*shortcuts, Button(t("✖️ Cancel"), press("c"))],
    ]


def _field(progress: FormProgress[Any], key: str, t: Localizer) -> str | None:
    """What the question is about, in a word."""
    question = progress.form.question(key)
    return question.label(t).unescape().lower() if question is not None and question.label is not None else None


def corrections_screen(progress: FormProgress[Any], t: Localizer) -> Screen:
    """Everything that can be corrected, and the way to the questions not asked yet."""

    def press(act: str, question: str = "") -> FormPress:
        return FormPress(nonce=progress.nonce, act=act, question=question)

    named = [Button(one.label(t), press("q", one.key)) for one in progress.form.applicable(progress.draft) if one.label]
    per_row = 3 if len(named) > 2 * (MOST_ROWS - 2) else 2
    text = lines(bold(progress.form.title(t)), "", t("What shall we correct?"))
    last = [Button(t("‹ Back"), press("b")), Button(t("➕ Ask me the rest"), press("m"))]
    return Screen(text, [*pairs(named, per_row), last])


def question_screen(
    progress: FormProgress[Any],
    question: Question[Any],
    choices: Sequence[Choice],
    t: Localizer,
    notice: Markup | None,
    page: int = 0,
) -> Screen:
    """A question with where it stands in the form, its choices (a page of many) and the ways on and out."""
    pages = max(1, -(-len(choices) // PAGE)) if question.choice is not None else 1
    begin = min(page, pages - 1) * PAGE
    shown = choices[begin : begin + PAGE] if pages > 1 else choices
    said = [one.line for one in shown if one.line is not None]
    text = lines(
        _title(progress, t),
        "",
        *((notice, "") if notice else ()),
        question.ask(t, progress.draft),
        *(("", *said) if said else ()),
    )

    def turn(to: int) -> FormPress:
        return FormPress(nonce=progress.nonce, act="p", question=question.key, index=to)

    turning = pager(t, begin // PAGE, pages, turn)
    rows = [*_choices(progress, question, shown, begin), *([turning] if turning else [])]
    return Screen(text, [*rows, *ways_out(progress, question, t)])


def _title(progress: FormProgress[Any], t: Localizer) -> Markup:
    """What the form is about, and how far one is in it where it has several questions."""
    title = bold(progress.form.title(t))
    if progress.single:
        return title
    step, least, most = progress.steps()
    if most <= 1:
        return title
    steps = t("{least}–{most}", least=least, most=most) if least < most else t.fact(most)
    return title + Markup(" · ") + quiet(t("step {step} of {steps}", step=step, steps=steps))


def _choices(
    progress: FormProgress[Any], question: Question[Any], shown: Sequence[Choice], begin: int
) -> Iterable[Row]:
    """The buttons of the choices, as many in a row as it takes to keep to the rows of a screen."""
    chosen = question.chosen(progress.draft) if question.chosen else frozenset()
    buttons = [
        Button(
            label_of(one.label, "✓" if one.value in chosen else ""),
            FormPress(nonce=progress.nonce, act="v", question=question.key, index=index, check=check_of(one.value)),
        )
        for index, one in enumerate(shown, start=begin)
    ]
    per_row = max(question.per_row, -(-len(buttons) // (MOST_ROWS - 2)))
    return pairs(buttons, per_row)


def ways_out(progress: FormProgress[Any], question: Question[Any], t: Localizer) -> list[Row]:
    """Done with choosing, back, past an optional question, and out of the form."""

    def out(label: Markup, act: str) -> Button:
        return Button(label, FormPress(nonce=progress.nonce, act=act, question=question.key))

    is_known = question.known(progress.draft) or bool(question.chosen and question.chosen(progress.draft))
    done = [[out(t("✅ Done"), "d")]] if question.collects and (is_known or progress.single) else []
    last = [out(t("‹ Back"), "b")]
    past = _past(progress, question, t, is_known=is_known)
    if past is not None:
        last.append(out(past, "s"))
    if not (progress.single and (progress.reviewed or progress.form.back is not None)):
        last.append(out(t("✖️ Cancel"), "c"))
    return [*done, last]


def _past(progress: FormProgress[Any], question: Question[Any], t: Localizer, *, is_known: bool) -> Markup | None:
    """What stands on the button past an optional question, if it has one: alone, it is emptied by it."""
    if not question.optional:
        return None
    if progress.single:
        return t("🧹 Leave empty") if is_known and question.chosen is None else None
    return None if question.collects and is_known else t("Skip")


def doubt_screen(progress: FormProgress[Any], doubt: NeedsAttention, t: Localizer) -> Screen:
    """What should be looked at before the draft is saved, and the way to save it all the same."""

    def press(act: str) -> FormPress:
        return FormPress(nonce=progress.nonce, act=act)

    return Screen(
        doubt.said, [doubt.ways, [Button(t("➕ Save it anyway"), press("y"))], [Button(t("✖️ Cancel"), press("c"))]]
    )


def cancelled_screen(t: Localizer, title: Markup, resume: Button | None, nonce: str, waits: Row) -> Screen:
    """What was left, and the ways back to it, out of it for good, and on to what waits."""
    if resume is None:
        return Screen(t("Cancelled: {form}. Nothing has changed.", form=title), [waits, [menu_button(t)]])
    text = t("Cancelled: {form}. What you typed is kept for now.", form=title)
    throw_away = Button(t("🗑 Throw it away"), FormPress(nonce=nonce, act="x"))
    return Screen(text, [[resume, throw_away], waits, [menu_button(t)]])


def changed_screen(t: Localizer) -> Screen:
    """What somebody is told who is in a form that this release does not have as it was."""
    return Screen(t("This form has changed since you began, so it starts anew from the menu."), [[menu_button(t)]])


def menu_button(t: Localizer, *, new: bool = False) -> Button:
    """The way to the menu, on every screen; `new` on an event that should remain readable."""
    return Button(t("☰ Menu"), Menu(new=new))


def check_of(value: str) -> str:
    """The mark of a value in a button."""
    return f"{zlib.crc32(value.encode()) & 0xFFFF:04x}"
