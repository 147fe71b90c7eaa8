"""A manager sends a receipt with a few words under it, or the words alone: a cost comes out, saved in one tap."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.contents import has_file, left_out, words_of
from bot.documents import Documents
from bot.form_keeping import close
from bot.forms import Filling, Forms, Progress, Surrounding
from bot.objects_apart import objects_apart
from bot.recognising import MessageKind
from bot.screen import Screen
from bot.speech import lines
from bot.waiting import Waiting, take_up
from domain.calendar.line import Named
from domain.estate.costs.said import SaidCost, cost_said
from domain.estate.costs.show_costs import kept_objects
from domain.estate.premises import Premises
from domain.people.person import Action, Person, Role
from domain.plainness import Plainness
from domain.refusal import Refusal
from domain.typed.days import is_month_first
from handlers.keeper.costs.add_cost import FORM, begin_cost
from handlers.keeper.costs.questions import Draft, object_value, with_article

router = Router(name="said_cost")
FIRST = ("object", "article")
"""Questions with which a cost begins."""
MOST_TYPED = 300
"""Characters; a longer text is no line about a cost."""


def is_manager(_event: object, me: Person) -> bool:
    """Whether the role in front is the manager's."""
    return me.active_role is Role.MANAGER


async def says_cost(message: Message, album: Sequence[Message], around: Surrounding) -> bool | dict[str, Any]:
    """Whether the words, alone or under a receipt, read plainly as a cost."""
    sent = album or [message]
    level = await recognise(words_of(sent), around)
    is_enough = level >= Plainness.PROBABLY or (level > Plainness.NOT and has_file(message))
    return {"words": words_of(sent)} if is_enough else False


@router.message(StateFilter(None), is_manager, says_cost)
async def said(
    message: Message, album: Sequence[Message], words: str, around: Surrounding, documents: Documents
) -> None:
    """Show what was understood, with what came along as its receipt."""
    sent, t = album or [message], around.t
    kept = await documents.keep(around.work, around.me, sent)
    unused = lines(
        left_out(t, sent, documents=True),
        t("One file fits here, the others are not used.") if len(kept) > 1 else None,
    )
    if unused:
        await around.chat.send(Screen(unused, []))
    await open_said(words, kept[0] if kept else None, around)


async def whole_in_form(message: Message, around: Surrounding, forms: Forms) -> bool | dict[str, Any]:
    """Whether everything has come at once where only the object or the article was asked for."""
    progress = await forms.open(around.state)
    if progress is None or progress.form is not FORM or progress.at not in FIRST:
        return False
    if progress.at == "article" and progress.draft.receipt is None:
        return False  # the question itself takes “water 700”
    if await forms.kinds.plainest([message], around, Plainness.PLAINLY) is not None:
        return False  # a listing has a sum, too
    found = _read(message.text or "", await kept_objects(around.work, around.me), around)
    return {"progress": progress} if found is not None and found.is_whole else False


@router.message(StateFilter(Filling.answer), F.text, whole_in_form)
async def said_in_form(message: Message, progress: Progress[Draft], around: Surrounding) -> None:
    """The rest of the questions is left out; the receipt that began it stays with it."""
    await close(around.state)
    await open_said(message.text or "", progress.draft.receipt, around, of=progress.draft)


async def recognise(text: str, around: Surrounding) -> Plainness:
    """Probably with a sum, what for, and an object or a day; only managers keep their costs so."""
    if Role.MANAGER not in around.me.all_roles or not 0 < len(text) <= MOST_TYPED or text.startswith("/"):
        return Plainness.NOT
    found = _read(text, await kept_objects(around.work, around.me), around)
    if found is None:
        return Plainness.NOT
    return Plainness.PROBABLY if found.is_whole else Plainness.PERHAPS


async def open_waiting_cost(one: Waiting, around: Surrounding) -> None:
    """Go on with one that waits."""
    await take_up(around.state, one.id)
    await open_said(one.text, one.photos[0] if one.photos else None, around)


async def open_said(words: str, receipt: int | None, around: Surrounding, of: Draft | None = None) -> None:
    """Show the cost as far as it was said, or ask what is missing; `of` is the object it is known to be of."""
    around.me.must(Action.KEEP_ESTATE)
    objects = await kept_objects(around.work, around.me)
    if not objects:
        raise Refusal("There is no object to note a cost of yet. Add your first object, then its costs.")
    found = _read(words, objects, around) if words else None
    called = objects_apart(around.t, objects)
    draft = Draft(objects=tuple(object_value(one.id, one.currency, called[one.id]) for one in objects), receipt=receipt)
    number = found.premises_id if found is not None else None
    number = of.premises if of is not None and number is None else number
    about = next((one for one in objects if one.id == number), objects[0] if len(objects) == 1 else None)
    if about is not None:
        draft = replace(draft, premises=about.id, currency=about.currency, name=about.name)
    if found is None:
        await begin_cost(draft if not words else replace(draft, note=words[:MOST_TYPED]), around)
        return
    others = [object_value(one.id, one.currency, called[one.id]) for one in objects if one.id in found.others]
    context = {"unsure": {"object": others}} if others else {}
    await begin_cost(_with(found, draft), around, context=context, review=True)


def _with(found: SaidCost, draft: Draft) -> Draft:
    is_ours = draft.premises is None or found.currency == draft.currency
    draft = replace(draft, month=found.month, minor=found.minor if is_ours else None)
    if draft.premises is None:
        draft = replace(draft, currency=found.currency)
    if found.article is None:
        return draft
    draft = with_article(found.article, draft)
    return draft if draft.kind is not None else replace(draft, kind=found.kind)


def _read(text: str, objects: Sequence[Premises], around: Surrounding) -> SaidCost | None:
    named = tuple(Named(one.id, one.name, one.address, one.currency) for one in objects)
    today = around.t.now.astimezone(around.t.zone).date()
    return cost_said(text, today, named, around.me.currency, month_first=is_month_first(around.me.country))


KIND = MessageKind(
    name="cost",
    role=Role.MANAGER,
    looks_like=lambda t: t("This looks like a cost of an object."),
    whose=lambda t: t("Managers keep those here, month by month, with their receipts."),
    take=lambda t: t("💸 To the costs"),
    paper=lambda t: t("🧾 A receipt: to the object's costs"),
    recognise=recognise,
    open=open_waiting_cost,
)
