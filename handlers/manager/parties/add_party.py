"""A manager adds an owner or tenant: by a few answers or a contact of the phone book, and gets a link to send them."""

from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from markupsafe import Markup

from bot.forms.model import CompletedForm, Context, Form, FormProgress, Review
from bot.forms.runner import Forms
from bot.forms.screens import menu_button
from bot.forms.state import Filling
from bot.forms.wording import label
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, label_of
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import premises_to_change
from domain.estate.parties.add_party import AlreadyKept, add_party
from domain.estate.parties.list_parties import country_of, list_parties
from domain.estate.parties.party import PartyId, PartyKind, ShownParties
from domain.estate.parties.party_draft import PartyDraft, parse_party_name
from domain.people.person import Action, Person, full_name
from domain.people.phone import Phone
from domain.refusal import Refusal
from handlers.manager.callbacks import AddLease, AddParty, AddTenant, OpenParty
from handlers.manager.leases.add_lease import begin_with as begin_lease_with
from handlers.manager.parties.callbacks import AnotherPhone, AnotherTenantsPhone
from handlers.manager.parties.invitation import show_invitation_of
from handlers.manager.parties.questions import NEW
from handlers.manager.parties.words import SIGN, kind_name, next_step

router = Router(name="add_party")

KEPT_AS = "party_to_add"
"""Under what the conversation keeps somebody whose phone was another's."""


