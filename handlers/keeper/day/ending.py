"""Leases that end soon: each to be opened, where it is prolonged or ended, or talked over with the tenant."""

from aiogram import Router
from markupsafe import Markup

from bot.forms import Surrounding
from bot.lists import PAGE, Item, Page, list_screen, on_page
from bot.screen import Button, Screen, label_of
from bot.speech import Speech, bold, lines
from domain.estate.list_ending import Ending, list_ending
from handlers.keeper.presses import EndingLeases, OpenLease
from handlers.letters.presses import WriteLetter

router = Router(name="ending")


@router.callback_query(EndingLeases.filter())
async def ending(_query: object, callback_data: EndingLeases, around: Surrounding) -> None:
    """The page that the button means."""
    screen = await _screen(around, callback_data.model_copy(update={"new": False}))
    await around.chat.show(screen, new=callback_data.new)


async def _screen(around: Surrounding, press: EndingLeases) -> Screen:
    t = around.t
    found = await list_ending(around.work, around.me, offset=press.page * PAGE, limit=PAGE)
    number = on_page(press.page, found.total)
    if number != press.page:
        found = await list_ending(around.work, around.me, offset=number * PAGE, limit=PAGE)
    items = [_item(t, place, one) for place, one in enumerate(found.items, number * PAGE + 1)]
    return list_screen(
        t,
        title=t("📄 Leases that end soon"),
        page=Page(items, found.total, number),
        turn=lambda page: press.model_copy(update={"page": page}),
        empty=t("No lease ends within 60 days."),
    )


def _item(t: Speech, place: int, one: Ending) -> Item:
    lease, name = one.lease, one.premises.name
    left = ((lease.ends_on or t.now.date()) - t.now.astimezone(t.zone).date()).days
    when = t.n("in {count} day", "in {count} days", left) if left else t("today")
    said = lines(
        Markup("{}. {}").format(place, bold(name)),
        t("{name}, until {date}, {when}", name=one.tenant.name, date=lease.ends_on, when=when),
    )
    write = Button(t("✍️ Write"), WriteLetter(party=one.tenant.id, premises=one.premises.id))
    return Item(said, label_of(f"{place}. {name}", "📄"), OpenLease(lease=lease.id), write)
