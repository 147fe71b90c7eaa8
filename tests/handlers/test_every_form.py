"""Every form of the registry is gone through from where it really begins, question by question, to its end.

At each question: nonsense is refused with what could be said instead and changes nothing; cancelling says so, saves
nothing and can be taken back; back leads to the question before; the prompt's own example is taken. Then once more,
leaving empty whatever may be.
"""

import sqlite3
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pytest

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, FormProgress, Question
from bot.forms.screens import FormPress, check_of
from bot.forms.state import Filling, left_in, read
from bot.localization import Localizer
from bot.telegram.fsm_storage import FsmStorage
from bot.typed_buttons import press_named
from domain.delivery import ChatState, lane_of
from domain.people.person import Person
from domain.refusal import Refusal
from sandbox.images import picture
from tests.handlers.test_every_question import COMMON, NO_ANSWERS, examples
from tests.support.forms_walked import FORMS, GROUPS, NEVER_ASKED, SKIPPED, Beginning, Place
from tests.support.questions import plain
from tests.support.somebody import Somebody, plainly
from tests.support.world import World

pytestmark = pytest.mark.one_database

TECHNICAL = frozenset({"inbox", "lane", "operation", "outbox", "sqlite_sequence", "stored_file"})
"""Tables that change while nothing is saved yet; what is sent is stored when it comes."""
MOST_STEPS = 60
"""A form that asks more has no end."""
TWICE = 2
"""Questions of each form at which all is done, though another form asks them, too: one left by back, one by command."""
LONGEST = 4000
"""Characters of what any app sends in one message: a question that takes so many takes everything."""
IN_OWN_WORDS = frozenset({AnswerKind.TEXT, AnswerKind.SEARCH, AnswerKind.TITLE, AnswerKind.PERSON, AnswerKind.NAME})
"""What nobody needs an example for."""


def test_every_form_is_walked() -> None:
    walked = Counter(name for group in GROUPS.values() for name in group.forms)
    assert set(walked) == set(FORMS), "a new form: say in tests/support/forms_walked.py where it begins"
    assert set(walked.values()) == {1}