def _review(filled: CompletedForm[PartyDraft], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    role = kind_name(t, draft.kind) if draft.kind is not None else None
    phone = Phone(draft.phone).spaced if draft.phone else None
    return lines(
        bold(t("{name}, {role}", name=draft.name, role=role)) if role is not None else bold(draft.name),
        *(part for part in (phone, draft.email, draft.description) if part),
        "",
        t("Is everything right? Then I make a link that only this number can use."),
    )


async def _save(filled: CompletedForm[PartyDraft], ctx: Context) -> None:
    try:
        party_id = await add_party(ctx.work.once(f"form:{filled.nonce}"), ctx.me, filled.draft)
    except AlreadyKept as known:
        await ctx.state.update_data({KEPT_AS: FORM.adapter.dump_python(filled.draft, mode="json")})
        await ctx.chat.show(_known_screen(ctx.t, known, filled.context.get("premises")))
        return
    premises = filled.context.get("premises")
    await show_invitation_of(ctx, PartyId(party_id), note=ctx.t("Saved."), premises=premises)
    if premises is not None:
        await begin_lease_with(PremisesId(premises), PartyId(party_id), ctx, is_first=True)


def _known_screen(t: Localizer, known: AlreadyKept, premises: PremisesId | None) -> Screen:
    party = known.party
    may_rent = party.is_present and party.kind is PartyKind.TENANT
    another = AnotherPhone() if premises is None else AnotherTenantsPhone(premises=premises)
    removed = t("They have been removed; their card brings them back.") if not party.is_present else None
    return Screen(
        lines(t.refusal(known), removed),
        [
            [
                Button(label_of(party.name, SIGN), OpenParty(party=party.id)),
                *([next_step(t, party, premises)] if premises is not None and may_rent else []),
            ],
            [Button(t("✏️ Another number"), another), menu_button(t)],
        ],
    )


FORM = Form(
    name="party",
    title=label("New client"),
    draft=PartyDraft,
    questions=NEW,
    done=_save,
    review=Review(show=_review, shortcuts=(("email", label("✉️ E-mail")), ("description", label("📝 Note")))),
)


@router.message(Command("add_client"))
async def from_command(_message: object, ctx: Context) -> None:
    """Begin with the first question."""
    await _begin(PartyDraft(), ctx)


@router.callback_query(AddParty.filter())
async def begin(_query: object, callback_data: AddParty, ctx: Context) -> None:
    """The same by a button, which may know the role."""
    kind = PartyKind(callback_data.kind) if callback_data.kind else None
    await _begin(PartyDraft(kind=kind), ctx)


@router.callback_query(AddTenant.filter())
async def begin_for_object(_query: object, callback_data: AddTenant, ctx: Context) -> None:
    """Somebody who is going to rent an object, which the lease need not be asked for."""
    await _begin(PartyDraft(kind=PartyKind.TENANT), ctx, PremisesId(callback_data.premises))


async def knows_no_tenant(_query: object, ctx: Context) -> bool:
    """Whether there is nobody to choose from."""
    may = ctx.me.may(Action.MANAGE_OBJECTS)
    return may and not (await list_parties(ctx.work, ctx.me, ShownParties.TENANTS, limit=1)).total


@router.callback_query(AddLease.filter(), knows_no_tenant)
async def begin_first(_query: object, callback_data: AddLease, ctx: Context) -> None:
    """An object is let, and there is no tenant yet: ask for the first one at once."""
    premises = await premises_to_change(ctx.work, ctx.me, PremisesId(callback_data.premises))
    await _begin(PartyDraft(kind=PartyKind.TENANT), ctx, premises.id, new=callback_data.new)


@router.callback_query(AnotherPhone.filter())
@router.callback_query(AnotherTenantsPhone.filter())
async def another_phone(_query: object, callback_data: AnotherPhone | AnotherTenantsPhone, ctx: Context) -> None:
    """Go on with what has been said, and ask for the phone again."""
    kept = (await ctx.state.get_data()).get(KEPT_AS)
    draft = FORM.adapter.validate_python(kept, strict=False) if kept else PartyDraft()
    premises = PremisesId(callback_data.premises) if isinstance(callback_data, AnotherTenantsPhone) else None
    await _begin(replace(draft, phone=None), ctx, premises)


async def _begin(draft: PartyDraft, ctx: Context, premises: PremisesId | None = None, *, new: bool = False) -> None:
    ctx.me.must(Action.MANAGE_OBJECTS)
    if not ctx.me.may(Action.MANAGE_FOR_OTHERS):
        draft = replace(draft, kind=PartyKind.TENANT)
    context = {} if premises is None else {"premises": premises}
    await ctx.forms.start(FORM, ctx, draft, context=context, new=new)


async def adding(_message: object, forms: Forms, state: FSMContext) -> bool | dict[str, FormProgress[Any]]:
    """Whether somebody is being added."""
    progress = await forms.open(state)
    return {"progress": progress} if progress is not None and progress.form is FORM else False


async def manages_objects(_message: object, me: Person) -> bool:
    """Whether contacts of other people make sense from this person."""
    return me.may(Action.MANAGE_OBJECTS)


@router.message(F.contact, StateFilter(Filling.answer), adding)
async def contact_as_answer(message: Message, ctx: Context, progress: FormProgress[PartyDraft]) -> None:
    """Name and phone at once, from the phone book."""
    try:
        draft = _with_contact(progress.draft, message, ctx.me)
    except Refusal as refusal:
        await ctx.forms.go_on(progress, ctx, notice=ctx.t.refusal(refusal))
        return
    await ctx.forms.start(FORM, ctx, draft, context=dict(progress.context))


@router.message(F.contact, F.contact.user_id != F.from_user.id, StateFilter(None), manages_objects)
async def contact_of_somebody(message: Message, ctx: Context) -> None:
    """A contact sent by itself begins a new client."""
    await _begin(_with_contact(PartyDraft(), message, ctx.me), ctx)


def _with_contact(draft: PartyDraft, message: Message, me: Person) -> PartyDraft:
    contact = message.contact
    if contact is None or (message.from_user is not None and contact.user_id == message.from_user.id):
        raise Refusal("This is your own contact. Send that of your client.")
    first, last = parse_party_name(full_name(contact.first_name, contact.last_name))
    if contact.last_name:
        first, last = parse_party_name(contact.first_name)[0], contact.last_name
    phone = Phone.typed(contact.phone_number, country_of(me)).number
    return replace(draft, first_name=first, last_name=last, phone=phone)
