"""Meters, tariffs and months of use of an object, for who keeps it; its owner sees them."""

from handlers import Registry
from handlers.manager.meters import (
    add_meter,
    edit_meter,
    enter_reading,
    final_readings,
    meter_card,
    notifications,
    object_month,
    reading_days,
    replace_meter,
    set_tariff,
    show_meters,
    tariffs,
)


def register(registry: Registry) -> None:
    """Hand in the conversations about meters and tariffs."""
    registry.include(
        show_meters,
        meter_card,
        add_meter,
        edit_meter,
        enter_reading,
        final_readings,
        replace_meter,
        reading_days,
        tariffs,
        set_tariff,
        object_month,
    )
    notifications.register_meter_notifications(registry.notification_views)
