"""Whoever keeps an object notes a cost in a few taps, and corrects one: it is taken back and noted anew."""

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.model import CompletedForm, Context, Form, NeedsAttention, Review
from bot.forms.wording import label, small
from bot.lists.object_labels import objects_apart
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button
from domain.estate.costs.add_cost import NotedAlready, add_cost
from domain.estate.costs.correct_cost import correct_cost
from domain.estate.costs.cost import CostId
from domain.estate.costs.show_costs import last_articles, managed_objects, objects_for_costs, show_cost
from domain.estate.objects.premises import PremisesId
from domain.money import Money
from domain.people.person import Action
from domain.refusal import Conflict, NotFound
from handlers.manager.callbacks import AddCost
from handlers.manager.costs.callbacks import CorrectCost, NoteCost, OpenCost
from handlers.manager.costs.month import show_month, show_one
from handlers.manager.costs.questions import QUESTIONS, Draft, article_value, object_value, pick_object, with_article
from handlers.manager.costs.words import kind_name, stated

router = Router(name="add_cost")


def _review(filled: CompletedForm[Draft], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    amount = t.fact(Money(draft.minor, draft.currency)) if draft.minor is not None else None
    lacking = [small(one.label(t)) for one in FORM.missing(draft) if one.label is not None]
    return lines(
        bold(_joined(Markup(": "), draft.article, amount)),
        _joined(Markup(" · "), draft.name, _month(t, draft), _kind(t, draft)),
        quiet(draft.note) if draft.note else None,
        t("🧾 The receipt is attached.") if draft.receipt is not None else None,
        "",
        quiet(t("Not found: {what}", what=Markup(", ").join(lacking))) if lacking else None,
        t("The cost that was noted before is taken back, and this one takes its place.")
        if "cost" in filled.context
        else t("Is everything right?"),
    )


def _joined(between: Markup, *said: str | None) -> Markup:
    """What is known so far."""
    return between.join(filter(None, said))


def _month(t: Localizer, draft: Draft) -> str | None:
    return month_name(t, draft.month) if draft.month is not None else None


def _kind(t: Localizer, draft: Draft) -> str | None:
    return kind_name(t, draft.kind) if draft.kind is not None else None


async def _save(filled: CompletedForm[Draft], ctx: Context) -> None:
    draft, work = filled.draft, ctx.work.once(f"form:{filled.nonce}")
    cost = draft.cost()
    if "cost" in filled.context:
        number = CostId(filled.context["cost"])
        try:
            await correct_cost(work, ctx.me, number, cost)
        except Conflict as conflict:
            await ctx.chat.toast(ctx.t.refusal(conflict))
            await show_one(ctx, number)
            return
    else:
        await _add(filled, ctx)
    said = ctx.t("Saved: {cost}.", cost=stated(ctx.t, cost, draft.currency))
    await show_month(ctx, PremisesId(draft.premises or 0), cost.month, notice=said)


async def _add(filled: CompletedForm[Draft], ctx: Context) -> None:
    t, draft, again = ctx.t, filled.draft, bool(filled.context.get("again"))
    work = ctx.work.once(f"form:{filled.nonce}")
    try:
        await add_cost(work, ctx.me, PremisesId(draft.premises or 0), draft.cost(), again=again)
    except NotedAlready as known:
        _, noted, _ = await show_cost(ctx.work, ctx.me, known.row)
        said = lines(
            bold(t("The same is noted already.")),
            t("{object} · {cost}", object=draft.name, cost=stated(t, draft.cost(), draft.currency)),
            t("Noted {moment}", moment=noted.cost.booked_at),
        )
        raise NeedsAttention(said, [Button(t("📄 Open"), OpenCost(cost=known.row))]) from known


FORM = Form(
    name="cost",
    title=label("Cost"),
    draft=Draft,
    questions=QUESTIONS,
    done=_save,
    review=Review(
        show=_review,
        shortcuts=(("note", label("📝 Note")), ("receipt", label("🧾 Receipt"))),
        suggestion=lambda _t, _question, value: Markup.escape(value.split("|", 2)[2]),
        instead=lambda _question, value, draft: pick_object(value, draft),
    ),
)


@router.message(Command("add_cost"))
@router.callback_query(NoteCost.filter())
async def of_any_object(_event: object, ctx: Context) -> None:
    """Begin with the object, if there are several."""
    objects = await objects_for_costs(ctx.work, ctx.me)
    called = objects_apart(ctx.t, objects)
    draft = Draft(objects=tuple(object_value(one.id, one.currency, called[one.id]) for one in objects))
    if len(objects) == 1:
        draft = replace(draft, premises=objects[0].id, currency=objects[0].currency, name=objects[0].name)
    await begin_cost(draft, ctx)


@router.callback_query(AddCost.filter())
async def of_object(_query: object, callback_data: AddCost, ctx: Context) -> None:
    """Begin with what it is for."""
    objects = await managed_objects(ctx.work, ctx.me)
    one = next((one for one in objects if one.id == callback_data.premises), None)
    if one is None:
        raise NotFound
    await begin_cost(Draft(premises=one.id, currency=one.currency, name=one.name), ctx)


@router.callback_query(CorrectCost.filter())
async def correct(_query: object, callback_data: CorrectCost, ctx: Context) -> None:
    """Show the cost as a whole; any of it can be changed."""
    premises, noted, is_manager = await show_cost(ctx.work, ctx.me, CostId(callback_data.cost))
    cost = noted.cost
    if not is_manager:
        raise NotFound
    if noted.reversal is not None:
        await ctx.chat.toast(ctx.t("This cost was taken back on {date}.", date=noted.reversal.booked_at))
        await show_one(ctx, cost.id)
        return
    draft = Draft(
        premises=premises.id,
        name=premises.name,
        currency=cost.currency,
        article=cost.article,
        kind=cost.kind,
        minor=cost.minor,
        month=cost.month,
        note=cost.note,
        receipt=cost.receipt,
    )
    await begin_cost(draft, ctx, context={"cost": int(cost.id)}, review=True)


async def begin_cost(
    draft: Draft, ctx: Context, *, context: dict[str, Any] | None = None, review: bool = False
) -> None:
    """Ask what is missing of a cost, or begin with the look at it."""
    ctx.me.must(Action.MANAGE_OBJECTS)
    articles = await last_articles(ctx.work, ctx.me)
    draft = replace(draft, articles=tuple(article_value(article, kind) for article, kind in articles))
    if draft.article is not None and "cost" not in (context or {}):
        known = with_article(draft.article, draft)
        draft = replace(known, kind=known.kind or draft.kind)
    await ctx.forms.start(FORM, ctx, draft, context=context, review=review)
