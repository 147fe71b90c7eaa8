"""The income calendar of an owner: the month as a grid, events in one line or by questions, reminders, totals."""

from handlers import Registry
from handlers.owner.calendar import (
    add_event,
    answer_reminder,
    as_cost,
    day,
    delete_event,
    edit_event,
    event,
    events_list,
    find_events,
    finish,
    forecast,
    line_kind,
    month,
    one_line,
    phone_file,
    reminder,
    several,
    totals,
    workbook,
)


def register(registry: Registry) -> None:
    """Hand in the calendar; the line typed anywhere is asked last, after every other text an owner may send."""
    registry.include(
        month,
        day,
        event,
        add_event,
        edit_event,
        delete_event,
        finish,
        answer_reminder,
        events_list,
        find_events,
        totals,
        forecast,
        workbook,
        phone_file,
        as_cost,
        several,
        one_line,
    )
    registry.forms.kinds.add(line_kind.KIND)
    reminder.register_reminders(registry.notification_views)
