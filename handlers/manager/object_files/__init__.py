"""An object's documents: received, added, opened to tenants, removed."""

from handlers import Registry
from handlers.manager.object_files import add_files, files, notifications


def register(registry: Registry) -> None:
    """Hand in the conversations about documents."""
    registry.include(files, add_files)
    notifications.register_file_notifications(registry.notification_views)
