"""What owners, tenants and their managers write each other."""

from domain.messages.send_letter import FILE_KIND
from handlers import Conversation
from handlers.letters import (
    ahead,
    choose_whom,
    conversation,
    my_letters,
    news,
    one_letter,
    tell_tenants,
    write_letter,
)


def register_ahead(told: Conversation) -> None:
    """Hand in what is asked before any command: what ends writing a letter, and letters that are corrected."""
    told.routers.append(ahead.router)


def register(told: Conversation) -> None:
    """Hand in the conversations between people."""
    told.routers += [
        my_letters.router,
        conversation.router,
        one_letter.router,
        write_letter.router,
        choose_whom.router,
        tell_tenants.router,
    ]
    told.forms.add(tell_tenants.FORM)
    told.renderers[FILE_KIND] = news.render_letter_file
    news.register_letter_news(told.notices)
