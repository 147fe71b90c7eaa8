"""A manager changes any term of a lease, or lets the rent be another one from a day on; who is late is told."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from aiogram import Router
from markupsafe import Markup

from bot.confirm import outcome
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.wording import asking, label, with_now
from bot.localization import Localizer, bold, lines
from bot.names.days import read_day
from bot.screen import Button, Screen, pairs
from domain.estate.leases.edit_lease import change_rent, edit_lease
from domain.estate.leases.lease import LeaseId, next_month
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.leases.show_lease import LeaseView, show_lease
from domain.money import Money
from domain.people.person import Person
from domain.refusal import Conflict
from handlers.manager.callbacks import OpenLease
from handlers.manager.leases.callbacks import CallOff, EditLease, is_present
from handlers.manager.leases.letting import Letting
from handlers.manager.leases.questions import EDITED, read_rent
from handlers.manager.leases.show_lease import show_card
from handlers.manager.leases.words import rent_words

router = Router(name="edit_lease")


async def _save(filled: CompletedForm[Letting], ctx: Context) -> None:
    t, lease_id = ctx.t, LeaseId(filled.context["lease"])
    before = LeaseTerms.of((await show_lease(ctx.work, ctx.me, lease_id)).lease)
    after = filled.draft.terms
    changes: dict[str, Any] = {
        one.name: getattr(after, one.name)
        for one in fields(LeaseTerms)
        if one.name == filled.context["field"] and getattr(before, one.name) != getattr(after, one.name)
    }
    await show_card(
        ctx,
        lease_id,
        await outcome(ctx, edit_lease(ctx.work, ctx.me, lease_id, filled.context["version"], changes), t("Saved.")),
    )


async def _back(filled: CompletedForm[Any], ctx: Context) -> None:
    await show_card(ctx, filled.context["lease"])


FORM = Form(
    name="edit_lease",
    title=label("Edit lease"),
    draft=Letting,
    questions=EDITED,
    done=_save,
    back=_back,
)


@dataclass(kw_only=True)
class NewRent:
    """What a month will cost, and from when on."""

    rent: int | None = None
    since: dt.date | None = None
    currency: str = "RUB"
    area: int | None = None
    before: int = 0
    starts_on: dt.date = dt.date.min
    today: dt.date = dt.date.min


def _ask_rent(t: Localizer, draft: NewRent) -> Markup:
    question = (
        t("What will the rent be? For example: 48000, or 900 per m²")
        if draft.area
        else t("What will the rent be? For example: 48000")
    )
    return with_now(t, question, rent_words(t, Money(draft.before, draft.currency), draft.area))


def _since(t: Localizer, draft: NewRent, _me: Person) -> list[Choice]:
    coming = next_month(draft.today)
    days = [coming, next_month(coming), draft.today.replace(day=1)]
    dates = [Choice(t.date(one), one.isoformat()) for one in days if one > draft.starts_on]
    return [*dates, Choice(t("From the start"), draft.starts_on.isoformat())]


async def _save_rent(filled: CompletedForm[NewRent], ctx: Context) -> None:
    t, lease_id, draft = ctx.t, LeaseId(filled.context["lease"]), filled.draft
    since, rent = draft.since or draft.starts_on, draft.rent or 0
    try:
        await change_rent(ctx.work, ctx.me, lease_id, filled.context["version"], since=since, minor=rent)
    except Conflict as conflict:
        await show_card(ctx, lease_id, t.refusal(conflict))
        return
    said = t("Saved: {rent} a month from {date}.", rent=Money(rent, draft.currency), date=since)
    await show_card(ctx, lease_id, said)


RENT_FORM = Form(
    name="new_rent",
    title=label("New rent"),
    draft=NewRent,
    questions=(
        Question[NewRent](
            key="rent",
            kind=AnswerKind.MONEY,
            ask=_ask_rent,
            value=lambda text, draft, _ctx: read_rent(text, draft.currency, draft.area),
        ),
        Question[NewRent](
            key="since",
            kind=AnswerKind.DAY,
            ask=asking("From which day on? Months that were charged already are made right."),
            value=lambda text, draft, ctx: read_day(text, ctx, draft.today),
            choices=_since,
            of=dt.date.fromisoformat,
        ),
    ),
    done=_save_rent,
    back=_back,
)


@router.callback_query(EditLease.filter())
async def edit(_query: object, callback_data: EditLease, ctx: Context, forms: Forms) -> None:
    """Show the terms, or ask about one."""
    t = ctx.t
    view = await show_lease(ctx.work, ctx.me, LeaseId(callback_data.lease))
    lease = view.lease
    if not view.keeps or not is_present(callback_data.version, lease.version) or lease.is_void:
        await ctx.chat.toast(t.refusal(Conflict()))
        await show_card(ctx, lease.id, new=callback_data.new)
        return
    await forms.leave(ctx.state)
    context = {"lease": lease.id, "version": lease.version, "field": callback_data.field}
    today = view.account.today
    if callback_data.field == "rent":
        now = lease.rent_on(max(today, lease.starts_on))
        draft = NewRent(
            currency=lease.currency, area=view.area, before=now.minor, starts_on=lease.starts_on, today=today
        )
        await forms.start(RENT_FORM, ctx, draft, context=context, new=callback_data.new)
        return
    question = FORM.question(callback_data.field)
    if question is None:
        await ctx.chat.show(_fields(t, view), new=callback_data.new)
        return
    letting = Letting.changing(lease, view.premises, today)
    await forms.start(FORM, ctx, letting, only=question.key, context=context, new=callback_data.new)


def _fields(t: Localizer, view: LeaseView) -> Screen:
    lease = view.lease

    def change(named: Markup, field: Any) -> Button:
        return Button(named, EditLease(lease=lease.id, version=lease.version, field=field))

    letting = Letting.changing(lease, view.premises, view.account.today)
    named = [change(one.label(t), one.key) for one in FORM.applicable(letting) if one.label is not None]
    named.insert(0, change(t("Rent"), "rent"))
    mistake = Button(t("🗑 Added by mistake"), CallOff(lease=lease.id, version=lease.version))
    text = lines(
        bold(t("What shall we change?")),
        t("{tenant} · {object}", tenant=view.tenant.name, object=view.premises.name),
    )
    back = Button(t("‹ Back"), OpenLease(lease=lease.id))
    return Screen(text, [*pairs(named, 2), [mistake], [back, menu_button(t)]])
