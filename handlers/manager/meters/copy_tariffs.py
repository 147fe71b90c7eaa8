"""A manager gives the tariffs of one object to others of theirs: to one by a tap, or to all at once."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_among
from bot.localization import Localizer
from bot.opening import opens
from bot.screen import Button, Screen, label_of
from domain.estate.objects.premises import Premises, PremisesId
from domain.metering.set_tariff import copy_tariffs
from domain.metering.show_tariffs import show_tariffs
from domain.refusal import NotFound
from handlers.manager.callbacks import ObjectTariffs
from handlers.manager.meters.callbacks import CopyTariffs, CopyTariffsTo
from handlers.manager.meters.tariffs import show_list

router = Router(name="copy_tariffs")


@opens(router, CopyTariffs)
async def choose(ctx: Context, press: CopyTariffs) -> Screen:
    """The other objects."""
    t = ctx.t
    view = await show_tariffs(ctx.work, ctx.me, PremisesId(press.premises))
    premises = press.premises
    page = page_among(view.others, press.page)
    everyone = Button(t("📋 To all: {count}", count=len(view.others)), CopyTariffsTo(premises=premises, target=0))
    return list_screen(
        t,
        title=t("Copy the tariffs of {object}", object=view.premises.name),
        page=page.of(_item(t, premises, one) for one in page.found.items),
        turn=press,
        empty=t("You have no other object in this currency."),
        note=t("They count there from this month on; what is set there for other utilities stays."),
        filters=[[everyone]] if len(view.others) > 1 else [],
        back=ObjectTariffs(premises=premises),
    )


@router.callback_query(CopyTariffsTo.filter())
async def copy(_query: object, callback_data: CopyTariffsTo, ctx: Context) -> None:
    """Do it, and say where they are now."""
    t, source = ctx.t, PremisesId(callback_data.premises)
    view = await show_tariffs(ctx.work, ctx.me, source)
    chosen = [one for one in view.others if callback_data.target in (0, one.id)]
    if not chosen:
        raise NotFound
    count = await copy_tariffs(ctx.work, ctx.me, source, [one.id for one in chosen])
    said = (
        t("Copied to {object}.", object=chosen[0].name)
        if count == 1
        else t.n("Copied to {count} object.", "Copied to {count} objects.", count)
    )
    await show_list(ctx, source, said)


def _item(t: Localizer, source: int, one: Premises) -> Item:
    line = (
        Markup("• {}").format(one.name) if not one.area else t("• {name}, {area}", name=one.name, area=t.area(one.area))
    )
    return Item(line, label_of(one.name, "📋"), CopyTariffsTo(premises=source, target=one.id))
