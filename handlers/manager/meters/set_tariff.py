"""A manager says what a utility costs: which one, by what (a unit, a square metre, a month), how much, since when."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.forms.wording import capital
from bot.localization import Localizer, lines
from domain.estate.leases.lease import months_back, next_month
from domain.estate.objects.premises import PremisesId
from domain.ledger.entry import Article
from domain.metering.meter import Unit
from domain.metering.set_tariff import set_tariff
from domain.metering.show_tariffs import TariffsView, show_tariffs
from domain.metering.tariff import ARTICLES, METERED, Basis, Prices, bases_of
from domain.metering.typed import parse_prices, parse_since
from domain.people.person import Person
from domain.refusal import NotFound, Refusal
from handlers.manager.meters.callbacks import AddTariff, SetTariff
from handlers.manager.meters.tariffs import show_list, usual_units
from handlers.money.words import article_name
from handlers.utilities.meter_words import since_month, tariff_words, unit_name, zone_name

router = Router(name="set_tariff")


@dataclass(frozen=True, kw_only=True)
class TariffDraft:
    """A tariff while it is described."""

    today: dt.date
    currency: str
    zones: int = 1
    """How many zones the object's electricity meter has."""
    units: tuple[Unit, ...] = ()
    has_area: bool = True
    article: Article | None = None
    basis: Basis | None = None
    prices: Prices = ()
    since: dt.date | None = None

    def bases(self) -> list[Basis]:
        """What a price can be for at this object."""
        return [one for one in bases_of(self.article or Article.OTHER) if self.has_area or one is not Basis.AREA]


def _articles(t: Localizer, _draft: TariffDraft, _me: Person) -> list[Choice]:
    return [Choice(capital(article_name(t, one)), one.value) for one in ARTICLES]


def _bases(t: Localizer, draft: TariffDraft, _me: Person) -> list[Choice]:
    names = {
        Basis.UNIT: t("By the meter, {unit}", unit=_unit(t, draft)),
        Basis.AREA: t("For a m² a month"),
        Basis.MONTH: t("A fixed sum a month"),
    }
    return [Choice(names[one], one.value) for one in draft.bases()]


def _unit(t: Localizer, draft: TariffDraft) -> Markup:
    units = draft.units or tuple(usual_units(draft.article or Article.OTHER))
    return unit_name(t, units[0]) if units else Markup()


def _zones(draft: TariffDraft) -> int:
    return draft.zones if draft.article is Article.ELECTRICITY and draft.basis is Basis.UNIT else 1


def _ask_price(t: Localizer, draft: TariffDraft) -> Markup:
    match draft.basis:
        case Basis.UNIT:
            said = t("What does one {unit} cost? For example: 5.38.", unit=_unit(t, draft))
        case Basis.AREA:
            said = t("What does a m² cost a month? For example: 12.50.")
        case _:
            said = t("What does a month cost for the whole object? For example: 500.")
    zones = _zones(draft)
    if zones == 1:
        return said
    order = Markup(" / ").join(name for zone in range(zones) if (name := zone_name(t, zone, zones)) is not None)
    return lines(said, t("By zones with slashes: {zones}. One price is for all of them.", zones=order))


def _read_price(text: str, draft: TariffDraft, _answering: AnswerContext) -> TariffDraft:
    prices = parse_prices(text)
    if len(prices) not in (1, _zones(draft)):
        raise Refusal("{count} prices do not fit here. Write one, for example 5.38.", count=len(prices))
    return replace(draft, prices=prices)


def _ask_since(t: Localizer, draft: TariffDraft) -> Markup:
    units = draft.units or tuple(usual_units(draft.article or Article.OTHER))
    price = tariff_words(t, draft.basis or Basis.MONTH, draft.prices, units, draft.currency)
    name = capital(article_name(t, draft.article))
    return lines(
        t("{what}: {price}", what=name, price=price),
        t("From which month on? What has been booked keeps its price."),
    )


def _months(t: Localizer, draft: TariffDraft, _me: Person) -> list[Choice]:
    this = draft.today.replace(day=1)
    return [Choice(capital(month_name(t, one)), one.isoformat()) for one in (*months_back(this, 2), next_month(this))]


async def _save(filled: CompletedForm[TariffDraft], ctx: Context) -> None:
    draft, premises_id = filled.draft, PremisesId(filled.context["premises"])
    if draft.article is None or draft.basis is None or draft.since is None:
        raise Refusal("There is no such tariff.")
    work = ctx.work.once(f"form:{filled.nonce}")
    await set_tariff(work, ctx.me, premises_id, draft.article, draft.basis, draft.prices, draft.since)
    t, name = ctx.t, capital(article_name(ctx.t, draft.article))
    await show_list(
        ctx, premises_id, t("Saved: {what}, from {month} on.", what=name, month=since_month(t, draft.since))
    )


FORM: Form[TariffDraft] = Form(
    name="tariff",
    title=lambda t: t("Tariff"),
    draft=TariffDraft,
    questions=(
        Question(
            key="article",
            kind=AnswerKind.CHOICE,
            ask=lambda t, _draft: t("For what?"),
            choices=_articles,
            of=Article,
        ),
        Question(
            key="basis",
            kind=AnswerKind.CHOICE,
            ask=lambda t, _draft: t("How is it counted?"),
            choices=_bases,
            of=Basis,
            per_row=1,
        ),
        Question(
            key="prices",
            kind=AnswerKind.PRICE_OF_USE,
            ask=_ask_price,
            read=_read_price,
        ),
        Question(
            key="since",
            kind=AnswerKind.MONTH,
            ask=_ask_since,
            value=lambda text, draft, _ctx: parse_since(text, draft.today),
            choices=_months,
            of=dt.date.fromisoformat,
            per_row=3,
        ),
    ),
    done=_save,
)


@router.callback_query(AddTariff.filter())
async def add(_query: object, callback_data: AddTariff, ctx: Context) -> None:
    """Ask which utility first."""
    await _begin(callback_data.premises, None, ctx)


@router.callback_query(SetTariff.filter())
async def change(_query: object, callback_data: SetTariff, ctx: Context) -> None:
    """Ask about this one."""
    await _begin(callback_data.premises, callback_data.article, ctx)


async def _begin(premises: int, article: Article | None, ctx: Context) -> None:
    view = await show_tariffs(ctx.work, ctx.me, PremisesId(premises))
    if not view.is_manager:
        raise NotFound
    await ctx.forms.leave(ctx.state)
    known = view.billed_by(article) if article is not None else None
    draft = TariffDraft(
        today=view.today,
        currency=view.premises.currency,
        zones=view.zones(Article.ELECTRICITY),
        units=_units(view, article),
        has_area=view.premises.area is not None,
        article=article,
        basis=known.basis if known is not None else None,
    )
    await ctx.forms.start(FORM, ctx, draft, context={"premises": premises})


def _units(view: TariffsView, article: Article | None) -> tuple[Unit, ...]:
    kinds = METERED.get(article, ()) if article is not None else ()
    return tuple(dict.fromkeys(one.unit for one in view.meters if one.kind in kinds))
