"""A document of an object runs out: said a month before, with the document at hand."""

from markupsafe import Markup

from bot.files.document_words import file_name
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.estate.object_files.list_object_files import FileView, show_object_file
from domain.estate.object_files.object_file import ObjectFileId
from domain.estate.objects.premises import Premises
from domain.notifications.notification import Notification, NotificationKind
from domain.people.person import Person
from domain.work import Work
from handlers.manager.callbacks import OpenObjectFiles
from handlers.manager.object_files.callbacks import GetFile, OpenFile
from handlers.manager.object_files.files import file_screen


def register_file_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words."""
    notification_views.by_kind[NotificationKind.FILE_RUNS_OUT] = NotificationView("⏰", _line, _push, _opened)


async def _line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    view, premises = await _of(work, me, notification)
    until = view.kept.valid_until if view.kept is not None else None
    what = t("{object}: {document} is valid until {day}", object=premises.name, document=file_name(t, view), day=until)
    return InboxEntry(what, Markup.escape(premises.name))


async def _push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    view, premises = await _of(work, me, notification)
    if view.kept is None or view.kept.valid_until is None:
        return None
    text = lines(
        bold(t("⏰ A document runs out on {day}", day=view.kept.valid_until)),
        t("{object}: {document}", object=premises.name, document=file_name(t, view)),
    )
    number = view.kept.id
    details = Button(t("⚙️ Details"), OpenFile(file=number, new=True))
    return PushContent(
        Screen(
            text,
            [
                [Button(t("📥 Receive"), GetFile(file=number)), details],
                [Button(t("📎 Files"), OpenObjectFiles(premises=premises.id, new=True)), menu_button(t, new=True)],
            ],
        )
    )


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    return await file_screen(work, me, t, ObjectFileId(notification.data["object_file_id"]))


async def _of(work: Work, me: Person, notification: Notification) -> tuple[FileView, Premises]:
    return await show_object_file(work, me, ObjectFileId(notification.data["object_file_id"]))
