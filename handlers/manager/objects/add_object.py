"""A manager adds an object: one line or a few answers, the whole to look over, saved, and what to do next."""

from dataclasses import replace
from functools import partial

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.callbacks import Menu
from bot.forms.model import CompletedForm, Context, Form, Review
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.lists.list_screen import Item, list_screen, page_found
from bot.localization import bold, lines, quiet
from bot.screen import Button, Screen, label_of
from domain.estate.objects.add_premises import add_premises
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.premises_draft import PremisesDraft
from domain.estate.parties.list_parties import list_parties, names_apart
from domain.estate.parties.party import PartyId, ShownParties
from domain.estate.parties.show_party import show_party
from domain.people.person import Action, Role
from handlers.manager.callbacks import AddLease, AddObject, AddParty, ObjectMeters, OpenObject
from handlers.manager.objects.callbacks import ChooseOwner, EditObject, PickOwner
from handlers.manager.objects.questions import LINE, NAME, REST
from handlers.manager.objects.words import draft_card
from handlers.manager.parties.words import person_line

router = Router(name="add_object")


def _review(filled: CompletedForm[PremisesDraft], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    card = draft_card(t, draft, owner=filled.context.get("owner"), usual_currency=ctx.me.currency)
    return lines(card, "", quiet(t("Enough to begin with: the rest can be added at any time.")))


async def _save(filled: CompletedForm[PremisesDraft], ctx: Context) -> None:
    saved = await add_premises(ctx.work.once(f"form:{filled.nonce}"), ctx.me, filled.draft)
    await ctx.chat.show(saved_screen(ctx, PremisesId(saved), filled.draft.title or ""))


def saved_screen(ctx: Context, premises_id: PremisesId, name: str) -> Screen:
    """What usually comes next."""
    t = ctx.t
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
async def begin(_event: object, ctx: Context) -> None:
    """Ask whose it is, unless that is plain, and then what it is."""
    me = ctx.me
    me.must(Action.MANAGE_OBJECTS)
    if not me.may(Action.MANAGE_FOR_OTHERS):
        await begin_with(None, ctx)
        return
    owners = await list_parties(ctx.work, me, ShownParties.OWNERS, limit=1)
    if owners.total == 1 and Role.OWNER not in me.roles:
        await begin_with(owners.items[0].party.id, ctx)
        return
    await ctx.forms.leave(ctx.state)
    await ctx.chat.show(await owners_screen(ctx, ChooseOwner()))


async def begin_with(owner: PartyId | None, ctx: Context) -> None:
    """Ask the first question about an object of this owner; None: the manager themselves."""
    name = (await show_party(ctx.work, ctx.me, owner)).party.name if owner is not None else None
    draft = PremisesDraft(owner_id=owner, currency=ctx.me.currency)
    await ctx.forms.start(FORM, ctx, draft, context={"owner": name} if name else {})


MYSELF = 0
"""In a button: the manager themselves."""


async def owners_screen(ctx: Context, press: ChooseOwner) -> Screen:
    """Whose it may be, and the way to add somebody."""
    t = ctx.t
    page = await page_found(partial(list_parties, ctx.work, ctx.me, ShownParties.OWNERS), press.page)

    def pick(party: int) -> PickOwner:
        return PickOwner(party=party, premises=press.premises, version=press.version)

    called = names_apart(page.found.items)
    items = [
        Item(person_line(t, one), label_of(called[one.party.id], "👤"), pick(one.party.id)) for one in page.found.items
    ]
    back = EditObject(premises=press.premises, version=press.version) if press.premises else Menu()
    return list_screen(
        t,
        title=t("Whose object is it?"),
        page=page.of(items),
        turn=press,
        empty=t("First add the owner; the object comes right after."),
        filters=[[Button(t("🙋 My own"), pick(MYSELF))]] if Role.OWNER in ctx.me.roles else [],
        actions=[Button(t("➕ Owner"), AddParty(kind="owner"))],
        back=back,
    )
