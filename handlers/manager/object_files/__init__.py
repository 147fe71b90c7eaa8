"""An object's documents: received, added, opened to tenants, removed."""

from handlers import Registry
from handlers.manager.object_files import add_files, files, notifications, remove_file


def register(registry: Registry) -> None:
    """Hand in the conversations about documents."""
    registry.routers += [files.router, add_files.router, remove_file.router]
    registry.forms.add(files.FORM)
    registry.forms.add(add_files.FORM)
    notifications.register_file_notifications(registry.notification_views)
