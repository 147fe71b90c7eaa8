"""Answers to presses and to inline queries."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.parameters import Parameters
from sandbox.refusals import QUERY_TOO_OLD, bad_request

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

ANSWERABLE_FOR = timedelta(seconds=150)
MAX_TOAST = 200  # characters


def answer_callback_query(telegram: "Telegram", parameters: Parameters) -> bool:
    """Stops the spinner on a button, with a toast or an alert if there is text."""
    query = telegram.callbacks.get(parameters.text("callback_query_id"))
    if query is None or telegram.now() - query.asked_at > ANSWERABLE_FOR:
        raise bad_request(QUERY_TOO_OLD)
    text = parameters.text("text")
    if len(text) > MAX_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    url = parameters.text("url")
    if url and not url.startswith((f"https://t.me/{telegram.bot.username}?", "tg://")):
        raise bad_request("URL_INVALID")
    if query.answered_at is None:
        query.answered_at = telegram.now()
        query.toast = text
        query.is_alert = parameters.flag("show_alert")
        query.url = url
        telegram.changed()
    return True


def answer_inline_query(telegram: "Telegram", parameters: Parameters) -> bool:  # noqa: ARG001 - one signature for all
    """Inline mode is not modelled: every query is too old."""
    raise bad_request(QUERY_TOO_OLD)


METHODS = {"answerCallbackQuery": answer_callback_query, "answerInlineQuery": answer_inline_query}
