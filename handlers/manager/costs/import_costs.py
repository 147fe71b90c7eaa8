"""Many costs from one table (.xlsx): it is looked through before anything is saved, and what is wrong is sent back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.types import Message
from markupsafe import Markup

from bot.charts.words import month_name
from bot.files.documents import SentDocument
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen
from bot.sheets.reading import MOST_BYTES, MOST_ROWS
from bot.telegram.message_content import unused_words
from domain.estate.costs.import_costs import CheckedCosts, CostRow, GoodRow, check_costs, import_costs
from domain.estate.costs.own_table import own_table
from domain.estate.costs.show_costs import managed_objects
from domain.files.stored_file import FileId
from domain.money import Money
from domain.people.person import Action, Person
from domain.refusal import Refusal
from handlers.manager.callbacks import MyObjects
from handlers.manager.costs.callbacks import ExampleOfCosts, FaultsOfTable, ImportCosts, LookAtTable, SaveTable
from handlers.manager.costs.table import example, faults, read_costs

router = Router(name="import_costs")

TABLES = (".xlsx", ".xls", ".xlsm", ".csv", ".ods", ".numbers")
"""What people take for a table; only the first can be read, the others are refused with what to do."""
MOST_SHOWN = 3
"""Rows named in a preview, good ones and bad ones; months, too."""


@router.message(Command("import_costs"))
@router.callback_query(ImportCosts.filter())
async def how(_event: object, ctx: Context) -> None:
    """Say what to send."""
    t = ctx.t
    ctx.me.must(Action.MANAGE_OBJECTS)
    await ctx.forms.leave(ctx.state)
    text = lines(
        bold(t("Costs from a table")),
        "",
        t("Send an .xlsx file into this chat: a row is a cost."),
        t("Columns: object, month, article, amount; kind and note if you like."),
        t("I show what I have understood before anything is saved. A row is added once, however often it is sent."),
    )
    await ctx.chat.show(Screen(text, [[Button(t("📄 Example to fill in"), ExampleOfCosts())], _ways_out(t)]))


@router.callback_query(ExampleOfCosts.filter())
async def send_example(_query: object, ctx: Context) -> None:
    """A table with the person's own objects."""
    t = ctx.t
    content, name = await example(t, await managed_objects(ctx.work, ctx.me))
    await ctx.chat.send_document(content, name, t("Fill it in and send it back here."))


async def brings_a_table(_message: Message, me: Person, document: SentDocument | None) -> bool:
    """Whether a manager has sent what looks like a table."""
    return document is not None and document.is_called(*TABLES) and me.may(Action.MANAGE_OBJECTS)


@router.message(F.document, StateFilter(None), brings_a_table)
async def table_sent(message: Message, ctx: Context, document: SentDocument) -> None:
    """Look through it; kept only if it can be read."""
    t = ctx.t
    try:
        document.must_fit(MOST_BYTES)
        rows = await read_costs(t, await document.bytes(MOST_BYTES))
        (file,) = await ctx.documents.keep(ctx.work, ctx.me, [message])
    except Refusal as refusal:
        again = Screen(t.refusal(refusal), [[Button(t("📄 Example to fill in"), ExampleOfCosts())], _ways_out(t)])
        await ctx.chat.show(again)
        return
    await _show(ctx, file, rows, unused_words(t, [message]))


@router.callback_query(LookAtTable.filter())
async def look_again(_query: object, callback_data: LookAtTable, ctx: Context) -> None:
    """What it would bring now."""
    file = FileId(callback_data.file)
    await _show(ctx, file, await _rows(ctx, file))


@router.callback_query(SaveTable.filter())
async def save(_query: object, callback_data: SaveTable, ctx: Context) -> None:
    """Book the good rows; those that have been booked before are left out."""
    t, file = ctx.t, FileId(callback_data.file)
    rows = await _rows(ctx, file)
    before = await check_costs(ctx.work, ctx.me, rows)
    added = await import_costs(ctx.work, ctx.me, rows)
    if added:
        said = t.n("{count} cost is added.", "{count} costs are added.", added)
        text = lines(bold(said), *_sums(t, before.new))
    else:
        text = lines(bold(t("Nothing new")), t("Every row of this table that can be booked is booked already."))
    await ctx.chat.show(Screen(text, [_fault_button(t, file, before), _ways_out(t)]))


