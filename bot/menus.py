"""Each role has a menu and commands; this is where a role's package hands them in and where they are found."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from bot.screen import Screen
from bot.speech import Speech
from domain.people.person import Person, Role
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command with its description, an English message."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class RoleMenu:
    """What a role opens with."""

    role: Role
    title: Callable[[Speech], Markup]
    """The role's name with its sign, as on the button that switches to it."""
    render: Callable[[Work, Person, Speech], Awaitable[Screen]]
    commands: tuple[Command, ...] = ()


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
