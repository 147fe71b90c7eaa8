"""Removing a document from its object: asked once, done, and undone by the button that follows."""

from aiogram import Router

from bot.chat import Chat
from bot.confirm import confirm_screen
from bot.files.document_words import file_line, file_name
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen
from domain.estate.object_files.keep_object_files import remove_object_file, restore_object_file
from domain.estate.object_files.list_object_files import show_object_file
from domain.estate.object_files.object_file import ObjectFileId
from domain.people.person import Person
from domain.work import Work
from handlers.manager.object_files.callbacks import AskToRemove, OpenFile, PutBack, RemoveFile
from handlers.manager.object_files.files import file_screen, files_screen

router = Router(name="remove_file")


@router.callback_query(AskToRemove.filter())
async def ask(_query: object, callback_data: AskToRemove, chat: Chat, work: Work, me: Person, t: Localizer) -> None:
    """Say what will happen."""
    number = ObjectFileId(callback_data.file)
    view, premises = await show_object_file(work, me, number)
    question = lines(
        bold(t("Remove this document?")),
        "",
        file_line(t, view),
        t("It leaves {object} for everybody; for two days this can be undone.", object=premises.name),
    )
    keep = (t("‹ Keep it"), OpenFile(file=number))
    await chat.show(confirm_screen(question, keep=keep, go=(t("🗑 Remove"), RemoveFile(file=number))))


@router.callback_query(RemoveFile.filter())
async def remove(_query: object, callback_data: RemoveFile, chat: Chat, work: Work, me: Person, t: Localizer) -> None:
    """Remove it and show the rest."""
    number = ObjectFileId(callback_data.file)
    view, premises = await show_object_file(work, me, number)
    await remove_object_file(work, me, number)
    notice = t("Removed: {name}", name=file_name(t, view))
    rest = await files_screen(work, me, t, premises.id, notice=notice)
    undo = [Button(t("↩️ Undo"), PutBack(file=number))]
    *rows, last = rest.rows
    await chat.show(Screen(rest.text, [*rows, [*undo, *last]]))


@router.callback_query(PutBack.filter())
async def put_back(_query: object, callback_data: PutBack, chat: Chat, work: Work, me: Person, t: Localizer) -> None:
    """Put it back and show it."""
    number = ObjectFileId(callback_data.file)
    await restore_object_file(work, me, number)
    await chat.show(await file_screen(work, me, t, number, t("It is back in its place.")))
