"""The label of a button, typed and not tapped, is the press of it: without its emoji, in any case, ё as е.

Yes and no, in whichever words and language, are the buttons that say so.
"""

import unicodedata
from collections.abc import Iterable

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import FormProgress, Question, Review
from bot.forms.screens import FormPress, check_of, corrections_screen, review_rows, ways_out
from bot.localization import Localizer
from bot.names.name_index import NameIndex
from bot.screen import Row

LONGEST = 80
"""Characters; what is longer is no label."""
NOTHING_TO_SAY = frozenset(
    {"нет", "нету", "не", "-", "--", "незнаю", "позже", "потом", "пропуск", "пропустить", "непомню"}
    | {"no", "none", "skip", "later", "idontknow", "dontknow", "nothing", "n/a", "na"}
)
"""What people type, as `same_label` compares it, where they would tap "Skip"."""
YES = frozenset(
    {"да", "дада", "ага", "угу", "конечно", "точно", "верно", "ок", "хорошо", "давай", "д", "+", "++"}
    | {"yes", "y", "yep", "yeah", "yup", "sure", "ok", "okay", "ofcourse", "true"}
)
NO = frozenset(
    {"нет", "не", "неа", "нету", "ненадо", "поканет", "н", "-", "--"}
    | {"no", "n", "nope", "nah", "not", "notyet", "false"}
)
"""What people type, as `same_label` compares it, where one button says yes and the other no."""
EDGES = "‹›«»\"'.,!?:;·•"
_SHOWS_NOTHING = {"So", "Sk", "Cf", "Mn", "Me"}
"""Unicode categories of emoji, their modifiers and joiners, and the accents that people leave out."""


def same_label(label: Markup | str) -> str:
    """A label as it is compared: two that differ in emoji, case, spaces, ё or the marks around them are the same."""
    plain = label.unescape() if isinstance(label, Markup) else label
    kept = unicodedata.normalize("NFKD", plain.casefold().replace("—", "-").replace("–", "-").replace("−", "-"))
    return "".join("".join(one for one in kept if unicodedata.category(one) not in _SHOWS_NOTHING).split()).strip(EDGES)


def press_named(progress: FormProgress[object], t: Localizer, text: str | None) -> FormPress | None:
    """The one button of the form's present screen that is called like this; None if there is none, or several."""
    said = same_label(text) if text and len(text) <= LONGEST else ""
    if not said:
        return None
    question = progress.form.question(progress.at)
    if question is not None:
        return _on_question(progress, question, t, text or "", said)
    review = progress.form.review
    return _on_review(progress, review, t, said) if review is not None else None


def _on_review(progress: FormProgress[object], review: Review[object], t: Localizer, said: str) -> FormPress | None:
    if said in YES:
        return FormPress(nonce=progress.nonce, act="y", question="")
    if said in NO:
        # what is not right is to be corrected; what is doubted twice is not to be saved
        return FormPress(nonce=progress.nonce, act="c" if progress.context.get("again") else "e", question="")
    return _named(review_rows(progress, review, t), said) or _named(corrections_screen(progress, t).rows, said)


def _on_question(
    progress: FormProgress[object], question: Question[object], t: Localizer, text: str, said: str
) -> FormPress | None:
    chosen = _choices_named(progress, question, said)
    if chosen:
        return chosen[0] if len(chosen) == 1 else None
    if question.kind is AnswerKind.YES_NO and said in YES | NO:
        return _chosen(progress, question, 0 if said in YES else 1)
    if (meant := _meant(progress, question, text)) is not None:
        return meant
    if question.optional and said in NOTHING_TO_SAY:
        return FormPress(nonce=progress.nonce, act="s", question=question.key)
    return _named(ways_out(progress, question, t), said) or _nearly(progress, question, text)


def _meant(progress: FormProgress[object], question: Question[object], text: str) -> FormPress | None:
    """What is said otherwise than its button says it."""
    values = progress.offered.get(question.key, [])
    value = question.meant(text) if question.meant is not None else None
    return _chosen(progress, question, values.index(value)) if value in values and value is not None else None


def _nearly(progress: FormProgress[object], question: Question[object], text: str) -> FormPress | None:
    """Where only buttons answer, a beginning, a part or a slip names one too, if it can be no other."""
    values = progress.offered.get(question.key, [])
    if question.read is not None:
        return None
    found = NameIndex({value: [label] for value, label in zip(values, progress.labels, strict=False)}).find(text)
    value = found.certain or (found.maybe[0] if len(found.maybe) == 1 else None)
    return _chosen(progress, question, values.index(value)) if value is not None else None


def _chosen(progress: FormProgress[object], question: Question[object], index: int) -> FormPress:
    check = check_of(progress.offered[question.key][index])
    return FormPress(nonce=progress.nonce, act="v", question=question.key, index=index, check=check)


def _choices_named(progress: FormProgress[object], question: Question[object], said: str) -> list[FormPress]:
    taken = question.chosen(progress.draft) if question.chosen else frozenset()
    offered = zip(progress.offered.get(question.key, []), progress.labels, strict=False)
    return [
        _chosen(progress, question, index)
        for index, (value, label) in enumerate(offered)
        # to name again what is chosen already is no wish to take it back
        if same_label(label) == said and not (value in taken and question.read is not None)
    ]


def _named(rows: Iterable[Row], said: str) -> FormPress | None:
    found = [one.press for row in rows for one in row if same_label(one.label) == said]
    return found[0] if len(found) == 1 and isinstance(found[0], FormPress) else None
