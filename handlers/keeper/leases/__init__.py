"""Leases: agreed, shown, changed, prolonged, ended, called off."""

from handlers import Conversation
from handlers.keeper.leases import add_lease, all_tenants, choose_tenant, edit_lease, end_lease, news, show_lease


def register(told: Conversation) -> None:
    """Hand in the conversations about leases."""
    told.routers += [
        choose_tenant.router,
        show_lease.router,
        all_tenants.router,
        edit_lease.router,
        end_lease.router,
    ]
    told.forms.add(add_lease.FORM)
    told.forms.add(edit_lease.FORM)
    told.forms.add(edit_lease.RENT_FORM)
    told.forms.add(end_lease.FORM)
    news.register_lease_news(told.notices)
