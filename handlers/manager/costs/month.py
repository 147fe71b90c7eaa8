"""An object's costs, month by month, and one of them; who keeps the object corrects and takes back (OT9)."""

import datetime as dt

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name, short_month
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.lists.list_screen import PAGE, page_among
from bot.localization import Localizer, bold, lines, quiet, struck
from bot.pager import pager
from bot.screen import Button, Row, Screen, label_of
from domain.disambiguation import told_apart
from domain.estate.costs.cost import CostId
from domain.estate.costs.show_costs import MonthOfCosts, NotedCost, show_cost, show_costs
from domain.estate.costs.take_back_cost import take_back_cost
from domain.estate.objects.premises import Premises, PremisesId
from domain.refusal import Conflict
from handlers.manager.callbacks import AddCost, OpenObject, OpenObjectCosts
from handlers.manager.costs.callbacks import (
    CorrectCost,
    CostReceipt,
    CostsOfMonth,
    ImportCosts,
    OpenCost,
    TakeBackCost,
)
from handlers.manager.costs.words import cost_line, kind_name, month_number, month_of_number, month_title, total_lines
from handlers.manager.figures_callbacks import OpenCostFigures

router = Router(name="costs")

ON_PAGE = PAGE - 1
"""Costs on a page: months are turned below them."""


@router.callback_query(OpenObjectCosts.filter())
async def of_object(_query: object, callback_data: OpenObjectCosts, ctx: Context) -> None:
    """The present month."""
    await show_month(ctx, PremisesId(callback_data.premises))


@router.callback_query(CostsOfMonth.filter())
async def of_month(_query: object, callback_data: CostsOfMonth, ctx: Context) -> None:
    """Another month, or another page of one."""
    month = month_of_number(callback_data.month, ctx.t.today)
    await show_month(ctx, PremisesId(callback_data.premises), month, page=callback_data.page)


async def show_month(
    ctx: Context, premises_id: PremisesId, month: dt.date | None = None, *, page: int = 0, notice: Markup | None = None
) -> None:
    """A month of an object, with what has just happened."""
    view = await show_costs(ctx.work, ctx.me, premises_id, month)
    await ctx.chat.show(_month_screen(ctx.t, view, page, notice))


def _month_screen(t: Localizer, view: MonthOfCosts, page: int, notice: Markup | None) -> Screen:
    premises, month = view.premises, month_number(view.month)
    costs = page_among(view.costs, page, ON_PAGE)
    shown = costs.found.items
    title = t("Costs: {object} · {month}", object=premises.name, month=month_name(t, view.month))
    text = lines(
        *((notice, "") if notice is not None else ()),
        bold(title),
        *total_lines(t, view),
        "",
        *([cost_line(t, one) for one in shown] or [_nothing(t, view)]),
    )

    def turn(to: int, number: int = month) -> CostsOfMonth:
        return CostsOfMonth(premises=premises.id, month=number, page=to)

    called = told_apart(
        (one.cost.id, f"{one.cost.article} {t.money(one.cost.money)}", (one.cost.note,)) for one in shown
    )
    rows: list[Row] = [[_cost_button(called[one.cost.id], one)] for one in shown]
    rows.append(pager(t, costs.number, costs.pages, turn))
    before, after = month_of_number(month - 1, view.month), month_of_number(month + 1, view.month)
    rows.append(
        [
            Button(f"‹ {_short(t, before)}", turn(0, month - 1)),
            Button(t("📊 Over months"), OpenCostFigures(premises=premises.id, period=12)),
            Button(f"{_short(t, after)} ›", turn(0, month + 1)),
        ]
    )
    if view.is_manager:
        rows.append([Button(t("➕ Cost"), AddCost(premises=premises.id)), Button(t("📥 From a table"), ImportCosts())])
    rows.append([Button(t("‹ Object"), OpenObject(premises=premises.id)), menu_button(t)])
    return Screen(text, rows)


