"""A manager changes any term of a lease, or lets the rent be another one from a day on; who is late is told."""

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.field_edit import FieldEdit
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.forms.wording import asking, label, with_now
from bot.localization import Localizer
from bot.names.days import read_day
from bot.screen import Button, Row
from domain.estate.leases.edit_lease import change_rent, edit_lease
from domain.estate.leases.lease import LeaseId, next_month
from domain.estate.leases.lease_terms import LeaseTerms
from domain.estate.leases.show_lease import LeaseView, show_lease
from domain.money import Money
from domain.people.person import Person
from domain.refusal import Conflict
from handlers.manager.callbacks import OpenLease
from handlers.manager.leases.callbacks import CallOff, EditLease
from handlers.manager.leases.letting import Letting
from handlers.manager.leases.questions import EDITED, read_rent
from handlers.manager.leases.show_lease import show_card
from handlers.manager.leases.words import rent_words


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
    back=lambda filled, ctx: show_card(ctx, filled.context["lease"]),
)


async def _load(ctx: Context, press: EditLease) -> LeaseView:
    view = await show_lease(ctx.work, ctx.me, LeaseId(press.lease))
    if not view.may_manage or view.lease.is_void:
        raise Conflict
    return view


async def _ask_rent_instead(ctx: Context, view: LeaseView, press: EditLease) -> bool:
    if press.field != "rent":
        return False
    lease, today = view.lease, view.account.today
    now = lease.rent_on(max(today, lease.starts_on))
    draft = NewRent(currency=lease.currency, area=view.area, before=now.minor, starts_on=lease.starts_on, today=today)
    await ctx.forms.start(RENT_FORM, ctx, draft, context=press.model_dump(mode="json"), new=press.new)
    return True


def _mistake(t: Localizer, view: LeaseView, ways_back: Row) -> list[Row]:
    return [[Button(t("🗑 Added by mistake"), CallOff(lease=view.lease.id, version=view.lease.version))], ways_back]


EDIT = FieldEdit(
    name="edit_lease",
    title=label("Edit lease"),
    press=EditLease,
    draft=Letting,
    saved=LeaseTerms,
    questions=EDITED,
    load=_load,
    version=lambda view: view.lease.version,
    as_draft=lambda view: Letting.changing(view.lease, view.premises, view.account.today),
    about=lambda t, view, _press: t("{tenant} · {object}", tenant=view.tenant.name, object=view.premises.name),
    first=(("rent", label("Rent")),),
    instead=_ask_rent_instead,
    last=_mistake,
    save=lambda ctx, press, changes: edit_lease(ctx.work, ctx.me, LeaseId(press.lease), press.version, changes),
    show=lambda ctx, press, notice: show_card(ctx, press.lease, notice, new=press.new),
    back=lambda press: OpenLease(lease=press.lease),
)
