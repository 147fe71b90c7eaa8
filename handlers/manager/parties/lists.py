"""A manager's people on lists: owners, tenants, not joined yet, removed; a page at a time, found by name or phone."""

from functools import partial
from typing import Literal

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.wording import asking
from bot.lists.list_screen import Item, list_screen, page_found
from bot.lists.list_search import ListSearch, searched_title, words_question
from bot.localization import Localizer, bold, lines
from bot.opening import opens
from bot.screen import Button, Row, Screen, label_of
from domain.estate.parties.list_parties import ListedParty, PartyPage, list_parties
from domain.estate.parties.party import Party, ShownParties
from domain.people.person import Action, Person
from handlers.manager.callbacks import AddParty, OpenParty, PeopleList
from handlers.manager.parties.callbacks import FindParty, OpenInvitation
from handlers.manager.parties.words import SIGN, kind_name, state_of

router = Router(name="people")

ON_PAGE = 4
"""Lines: two rows of tabs take the room of the fifth."""
Tab = Literal["owner", "tenant", "invited", "removed"]
OTHERS: tuple[Tab, ...] = ("invited", "removed")
"""Lists that are offered only while somebody is on them."""
LISTS: dict[str, ShownParties] = {
    "owner": ShownParties.OWNERS,
    "tenant": ShownParties.TENANTS,
    "invited": ShownParties.INVITED,
    "removed": ShownParties.REMOVED,
}
TITLES = {
    "owner": "👥 Owners",
    "tenant": "👥 Tenants",
    "invited": "👥 Not joined yet",
    "removed": "👥 Removed",
}
TABS = {
    "owner": "Owners: {count}",
    "tenant": "Tenants: {count}",
    "invited": "⏳ Not joined: {count}",
    "removed": "🗄 Removed: {count}",
}
ADD = {"owner": "➕ Owner", "tenant": "➕ Tenant"}
"""Whom a list adds, said so that nobody becomes a tenant by mistake; gettext messages."""
EMPTY = {
    "owner": "There are no owners yet. Add the first: a name and a phone, and I make a link for them.",
    "tenant": "There are no tenants yet. Add the first: a name and a phone, and I make a link for them.",
    "invited": "Everybody whom you have invited has joined.",
    "removed": "Nobody has been removed.",
}


SEARCH = ListSearch(
    name="find_party",
    find=FindParty,
    question=words_question(
        asking("Whom are you looking for? Type a part of the name, or the phone."),
        "Please type a part of the name, or the phone.",
    ),
)


@opens(router, PeopleList, command="people")
@SEARCH.shows(PeopleList)
async def people_screen(ctx: Context, press: PeopleList) -> Screen:
    """A page, or what to do while there is none."""
    t = ctx.t
    words = await SEARCH.words(ctx, press)
    look = partial(list_parties, ctx.work, ctx.me, search=words)
    asked = press if press.kind else press.model_copy(update={"kind": await _likeliest(ctx)})
    page = await page_found(partial(look, LISTS[asked.kind]), asked.page, ON_PAGE)
    found, items = page.found, [_item(t, place, one, asked) for place, one in page.places]
    return list_screen(
        t,
        title=searched_title(t, t(TITLES[asked.kind]), words),
        page=page.of(items),
        turn=asked,
        empty=_empty(t, asked, words, found),
        note=t("Nobody is called exactly so; these are like it.") if found.is_guess and items else None,
        filters=_tabs(t, ctx.me, asked, found),
        actions=[
            Button(t(ADD.get(asked.kind, "➕ Add")), _add(asked)),
            *([SEARCH.button(t, asked)] if asked.found or found.total else []),
        ],
    )


async def _likeliest(ctx: Context) -> Tab:
    """Tenants, unless somebody has only owners so far."""
    tenants = await list_parties(ctx.work, ctx.me, ShownParties.TENANTS, limit=1)
    return "tenant" if tenants.total or not ctx.me.may(Action.MANAGE_FOR_OTHERS) else "owner"


def _item(t: Localizer, place: int, listed: ListedParty, press: PeopleList) -> Item:
    party = listed.party
    phone = listed.phone.spaced if listed.phone is not None else None
    role = kind_name(t, party.kind) if press.kind in ("invited", "removed") else None
    about = [part for part in (role, listed.rents, state_of(t, party, listed.invitation)) if part]
    line = lines(
        Markup(" · ").join(part for part in (Markup("{}. {}").format(place, bold(party.name)), phone) if part),
        Markup(" · ").join(about),
    )
    return Item(line, label_of(f"{place}. {party.name}", SIGN), OpenParty(party=party.id), _invite(t, party))


def _invite(t: Localizer, party: Party) -> Button | None:
    if party.joined_at is not None or not party.is_present:
        return None
    return Button(t("🔗 Invitation"), OpenInvitation(party=party.id))


def _tabs(t: Localizer, me: Person, press: PeopleList, found: PartyPage) -> list[Row]:
    def tab(kind: Tab) -> Button:
        text = t(TABS[kind], count=found.counts[LISTS[kind]])
        return Button(Markup("• {}").format(text) if kind == press.kind else text, PeopleList(kind=kind))

    present = [tab("tenant"), *([tab("owner")] if me.may(Action.MANAGE_FOR_OTHERS) else [])]
    others = [tab(kind) for kind in OTHERS if found.counts[LISTS[kind]] or kind == press.kind]
    return [present, others] if len(present) > 1 or len(others) > 1 else [[*present, *others]]


def _add(press: PeopleList) -> AddParty:
    return AddParty(kind=press.kind) if press.kind in ("owner", "tenant") else AddParty()


def _empty(t: Localizer, press: PeopleList, words: str | None, found: PartyPage) -> Markup:
    if words is not None:
        return t("Nobody found. Try a part of the name, or the whole phone.")
    removed = found.counts[LISTS["removed"]] if press.kind in ("owner", "tenant") else 0
    return (
        t.n(
            "There are none at present; {count} person has been removed and can be brought back.",
            "There are none at present; {count} people have been removed and can be brought back.",
            removed,
        )
        if removed
        else t(EMPTY[press.kind])
    )
