"""Each role has a menu and commands; this is where a role's package hands them in and where they are found."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from bot.callbacks import SwitchRole
from bot.localization import Localizer
from bot.screen import Button, Row, Screen
from domain.people.person import Person, Role
from domain.work import Work

ROLE_NAMES = {
    Role.REALTOR: "realtor",
    Role.OWNER: "owner",
    Role.TENANT: "tenant",
    Role.MANAGER: "manager",
    Role.STORAGE_ADMIN: "storage employee",
    Role.CLIENT: "storage client",
    Role.SELLER: "seller",
    Role.ADMIN: "platform admin",
}
"""What a role is called within a sentence; gettext messages."""


def role_name(t: Localizer, role: Role) -> Markup:
    """A role within a sentence: "realtor"."""
    return t(ROLE_NAMES[role])


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command with its description, an English message."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Help:
    """How a role works, in a few lines, and the three most useful things to begin with."""

    text: Markup
    buttons: Row


@dataclass(frozen=True, slots=True)
class RoleMenu:
    """What a role opens with."""

    role: Role
    title: Callable[[Localizer], Markup]
    """The role's name with its sign, as on the button that switches to it."""
    render: Callable[[Work, Person, Localizer], Awaitable[Screen]]
    commands: tuple[Command, ...] = ()
    help: Callable[[Localizer], Help] | None = None
    """What /help says to who has this role in front."""


@dataclass
class Menus:
    """The menus of all roles."""

    by_role: dict[Role, RoleMenu] = field(default_factory=dict)

    def add(self, menu: RoleMenu) -> None:
        """Hand a role's menu in."""
        self.by_role[menu.role] = menu

    def of(self, me: Person) -> RoleMenu | None:
        """The menu of the role in front, if the person has a role."""
        return self.by_role.get(me.active_role) if me.active_role is not None else None

    def switches(self, t: Localizer, me: Person) -> list[Button]:
        """The buttons that put the person's other roles in front; none for who has only one."""
        others = (self.by_role.get(role) for role in me.all_roles if role is not me.active_role)
        return [Button(menu.title(t), SwitchRole(role=menu.role)) for menu in others if menu is not None]
