"""Objects: listed, added, shown, changed, put away, deleted, offered to realtors."""

from handlers import Conversation
from handlers.keeper.objects import (
    add_object,
    all_files,
    archive_object,
    choose_owner,
    delete_object,
    edit_object,
    find_object,
    my_objects,
    offer_object,
    photos_of_object,
    show_object,
)


def register_ahead(told: Conversation) -> None:
    """Hand in who takes photos for the object on the screen."""
    told.routers.append(photos_of_object.ahead)


def register(told: Conversation) -> None:
    """Hand in the conversations about objects themselves."""
    told.routers += [
        my_objects.router,
        find_object.router,
        add_object.router,
        choose_owner.router,
        show_object.router,
        edit_object.router,
        photos_of_object.router,
        archive_object.router,
        delete_object.router,
        offer_object.router,
        all_files.router,
    ]
    told.forms.add(add_object.FORM)
    told.forms.add(find_object.FORM)
    told.forms.add(edit_object.FORM)
    told.forms.add(offer_object.FORM)
