"""A tenant reports a payment made elsewhere: how much, which day, a receipt if there is one; the keeper confirms it."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.asking import label
from bot.forms import Answering, Filled, Form, Question, Surrounding, menu_button
from bot.press import Id
from bot.screen import Button, Screen
from bot.speech import Speech, bold, lines
from domain.estate.lease import LeaseId
from domain.estate.money.booking import MOST_NOTE
from domain.estate.money.report_payment import report_payment
from domain.estate.money.to_pay import ToPay
from domain.estate.my_rentals import show_rental
from domain.files.stored_file import FileId
from domain.money import Money
from handlers.money.asking import amount_choices, day_choices, read_amount, read_past_day
from handlers.tenant.presses import IPaid, MyStatement, OpenRental

router = Router(name="i_paid")


@dataclass(frozen=True)
class Reported:
    """A report that is being made, and what it may be for."""

    lease: Id
    currency: str
    place: str
    keeper: str
    today: dt.date
    things: tuple[ToPay, ...] = ()
    minor: int | None = None
    on: dt.date | None = None
    note: str | None = None
    receipt: FileId | None = None

    @property
    def money(self) -> Money:
        """The amount so far."""
        return Money(self.minor or 0, self.currency)


@router.callback_query(IPaid.filter())
async def begin(_query: object, callback_data: IPaid, around: Surrounding) -> None:
    """Ask how much."""
    await begin_report(around, LeaseId(callback_data.lease), new=callback_data.new)


async def begin_report(around: Surrounding, lease_id: LeaseId, *, new: bool = False) -> None:
    """The same, wherever it was asked for."""
    rental = await show_rental(around.work, around.me, lease_id)
    account = rental.account
    things = account.payable
    draft = Reported(
        lease=account.lease.id,
        currency=account.lease.currency,
        place=account.premises.name,
        keeper=rental.keeper.full,
        today=account.today,
        things=things,
    )
    await around.forms.leave(around.state)
    await around.forms.start(FORM, around, draft, new=new)


def _ask_amount(t: Speech, draft: Reported) -> Markup:
    return lines(
        t("How much have you paid for {object}?", object=draft.place), t("Choose, or write another amount: 46000.")
    )


def _read_amount(text: str, draft: Reported, _answering: Answering) -> Reported:
    return replace(draft, minor=read_amount(text, draft.currency))


def _read_day(text: str, draft: Reported, answering: Answering) -> Reported:
    return replace(draft, on=read_past_day(text, answering, draft.today))


def _read_note(text: str, draft: Reported, _answering: Answering) -> Reported:
    return replace(draft, note=text.strip() or None)


async def _send(filled: Filled[Reported], around: Surrounding) -> None:
    draft, t = filled.draft, around.t
    assert draft.minor is not None and draft.on is not None  # noqa: S101, PT018  (asked)
    await report_payment(
        around.work.once(f"form:{filled.nonce}"),
        around.me,
        LeaseId(draft.lease),
        draft.minor,
        draft.on,
        note=draft.note,
        receipt=draft.receipt,
    )
    text = lines(
        bold(t("⏳ Reported: {sum}, {day}", sum=draft.money, day=draft.on)),
        Markup.escape(draft.place),
        "",
        t("{name} has been asked to confirm it; the answer will come here.", name=draft.keeper),
    )
    statement = Button(t("🧾 Statement"), MyStatement(lease=draft.lease))
    await around.chat.show(
        Screen(text, [[statement, Button(t("‹ Back"), OpenRental(lease=draft.lease))], [menu_button(t)]])
    )


FORM: Form[Reported] = Form(
    name="i_paid",
    title=label("✔️ I paid"),
    draft=Reported,
    questions=(
        Question(
            key="amount",
            ask=_ask_amount,
            read=_read_amount,
            choices=lambda t, draft, _me: amount_choices(t, draft),
            pick=lambda value, draft: replace(draft, minor=int(value)),
            known=lambda draft: draft.minor is not None,
        ),
        Question(
            key="day",
            ask=lambda t, _draft: t("When did you pay? Choose, or write the day: 5 November."),
            read=_read_day,
            choices=lambda t, draft, _me: day_choices(t, draft.today),
            pick=lambda value, draft: replace(draft, on=dt.date.fromisoformat(value)),
            known=lambda draft: draft.on is not None,
        ),
        Question(
            key="receipt",
            ask=lambda t, _draft: t(
                "Send a photo or a file of the receipt, or a few words: so it is confirmed sooner."
            ),
            read=_read_note,
            files=lambda files, draft: replace(draft, receipt=files[0] if files else None),
            one_file=True,
            optional=True,
            most_typed=MOST_NOTE,
        ),
    ),
    done=_send,
)
