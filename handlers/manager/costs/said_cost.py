"""A manager sends a receipt with a few words under it, or the words alone: a cost comes out, saved in one tap."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.files.one_paper import keep_one_paper
from bot.forms.model import Context, FormProgress
from bot.forms.state import Filling, close
from bot.lists.object_labels import objects_apart
from bot.message_kinds import MessageKind
from bot.pending import PendingMessage, drop_pending
from bot.telegram.message_content import has_file, words_of
from domain.calendar.line import NamedObject
from domain.estate.costs.said import SaidCost, cost_said
from domain.estate.costs.show_costs import managed_objects, objects_for_costs
from domain.estate.objects.premises import Premises
from domain.people.person import Action, Person, Role
from domain.plainness import Plainness
from domain.typed.days import is_month_first
from handlers.manager.costs.add_cost import FORM, begin_cost
from handlers.manager.costs.questions import Draft, object_value, with_article

router = Router(name="said_cost")
FIRST = ("object", "article")
"""Questions with which a cost begins."""
MOST_TYPED = 300
"""Characters; a longer text is no line about a cost."""


def is_manager(_event: object, me: Person) -> bool:
    """Whether the role in front is the manager's."""
    return me.active_role is Role.MANAGER


async def says_cost(message: Message, album: Sequence[Message], ctx: Context) -> bool | dict[str, Any]:
    """Whether the words, alone or under a receipt, read plainly as a cost."""
    sent = album or [message]
    level = await recognise(words_of(sent), ctx)
    is_enough = level >= Plainness.PROBABLY or (level > Plainness.NOT and has_file(message))
    return {"words": words_of(sent)} if is_enough else False


@router.message(StateFilter(None), is_manager, says_cost)
async def said(message: Message, album: Sequence[Message], words: str, ctx: Context) -> None:
    """Show what was understood, with what came along as its receipt."""
    await open_said(words, await keep_one_paper(album or [message], ctx), ctx)


async def whole_in_form(message: Message, ctx: Context) -> bool | dict[str, Any]:
    """Whether everything has come at once where only the object or the article was asked for."""
    progress = await ctx.forms.open(ctx.state)
    if progress is None or progress.form is not FORM or progress.at not in FIRST:
        return False
    if progress.at == "article" and progress.draft.receipt is None:
        return False  # the question itself takes “water 700”
    if await ctx.forms.kinds.plainest([message], ctx, Plainness.PLAINLY) is not None:
        return False  # a listing has a sum, too
    found = _read(message.text or "", await managed_objects(ctx.work, ctx.me), ctx)
    return {"progress": progress} if found is not None and found.is_whole else False


@router.message(StateFilter(Filling.answer), F.text, whole_in_form)
async def said_in_form(message: Message, progress: FormProgress[Draft], ctx: Context) -> None:
    """The rest of the questions is left out; the receipt that began it stays with it."""
    await close(ctx.state)
    await open_said(message.text or "", progress.draft.receipt, ctx, of=progress.draft)


async def recognise(text: str, ctx: Context) -> Plainness:
    """Probably with a sum, what for, and an object or a day; only managers keep their costs so."""
    if Role.MANAGER not in ctx.me.all_roles or not 0 < len(text) <= MOST_TYPED or text.startswith("/"):
        return Plainness.NOT
    found = _read(text, await managed_objects(ctx.work, ctx.me), ctx)
    if found is None:
        return Plainness.NOT
    return Plainness.PROBABLY if found.is_whole else Plainness.PERHAPS


async def open_waiting_cost(one: PendingMessage, ctx: Context) -> None:
    """Go on with one that waits."""
    await drop_pending(ctx.state, one.id)
    await open_said(one.text, one.photos[0] if one.photos else None, ctx)


async def open_said(words: str, receipt: int | None, ctx: Context, of: Draft | None = None) -> None:
    """Show the cost as far as it was said, or ask what is missing; `of` is the object it is known to be of."""
    ctx.me.must(Action.MANAGE_OBJECTS)
    objects = await objects_for_costs(ctx.work, ctx.me)
    found = _read(words, objects, ctx) if words else None
    called = objects_apart(ctx.t, objects)
    draft = Draft(objects=tuple(object_value(one.id, one.currency, called[one.id]) for one in objects), receipt=receipt)
    about = _object_of(found, of, objects)
    if about is not None:
        draft = replace(draft, premises=about.id, currency=about.currency, name=about.name)
    if found is None:
        await begin_cost(draft if not words else replace(draft, note=words[:MOST_TYPED]), ctx)
        return
    others = [object_value(one.id, one.currency, called[one.id]) for one in objects if one.id in found.others]
    context = {"unsure": {"object": others}} if others else {}
    await begin_cost(_with(found, draft), ctx, context=context, review=True)


def _object_of(found: SaidCost | None, of: Draft | None, objects: Sequence[Premises]) -> Premises | None:
    """The object that the words name, else that it is known to be of, else the only one there is."""
    number = found.premises_id if found is not None else None
    if number is None and of is not None:
        number = of.premises
    return next((one for one in objects if one.id == number), objects[0] if len(objects) == 1 else None)


def _with(found: SaidCost, draft: Draft) -> Draft:
    is_ours = draft.premises is None or found.currency == draft.currency
    draft = replace(draft, month=found.month, minor=found.minor if is_ours else None)
    if draft.premises is None:
        draft = replace(draft, currency=found.currency)
    if found.article is None:
        return draft
    draft = with_article(found.article, draft)
    return draft if draft.kind is not None else replace(draft, kind=found.kind)


def _read(text: str, objects: Sequence[Premises], ctx: Context) -> SaidCost | None:
    named = tuple(NamedObject.of(one) for one in objects)
    today = ctx.t.today
    return cost_said(text, today, named, ctx.me.currency, month_first=is_month_first(ctx.me.country))


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
