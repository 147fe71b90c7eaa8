"""Choosing the currency, any that is paid in somewhere: a sum typed without one is taken for this."""

from dataclasses import dataclass

from aiogram import Router
from markupsafe import Markup

from bot.answer_kind import AnswerKind
from bot.currencies import currencies, currency_name, currency_sign, find_currency
from bot.forms import Answering, Choice, Filled, Form, Forms, Question, Surrounding, WhichOne
from bot.speech import Speech, lines
from domain.people.change_preferences import change_currency
from domain.people.person import Person
from domain.refusal import Refusal
from handlers.common.leaving import step_out, with_note
from handlers.common.presses import OpenCurrencies
from handlers.common.settings import settings_screen

router = Router(name="currency")


@dataclass
class CurrencyDraft:
    """The currency that is chosen."""

    currency: str | None = None


def _ask(t: Speech, _draft: CurrencyDraft) -> Markup:
    return lines(
        t("Which currency do you mean when you write only a number?"),
        t("If it is not among these, write its name, sign or country: yen, ₾, Uzbekistan"),
    )


def _choice(t: Speech, code: str) -> Choice:
    sign = currency_sign(t, code)
    label = code if sign == code else f"{code} {sign}"
    return Choice(label, code, Markup("{} · {}").format(code, currency_name(t, code)))


def _offered(t: Speech, _draft: CurrencyDraft, me: Person) -> list[Choice]:
    return [_choice(t, code) for code in currencies(t, me.currency, me.country)]


def _read(text: str, _draft: CurrencyDraft, answering: Answering) -> CurrencyDraft:
    found = find_currency(text)
    if found.certain is not None:
        return CurrencyDraft(found.certain)
    if found.maybe:
        raise WhichOne([_choice(answering.t, code) for code in found.maybe])
    raise Refusal(
        "I do not know the currency “{said}”. Write its name, sign or country: yen, ₾, Uzbekistan", said=text[:40]
    )


async def _chosen(filled: Filled[CurrencyDraft], around: Surrounding) -> None:
    currency = filled.draft.currency or around.me.currency
    await change_currency(around.work, around.me, currency)
    note = around.t("Saved: {currency}.", currency=currency_name(around.t, currency))
    await around.chat.show(with_note(note, await settings_screen(around)))


async def _back(_filled: Filled[CurrencyDraft], around: Surrounding) -> None:
    await around.chat.show(await settings_screen(around))


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
            choices=_offered,
            choice=_choice,
            pick=lambda value, _draft: CurrencyDraft(value),
        ),
    ),
    done=_chosen,
    back=_back,
)


@router.callback_query(OpenCurrencies.filter())
async def choose_currency(_query: object, around: Surrounding, forms: Forms) -> None:
    """Ask for the currency."""
    await step_out(forms, around)
    await forms.start(FORM, around, CurrencyDraft(), only="currency")
