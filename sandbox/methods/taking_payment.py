"""Invoices: sent by the bot, paid by a person, confirmed by the bot within 10 seconds."""

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import get_currency_precision

from sandbox.chats import CONFIRM_WITHIN
from sandbox.methods.sending import deliver
from sandbox.parameters import Parameters
from sandbox.refusals import QUERY_TOO_OLD, bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

LIMITS = {"RUB": (75_00, 800_000_00), "USD": (1_00, 10_000_00), "EUR": (1_00, 9_000_00), "KGS": (85_00, 870_000_00)}
"""The least and the most of one payment: what one and ten thousand dollars are worth, about
(https://core.telegram.org/bots/payments/currencies.json)."""


def send_invoice(telegram: "Telegram", parameters: Parameters) -> Json:
    """A bill with a pay button; amounts are in the smallest units of the currency."""
    title, description = parameters.text("title"), parameters.text("description")
    payload, currency = parameters.text("payload"), parameters.text("currency")
    if not 1 <= len(title) <= 32:
        raise bad_request("INVOICE_TITLE_INVALID")
    if not 1 <= len(description) <= 255:
        raise bad_request("INVOICE_DESCRIPTION_INVALID")
    if not 1 <= len(payload.encode()) <= 128:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if len(currency) != 3 or not currency.isupper():
        raise bad_request("CURRENCY_INVALID")
    if currency != "XTR" and not parameters.text("provider_token"):
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    total = _total(parameters)
    least, most = LIMITS.get(currency, (1, 10**11))
    if not least <= total <= most:
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    invoice: Json = {
        "title": title,
        "description": description,
        "start_parameter": parameters.text("start_parameter"),
        "currency": currency,
        "total_amount": total,
    }
    digits = 0 if currency == "XTR" else get_currency_precision(currency)
    button = {"text": f"Pay {Decimal(total).scaleb(-digits):.{digits}f} {currency}", "pay": True}
    message = deliver(telegram, parameters, {"invoice": invoice}, default_markup={"inline_keyboard": [[button]]})
    message.payload = payload
    return message.as_json()


def _total(parameters: Parameters) -> int:
    prices = parameters.structure("prices", "prices")
    if not isinstance(prices, list) or not prices:
        raise bad_request("prices are empty" if not prices else "expected an Array of labeled prices")
    for price in prices:
        if not isinstance(price, dict) or not price.get("label"):
            raise bad_request("can't parse labeled price: Can't find field \"label\"")
        if not isinstance(price.get("amount"), int):
            raise bad_request("can't parse labeled price: Can't find field \"amount\"")
    total = sum(price["amount"] for price in prices)
    return int(total)


def answer_pre_checkout_query(telegram: "Telegram", parameters: Parameters) -> bool:
    """Lets a payment through, or stops it with a reason that its payer reads."""
    checkout = telegram.checkouts.get(parameters.text("pre_checkout_query_id"))
    if checkout is None or checkout.is_answered or telegram.now() - checkout.asked_at > CONFIRM_WITHIN:
        raise bad_request(QUERY_TOO_OLD)
    if not parameters.flag("ok") and not parameters.text("error_message"):
        raise bad_request("error message must be non-empty")
    checkout.is_answered = True
    payer = telegram.people[checkout.sender.id]
    if parameters.flag("ok"):
        payer.has_paid(checkout)
    else:
        checkout.error = parameters.text("error_message")
    telegram.changed()
    return True


METHODS = {"sendInvoice": send_invoice, "answerPreCheckoutQuery": answer_pre_checkout_query}
