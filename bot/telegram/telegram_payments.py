"""The cashier asks for money through Telegram Payments where the operator has a provider; elsewhere it is closed."""

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, LabeledPrice
from markupsafe import Markup
from pydantic import SecretStr

from bot.screen import Button, pairs
from domain.money import Money

MOST_TITLE = 32
MOST_DESCRIPTION = 255
"""Characters that Telegram takes."""


class CannotBePaidHere(Exception):
    """Telegram or the provider does not take this: too little, too much, or not in this currency."""


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """What a person is asked to pay, part by part."""

    title: Markup
    description: Markup
    payload: str
    """Comes back with the payment; it begins with the name of who made it ("rent:")."""
    parts: Sequence[tuple[Markup, Money]]
    pay: Markup
    """On the button that pays."""
    link: str
    """To what a copy of the bill in another chat leads."""
    others: Sequence[Button] = ()


class TelegramPayments:
    """Sends bills."""

    def __init__(self, provider_token: SecretStr | None = None) -> None:
        self._token = provider_token

    @property
    def is_open(self) -> bool:
        """Whether people can pay here."""
        return self._token is not None

    async def ask(self, bot: Bot, chat_id: int, bill: PaymentRequest) -> None:
        """Send a bill with its pay button; `CannotBePaidHere` if that is impossible."""
        if self._token is None:
            raise CannotBePaidHere
        pay = [InlineKeyboardButton(text=bill.pay.unescape(), pay=True)]
        rows = [pay, *([one.draw() for one in row] for row in pairs(bill.others))]
        try:
            # Telegram counts in the same minor units as we do: kopecks, and whole yen
            await bot.send_invoice(
                chat_id,
                title=_fitting(bill.title, MOST_TITLE),
                description=_fitting(bill.description, MOST_DESCRIPTION),
                payload=bill.payload,
                provider_token=self._token.get_secret_value(),
                currency=bill.parts[0][1].currency,
                prices=[LabeledPrice(label=what.unescape(), amount=money.minor) for what, money in bill.parts],
                start_parameter=bill.link,
                reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
            )
        except TelegramBadRequest as refused:
            if "INVALID" not in refused.message:
                raise
            raise CannotBePaidHere from refused


def _fitting(text: Markup, most: int) -> str:
    plain = text.unescape()
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