@dataclass
class Walk:
    """Somebody goes through a form."""

    place: Place
    begun: Beginning
    states: dict[str, ChatState]
    asked: set[str] = field(default_factory=set)
    saved: dict[str, list[Any]] = field(default_factory=dict)
    """Every row, as it was before the form was opened."""
    me: Person = field(init=False)
    t: Localizer = field(init=False)

    @property
    def who(self) -> Somebody:
        return self.begun.who

    @property
    def world(self) -> World:
        return self.place.world

    @property
    def data(self) -> dict[str, Any]:
        return dict(self._state.data)

    @property
    def _state(self) -> ChatState:
        return self.states.get(lane_of(self.who.person.id), ChatState(None, {}))

    def progress(self) -> FormProgress[Any] | None:
        """Where they are in this form, if they are in it."""
        state = self._state
        if state.state != Filling.answer.state:
            return None
        found = read(FORMS, state.data["filling"])
        assert found is not None
        return found if found.form.name == self.begun.form else None

    def at(self) -> tuple[FormProgress[Any], Question[Any]]:
        """The question they are asked, which is on the screen."""
        progress = self.progress()
        assert progress is not None, f"{self.begun.form} is not open:\n{self.who.screen}"
        question = progress.form.question(progress.at)
        assert question is not None
        for line in plainly(plain(question.ask(self.t, progress.draft))).split("\n"):
            self.sees(line.strip())
        return progress, question

    def sees(self, *words: str) -> None:
        """All of it is on the screen."""
        for one in words:
            assert one in self.who.screen, f"{self.begun.form}: {one!r} is not on\n{self.who.screen}"

    async def opens(self) -> None:
        """Open the form, by the way that people have."""
        await self.begun.open()
        self.me = await self.who.me()
        self.t = Localizer(self.me.language, self.me.zone, self.world.clock.now())

    async def presses(self, progress: FormProgress[Any], act: str, question: str = "") -> None:
        """Press a button of the form."""
        await self.sends(FormPress(nonce=progress.nonce, act=act, question=question))

    async def sends(self, said: FormPress | str) -> None:
        """Send a press or words, and let them be answered; what others are told by it can wait."""
        self.world.clock.advance(seconds=20)
        person = self.who.person
        if isinstance(said, str):
            person.writes(said)
        else:
            person.taps_data(said.pack(), person.screen)
        await self.world.fetch()
        await self.world.handle()

    def rows(self) -> dict[str, list[Any]]:
        """Everything that is saved."""
        with sqlite3.connect(self.place.file) as database:
            every = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {
                name: database.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
                for name in every
                if name not in TECHNICAL
            }

    # what is done at a question

    async def says_nonsense(self) -> None:
        """What no answer is like is refused, with an example or buttons; the draft and the question stay."""
        before, question = self.at()
        if question.most_typed >= LONGEST:
            return
        typed, said = self.nonsense(before, question)
        await self.sends(typed)
        after, _ = self.at()
        assert (after.at, after.draft, after.asked) == (before.at, before.draft, before.asked), typed
        self.sees(plainly(said).split("\n")[0])
        is_shown = (
            len(typed) > question.most_typed
            or examples(said, typed)
            or examples(plain(question.ask(self.t, before.draft)))
            or before.labels
        )
        assert is_shown or question.kind in IN_OWN_WORDS or question.photos or question.files, (str(question.key), said)

    def nonsense(self, progress: FormProgress[Any], question: Question[Any]) -> tuple[str, str]:
        """Words that the question refuses, and how."""
        if question.read is None and question.files is not None:
            return "ъыь ыъь", plain(self.t("Words are no file: please send a photo or a document here."))
        if question.read is None and question.photos is not None:
            return "ъыь ыъь", plain(self.t("Words are no photo: please send one or several here."))
        if question.read is None:
            return "ъыь ыъь", plain(self.t("Please choose one of the buttons."))
        for typed in NO_ANSWERS:
            if len(typed) <= question.most_typed and press_named(progress, self.t, typed) is None:
                try:
                    question.read(typed, progress.draft, AnswerContext(self.t, self.me, cast(Any, None)))
                except AmbiguousAnswer:
                    continue
                except Refusal as refusal:
                    return typed, plain(self.t.refusal(refusal))
        most = question.most_typed
        said = self.t("That is too long: {count} characters, and {most} fit here.", count=most + 1, most=most)
        return "ж" * (most + 1), plain(said)

    async def turns_away(self) -> None:
        """Leave the form and come back to it, go back a question, leave the question empty: what can be done there."""
        progress, _ = self.at()
        if not progress.asked and not progress.reviewed:
            # back is out of it: where it leads to a card every other time, so that both ways are gone
            leaves_by_command = progress.single and len(self.asked) % 2
            await (self.leaves_and_comes_back() if leaves_by_command else self.goes_back())
            return
        await self.leaves_and_comes_back()
        if not await self.leaves_empty():
            await self.goes_back()

    async def leaves_and_comes_back(self) -> None:
        """Cancelling saves nothing and says so; what was said is there when it is gone on with."""
        before, _ = self.at()
        cancel = plain(self.t("✖️ Cancel"))
        if f"[{cancel}]" in self.who.screen:
            await self.presses(before, "c", before.at)
        else:
            await self.sends("/cancel")
        if before.single and not before.reviewed:
            self.is_told_of_leaving(before, kept=False)
            await self.opens()
        else:
            self.is_told_of_leaving(before, kept=True)
            await self.presses(before, "r", before.at)
        after, _ = self.at()
        assert (after.at, after.draft, after.asked) == (before.at, before.draft, before.asked)

    def is_told_of_leaving(self, before: FormProgress[Any], *, kept: bool) -> None:
        """The form is closed, which is said, and whether what was typed is kept."""
        now = self.progress()
        assert now is None, f"{before.form.name}.{before.at} is not left, but at {now.at!r}:\n{self.who.screen}"
        title = before.form.title(self.t)
        said = (
            self.t("Cancelled: {form}. What you typed is kept for now.", form=title)
            if kept
            else self.t("Cancelled: {form}. Nothing has changed.", form=title)
        )
        self.sees(plainly(plain(said)))
        assert (before.nonce in {one["nonce"] for one in left_in(self.data)}) is kept

    async def goes_back(self) -> None:
        """Back leads to the question before, with what was said, or out of a form that has just begun."""
        before, question = self.at()
        await self.presses(before, "b", before.at)
        if before.reviewed and (before.single or not before.asked):
            after = self.progress()
            assert after is not None
            assert after.is_review
            await self.presses(after, *(("q", question.key) if before.single else ("m",)))
        elif before.single:
            assert self.progress() is None
            await self.opens()
        elif before.asked:
            after, _ = self.at()
            assert (after.at, after.draft) == (before.asked[-1], before.draft)
            await self.answers()
        else:
            self.is_told_of_leaving(before, kept=True)
            await self.presses(before, "r", before.at)
        now, _ = self.at()
        assert (now.at, now.draft) == (before.at, before.draft)

    async def leaves_empty(self) -> bool:
        """What may be left empty is, and the form goes on; then the question is gone back to. False if it may not."""
        before, question = self.at()
        skipped = replace(before, draft=question.skip(before.draft))
        if not question.optional or before.single or not (skipped.advance() or before.form.review):
            return False
        self.sees(plain(self.t("Skip")))
        await self.presses(before, "s", question.key)
        after = self.progress()
        assert after is not None
        assert (after.at, after.draft) == (skipped.at if skipped.at != before.at else "", skipped.draft)
        await self.presses(after, *(("q", question.key) if after.is_review else ("b", after.at)))
        now, _ = self.at()
        assert now.at == before.at
        return True

    async def answers(self) -> None:
        """Give the prompt's own example, or the first button, or what people answer most; a file where one is asked."""
        progress, question = self.at()
        self.asked.add(f"{progress.form.name}.{question.key}")
        if question.chosen is not None and question.chosen(progress.draft):
            await self.presses(progress, "d", question.key)
            return
        given = self.begun.answers.get(question.key)
        if given == SKIPPED:
            await self.presses(progress, "s", question.key)
            return
        if given is None and question.read is not None:
            given = next((one for one in self.usual(progress, question) if self.takes(progress, question, one)), None)
        named = [at for at, one in enumerate(progress.labels) if given is not None and one.startswith(given)]
        if named:
            await self.chooses(progress, question, named[0])
        elif given is not None:
            await self.sends(given)
        elif progress.labels:
            await self.chooses(progress, question, 0)
        elif question.photos is not None:
            await self.world.does(self.who.person.sends_photo, picture(60))
        else:
            await self.world.does(self.who.person.sends_document, b"%PDF-1.7", "Акт.pdf")
            # what a file is called is sealed when it comes
            self.saved["sealed_value"] = self.rows()["sealed_value"]
        after = self.progress()
        if after is not None and after.nonce == progress.nonce and after.at == progress.at and question.collects:
            await self.presses(after, "d", question.key)

    def usual(self, progress: FormProgress[Any], question: Question[Any]) -> list[str]:
        prompt = plain(question.ask(self.t, progress.draft))
        return [*sorted(examples(prompt), key=prompt.index), *progress.labels, *COMMON[question.kind]]

    def takes(self, progress: FormProgress[Any], question: Question[Any], text: str) -> bool:
        assert question.read is not None
        if text in progress.labels:
            return True
        try:
            question.read(text, progress.draft, AnswerContext(self.t, self.me, cast(Any, None)))
        except (AmbiguousAnswer, Refusal):
            return False
        return press_named(progress, self.t, text) is None

    async def chooses(self, progress: FormProgress[Any], question: Question[Any], at: int) -> None:
        value = progress.offered[question.key][at]
        press = FormPress(nonce=progress.nonce, act="v", question=question.key, index=at, check=check_of(value))
        await self.sends(press)

    # the whole way

    async def goes(self) -> None:
        """Go through the form with everything that may happen on the way."""
        await self.world.settle()
        await self.opens()
        self.saved = self.rows()
        begun = self.progress()
        assert begun is not None, f"{self.begun.form} is not open:\n{self.who.screen}"
        seen: set[str] = set()
        for _ in range(MOST_STEPS):
            progress = self.progress()
            if progress is None or (progress.nonce != begun.nonce and not progress.single):
                break
            if progress.is_review:
                self.has_saved_nothing()
                if not await self.looks_over(progress, seen):
                    await self.saves(progress)
                    break
                continue
            if progress.at not in seen:
                seen.add(progress.at)
                if self.is_new(progress):
                    await self.says_nonsense()
                    await self.turns_away()
                self.has_saved_nothing()
            await self.answers()
        else:
            raise AssertionError(f"{self.begun.form} has no end:\n{self.who.screen}")
        self.is_done(seen)
        first = begun.form.question(begun.at)
        if begun.single and first is not None and first.optional:
            await self.is_left_empty()

    def is_new(self, progress: FormProgress[Any]) -> bool:
        """Whether the question has not been met in another form that shares it; two of each form are, nevertheless."""
        met = [one for one in self.asked if one.endswith(f".{progress.at}")]
        return not met or sum(one.startswith(f"{self.begun.form}.") for one in self.asked) < TWICE

    async def looks_over(self, progress: FormProgress[Any], seen: set[str]) -> bool:
        """Correct what has not been asked yet."""
        left = [one for one in progress.form.applicable(progress.draft) if one.label and one.key not in seen]
        if not left:
            return False
        later = [one for one in left if one.later and not one.known(progress.draft)]
        if later:
            await self.presses(progress, "m")
        else:
            await self.presses(progress, "q", left[0].key)
        return True

    async def saves(self, progress: FormProgress[Any]) -> None:
        await self.presses(progress, "y")

    def is_done(self, seen: set[str]) -> None:
        """The form is closed, and nothing of it is left to go on with."""
        now = self.progress()
        assert now is None or now.at not in seen, f"{self.begun.form} is not done:\n{self.who.screen}"

    def has_saved_nothing(self) -> None:
        """Every row is as it was before the form was opened."""
        changed = [name for name, rows in self.rows().items() if rows != self.saved[name]]
        assert changed == [], f"{self.begun.form} has changed {changed}:\n{self.who.screen}"

    async def is_left_empty(self) -> None:
        """One thing that may be empty is made so."""
        await self.opens()
        progress, question = self.at()
        if question.known(progress.draft) and question.chosen is None:
            self.sees(plain(self.t("🧹 Leave empty")))
            await self.presses(progress, "s", question.key)
            assert self.progress() is None
            await self.opens()
            now, _ = self.at()
            assert not question.known(now.draft), f"{self.begun.form}.{question.key} is not empty:\n{self.who.screen}"
        else:
            await self.sends("/cancel")


@pytest.fixture
def states(monkeypatch: pytest.MonkeyPatch) -> dict[str, ChatState]:
    """What each chat is in the middle of, after its last update."""
    kept: dict[str, ChatState] = {}
    end = FsmStorage.end

    def ends(self: FsmStorage, lane: str) -> ChatState | None:
        after = end(self, lane)
        if after is not None:
            kept[lane] = after
        return after

    monkeypatch.setattr(FsmStorage, "end", ends)
    return kept


@pytest.mark.parametrize("name", GROUPS)
async def test_a_form_is_gone_through(world: World, tmp_path: Path, states: dict[str, ChatState], name: str) -> None:
    place = Place(world, tmp_path / "property.db")
    asked: set[str] = set()
    wrong: list[str] = []
    for begun in await GROUPS[name].begin(place):
        walk = Walk(place, begun, states, asked)
        try:
            await walk.goes()
        except AssertionError as e:
            wrong.append(str(e)[:1500])
    assert wrong == [], f"{len(wrong)}\n" + "\n=====\n".join(wrong)
    assert (
        asked
        == {f"{form}.{one.key}" for form in GROUPS[name].forms for one in FORMS[form].questions} - NEVER_ASKED.keys()
    )
