"""Leases that end soon: each to be opened, where it is prolonged or ended, or talked over with the tenant."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_found
from bot.localization import Localizer, bold, lines
from bot.opening import opens
from bot.screen import Button, Screen, label_of
from domain.estate.leases.list_ending import EndingLease, list_ending
from handlers.letters.callbacks import WriteLetter
from handlers.manager.callbacks import EndingLeases, OpenLease

router = Router(name="ending")


@opens(router, EndingLeases)
async def _screen(ctx: Context, press: EndingLeases) -> Screen:
    """The page that the button means."""
    t = ctx.t
    page = await page_found(partial(list_ending, ctx.work, ctx.me), press.page)
    items = [_item(t, place, one) for place, one in page.places]
    return list_screen(
        t,
        title=t("📄 Leases that end soon"),
        page=page.of(items),
        turn=press,
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
