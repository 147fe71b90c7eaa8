"""Meters, tariffs and months of use of an object, for who keeps it; its owner sees them."""

from handlers import Registry
from handlers.manager.meters import (
    add_meter,
    copy_tariffs,
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
    registry.routers += [
        show_meters.router,
        meter_card.router,
        add_meter.router,
        edit_meter.EDIT.router,
        edit_meter.router,
        enter_reading.router,
        final_readings.router,
        replace_meter.router,
        reading_days.router,
        tariffs.router,
        set_tariff.router,
        copy_tariffs.router,
        object_month.router,
    ]
    registry.forms.add(add_meter.FORM)
    registry.forms.add(edit_meter.EDIT.form)
    registry.forms.add(enter_reading.FORM)
    registry.forms.add(enter_reading.MONTH_FORM)
    registry.forms.add(replace_meter.FORM)
    registry.forms.add(reading_days.FORM)
    registry.forms.add(set_tariff.FORM)
    notifications.register_meter_notifications(registry.notification_views)
