"""A line of the calendar is told from other messages, whatever role is in front and whatever is asked."""

from bot.forms import Surrounding
from bot.recognising import MessageKind
from bot.waiting import Waiting, take_up
from domain.calendar.line import Named, read_line
from domain.calendar.line.reading import LONGEST
from domain.calendar.show_event import objects_for_events
from domain.people.person import Action, Role
from domain.plainness import Plainness
from handlers.owner.calendar.add_event import FORM, new_entry
from handlers.owner.calendar.entry import named_objects
from handlers.owner.calendar.one_line import read_event, show_event_of


async def recognise(text: str, around: Surrounding) -> Plainness:
    """Probably with a day, a sum and words for what; perhaps with a sum and something besides."""
    if len(text) > LONGEST or not any(one.isdigit() for one in text):
        return Plainness.NOT
    objects: tuple[Named, ...] = ()
    if around.me.may(Action.KEEP_CALENDAR):
        objects = named_objects(await objects_for_events(around.work, around.me))
    today = around.t.now.astimezone(around.t.zone).date()
    found = [read_line(said, today, objects, around.me.currency) for said in text.splitlines() if said.strip()]
    lines = [one for one in found if one is not None]
    if not lines:
        return Plainness.NOT
    is_whole = all(line.day is not None and line.description for line in lines) and len(lines) == len(found)
    return Plainness.PROBABLY if is_whole else Plainness.PERHAPS


async def open_line(one: Waiting, around: Surrounding) -> None:
    """Show what was understood of it, to be looked over."""
    await take_up(around.state, one.id)
    read = await read_event(one.text, around)
    if read is None:
        await around.forms.start(FORM, around, await new_entry(around, description=one.text[:LONGEST]))
        return
    await show_event_of(read["line"], read["entry"], around)


KIND = MessageKind(
    name="line",
    role=Role.OWNER,
    looks_like=lambda t: t("This looks like an event of the calendar."),
    whose=lambda t: t("Landlords keep those here, with income, costs and reminders."),
    take=lambda t: t("📅 Into the calendar"),
    recognise=recognise,
    open=open_line,
)
