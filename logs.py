"""The log: one line an event on standard error, never with a token, a phone or what people wrote."""

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from settings import Settings

SECRETS = re.compile(
    r"\d{6,}:[\w-]{30,}"  # a bot token
    r"|\+?\d[\d\-() ]{8,}\d"  # a phone, or any long number that could be one
    r"|[\w.+-]+@[\w-]+\.[\w.]+",  # an e-mail address
)


class Redact(logging.Formatter):
    """Formats a record and blanks what looks like a secret, in the message and in the traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        """The line to write."""
        return SECRETS.sub("[…]", super().format(record))


def set_up_logging(settings: "Settings") -> None:
    """Write to standard error; the libraries only when something is wrong, for they print whole updates."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redact("%(levelname).1s %(name)s: %(message)s"))
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    for name in ("aiogram", "aiohttp", "apscheduler", "sqlalchemy", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("aiogram.event").setLevel(logging.ERROR)
    logging.getLogger("aiogram.dispatcher").setLevel(logging.ERROR)
