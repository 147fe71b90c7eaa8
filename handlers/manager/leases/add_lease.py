"""A manager lets an object: who, from when until when, for how much; the first charges are shown before it is saved."""

from markupsafe import Markup

from bot.forms.model import CompletedForm, Context, Form, Review
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines, quiet
from domain.estate.leases.add_lease import add_lease
from domain.estate.leases.lease import Lease, LeaseId
from domain.estate.leases.new_lease import begin_lease
from domain.estate.leases.past_rent import PastRent
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.metres import Metres
from domain.money import Money
from handlers.manager.leases.letting import Letting
from handlers.manager.leases.questions import NEW
from handlers.manager.leases.show_lease import show_card
from handlers.manager.leases.words import contract_words, month_arithmetic, reminder_words, rent_words, term_words

FIRST_MONTHS = 2
"""Charges that are shown one by one."""


def _review(filled: CompletedForm[Letting], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    lease = draft.drafted()
    part = t("A part, {area}", area=Metres(draft.area)) if draft.area else None
    return lines(
        bold(t("{tenant} · {object}", tenant=filled.context["tenant"], object=filled.context["object"])),
        term_words(t, lease, draft.today) if lease is not None else None,
        part,
        t("I propose an open end and rent on day {day}: tap “Correct” if it is another.", day=draft.due_day)
        if draft.proposed
        else None,
        rent_words(t, draft.rent_money, draft.rented) if draft.rent_money else None,
        t("Deposit agreed: {sum}", sum=Money(draft.deposit, draft.currency)) if draft.deposit else None,
        contract_words(t, draft),
        t("The contract's file is here.") if draft.contract_file else None,
        "",
        *(_charges(t, draft, lease) if lease is not None else ()),
        quiet(t("Reminders: {days}", days=reminder_words(t, draft.reminders))),
    )


def _charges(t: Localizer, draft: Letting, lease: Lease) -> list[Markup]:
    """What has fallen due, and what falls due first."""
    due = list(lease.months(draft.today))
    said = []
    if due:
        total = Money(sum(one.minor for one in due), draft.currency)
        paid = t("paid") if draft.past is PastRent.PAID else t("to be paid")
        said.append(
            t.n(
                "{count} month has fallen due: {sum}, {paid}",
                "{count} months have fallen due: {sum}, {paid}",
                len(due),
                sum=total,
                paid=paid,
            )
        )
    coming = []
    for one in lease.months(draft.today.replace(year=draft.today.year + 2), since=max(draft.today, lease.starts_on)):
        if one.due_on > draft.today and one.minor:
            coming.append(month_arithmetic(t, one, draft.currency))
        if len(coming) == FIRST_MONTHS:
            break
    return [*said, *coming]


async def _save(filled: CompletedForm[Letting], ctx: Context) -> None:
    premises_id = PremisesId(filled.context["premises"])
    past = filled.draft.past or PastRent.OPEN
    work = ctx.work.once(f"form:{filled.nonce}")
    saved = await add_lease(work, ctx.me, premises_id, filled.draft.terms, past)
    await show_card(ctx, LeaseId(saved), ctx.t("Saved. What falls due is charged by itself from now on."))


FORM = Form(
    name="lease",
    title=label("New lease"),
    draft=Letting,
    questions=NEW,
    done=_save,
    review=Review(
        show=_review,
        shortcuts=(("deposit", label("🔒 Deposit")), ("contract_file", label("📎 Contract"))),
    ),
)


async def begin_with(premises_id: PremisesId, party_id: PartyId, ctx: Context, *, is_first: bool = False) -> None:
    """Ask for the terms, with what is known about the object.

    For the first tenant of an object, in a message of its own, no more is asked than has to be.
    """
    about = await begin_lease(ctx.work, ctx.me, premises_id, party_id)
    context = {"premises": about.premises.id, "object": about.premises.name, "tenant": about.tenant.name}
    letting = Letting.new(about, proposed=is_first and about.is_unlet)
    await ctx.forms.start(FORM, ctx, letting, context=context, new=is_first)
