"""What is declared is answered: buttons have handlers, notifications words, and tables somebody who erases them."""

from collections.abc import Iterator

from aiogram import Router
from aiogram.filters.callback_data import CallbackQueryFilter

from bot.callbacks import KNOWN, Callback, NoAction
from domain.notifications.notification import BY_PACE, URGENT, NotificationKind
from domain.privacy.areas import AREAS
from handlers import build_registry
from storage.schema import metadata

REGISTRY = build_registry()
TABLES = {
    "realtor": {
        *("lead", "lead_awaiting", "property", "property_awaiting", "property_price", "realtor_match", "match_basis"),
        *("match_lead", "match_property", "match_offer", "match_price_told", "match_reaction"),
    },
    "calendar": {"calendar_event", "calendar_occurrence", "calendar_removal"},
    "costs": {"cost"},
    "payments": {"payment_report", "lease_invoice", "reminded"},
    "readings": {"meter", "meter_reading", "tariff", "reading_watch"},
    "letters": {"letter"},
    "rented_objects": {
        *("premises", "party", "invitation", "lease", "object_file", "ledger_entry", "ledger_allocation"),
    },
    "notifications": {"notification", "muted_subject"},
    "pin": {"pin_lock"},
    "files": {"stored_file"},
}
"""Which area of personal data a table belongs to: its rows are in the export, and erased or left without a name."""
OF_THE_PERSON = {"person", "data_key", "sealed_value"}
"""What is destroyed with the person, whatever areas there are."""
DELIVERY = {"inbox", "lane", "outbox", "operation"}
"""What is on its way: sealed or blanked when it has arrived, and removed by housekeeping."""


def filters(router: Router) -> Iterator[type[Callback]]:
    for observer in router.observers.values():
        for handler in observer.handlers:
            for one in handler.filters or ():
                inner = getattr(one.callback, "callback_data", None)
                if isinstance(one.callback, CallbackQueryFilter) and inner is not None:
                    yield inner
    for below in router.sub_routers:
        yield from filters(below)


def test_every_kind_of_button_has_a_handler() -> None:
    answered = {kind for router in REGISTRY.routers for kind in filters(router)}
    assert {kind.__name__ for kind in set(KNOWN) - answered} == set()
    assert NoAction in answered


def test_every_kind_of_notification_has_words_and_a_pace() -> None:
    assert set(REGISTRY.notification_views.by_kind) == set(NotificationKind)
    assert sorted(NotificationKind) == sorted([*URGENT, *BY_PACE]), "a new kind: say whether somebody waits for it"


def test_every_table_belongs_to_an_area_that_is_exported_and_erased() -> None:
    assert set(TABLES) == {area.name for area in AREAS}, "name the new area's tables in TABLES above"
    named = [*DELIVERY, *OF_THE_PERSON, *(table for tables in TABLES.values() for table in tables)]
    assert sorted(named) == sorted(metadata.tables), "a new table: say whose data it holds, and export and erase it"
