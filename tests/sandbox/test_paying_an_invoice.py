"""An invoice is paid when the bot has confirmed it in time."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LabeledPrice

from sandbox import Person
from sandbox.clock import Clock
from sandbox.person import BAD_CARD
from sandbox.shown import NotOnScreenError

TERMS: dict[str, Any] = {
    "title": "Аренда",
    "description": "Ноябрь",
    "payload": "lease:17",
    "provider_token": "test",
    "currency": "RUB",
    "prices": [LabeledPrice(label="Аренда", amount=46_000_00)],
}


async def test_confirmed_payment_arrives(bot: Bot, anna: Person) -> None:
    await bot.send_invoice(anna.id, **TERMS)
    assert anna.screen.buttons == [["Pay 46000.00 RUB"]]
    anna.taps("Pay")
    query = (await bot.get_updates())[-1].pre_checkout_query
    assert query is not None
    assert (query.invoice_payload, query.total_amount) == ("lease:17", 46_000_00)
    await bot.answer_pre_checkout_query(query.id, ok=True)
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.successful_payment is not None
    assert message.successful_payment.invoice_payload == "lease:17"
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_pre_checkout_query(query.id, ok=True)


async def test_refused_payment_says_why(bot: Bot, anna: Person) -> None:
    await bot.send_invoice(anna.id, **TERMS)
    checkout = anna.pays()
    with pytest.raises(TelegramBadRequest, match="error message must be non-empty"):
        await bot.answer_pre_checkout_query(checkout.id, ok=False)
    await bot.answer_pre_checkout_query(checkout.id, ok=False, error_message="Уже оплачено")
    assert [toast.text for toast in anna.toasts] == ["Уже оплачено"]


async def test_late_confirmation_is_refused(bot: Bot, anna: Person, clock: Clock) -> None:
    await bot.send_invoice(anna.id, **TERMS)
    checkout = anna.pays()
    clock.forward(seconds=11)
    assert [toast.text for toast in anna.toasts] == ["The bot did not answer in time"]
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_pre_checkout_query(checkout.id, ok=True)


async def test_card_that_the_bank_refuses_pays_nothing_and_another_one_can_be_used(bot: Bot, anna: Person) -> None:
    await bot.send_invoice(anna.id, **TERMS)
    checkout = anna.pays(card=BAD_CARD)
    await bot.answer_pre_checkout_query(checkout.id, ok=True)
    assert [toast.text for toast in anna.toasts] == ["Your card was declined"]
    assert (await bot.get_updates())[-1].message is None
    await bot.answer_pre_checkout_query(anna.pays().id, ok=True)
    assert (await bot.get_updates())[-1].message is not None
    with pytest.raises(NotOnScreenError, match="has paid this"):
        anna.pays()


async def test_a_currency_without_cents_is_shown_without_them(bot: Bot, anna: Person) -> None:
    await bot.send_invoice(anna.id, **(TERMS | {"currency": "JPY", "prices": [LabeledPrice(label="x", amount=46_000)]}))
    assert anna.screen.buttons == [["Pay 46000 JPY"]]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": "x" * 33}, "INVOICE_TITLE_INVALID"),
        ({"description": ""}, "INVOICE_DESCRIPTION_INVALID"),
        ({"payload": "я" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"currency": "rub"}, "CURRENCY_INVALID"),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"prices": []}, "prices are empty"),
        ({"prices": [LabeledPrice(label="x", amount=0)]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [LabeledPrice(label="x", amount=2_000_000_00)]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
    ],
)
async def test_wrong_invoice_is_refused(bot: Bot, anna: Person, change: dict[str, Any], words: str) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await bot.send_invoice(anna.id, **(TERMS | change))


async def test_there_must_be_something_to_pay(anna: Person) -> None:
    with pytest.raises(NotOnScreenError, match="has no invoice"):
        anna.pays()
