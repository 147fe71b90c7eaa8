"""An object's documents: received, added, opened to tenants, removed."""

from handlers import Conversation
from handlers.keeper.object_files import add_files, files, news, remove_file


def register(told: Conversation) -> None:
    """Hand in the conversations about documents."""
    told.routers += [files.router, add_files.router, remove_file.router]
    told.forms.add(files.FORM)
    told.forms.add(add_files.FORM)
    news.register_file_news(told.notices)
