"""Meters, tariffs and months of use of an object, for who keeps it; its owner sees them."""

from handlers import Conversation
from handlers.keeper.meters import (
    add_meter,
    copy_tariffs,
    edit_meter,
    enter_reading,
    final_readings,
    meter_card,
    news,
    object_month,
    reading_days,
    replace_meter,
    set_tariff,
    show_meters,
    tariffs,
)


def register(told: Conversation) -> None:
    """Hand in the conversations about meters and tariffs."""
    told.routers += [
        show_meters.router,
        meter_card.router,
        add_meter.router,
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
    told.forms.add(add_meter.FORM)
    told.forms.add(edit_meter.FORM)
    told.forms.add(enter_reading.FORM)
    told.forms.add(enter_reading.MONTH_FORM)
    told.forms.add(replace_meter.FORM)
    told.forms.add(reading_days.FORM)
    told.forms.add(set_tariff.FORM)
    news.register_meter_news(told.notices)
