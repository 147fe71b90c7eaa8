"""A keeper adds an object: one line or a few answers, the whole to look over, saved, and what to do next."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.asking import label
from bot.forms import Filled, Form, Forms, Review, Surrounding, menu_button
from bot.screen import Button, Screen
from bot.speech import bold, lines, quiet
from domain.estate.add_premises import add_premises
from domain.estate.list_parties import list_parties
from domain.estate.party import PartyId, ShownParties
from domain.estate.premises import PremisesId
from domain.estate.premises_draft import PremisesDraft
from domain.estate.show_party import show_party
from domain.people.person import Action, Role
from handlers.keeper.objects.owners import owners_screen
from handlers.keeper.objects.presses import ChooseOwner
from handlers.keeper.objects.questions import LINE, NAME, REST
from handlers.keeper.objects.words import draft_card
from handlers.keeper.presses import AddLease, AddObject, ObjectMeters, OpenObject

router = Router(name="add_object")


def _review(filled: Filled[PremisesDraft], around: Surrounding) -> Markup:
    t, draft = around.t, filled.draft
    card = draft_card(t, draft, owner=filled.context.get("owner"), usual_currency=around.me.currency)
    return lines(card, "", quiet(t("Enough to begin with: the rest can be added at any time.")))


async def _save(filled: Filled[PremisesDraft], around: Surrounding) -> None:
    saved = await add_premises(around.work.once(f"form:{filled.nonce}"), around.me, filled.draft)
    await around.chat.show(saved_screen(around, PremisesId(saved), filled.draft.title or ""))


def saved_screen(around: Surrounding, premises_id: PremisesId, name: str) -> Screen:
    """What usually comes next."""
    t = around.t
    text = lines(bold(t("Saved: {name}", name=name)), t("Next: who rents it and for how much, or its meters."))
    return Screen(
        text,
        [
            [
                Button(t("📄 Let it"), AddLease(premises=premises_id)),
                Button(t("📟 Meters"), ObjectMeters(premises=premises_id)),
            ],
            [Button(t("🏠 Open"), OpenObject(premises=premises_id)), Button(t("➕ Another object"), AddObject())],
            [menu_button(t)],
        ],
    )


FORM = Form(
    name="object",
    title=label("New object"),
    draft=PremisesDraft,
    questions=(LINE, replace(NAME, later=True), *REST),
    done=_save,
    review=Review(show=_review, shortcuts=(("photos", label("➕ Photos")), ("address", label("📍 Address")))),
)


@router.message(Command("add_object"))
@router.callback_query(AddObject.filter())
async def begin(_event: object, around: Surrounding, forms: Forms) -> None:
    """Ask whose it is, unless that is plain, and then what it is."""
    me = around.me
    me.must(Action.KEEP_ESTATE)
    if not me.may(Action.MANAGE):
        await begin_with(None, around, forms)
        return
    owners = await list_parties(around.work, me, ShownParties.OWNERS, limit=1)
    if owners.total == 1 and Role.OWNER not in me.roles:
        await begin_with(owners.items[0].party.id, around, forms)
        return
    await forms.leave(around.state)
    await around.chat.show(await owners_screen(around, ChooseOwner()))


async def begin_with(owner: PartyId | None, around: Surrounding, forms: Forms) -> None:
    """Ask the first question about an object of this owner; None: the keeper themselves."""
    name = (await show_party(around.work, around.me, owner)).party.name if owner is not None else None
    draft = PremisesDraft(owner_id=owner, currency=around.me.currency)
    await forms.leave(around.state)
    await forms.start(FORM, around, draft, context={"owner": name} if name else {})
