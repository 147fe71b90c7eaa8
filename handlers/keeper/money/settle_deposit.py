"""A keeper settles the deposit: what is owed is taken from it, and the rest, or a part of it, is handed back."""

from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.asking import label
from bot.forms import Answering, Choice, Filled, Form, Forms, Question, Surrounding
from bot.press import Id
from bot.speech import Speech, bold, lines
from domain.estate.lease import LeaseId
from domain.estate.money.settle_deposit import settle_deposit
from domain.estate.money.show_account import show_kept_account
from domain.money import Money
from domain.refusal import Conflict
from handlers.keeper.money.presses import SettleDeposit
from handlers.keeper.money.statement import show_statement
from handlers.money.asking import read_amount

router = Router(name="settle_deposit")


@dataclass(frozen=True)
class Settling:
    """A deposit that is being settled."""

    lease: Id
    currency: str
    held: int
    owed: int
    back: int | None = None

    @property
    def free(self) -> int:
        """What can be handed back."""
        return max(0, self.held - self.owed)


@router.callback_query(SettleDeposit.filter())
async def begin(_query: object, callback_data: SettleDeposit, around: Surrounding, forms: Forms) -> None:
    """Say what is held and owed, and ask how much is handed back."""
    account = await show_kept_account(around.work, around.me, LeaseId(callback_data.lease))
    held = account.deposit_held.minor
    if held <= 0:
        await around.chat.toast(around.t("No deposit is held any more."))
        await show_statement(around, account.lease.id)
        return
    booked = sum(one.owed for one in account.statement.charges)
    draft = Settling(account.lease.id, account.lease.currency, held, booked)
    await forms.leave(around.state)
    await forms.start(FORM, around, draft, only="back")


def _ask(t: Speech, draft: Settling) -> Markup:
    def money(minor: int) -> Money:
        return Money(minor, draft.currency)

    taken = min(draft.owed, draft.held)
    return lines(
        t("Deposit: {sum}", sum=money(draft.held)),
        t("Taken for what is owed: {sum}", sum=money(taken)) if taken else t("Nothing is owed."),
        "",
        t("How much do you hand back today? At most {sum}; what you keep pays later charges.", sum=money(draft.free)),
    )


def _choices(t: Speech, draft: Settling) -> list[Choice]:
    nothing = Choice(t("Nothing"), "0")
    if not draft.free:
        return [nothing]
    return [Choice(t("All: {sum}", sum=Money(draft.free, draft.currency)), str(draft.free)), nothing]


def _read(text: str, draft: Settling, _answering: Answering) -> Settling:
    return replace(draft, back=read_amount(text, draft.currency))


async def _back(filled: Filled[Settling], around: Surrounding) -> None:
    await show_statement(around, LeaseId(filled.draft.lease))


async def _done(filled: Filled[Settling], around: Surrounding) -> None:
    draft, t = filled.draft, around.t
    lease_id = LeaseId(draft.lease)
    back = draft.back or 0
    try:
        await settle_deposit(around.work.once(f"form:{filled.nonce}"), around.me, lease_id, back)
    except Conflict as conflict:
        await show_statement(around, lease_id, t.refusal(conflict))
        return
    notice = t("🔒 The deposit is settled, handed back: {sum}.", sum=Money(back, draft.currency))
    await show_statement(around, lease_id, bold(notice))


FORM: Form[Settling] = Form(
    name="deposit",
    title=label("Deposit"),
    draft=Settling,
    questions=(
        Question(
            key="back",
            ask=_ask,
            read=_read,
            choices=lambda t, draft, _me: _choices(t, draft),
            pick=lambda value, draft: replace(draft, back=int(value)),
        ),
    ),
    done=_done,
    back=_back,
)
