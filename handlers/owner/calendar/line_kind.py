"""A line of the calendar is told from other messages, whatever role is in front and whatever is asked."""

from collections.abc import Sequence

from bot.forms.model import Context
from bot.message_kinds import MessageKind
from bot.pending import PendingMessage, drop_pending
from domain.calendar.line import CalendarLine, NamedObject, read_lines
from domain.calendar.line.reading import LONGEST
from domain.calendar.show_event import objects_for_events
from domain.people.person import Action, Role
from domain.plainness import Plainness
from domain.typed.days import is_month_first
from handlers.owner.calendar.add_event import FORM, new_entry
from handlers.owner.calendar.entry import named_objects
from handlers.owner.calendar.one_line import MOST_TYPED, read_events, show_events_of

MOST_WORDS = 4
"""Of what an event is called."""


async def recognise(text: str, ctx: Context) -> Plainness:
    """Probably with a day, a sum and words for what, rather so if they are few; perhaps with a sum and more."""
    if len(text) > MOST_TYPED:
        return Plainness.NOT
    objects: tuple[NamedObject, ...] = ()
    if ctx.me.may(Action.KEEP_CALENDAR):
        objects = named_objects(await objects_for_events(ctx.work, ctx.me))
    month_first = is_month_first(ctx.me.country)
    found = read_lines(text, ctx.t.today, objects, ctx.me.currency, month_first=month_first)
    return _how_plainly(found) if found else Plainness.NOT


def _how_plainly(found: Sequence[CalendarLine]) -> Plainness:
    if not all(one.has_money and one.day is not None and one.description for one in found):
        return Plainness.PERHAPS
    return Plainness.RATHER if all(_is_short(one.description or "") for one in found) else Plainness.PROBABLY


def _is_short(description: str) -> bool:
    """Whether these are the few words of a line, and not a sentence that says a day and a sum."""
    return "," not in description and len(description.split()) <= MOST_WORDS


async def open_line(one: PendingMessage, ctx: Context) -> None:
    """Show what was understood of it, to be looked over; a receipt without words is an expense, and is asked about."""
    await drop_pending(ctx.state, one.id)
    receipt = one.photos[0] if one.photos else None
    read = await read_events(one.text, ctx, receipt)
    if read is None:
        known = {"description": one.text[:LONGEST] or None, "way": "out" if receipt is not None else ""}
        entry = await new_entry(ctx, receipt=receipt, **known)
        if len(entry.objects) == 1:
            entry = entry.about(entry.objects[0].id)
        await ctx.forms.start(FORM, ctx, entry)
        return
    await show_events_of(read["found"], read["entry"], ctx)


KIND = MessageKind(
    name="line",
    role=Role.OWNER,
    looks_like=lambda t: t("This looks like an event of the calendar."),
    whose=lambda t: t("Landlords keep those here, with income, costs and reminders."),
    take=lambda t: t("📅 Into the calendar"),
    paper=lambda t: t("🧾 A receipt: into the calendar"),
    recognise=recognise,
    open=open_line,
)
