"""An object's tariffs: what each utility costs now, since when, and what it cost before."""

from aiogram import Router
from markupsafe import Markup

from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.lists.list_screen import Item, list_screen, page_among
from bot.localization import Localizer, bold, lines
from bot.opening import opens
from bot.screen import Button, Row, Screen, label_of, pairs
from domain.estate.objects.premises import Premises, PremisesId
from domain.ledger.entry import Article
from domain.metering.meter import Unit, usual_unit
from domain.metering.set_tariff import copy_tariffs, set_tariff
from domain.metering.show_tariffs import TariffsView, show_tariffs
from domain.metering.tariff import METERED, Basis, Tariff
from domain.refusal import NotFound
from handlers.manager.callbacks import ObjectMeters, ObjectTariffs
from handlers.manager.meters.callbacks import AddTariff, CopyTariffs, CopyTariffsTo, EndTariff, OpenTariff, SetTariff
from handlers.money.words import article_name
from handlers.utilities.meter_words import since_month, tariff_words

router = Router(name="tariffs_of_object")

MOST_ARTICLES = 10
SHOWN = 8


@router.callback_query(ObjectTariffs.filter())
async def object_tariffs(_query: object, callback_data: ObjectTariffs, ctx: Context) -> None:
    """The list."""
    await ctx.forms.leave(ctx.state)
    await show_list(ctx, PremisesId(callback_data.premises))


@router.callback_query(OpenTariff.filter())
async def open_tariff(_query: object, callback_data: OpenTariff, ctx: Context) -> None:
    """One article."""
    await ctx.forms.leave(ctx.state)
    view = await show_tariffs(ctx.work, ctx.me, PremisesId(callback_data.premises))
    await ctx.chat.show(_article_screen(ctx.t, view, callback_data.article))


@router.callback_query(EndTariff.filter())
async def end_tariff(_query: object, callback_data: EndTariff, ctx: Context) -> None:
    """Ask, then bill it no longer from this month on."""
    t, premises_id, article = ctx.t, PremisesId(callback_data.premises), callback_data.article
    view = await show_tariffs(ctx.work, ctx.me, premises_id)
    tariff = view.billed_by(article)
    if not view.is_manager or tariff is None:
        raise NotFound
    name, month = capital(article_name(t, article)), max(tariff.since, view.today.replace(day=1))
    if not callback_data.sure:
        question = lines(
            bold(t("{what}: bill it no longer?", what=name)),
            t("From {month} on it will not be billed. What has been booked stays.", month=since_month(t, month)),
        )
        keep = (t("‹ Keep it"), OpenTariff(premises=premises_id, article=article))
        go = (t("🗑 Bill no longer"), EndTariff(premises=premises_id, article=article, sure=True))
        await ctx.chat.show(confirm_screen(question, keep=keep, go=go))
        return
    await set_tariff(ctx.work, ctx.me, premises_id, article, Basis.NONE, (), month)
    await show_list(ctx, premises_id, t("{what} is no longer billed.", what=name))


async def show_list(ctx: Context, premises_id: PremisesId, note: Markup | None = None) -> None:
    """The list as it is now, with what has just happened."""
    view = await show_tariffs(ctx.work, ctx.me, premises_id)
    await ctx.chat.show(_screen(ctx.t, view, note))


def _screen(t: Localizer, view: TariffsView, note: Markup | None) -> Screen:
    premises = view.premises.id
    head = bold(t("Tariffs")) + Markup(" · ") + view.premises.name
    said = [_line(t, view, one) for one in view.present.values()]
    coming = [_coming(t, view, one) for one in view.all if one.since > view.today and one.article in view.billed]
    text = lines(*((note, "") if note else ()), head, "", *([*said, *coming] or [_empty(t, view)]))
    rows = _changing(t, view) if view.is_manager else []
    return Screen(text, [*rows, [Button(t("‹ Meters"), ObjectMeters(premises=premises)), menu_button(t)]])


def _empty(t: Localizer, view: TariffsView) -> Markup:
    if view.is_manager:
        return t("No tariffs yet. Say what a kWh or a m³ costs, and bills count themselves.")
    return t("No tariffs yet.")


def _changing(t: Localizer, view: TariffsView) -> list[Row]:
    """Who manages the object opens a tariff, adds one, or takes them over to the others."""
    premises = view.premises.id
    articles = [
        Button(label_of(capital(article_name(t, article))), OpenTariff(premises=premises, article=article))
        for article in view.billed[:MOST_ARTICLES]
    ]
    copy = [Button(t("📋 To my others"), CopyTariffs(premises=premises))] if view.present and view.others else []
    return [*pairs(articles), [Button(t("➕ Tariff"), AddTariff(premises=premises)), *copy]]


def _line(t: Localizer, view: TariffsView, one: Tariff) -> Markup:
    words = t("{what}: {price}", what=bold(capital(article_name(t, one.article))), price=_price(t, view, one))
    return Markup("• ") + t("{tariff}, since {month}", tariff=words, month=since_month(t, one.since))


def _coming(t: Localizer, view: TariffsView, one: Tariff) -> Markup:
    words = t("{what}: {price}", what=capital(article_name(t, one.article)), price=_price(t, view, one))
    return Markup("◦ ") + t("{tariff}, from {month} on", tariff=words, month=since_month(t, one.since))


def _price(t: Localizer, view: TariffsView, one: Tariff) -> Markup:
    kinds = METERED.get(one.article, ())
    units = [meter.unit for meter in view.meters if meter.kind in kinds]
    return tariff_words(t, one.basis, one.prices, units or usual_units(one.article), view.premises.currency)


def usual_units(article: Article) -> list[Unit]:
    """The units in which an article is usually counted."""
    return [usual_unit(kind) for kind in METERED.get(article, ())]


def _article_screen(t: Localizer, view: TariffsView, article: Article) -> Screen:
    premises = view.premises.id
    name = capital(article_name(t, article))
    history = [
        t("since {month}: {price}", month=since_month(t, one.since), price=_price(t, view, one))
        for one in view.of(article)[:SHOWN]
    ]
    text = lines(bold(name) + Markup(" · ") + view.premises.name, "", *(history or [t("Not billed so far.")]))
    rows = []
    if view.is_manager:
        change = Button(t("✏️ New price"), SetTariff(premises=premises, article=article))
        end = [Button(t("🗑 Bill no longer"), EndTariff(premises=premises, article=article))]
        rows.append([change, *(end if article in view.billed else [])])
    return Screen(text, [*rows, [Button(t("‹ Tariffs"), ObjectTariffs(premises=premises)), menu_button(t)]])


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
