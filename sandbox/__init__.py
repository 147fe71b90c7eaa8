"""A Telegram to run locally: the Bot API as tests and `make run` use it, knowing nothing of the bot.

`Telegram` is the model, `telegram.person()` makes people who type and tap, `sandbox.session.InProcessSession`
joins an aiogram bot to it without a network, `sandbox.server` serves it over HTTP with a chat page.
"""

from sandbox.person import Person
from sandbox.telegram import Telegram
from sandbox.wire import Answer, AnswerLostError, NoAnswerError, UploadedFile

__all__ = ["Answer", "AnswerLostError", "NoAnswerError", "Person", "Telegram", "UploadedFile"]
