"""A person is one Telegram account with any number of roles, of which one is in front at a time."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType, Protocol
from zoneinfo import ZoneInfo

from domain.refusal import Forbidden, Refusal

PersonId = NewType("PersonId", int)


class Role(StrEnum):
    """What a person does here; roles are combined freely in one person."""

    REALTOR = "realtor"
    OWNER = "owner"
    TENANT = "tenant"
    MANAGER = "manager"
    STORAGE_ADMIN = "storage_admin"
    CLIENT = "client"
    SELLER = "seller"
    ADMIN = "admin"


class Action(StrEnum):
    """Something that needs a right; `RIGHTS` says which role has it."""

    USE_BOT = "use_bot"
    KEEP_LEADS = "keep_leads"
    KEEP_PROPERTIES = "keep_properties"
    NEGOTIATE = "negotiate"
    MANAGE_OBJECTS = "manage_objects"
    KEEP_CALENDAR = "keep_calendar"
    RENT = "rent"
    MANAGE_FOR_OTHERS = "manage_for_others"
    WRITE_LETTERS = "write_letters"
    ADMINISTER = "administer"


class PushPace(StrEnum):
    """How soon new matches are pushed."""

    AT_ONCE = "at_once"
    HOURLY = "hourly"
    DAILY = "daily"
    OFF = "off"


EVERYBODY = frozenset({Action.USE_BOT})

RIGHTS: dict[Role, frozenset[Action]] = {
    Role.REALTOR: frozenset({Action.KEEP_LEADS, Action.KEEP_PROPERTIES, Action.NEGOTIATE}),
    Role.OWNER: frozenset({Action.MANAGE_OBJECTS, Action.KEEP_CALENDAR, Action.WRITE_LETTERS}),
    Role.TENANT: frozenset({Action.RENT, Action.WRITE_LETTERS}),
    Role.MANAGER: frozenset({Action.MANAGE_OBJECTS, Action.MANAGE_FOR_OTHERS, Action.WRITE_LETTERS}),
    Role.STORAGE_ADMIN: frozenset(),
    Role.CLIENT: frozenset(),
    Role.SELLER: frozenset(),
    Role.ADMIN: frozenset({Action.ADMINISTER}),
}
"""The one table of rights: a role's actions, besides those that everybody has."""

RIGHTS_OF_AN_OBJECTS_MANAGER = frozenset({Action.MANAGE_OBJECTS})
"""What an object gives its manager, and nobody else, besides what their roles let them do."""


class GivesRights(Protocol):
    """A row that gives some people rights, as an object does its manager: a right is asked in the place one acts in."""

    def rights_of(self, person: PersonId) -> frozenset[Action]:
        """What the person may do here, if a role of theirs lets them do it at all."""


AVAILABLE_ROLES = (Role.REALTOR, Role.OWNER, Role.TENANT, Role.MANAGER)
"""Roles whose conversations exist by now and can be taken up or granted."""


@dataclass(eq=False, slots=False, kw_only=True)
class Person:
    """Somebody who has talked to the bot at least once.

    Phone, e-mail and other personal data are not here: they are read from the vault where they are needed.
    """

    telegram_id: int
    first_name: str
    language: str
    created_at: dt.datetime
    id: PersonId = field(default=PersonId(0))
    last_name: str | None = None
    username: str | None = None
    agency: str | None = None
    roles: tuple[Role, ...] = ()
    active_role: Role | None = None
    time_zone: str = "Europe/Moscow"
    time_zone_chosen: bool = False
    """Whether they have chosen it; one that everybody begins with, or that came with a country, goes with the next."""
    currency: str = "RUB"
    home_city: str | None = None
    country: str | None = None
    """ISO 3166 code; None until it is known."""
    phone_fingerprint: str | None = None
    phone_verified_at: dt.datetime | None = None
    pin_set_at: dt.datetime | None = None
    """Since when a PIN locks what is personal; None without one."""
    push_pace: PushPace = PushPace.AT_ONCE
    quiet_from: int | None = 22 * 60
    """Start of the quiet hours, in minutes after the person's own midnight; None = never quiet."""
    quiet_until: int | None = 8 * 60
    digest_hour: int = 9
    """The hour of the daily digest, in the person's own zone."""
    next_digest_at: dt.datetime | None = None
    blocked_at: dt.datetime | None = None
    """When Telegram told us that the person has blocked the bot; None while they can be reached."""
    erased_at: dt.datetime | None = None
    version: int = 0
    is_platform_admin: bool = False
    """Named in the settings, never stored."""

    @property
    def name(self) -> str:
        """First and last name, as Telegram gives them."""
        return full_name(self.first_name, self.last_name)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the person's days begin and end."""
        return ZoneInfo(self.time_zone)

    @property
    def all_roles(self) -> tuple[Role, ...]:
        """Stored roles and the one that the settings give."""
        return (*self.roles, Role.ADMIN) if self.is_platform_admin else self.roles

    def may(self, action: Action, *, at: GivesRights | None = None) -> bool:
        """Whether a role of the person's includes the action, and the place they act in, if one is named, lets them."""
        if at is not None and action not in at.rights_of(self.id):
            return False
        return action in EVERYBODY or any(action in RIGHTS[role] for role in self.all_roles)

    def must(self, action: Action, *, at: GivesRights | None = None) -> None:
        """Raise `Forbidden` unless the person may do this, in this place."""
        if self.erased_at is not None or not self.may(action, at=at):
            raise Forbidden

    def take_role(self, role: Role) -> None:
        """Add the role, if it is new, and put it in front."""
        if role not in self.roles:
            self.roles = (*self.roles, role)
        self.active_role = role

    def lose_role(self, role: Role) -> None:
        """Remove the role; whatever role remains comes to the front."""
        if role not in self.roles:
            raise Refusal("{name} does not have this role.", name=self.name)
        self.roles = tuple(other for other in self.roles if other is not role)
        if self.active_role is role:
            self.active_role = self.roles[0] if self.roles else None

    def switch_role(self, role: Role) -> None:
        """Put one of the person's own roles in front."""
        if role not in self.all_roles:
            raise Forbidden
        self.active_role = role

    def be_forgotten(self, now: dt.datetime) -> None:
        """Become a row that says nothing about anybody; the Telegram account is free to begin anew."""
        self.telegram_id = -self.id
        self.first_name, self.last_name, self.username, self.agency = "…", None, None, None
        self.roles, self.active_role = (), None
        self.home_city, self.country = None, None
        self.phone_fingerprint, self.phone_verified_at, self.pin_set_at = None, None, None
        self.next_digest_at, self.blocked_at = None, None
        self.erased_at = now

    def quiet_ends(self, now: dt.datetime) -> dt.datetime | None:
        """When the present quiet hours end, or None if it is not quiet now."""
        if self.quiet_from is None or self.quiet_until is None or self.quiet_from == self.quiet_until:
            return None
        local = now.astimezone(self.zone)
        minute = local.hour * 60 + local.minute
        start, end = self.quiet_from, self.quiet_until
        is_quiet = start <= minute < end if start < end else minute >= start or minute < end
        if not is_quiet:
            return None
        day = local.date() if minute < end else local.date() + dt.timedelta(days=1)
        wall = dt.datetime.combine(day, dt.time(end // 60, end % 60), tzinfo=self.zone)
        return wall.astimezone(dt.UTC)


def full_name(first: str | None, last: str | None) -> str:
    """Both in one line; a company has no second one."""
    return " ".join(filter(None, (first, last)))
