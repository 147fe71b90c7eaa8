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
    registry.routers += [
        choose_tenant.router,
        show_lease.router,
        all_tenants.router,
        edit_lease.EDIT.router,
        end_lease.router,
    ]
    registry.forms.add(add_lease.FORM)
    registry.forms.add(edit_lease.EDIT.form)
    registry.forms.add(edit_lease.RENT_FORM)
    registry.forms.add(end_lease.FORM)
    notifications.register_lease_notifications(registry.notification_views)
