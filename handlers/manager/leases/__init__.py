"""Leases: agreed, shown, changed, prolonged, ended, called off."""

from handlers import Registry
from handlers.manager.leases import (
    add_lease,
    all_tenants,
    choose_tenant,
    edit_lease,
    end_lease,
    notifications,
    show_lease,
)


def register(registry: Registry) -> None:
    """Hand in the conversations about leases."""
    registry.include(choose_tenant, show_lease, all_tenants, edit_lease, end_lease)
    registry.include(add_lease)
    notifications.register_lease_notifications(registry.notification_views)
