"""Choosing the currency: a sum typed without one is taken for this."""

from aiogram import Router

from bot.forms import Forms, Surrounding, menu_button
from bot.press import OpenSettings, Press
from bot.screen import Button, Screen, pairs
from bot.speech import Speech, bold, lines
from domain.people.change_preferences import change_currency
from handlers.common.leaving import arrive, marked, with_note
from handlers.common.preference_words import currency_name, currency_sign
from handlers.common.presses import OpenCurrencies
from handlers.common.settings import settings_screen

router = Router(name="currency")

OFFERED = ("RUB", "KGS", "KZT", "USD", "EUR")


class SetCurrency(Press, prefix="scu"):
    """Take sums for this currency."""

    currency: str


@router.callback_query(OpenCurrencies.filter())
async def show_currencies(_query: object, around: Surrounding, forms: Forms) -> None:
    """Offer the currencies."""
    t = around.t
    choices = [marked(_label(t, one), SetCurrency(currency=one), chosen=one == around.me.currency) for one in OFFERED]
    text = lines(
        bold(t("Currency")),
        "",
        t("Which currency do you mean when you write only a number?"),
        *(currency_name(t, one) for one in OFFERED),
    )
    screen = Screen(text, [*pairs(choices, 3), [Button(t("‹ Back"), OpenSettings()), menu_button(t)]])
    await arrive(forms, around, screen)


@router.callback_query(SetCurrency.filter())
async def set_currency(_query: object, callback_data: SetCurrency, around: Surrounding, forms: Forms) -> None:
    """Keep the choice."""
    await change_currency(around.work, around.me, callback_data.currency)
    note = around.t("Saved: {currency}.", currency=currency_name(around.t, callback_data.currency))
    await arrive(forms, around, with_note(note, await settings_screen(around)))


def _label(t: Speech, currency: str) -> str:
    sign = currency_sign(t, currency)
    return currency if sign == currency else f"{currency} {sign}"
