"""What a document of an object is called, and a line about it, for whoever may have it."""

from markupsafe import Markup

from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines
from domain.estate.object_files.list_object_files import FileView
from domain.estate.object_files.object_file import FileSort

SORTS = {
    FileSort.CONTRACT: "contract",
    FileSort.ACT: "act",
    FileSort.PHOTO: "photo",
    FileSort.OTHER: "document",
}
"""What a document is called within a sentence; gettext messages."""


def file_name(t: Localizer, view: FileView) -> Markup:
    """What the document is called; a photo by its kind and the day it came."""
    if view.called:
        return Markup.escape(view.called)
    sort = capital(t(SORTS[view.sort]))
    if view.kept is None:
        return sort
    return t("{kind} of {day}", kind=sort, day=view.kept.added_at.astimezone(t.zone).date())


def file_line(t: Localizer, view: FileView, *, for_tenant: bool = False) -> Markup:
    """A document in a list: what it is, from whom, until when; whether tenants see it is for the others to know."""
    kept = view.kept
    about = [t(SORTS[view.sort]), Markup.escape(view.by)]
    if kept is not None:
        about.append(t.fact(kept.added_at.astimezone(t.zone).date()))
        if kept.valid_until is not None:
            about.append(t("valid until {day}", day=kept.valid_until))
        if kept.for_tenants and not for_tenant:
            about.append(t("tenants see it"))
    return lines(bold(file_name(t, view)), Markup(" · ").join(about))
