"""What each role is called where somebody takes it up, and what it sees, in a line."""

from markupsafe import Markup

from bot.callbacks import Callback
from bot.localization import Localizer
from bot.screen import Button
from domain.people.person import AVAILABLE_ROLES, Person, Role
from handlers.common.callbacks import AboutRenting, TakeUpRole

INVITATIONS = {
    Role.REALTOR: "🏠 I am a realtor",
    Role.OWNER: "🔑 I let property",
    Role.TENANT: "🛋 I rent",
    Role.MANAGER: "🧰 I manage property",
}
"""What somebody says to begin; gettext messages."""
BEGINNINGS: dict[Role, Callback] = {
    Role.REALTOR: TakeUpRole(role=Role.REALTOR),
    Role.OWNER: TakeUpRole(role=Role.OWNER),
    Role.TENANT: AboutRenting(),
    Role.MANAGER: TakeUpRole(role=Role.MANAGER),
}
SIGHTS = {
    Role.REALTOR: "🏠 realtor: your leads and properties, and what fits them among colleagues' cards",
    Role.OWNER: "🔑 owner: your objects, leases, income and costs, and the calendar of events",
    Role.TENANT: "🛋 tenant: what you rent, what is due, your meters and payments",
    Role.MANAGER: "🧰 manager: the objects entrusted to you, their owners and tenants",
    Role.ADMIN: "🛠 platform admin: how the platform is doing, roles; nobody's cards or contacts",
}
"""Gettext messages."""


def invitations(t: Localizer, me: Person | None = None) -> list[Button]:
    """A button for every role that can be taken up by now; none for those that the person has."""
    held = me.roles if me is not None else ()
    return [Button(t(INVITATIONS[role]), BEGINNINGS[role]) for role in AVAILABLE_ROLES if role not in held]


def sight_of(t: Localizer, role: Role) -> Markup | None:
    """What the role sees; None for one whose conversations do not exist yet."""
    return t(SIGHTS[role]) if role in SIGHTS else None
