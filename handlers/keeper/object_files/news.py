"""A document of an object runs out: said a month before, with the document at hand."""

from markupsafe import Markup

from bot.document_words import file_name
from bot.forms import menu_button
from bot.notices import Notice, Notices, Told
from bot.screen import Button, Screen
from bot.sender import Event
from bot.speech import Speech, bold, lines
from domain.estate.object_files.list_object_files import FileView, show_object_file
from domain.estate.object_files.object_file import ObjectFileId
from domain.estate.premises import Premises
from domain.notifications.notification import Kind, Notification
from domain.people.person import Person
from domain.work import Work
from handlers.keeper.object_files.files import file_screen
from handlers.keeper.object_files.presses import GetFile, OpenFile
from handlers.keeper.presses import ObjectFiles


def register_file_news(notices: Notices) -> None:
    """Hand in the words."""
    notices.by_kind[Kind.FILE_RUNS_OUT] = Notice("⏰", _line, _push, _opened)


async def _line(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    view, premises = await _of(work, me, news)
    until = view.kept.valid_until if view.kept is not None else None
    what = t("{object}: {document} is valid until {day}", object=premises.name, document=file_name(t, view), day=until)
    return Told(what, Markup.escape(premises.name))


async def _push(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    view, premises = await _of(work, me, news)
    if view.kept is None or view.kept.valid_until is None:
        return None
    text = lines(
        bold(t("⏰ A document runs out on {day}", day=view.kept.valid_until)),
        t("{object}: {document}", object=premises.name, document=file_name(t, view)),
    )
    number = view.kept.id
    details = Button(t("⚙️ Details"), OpenFile(file=number, new=True))
    return Event(
        Screen(
            text,
            [
                [Button(t("📥 Receive"), GetFile(file=number)), details],
                [Button(t("📎 Files"), ObjectFiles(premises=premises.id, new=True)), menu_button(t, new=True)],
            ],
        )
    )


async def _opened(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    return await file_screen(work, me, t, ObjectFileId(news.data["object_file_id"]))


async def _of(work: Work, me: Person, news: Notification) -> tuple[FileView, Premises]:
    return await show_object_file(work, me, ObjectFileId(news.data["object_file_id"]))
