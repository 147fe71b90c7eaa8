"""Choosing the currency, any that is paid in somewhere: a sum typed without one is taken for this."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer, lines
from bot.names.currencies import currencies, currency_name, currency_sign, find_currency
from domain.people.change_preferences import change_currency
from domain.refusal import Refusal
from handlers.common.callbacks import OpenCurrencies
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.settings.show_settings import settings_screen

router = Router(name="currency")


@dataclass
class CurrencyDraft:
    """The currency that is chosen."""

    currency: str | None = None


def _ask(t: Localizer, _draft: CurrencyDraft) -> Markup:
    return lines(
        t("Which currency do you mean when you write only a number?"),
        t("If it is not among these, write its name, sign or country: yen, ₾, Uzbekistan"),
    )


def _choice(t: Localizer, code: str) -> Choice:
    sign = currency_sign(t, code)
    label = code if sign == code else f"{code} {sign}"
    return Choice(label, code, Markup("{} · {}").format(code, currency_name(t, code)))


def _read(text: str, _draft: CurrencyDraft, answering: AnswerContext) -> CurrencyDraft:
    found = find_currency(text)
    if found.certain is not None:
        return CurrencyDraft(found.certain)
    if found.maybe:
        raise AmbiguousAnswer([_choice(answering.t, code) for code in found.maybe])
    raise Refusal(
        "I do not know the currency “{said}”. Write its name, sign or country: yen, ₾, Uzbekistan", said=text[:40]
    )


async def _chosen(filled: CompletedForm[CurrencyDraft], ctx: Context) -> None:
    currency = filled.draft.currency or ctx.me.currency
    await change_currency(ctx.work, ctx.me, currency)
    note = ctx.t("Saved: {currency}.", currency=currency_name(ctx.t, currency))
    await ctx.chat.show(with_note(note, await settings_screen(ctx)))


async def _back(_filled: CompletedForm[CurrencyDraft], ctx: Context) -> None:
    await ctx.chat.show(await settings_screen(ctx))


FORM = Form(
    name="currency",
    title=lambda t: t("Currency"),
    draft=CurrencyDraft,
    questions=(
        Question[CurrencyDraft](
            key="currency",
            kind=AnswerKind.CURRENCY,
            ask=_ask,
            read=_read,
            choices=lambda t, _draft, me: [_choice(t, code) for code in currencies(t, me.currency, me.country)],
            choice=_choice,
            pick=lambda value, _draft: CurrencyDraft(value),
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(OpenCurrencies.filter())
async def choose_currency(_query: object, ctx: Context) -> None:
    """Ask for the currency."""
    await step_out(ctx)
    await ctx.forms.start(FORM, ctx, CurrencyDraft(), only="currency")
