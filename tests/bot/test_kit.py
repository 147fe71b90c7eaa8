"""The pieces that conversations are put together from, each on a tiny row of its own: no role, no rule, no database."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Router

from bot.archiving import Archiving, archive_question, archived
from bot.callbacks import Menu, OpenLease, ShowInbox
from bot.forms.answer_kind import AnswerKind
from bot.forms.field_edit import FieldEdit
from bot.forms.model import CompletedForm, Context, Question
from bot.forms.wording import asking, label
from bot.lists.list_filters import archive_button, order_button, order_of
from bot.lists.list_search import ListSearch, words_question
from bot.localization import Localizer
from bot.opening import opens
from bot.screen import Button, Screen
from domain.refusal import Conflict
from handlers.manager.callbacks import MyObjects
from handlers.manager.objects.callbacks import ArchiveObject, EditObject, FindObject, RestoreObject

ENGLISH = Localizer("en", ZoneInfo("UTC"), dt.datetime(2026, 11, 30, tzinfo=dt.UTC))


@dataclass
class Box:
    """What is stored somewhere."""

    name: str = "Boxes"
    city: str | None = None
    version: int = 3
    is_active: bool = True


@dataclass
class Seen:
    """What a person sees, and what the conversation keeps, while the pieces are at work."""

    screens: list[Screen] = field(default_factory=list)
    new: list[bool] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    asked: list[str | None] = field(default_factory=list)
    context: dict[str, Any] = field(default_factory=dict)
    left: int = 0
    data: dict[str, Any] = field(default_factory=dict)

    async def show(self, screen: Screen, *, new: bool = False) -> None:
        self.screens.append(screen)
        self.new.append(new)

    async def toast(self, text: object, *, alert: bool = False) -> None:  # noqa: ARG002  (as the chat has it)
        self.toasts.append(str(text))

    async def leave(self, _state: object) -> bool:
        self.left += 1
        return False

    async def start(self, _form: object, _ctx: object, _draft: object, **how: Any) -> None:
        self.asked.append(how["only"])
        self.context = dict(how["context"])

    async def get_data(self) -> dict[str, Any]:
        return self.data

    async def set_data(self, data: dict[str, Any]) -> None:
        self.data = data

    @property
    def text(self) -> str:
        return str(self.screens[-1].text)

    @property
    def labels(self) -> list[str]:
        return [str(button.label) for row in self.screens[-1].rows for button in row]


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def ctx(seen: Seen) -> Context:
    parts: Any = seen
    nothing: Any = None
    return Context(nothing, nothing, ENGLISH, parts, nothing, nothing, parts, nothing, parts, nothing)


def presses(router: Router) -> Iterator[Any]:
    """What answers the buttons of a piece, in the order in which it names them."""
    return (one.callback for one in router.callback_query.handlers)


async def show_box(ctx: Context, box: Box, notice: object) -> None:
    await ctx.chat.show(Screen(ENGLISH("Now: {value}", value=f"{box.name}, {notice}")))


def editing(box: Box) -> FieldEdit[EditObject, Box, Box]:
    async def load(_ctx: Context, _press: EditObject) -> Box:
        return box

    async def save(_ctx: Context, press: EditObject, changes: dict[str, Any]) -> None:
        if press.version != box.version:
            raise Conflict
        vars(box).update(changes)

    return FieldEdit(
        name="edit_box",
        title=label("Edit object"),
        press=EditObject,
        draft=Box,
        questions=(
            Question(key="name", kind=AnswerKind.TITLE, ask=asking("What is it?"), label=label("Name")),
            Question(key="city", kind=AnswerKind.CITY, ask=asking("What is it?"), label=label("City")),
        ),
        load=load,
        version=lambda one: one.version,
        as_draft=replace,
        about=lambda _t, one, _press: one.name,
        save=save,
        show=lambda ctx, _press, notice: show_box(ctx, box, notice),
        back=lambda _press: Menu(),
    )


async def test_without_a_field_the_menu_of_fields_is_shown(ctx: Context, seen: Seen) -> None:
    (pressed,) = presses(editing(Box()).router)
    await pressed(None, EditObject(premises=1, version=3), ctx)
    assert seen.labels == ["Name", "City", "‹ Back", "☰ Menu"]


async def test_a_field_is_asked_about_and_only_what_changed_is_saved(ctx: Context, seen: Seen) -> None:
    box = Box(city="Tula")
    edit = editing(box)
    (pressed,) = presses(edit.router)
    await pressed(None, EditObject(premises=1, version=3, field="name"), ctx)
    assert seen.asked == ["name"]
    await edit.form.done(CompletedForm(Box(name="Cellar", city="Tula"), seen.context, "n"), ctx)
    assert (box.name, box.city) == ("Cellar", "Tula")
    assert "Cellar, Saved." in seen.text


async def test_who_comes_late_is_told_and_shown_how_it_is(ctx: Context, seen: Seen) -> None:
    box = Box(version=4)
    (pressed,) = presses(editing(box).router)
    await pressed(None, EditObject(premises=1, version=3), ctx)
    assert seen.toasts == [str(ENGLISH.refusal(Conflict()))]
    assert "Boxes" in seen.text


async def test_who_is_overtaken_while_answering_changes_nothing(ctx: Context, seen: Seen) -> None:
    box = Box()
    edit = editing(box)
    context = EditObject(premises=1, version=3, field="name").model_dump(mode="json")
    box.version = 4
    await edit.form.done(CompletedForm(Box(name="Cellar"), context, "n"), ctx)
    assert box.name == "Boxes"
    assert str(ENGLISH.refusal(Conflict())) in seen.text


def archiving(box: Box) -> Archiving[ArchiveObject, RestoreObject, Box]:
    async def load(_ctx: Context, _press: ArchiveObject) -> Box:
        return box

    async def turn(*, is_active: bool) -> None:
        if box.is_active is is_active:
            raise Conflict
        box.is_active = is_active

    async def restored(ctx: Context, _press: RestoreObject, _given: object) -> Any:
        return ctx.t("In use again.")

    return Archiving(
        name="archive_box",
        archive=ArchiveObject,
        restore=RestoreObject,
        load=load,
        is_active=lambda one: one.is_active,
        question=lambda t, one: archive_question(t, one.name, t("In use again.")),
        done=lambda t, one: archived(t, one.name),
        do=lambda _ctx, _press: turn(is_active=False),
        undo=lambda _ctx, _press: turn(is_active=True),
        restored=restored,
        show=lambda ctx, _press, notice: show_box(ctx, box, notice),
        card=lambda _press: Menu(),
        listed=lambda t, _one: Button(t("☰ Menu"), Menu()),
    )


async def test_archiving_asks_first_with_the_safe_choice_on_top(ctx: Context, seen: Seen) -> None:
    box = Box()
    archive, _ = presses(archiving(box).router)
    await archive(None, ArchiveObject(premises=1), ctx)
    assert box.is_active
    assert seen.labels == ["‹ Keep it", "🗄 To archive"]


async def test_what_went_to_the_archive_is_brought_back_by_the_button_below(ctx: Context, seen: Seen) -> None:
    box = Box()
    archive, restore = presses(archiving(box).router)
    await archive(None, ArchiveObject(premises=1, sure=True), ctx)
    assert not box.is_active
    undo = seen.screens[-1].rows[0][0].press
    assert undo == RestoreObject(premises=1)
    await restore(None, undo, ctx)
    assert box.is_active
    assert "In use again." in seen.text


async def test_a_second_tap_says_that_it_is_done_already(ctx: Context, seen: Seen) -> None:
    box = Box(is_active=False)
    archive, _ = presses(archiving(box).router)
    await archive(None, ArchiveObject(premises=1, sure=True), ctx)
    assert seen.toasts == [str(ENGLISH.refusal(Conflict()))]


def searching() -> ListSearch:
    search = ListSearch(
        name="find_box", find=FindObject, question=words_question(asking("What is it?"), "Please type a word.")
    )

    @search.shows(MyObjects)
    async def boxes(ctx: Context, press: MyObjects) -> Screen:
        return Screen(ctx.t("Now: {value}", value=await search.words(ctx, press)), [[search.button(ctx.t, press)]])

    return search


async def test_words_narrow_the_list_until_all_is_shown_again(ctx: Context, seen: Seen) -> None:
    search = searching()
    (find,) = presses(search.router)
    asks = search.button(ENGLISH, MyObjects(archived=True, page=2)).press
    assert asks == FindObject(archived=True)
    await find(None, asks, ctx)
    done: Any = search.form.draft(words="cellar")
    await search.form.done(CompletedForm(done, seen.context, "n"), ctx)
    assert "cellar" in seen.text
    assert seen.screens[-1].rows[0][0].press == MyObjects(archived=True, found=False)


async def test_the_way_back_from_the_question_shows_the_list_as_it_was(ctx: Context, seen: Seen) -> None:
    search = searching()
    assert search.form.back is not None
    context = FindObject(archived=True, sort=1).model_dump(mode="json")
    await search.form.back(CompletedForm(search.form.draft(), context, "n"), ctx)
    assert seen.screens[-1].rows[0][0].press == FindObject(archived=True, sort=1)


def test_orders_go_round_and_keep_the_rest_of_the_list() -> None:
    orders = {"name": "City", "size": "Name"}
    press = MyObjects(sort=1, archived=True, page=4)
    assert order_of(press, orders) == "size"
    button = order_button(ENGLISH, press, orders)
    assert (str(button.label), button.press) == ("Name", MyObjects(archived=True))
    assert order_of(MyObjects(sort=2), orders) == "name"
    assert archive_button(ENGLISH, press, in_use=ENGLISH("Now")).press == MyObjects(sort=1)


async def test_a_button_opens_its_screen_where_it_says_and_a_command_leaves_the_form(ctx: Context, seen: Seen) -> None:
    router = Router()

    @opens(router, ShowInbox, command="inbox")
    async def inbox(ctx: Context, press: ShowInbox) -> Screen:
        return Screen(ctx.t("Now: {value}", value=press.page), [[Button("again", press)]])

    (pressed,) = presses(router)
    await pressed(None, ShowInbox(page=2, new=True), ctx)
    assert (seen.new, seen.left) == ([True], 0)
    # what stands in the new message is pressed there
    assert seen.screens[-1].rows[0][0].press == ShowInbox(page=2)
    await router.message.handlers[0].callback(None, ctx)
    assert (seen.new, seen.left) == ([True, False], 1)
    assert (await inbox(ctx, ShowInbox(page=5))).text == ENGLISH("Now: {value}", value=5)


async def test_a_button_may_leave_the_form_that_is_being_filled_in(ctx: Context, seen: Seen) -> None:
    router = Router()

    @opens(router, OpenLease, leaves_form=True)
    async def lease(ctx: Context, press: OpenLease) -> Screen:
        return Screen(ctx.t("Now: {value}", value=press.lease))

    (pressed,) = presses(router)
    await pressed(None, OpenLease(lease=7), ctx)
    assert (seen.left, seen.text) == (1, "Now: 7")
    assert (await lease(ctx, OpenLease(lease=8))).text == ENGLISH("Now: {value}", value=8)
