"""The methods of the Bot API, by their names in lower case: Telegram does not mind the case."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sandbox.methods import (
    about_bot,
    about_chats,
    answering,
    copying,
    deleting,
    editing,
    receiving,
    sending,
    sending_media,
    sending_places,
    taking_payment,
)
from sandbox.parameters import Parameters

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

Handler = Callable[["Telegram", Parameters], Any]

METHODS: dict[str, Handler] = {
    name.lower(): handler
    for module in (
        about_bot,
        about_chats,
        answering,
        copying,
        deleting,
        editing,
        receiving,
        sending,
        sending_media,
        sending_places,
        taking_payment,
    )
    for name, handler in module.METHODS.items()
}
