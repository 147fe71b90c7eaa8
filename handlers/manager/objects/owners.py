"""The owners among whom a manager chooses, a page at a time, with the way to add one."""

from functools import partial

from bot.callbacks import Menu
from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_found
from bot.screen import Button, Screen, label_of
from domain.estate.parties.list_parties import list_parties, names_apart
from domain.estate.parties.party import ShownParties
from domain.people.person import Role
from handlers.manager.callbacks import AddParty
from handlers.manager.objects.callbacks import ChooseOwner, EditObject, PickOwner
from handlers.manager.parties.words import person_line

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
