"""At every question of every form: what is plainly something else is recognised and offered, or said to be of no use.

The question still waits, and what was typed before is kept.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from bot.forms.state import Filling
from bot.telegram.fsm_storage import FsmStorage
from domain.delivery import ChatState
from domain.people.person import Role
from sandbox.images import picture
from tests.support.questions import Asked, every_question
from tests.support.realtors import realtor
from tests.support.somebody import Somebody
from tests.support.world import World

pytestmark = pytest.mark.one_database

LISTING = "Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50"
LINE = "12 декабря аренда 45000 Арбат"
REALTORS = ("property", "lead", "propose", "counter", "end_deal", "introduction", "agency", "home_city")
"""Forms that are asked of a realtor; the others are answered here by an owner."""
AT_ONCE = ("add_event.premises_id", "add_event.day")
"""They say that a whole line answers everything."""


@dataclass(frozen=True)
class Case:
    """Something that is sent to a question, and the words by which its sender is told."""

    at: Asked
    what: str
    send: Callable[[], object]
    told: Sequence[str]

    def before(self) -> ChatState:
        """Being asked the question, with a draft in which something is said already."""
        form, draft = self.at.form, self.at.draft
        filling = {
            "v": 1, "form": form.name, "draft": form.adapter.dump_python(draft, mode="json"), "nonce": "nonce",
            "at": self.at.question.key, "context": {"kept": "as it was"}, "single": False, "asked": [], "offered": {},
            "labels": [], "course": "more", "reviewed": False,
        }  # fmt: skip
        return ChatState(Filling.answer.state, {"filling": filling})

    def wrong(self, after: ChatState, screen: str) -> str | None:
        """What is not as it should be: the same question with the same draft and context, and the words."""
        before, now = self.before().data["filling"], after.data.get("filling", {})
        if all(before[name] == now.get(name) for name in ("form", "draft", "at", "context")):
            missed = [word for word in self.told if word not in screen]
            if not missed:
                return None
        return f"{self.at} {self.what}\n{screen}"


@dataclass
class Walk:
    """Cases, each of which finds the conversation at its question, one update after another."""

    anna: Somebody
    waiting: deque[Case] = field(default_factory=deque)
    done: list[str | None] = field(default_factory=list)

    async def go(self, cases: Sequence[Case]) -> None:
        """Send everything and see what comes of it; an owner is in front, or a realtor at a realtor's forms."""
        for front in (Role.REALTOR, Role.OWNER):
            await self.anna.prefers(active_role=front)
            mine = [one for one in cases if (one.at.form.name in REALTORS) is (front is Role.REALTOR)]
            self.waiting.extend(mine)
            for one in mine:
                one.send()
            await self.anna.world.settle()
        assert not self.waiting
        assert len(self.done) == len(cases)
        wrong = [one for one in self.done if one is not None]
        assert wrong == [], "\n\n".join(wrong)


@pytest.fixture
async def walk(world: World, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Anna is realtor, owner, tenant and manager in one; each update finds her at the question of the next case."""
    anna = await realtor(world, "Анна")
    for role in (Role.TENANT, Role.MANAGER, Role.OWNER):
        await anna.becomes(role)
    walk = Walk(anna)
    begin, end = FsmStorage.begin, FsmStorage.end

    def begins(self: FsmStorage, lane: str, conversation: ChatState) -> None:
        begin(self, lane, walk.waiting[0].before() if walk.waiting else conversation)

    def ends(self: FsmStorage, lane: str) -> ChatState | None:
        after = end(self, lane)
        if walk.waiting and after is not None:
            walk.done.append(walk.waiting.popleft().wrong(after, anna.screen))
        return after

    monkeypatch.setattr(FsmStorage, "begin", begins)
    monkeypatch.setattr(FsmStorage, "end", ends)
    return walk


def shape(one: Asked) -> tuple[object, ...]:
    """What decides how a message that is no answer is treated."""
    question = one.question
    takes = (question.read is not None, question.photos is not None, question.files is not None, question.one_file)
    return *takes, question.in_own_words, one.answered("ъыь ыъь") is None, one.answered(LINE) is None


def questions(*, of_each_form: bool) -> list[Asked]:
    """One of each shape, of each form or in all; conversations stand in front of the forms, each for its own."""
    found: dict[object, Asked] = {}
    for one in every_question("ru"):
        found.setdefault((one.form.name if of_each_form else None, str(one) in AT_ONCE, shape(one)), one)
    return list(found.values())


async def test_a_listing_and_a_line_are_recognised_at_every_question(walk: Walk) -> None:
    anna, cases = walk.anna.person, []
    for one in questions(of_each_form=True):
        if not one.question.in_own_words:
            told = ["Похоже на объявление", "🏠 Сделать карточку"]
            cases.append(Case(one, "listing", lambda: anna.writes(LISTING), told))
        if str(one) not in AT_ONCE:
            told = ["Похоже на событие календаря", "📅 В календарь"]
            may_be_meant = one.answered(LINE) is None
            cases.append(Case(one, "line", lambda: anna.writes(LINE), told + ["✍️ Это мой ответ"] * may_be_meant))
    await walk.go(cases)


async def test_whatever_else_is_sent_is_recognised_or_said_to_be_of_no_use(walk: Walk) -> None:
    anna, boris, cases = walk.anna.person, walk.anna.world.person("Борис"), []
    video = {"video": {"file_id": "v", "file_unique_id": "u", "width": 9, "height": 9, "duration": 9}}
    sent: dict[str, tuple[Callable[[], object], list[str]]] = {
        "voice": (anna.sends_voice, ["🎤"]),
        "sticker": (anna.sends_sticker, ["🙂"]),
        "location": (lambda: anna.sends_location(55.7, 37.6), ["📍"]),
        "contact": (lambda: anna.sends_contact_of(boris), ["👤"]),
        "video with words": (lambda: anna.sends(video | {"caption": "45000"}), ["🎬", "«45000»"]),
    }
    for one in questions(of_each_form=False):
        for what, (send, told) in sent.items():
            cases.append(Case(one, what, send, told))
    await walk.go(cases)


async def test_an_album_with_a_listing_under_it_is_a_property_unless_its_photos_are_asked_for(walk: Walk) -> None:
    anna, cases = walk.anna.person, []
    for one in questions(of_each_form=False):
        question = one.question
        told = ["Похоже на объявление", "🏠 Сделать карточку"]
        if question.in_own_words or (question.read is None and (question.photos or question.files)):
            continue
        cases.append(Case(one, "album", lambda: anna.sends_album([picture(60), picture(61)], LISTING), told))
    await walk.go(cases)
