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
    registry.routers.append(photos_of_object.PHOTOS.ahead)


def register(registry: Registry) -> None:
    """Hand in the conversations about objects themselves."""
    registry.include(
        my_objects,
        add_object,
        choose_owner,
        show_object,
        edit_object,
        photos_of_object,
        archive_object,
        delete_object,
        offer_object,
        all_files,
    )
