"""A role is complete: it has a name and rights, and one that can be had is opened, taken up and explained in words."""

import pytest

from bot.menus import ROLE_NAMES
from domain.people.person import AVAILABLE_ROLES, EVERYBODY, RIGHTS, Action, Role
from handlers import build_registry
from handlers.common.callbacks import TakeUpRole
from handlers.common.roles.introduce_landlord import DONE
from handlers.common.roles.role_words import BEGINNINGS, INVITATIONS, SIGHTS
from handlers.common.roles.take_up_role import ALREADY, PURPOSES, WHY

MENUS = build_registry().menus.by_role
OPENED = (*AVAILABLE_ROLES, Role.ADMIN)
BY_PHONE = {press.role for press in BEGINNINGS.values() if isinstance(press, TakeUpRole)}


def test_every_role_has_a_name_and_rights() -> None:
    assert set(ROLE_NAMES) == set(RIGHTS) == set(Role)


def test_every_action_is_somebodys() -> None:
    assert EVERYBODY.union(*RIGHTS.values()) == set(Action)


def test_a_role_that_can_be_had_has_rights_and_no_other_has() -> None:
    assert {role for role, actions in RIGHTS.items() if actions} == set(OPENED)


def test_a_role_that_can_be_had_is_opened_and_explained() -> None:
    assert set(MENUS) == set(SIGHTS) == set(OPENED)


@pytest.mark.parametrize("role", AVAILABLE_ROLES)
def test_who_has_a_role_gets_help_and_commands(role: Role) -> None:
    assert MENUS[role].help is not None
    assert MENUS[role].commands


def test_a_role_that_can_be_had_can_be_taken_up() -> None:
    assert set(INVITATIONS) == set(BEGINNINGS) == set(AVAILABLE_ROLES)


def test_who_takes_up_a_role_by_phone_is_told_why_and_what_then() -> None:
    assert set(PURPOSES) == set(WHY) == set(ALREADY) == BY_PHONE
    assert set(DONE) == BY_PHONE - {Role.REALTOR}, "a realtor is welcomed by their own questions"
