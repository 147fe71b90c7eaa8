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
    registry.routers += [
        month.router,
        day.router,
        event.router,
        add_event.router,
        edit_event.EDIT.router,
        delete_event.router,
        finish.router,
        answer_reminder.router,
        events_list.router,
        find_events.router,
        totals.router,
        forecast.router,
        workbook.router,
        phone_file.router,
        as_cost.router,
        several.router,
        one_line.router,
    ]
    registry.forms.kinds.add(line_kind.KIND)
    registry.forms.add(add_event.FORM)
    registry.forms.add(edit_event.EDIT.form)
    registry.forms.add(finish.FORM)
    registry.forms.add(find_events.FORM)
    reminder.register_reminders(registry.notification_views)