@router.callback_query(FaultsOfTable.filter())
async def send_faults(_query: object, callback_data: FaultsOfTable, ctx: Context) -> None:
    """The bad rows as a table to correct and send back."""
    t, file = ctx.t, FileId(callback_data.file)
    rows = await _rows(ctx, file)
    checked = await check_costs(ctx.work, ctx.me, rows)
    if not checked.bad:
        await ctx.chat.toast(t("Nothing is wrong with this table any more."))
        await _show(ctx, file, rows)
        return
    content, name = await faults(t, rows, checked.bad)
    await ctx.chat.send_document(content, name, t("Correct the rows and send the file back here."))


async def _rows(ctx: Context, file: FileId) -> list[CostRow]:
    _, content = await ctx.documents.content(await own_table(ctx.work, ctx.me, file))
    return await read_costs(ctx.t, content)


async def _show(ctx: Context, file: FileId, rows: Sequence[CostRow], unused: Markup | None = None) -> None:
    checked = await check_costs(ctx.work, ctx.me, rows)
    preview = _preview(ctx.t, file, checked)
    await ctx.chat.show(preview if unused is None else replace(preview, text=lines(preview.text, "", unused)))


def _preview(t: Localizer, file: FileId, checked: CheckedCosts) -> Screen:
    count = len(checked.new) + len(checked.known) + len(checked.bad)
    ready = t.n("✓ {count} is ready", "✓ {count} are ready", len(checked.new)) if checked.new else None
    known = t.n("↺ {count} was added before", "↺ {count} were added before", len(checked.known))
    wrong = t.n("✗ {count} cannot be added:", "✗ {count} cannot be added:", len(checked.bad))
    text = lines(
        bold(t.n("A table of {count} row", "A table of {count} rows", count)),
        *([ready, *_sums(t, checked.new)] if ready is not None else []),
        *(_first_rows(t, checked.new)),
        *([known] if checked.known else []),
        *([wrong, *_first_faults(t, checked)] if checked.bad else []),
        *([] if checked.new else ["", _nothing_new(t, checked)]),
        *(["", t("At most {most} rows fit into one table.", most=MOST_ROWS)] if count >= MOST_ROWS else []),
    )
    rows: list[Row] = []
    if checked.new:
        save = t.n("✅ Save {count} row", "✅ Save {count} rows", len(checked.new))
        rows.append([Button(save, SaveTable(file=file))])
    return Screen(text, [*rows, _fault_button(t, file, checked), _ways_out(t)])


def _nothing_new(t: Localizer, checked: CheckedCosts) -> Markup:
    if checked.bad:
        return t("There is nothing to add until the rows are corrected.")
    return t("There is nothing to add: all of it is noted already.")


def _sums(t: Localizer, rows: Sequence[GoodRow]) -> list[Markup]:
    """What the rows come to, by currency and month, the latest months first."""
    sums: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    months = {}
    for one in rows:
        currency, month = one.premises.currency, one.draft.month.isoformat()
        sums[currency, month] += one.draft.minor
        totals[currency] += one.draft.minor
        months[month] = one.draft.month
    said = []
    for currency, total in totals.items():
        of = sorted((month for money, month in sums if money == currency), reverse=True)
        parts = [
            t("{month} {amount}", month=month_name(t, months[month]), amount=Money(sums[currency, month], currency))
            for month in of[:MOST_SHOWN]
        ]
        rest = [t("and earlier")] if len(of) > MOST_SHOWN else []
        line = t("In all {amount}", amount=Money(total, currency))
        said.append(
            t("{total}: {parts}", total=line, parts=Markup(", ").join([*parts, *rest])) if len(of) > 1 else line
        )
    return said


def _first_rows(t: Localizer, rows: Sequence[GoodRow]) -> list[Markup]:
    return [
        Markup("• ")
        + t(
            "{object}: {article}, {month}, {amount}",
            object=one.premises.name,
            article=one.draft.article,
            month=month_name(t, one.draft.month),
            amount=Money(one.draft.minor, one.premises.currency),
        )
        for one in rows[:MOST_SHOWN]
    ]


def _first_faults(t: Localizer, checked: CheckedCosts) -> list[Markup]:
    said = [
        t("row {number}: {why}", number=str(one.number), why=Markup(" ").join(t.refusal(why) for why in one.why))
        for one in checked.bad[:MOST_SHOWN]
    ]
    more = len(checked.bad) - MOST_SHOWN
    return [*said, *([quiet(t.n("and {count} more", "and {count} more", more))] if more > 0 else [])]


def _fault_button(t: Localizer, file: FileId, checked: CheckedCosts) -> Row:
    return [Button(t("📄 Rows to correct"), FaultsOfTable(file=file))] if checked.bad else []


def _ways_out(t: Localizer) -> Row:
    return [Button(t("🏠 Objects"), MyObjects()), menu_button(t)]
