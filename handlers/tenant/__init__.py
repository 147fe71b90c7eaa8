"""What a tenant can do: see what is due and pay it, send readings, read the contract, write to who keeps the object."""

from handlers import Conversation
from handlers.tenant import reading_news, rental_files, send_readings


def register(told: Conversation) -> None:
    """Hand in the tenant's menu and conversations."""
    _readings(told)
    told.routers.append(rental_files.router)


def _readings(told: Conversation) -> None:
    """What the meters show."""
    told.routers.append(send_readings.router)
    told.forms.add(send_readings.FORM)
    reading_news.register_reading_news(told.notices)