def _short(t: Localizer, month: dt.date) -> str:
    name = short_month(t, month)
    return name if month.year == t.today.year else f"{name} {month:%y}"


def _nothing(t: Localizer, view: MonthOfCosts) -> Markup:
    if view.is_manager:
        return t("Nothing is noted for this month. Note a cost, or load a table of many.")
    return t("Nothing is noted for this month.")


def _cost_button(called: str, noted: NotedCost) -> Button:
    sign = "💸" if noted.stands else "↩️"
    return Button(label_of(called, sign), OpenCost(cost=noted.cost.id))


@router.callback_query(OpenCost.filter())
async def open_cost(_query: object, callback_data: OpenCost, ctx: Context) -> None:
    """One cost."""
    await show_one(ctx, CostId(callback_data.cost))


async def show_one(ctx: Context, cost_id: CostId) -> None:
    """The cost as it is now."""
    premises, noted, is_manager = await show_cost(ctx.work, ctx.me, cost_id)
    await ctx.chat.show(_cost_screen(ctx.t, premises, noted, is_manager=is_manager))


def _cost_screen(t: Localizer, premises: Premises, noted: NotedCost, *, is_manager: bool) -> Screen:
    cost = noted.cost
    title = t("{article}: {amount}", article=cost.article, amount=cost.money)
    text = lines(
        bold(title) if noted.stands else struck(title),
        t(
            "{object} · {month} · {kind}",
            object=premises.name,
            month=month_name(t, cost.month),
            kind=kind_name(t, cost.kind),
        ),
        quiet(cost.note) if cost.note else None,
        t("Noted {moment}", moment=cost.booked_at),
        t("Taken back {moment}", moment=noted.reversal.booked_at) if noted.reversal is not None else None,
    )
    receipt = [Button(t("🧾 Receipt"), CostReceipt(cost=cost.id))] if cost.receipt is not None else []
    changes: list[Button] = []
    if is_manager and noted.stands:
        changes = [
            Button(t("✏️ Correct"), CorrectCost(cost=cost.id)),
            Button(t("↩️ Take back"), TakeBackCost(cost=cost.id)),
        ]
    back = CostsOfMonth(premises=premises.id, month=month_number(cost.month))
    return Screen(text, [receipt, changes, [Button(t("‹ Back"), back), menu_button(t)]])


@router.callback_query(CostReceipt.filter())
async def receipt_of(_query: object, callback_data: CostReceipt, ctx: Context) -> None:
    """The receipt, below."""
    t = ctx.t
    _, noted, _ = await show_cost(ctx.work, ctx.me, CostId(callback_data.cost))
    cost = noted.cost
    await ctx.chat.send_stored(cost.receipt, t("{article}: {amount}", article=cost.article, amount=cost.money))


@router.callback_query(TakeBackCost.filter())
async def take_back(_query: object, callback_data: TakeBackCost, ctx: Context) -> None:
    """Ask, or do it."""
    t, cost_id = ctx.t, CostId(callback_data.cost)
    premises, noted, _ = await show_cost(ctx.work, ctx.me, cost_id)
    cost = noted.cost
    if not callback_data.sure and noted.stands:
        question = lines(
            bold(t("Take this cost back?")),
            t("{article}: {amount}", article=cost.article, amount=cost.money),
            t(
                "{month} will no longer count it. It stays in the list, struck through.",
                month=month_title(t, cost.month),
            ),
        )
        keep = (t("‹ Keep"), OpenCost(cost=cost_id))
        go = (t("↩️ Take back"), TakeBackCost(cost=cost_id, sure=True))
        await ctx.chat.show(confirm_screen(question, keep=keep, go=go))
        return
    try:
        await take_back_cost(ctx.work, ctx.me, cost_id)
    except Conflict as conflict:
        await ctx.chat.toast(t.refusal(conflict))
        await show_one(ctx, cost_id)
        return
    said = capital(t("taken back: {article}, {amount}.", article=cost.article, amount=cost.money))
    await show_month(ctx, premises.id, cost.month, notice=said)
