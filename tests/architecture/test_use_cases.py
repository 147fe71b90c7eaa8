"""Every use case names the right it needs: it is an effect or a query of one action, or listed here with a reason.

A function of the domain that takes `work` and opens no transaction is a part of use cases, not one itself: outside a
transaction it can reach nothing.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.modules import modules, parsed

NOBODYS_ACTION: dict[str, str] = {
    "domain/people/meet.py:meet": "it is how somebody becomes known at all",
    "domain/people/meet.py:recognise": "the same for somebody who may not begin anything by it",
    "domain/people/reachable.py:remember_block": "what Telegram tells of a person, not what one asks",
    "domain/people/reachable.py:remember_return": "the same",
    "domain/people/grant.py:grant_from_outside": "the operator at the server's command line",
    "domain/files/keep_photo.py:remember_telegram_id": "what Telegram has answered, not what a person asks",
    "domain/files/show_file.py:stored_file": "whoever may see a card may see its files; the card was checked",
    "domain/estate/object_files/tell_running_out.py:tell_running_out": "the clock's",
    "domain/metering/look_at_objects.py:objects_to_look_at": "the clock's",
    "domain/metering/look_at_objects.py:look_at_object": "the clock's",
    "domain/notifications/digest.py:send_due_digests": "the clock's",
    "domain/calendar/remind_due.py:remind_due": "the same",
    "domain/calendar/making.py:extend_calendars": "the same",
    "domain/calendar/delete_event.py:purge_deleted": "the same",
    "domain/estate/leases/rent.py:rent_to_book": "the clock's",
    "domain/estate/leases/rent.py:book_due_rent": "the clock's",
    "domain/estate/money/reminders.py:look_at_leases": "the clock's",
    "domain/estate/money/reminders.py:nothing_to_tell": "the clock's",
    "domain/estate/leases/tell_lease_ends.py:leases_to_tell_of": "the clock's",
    "domain/estate/leases/tell_lease_ends.py:tell_lease_ends": "the clock's",
    "domain/estate/objects/keep_offers.py:offers_to_look_at": "the clock's",
    "domain/estate/objects/keep_offers.py:look_at_offer": "the clock's",
    "domain/estate/money/reminders.py:remind": "the clock's",
}
"""Functions of work without an actor's right, and why that is right."""


def functions_of_work() -> Iterator[tuple[str, ast.AsyncFunctionDef, set[str]]]:
    for path in modules("domain"):
        for node in parsed(Path(path)).body:
            match node:
                case ast.AsyncFunctionDef(name=name, args=ast.arguments(args=[ast.arg(arg="work"), *_])):
                    if not name.startswith("_"):
                        yield f"{path}:{name}", node, {_name(one) for one in node.decorator_list}


def without_right() -> set[str]:
    """Use cases that open their transaction themselves instead of being made by `effect` or `query`."""
    return {
        place
        for place, function, decorators in functions_of_work()
        if not decorators & {"effect", "query"}
        and any(f"work.{opening}(" in ast.unparse(function) for opening in ("writing", "reading"))
    }


def _name(decorator: ast.expr) -> str:
    match decorator:
        case ast.Call(func=ast.Name(id=name)):
            return name
        case _:
            return ""


def test_every_use_case_names_the_right_it_needs() -> None:
    assert without_right() - set(NOBODYS_ACTION) == set()


def test_no_exception_is_left_over() -> None:
    assert set(NOBODYS_ACTION) - without_right() == set()


def commits_last(path: str, function: ast.AsyncFunctionDef) -> bool:
    last = ast.unparse(function.body[-1])
    parts = [one for one in parsed(Path(path)).body if isinstance(one, ast.AsyncFunctionDef)]
    return "work.commit(" in last or any(f"await {one.name}(" in last and commits_last(path, one) for one in parts)


def test_an_effect_commits_as_its_last_line() -> None:
    """Otherwise it does nothing, and says nothing of it."""
    wrong = [
        place
        for place, function, decorators in functions_of_work()
        if "effect" in decorators and not commits_last(place.split(":")[0], function)
    ]
    assert wrong == []


def test_a_use_case_has_its_name_once() -> None:
    """Its name is part of the key under which it is done once."""
    names = [place.rsplit(":", 1)[1] for place, _, decorators in functions_of_work() if decorators]
    assert len(names) == len(set(names))
