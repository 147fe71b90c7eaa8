"""An event in one line of plain words is read into what it says and what it leaves open; nothing is guessed."""

from domain.calendar.line.reading import CalendarLine, NamedObject, read_line, read_lines

__all__ = ["CalendarLine", "NamedObject", "read_line", "read_lines"]
