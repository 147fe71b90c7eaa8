"""Leases that end soon: each to be opened, where it is prolonged or ended, or talked over with the tenant."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import PAGE, Item, ListPage, list_screen, on_page
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, label_of
from domain.estate.leases.list_ending import EndingLease, list_ending
from handlers.letters.callbacks import WriteLetter
from handlers.manager.callbacks import EndingLeases, OpenLease

router = Router(name="ending")


@router.callback_query(EndingLeases.filter())
async def ending(_query: object, callback_data: EndingLeases, ctx: Context) -> None:
    """The page that the button means."""
    screen = await _screen(ctx, callback_data.model_copy(update={"new": False}))
    await ctx.chat.show(screen, new=callback_data.new)


async def _screen(ctx: Context, press: EndingLeases) -> Screen:
    t = ctx.t
    found = await list_ending(ctx.work, ctx.me, offset=press.page * PAGE, limit=PAGE)
    number = on_page(press.page, found.total)
    if number != press.page:
        found = await list_ending(ctx.work, ctx.me, offset=number * PAGE, limit=PAGE)
    items = [_item(t, place, one) for place, one in enumerate(found.items, number * PAGE + 1)]
    return list_screen(
        t,
        title=t("📄 Leases that end soon"),
        page=ListPage(items, found.total, number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=t("No lease ends within 60 days."),
    )


def _item(t: Localizer, place: int, one: EndingLease) -> Item:
    lease, name = one.lease, one.premises.name
    left = ((lease.ends_on or t.now.date()) - t.today).days
    when = t.n("in {count} day", "in {count} days", left) if left else t("today")
    said = lines(
        Markup("{}. {}").format(place, bold(name)),
        t("{name}, until {date}, {when}", name=one.tenant.name, date=lease.ends_on, when=when),
    )
    write = Button(t("✍️ Write"), WriteLetter(party=one.tenant.id, premises=one.premises.id))
    return Item(said, label_of(f"{place}. {name}", "📄"), OpenLease(lease=lease.id), write)
