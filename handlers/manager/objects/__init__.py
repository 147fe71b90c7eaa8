"""Objects: listed, added, shown, changed, put away, deleted, offered to realtors."""

from handlers import Registry
from handlers.manager.objects import (
    add_object,
    all_files,
    archive_object,
    choose_owner,
    delete_object,
    edit_object,
    my_objects,
    offer_object,
    photos_of_object,
    show_object,
)


def register_ahead(registry: Registry) -> None:
    """Hand in who takes photos for the object on the screen."""
    registry.routers.append(photos_of_object.ahead)


def register(registry: Registry) -> None:
    """Hand in the conversations about objects themselves."""
    registry.routers += [
        my_objects.router,
        my_objects.SEARCH.router,
        add_object.router,
        choose_owner.router,
        show_object.router,
        edit_object.EDIT.router,
        photos_of_object.router,
        archive_object.ARCHIVE.router,
        delete_object.router,
        offer_object.router,
        all_files.router,
    ]
    registry.forms.add(add_object.FORM)
    registry.forms.add(my_objects.SEARCH.form)
    registry.forms.add(edit_object.EDIT.form)
    registry.forms.add(offer_object.FORM)
