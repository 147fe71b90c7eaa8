"""A manager takes a booked row back: asked first whether it is sure, then why; both rows stay readable."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Id
from bot.confirm import confirm_screen, outcome
from bot.forms.model import CompletedForm, Context, Form
from bot.forms.usual_questions import reason_question, reason_said
from bot.forms.wording import asking, capital, label
from bot.localization import Localizer, bold, lines
from domain.estate.leases.lease import LeaseId
from domain.estate.money.booking import MOST_NOTE
from domain.estate.money.reverse_entry import reverse_entry
from domain.estate.money.show_account import show_managed_account
from domain.ledger.entry import Entry, EntryId, EntryKind, Method
from handlers.manager.money.callbacks import OpenEntry, ReverseEntry
from handlers.manager.money.statement import found, show_statement
from handlers.money.words import entry_name

router = Router(name="reverse_entry")

REASONS = {"twice": "entered twice", "amount": "wrong amount", "lease": "wrong lease", "agreed": "agreed so"}
"""Why a row is taken back, as usually; gettext messages."""


@dataclass(frozen=True)
class Reversal:
    """A row that is being taken back."""

    lease: Id
    entry: Id
    reason: str | None = None


@router.callback_query(ReverseEntry.filter())
async def reverse(_query: object, callback_data: ReverseEntry, ctx: Context) -> None:
    """Ask whether it is sure, then why."""
    t = ctx.t
    lease_id = LeaseId(callback_data.lease)
    await show_managed_account(ctx.work, ctx.me, lease_id)
    account, entry = await found(ctx, lease_id, callback_data.entry)
    before = account.reversal(entry)
    if before is not None:
        await ctx.chat.toast(t("This has been taken back already, {moment}.", moment=before.booked_at))
        await show_statement(ctx, lease_id)
        return
    if not callback_data.sure:
        keep = (t("‹ Keep it"), OpenEntry(lease=lease_id, entry=entry.id))
        go = (t("↩️ Take back"), callback_data.model_copy(update={"sure": True}))
        question = lines(
            bold(t("Take it back?")),
            capital(t("{what}, {sum}, {day}", what=entry_name(t, entry), sum=entry.money, day=entry.on)),
            t("{object} · {name}", object=account.premises.name, name=account.tenant.name),
            "",
            _what_follows(t, entry),
        )
        await ctx.chat.show(confirm_screen(question, keep=keep, go=go))
        return
    await ctx.forms.start(FORM, ctx, Reversal(lease_id, entry.id), only="reason")


def _what_follows(t: Localizer, entry: Entry) -> Markup:
    stays = t("The row stays in the statement, struck through, with your reason; the tenant is told.")
    if entry.method is Method.TELEGRAM:
        return lines(stays, t("The money itself has to be returned at the payment provider."))
    if entry.kind is EntryKind.CHARGE:
        return lines(stays, t("What was paid of it goes into other charges, the oldest first."))
    return stays


async def _done(filled: CompletedForm[Reversal], ctx: Context) -> None:
    draft, t = filled.draft, ctx.t
    reason = reason_said(t, REASONS, draft.reason)
    work = ctx.work.once(f"form:{filled.nonce}")
    notice = await outcome(
        ctx, reverse_entry(work, ctx.me, LeaseId(draft.lease), EntryId(draft.entry), reason), t("↩️ Taken back.")
    )
    await show_statement(ctx, LeaseId(draft.lease), bold(notice))


FORM: Form[Reversal] = Form(
    name="reversal",
    title=label("Take back"),
    draft=Reversal,
    questions=(reason_question(asking("Why? Choose, or write it in a few words."), REASONS, most=MOST_NOTE),),
    done=_done,
    back=lambda filled, ctx: show_statement(ctx, LeaseId(filled.draft.lease)),
)
