"""A right is a role's, and in a place also the place's: who manages one object manages no other."""

import datetime as dt

import pytest

from domain.estate.objects.premises import Premises
from domain.estate.parties.party import PartyId
from domain.people.person import RIGHTS, Action, Person, PersonId, Role
from domain.refusal import Forbidden

NOW = dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def somebody(number: int, *roles: Role) -> Person:
    made = Person(telegram_id=number, first_name="Мария", language="ru", created_at=NOW, roles=roles)
    made.id = PersonId(number)
    return made


def managed_by(person: Person) -> Premises:
    return Premises(manager_id=person.id, owner_id=PartyId(1), created_at=NOW, name="Лесная, 4", currency="RUB")


def test_every_role_is_in_the_table_of_rights() -> None:
    assert set(RIGHTS) == set(Role)


def test_every_action_is_somebodys() -> None:
    assert set(Action) - {Action.USE_BOT} == set().union(*RIGHTS.values())


def test_a_manager_manages_their_own_objects_only() -> None:
    maria, leo = somebody(1, Role.MANAGER), somebody(2, Role.OWNER)
    assert maria.may(Action.MANAGE_OBJECTS, at=managed_by(maria))
    assert leo.may(Action.MANAGE_OBJECTS)
    assert not leo.may(Action.MANAGE_OBJECTS, at=managed_by(maria))
    with pytest.raises(Forbidden):
        leo.must(Action.MANAGE_OBJECTS, at=managed_by(maria))


def test_a_place_gives_nothing_that_no_role_allows() -> None:
    former = somebody(1)
    assert not former.may(Action.MANAGE_OBJECTS, at=managed_by(former))


def test_an_object_gives_no_other_right() -> None:
    maria = somebody(1, *Role)
    given = {action for action in Action if maria.may(action, at=managed_by(maria))}
    assert given == {Action.MANAGE_OBJECTS}
