"""An object's documents: a list, each received by a tap; what is known of one, for whom it is and until when."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.confirm import confirm_screen
from bot.files.document_words import file_line, file_name
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.forms.screens import menu_button
from bot.forms.wording import label
from bot.lists.list_screen import Item, list_screen, page_found
from bot.localization import Localizer, bold, lines
from bot.names.days import read_day
from bot.screen import Button, Screen, label_of
from domain.estate.object_files.keep_object_files import (
    open_to_tenants,
    remove_object_file,
    restore_object_file,
    set_validity,
)
from domain.estate.object_files.list_object_files import FileView, list_object_files, show_object_file
from domain.estate.object_files.object_file import ObjectFileId
from domain.estate.objects.premises import Premises, PremisesId
from domain.people.person import Person
from domain.typed.days import Toward
from domain.work import Work
from handlers.manager.callbacks import OpenObject, OpenObjectFiles
from handlers.manager.object_files.callbacks import (
    AddFiles,
    AskToRemove,
    GetFile,
    OpenFile,
    OpenToTenants,
    PutBack,
    RemoveFile,
    SetValidity,
)

router = Router(name="object_files")


@dataclass(kw_only=True)
class Validity:
    """Until when a document is valid."""

    until: dt.date | None = None


def _ask(t: Localizer, _draft: Validity) -> Markup:
    return t("Until which day is it valid? For example: 31 May. I remind you a month before, later if less is left.")


async def _save(filled: CompletedForm[Validity], ctx: Context) -> None:
    number = ObjectFileId(filled.context["file"])
    await set_validity(ctx.work, ctx.me, number, filled.draft.until)
    await ctx.chat.show(await file_screen(ctx.work, ctx.me, ctx.t, number, ctx.t("Saved.")))


async def _back(filled: CompletedForm[Validity], ctx: Context) -> None:
    number = ObjectFileId(filled.context["file"])
    await ctx.chat.show(await file_screen(ctx.work, ctx.me, ctx.t, number))


FORM = Form(
    name="file_validity",
    title=label("Document"),
    draft=Validity,
    questions=(
        Question(
            key="until",
            kind=AnswerKind.DAY,
            ask=_ask,
            read=lambda text, _draft, ctx: Validity(until=read_day(text, ctx, ctx.t.today, Toward.NEXT)),
            pick=lambda value, _draft: Validity(until=dt.date.fromisoformat(value)),
            optional=True,
            skip=lambda _draft: Validity(),
        ),
    ),
    done=_save,
    back=_back,
)


@router.callback_query(OpenObjectFiles.filter())
async def object_files(_query: object, callback_data: OpenObjectFiles, ctx: Context) -> None:
    """A page of the list."""
    screen = await files_screen(ctx, PremisesId(callback_data.premises), callback_data.page)
    await ctx.chat.show(screen, new=callback_data.new)


@router.callback_query(GetFile.filter())
async def get_file(_query: object, callback_data: GetFile, ctx: Context) -> None:
    """The document itself."""
    number = ObjectFileId(callback_data.file)
    view, _premises = await show_object_file(ctx.work, ctx.me, number)
    about = Button(ctx.t("⚙️ Details"), OpenFile(file=number, new=True))
    await ctx.chat.send_stored(view.file_id, file_line(ctx.t, view), [[about]])


@router.callback_query(OpenFile.filter())
async def open_file(_query: object, callback_data: OpenFile, ctx: Context) -> None:
    """What is known of it."""
    await ctx.chat.show(
        await file_screen(ctx.work, ctx.me, ctx.t, ObjectFileId(callback_data.file)), new=callback_data.new
    )


@router.callback_query(OpenToTenants.filter())
async def change_readers(_query: object, callback_data: OpenToTenants, ctx: Context) -> None:
    """Let the tenants have it, or no longer."""
    t = ctx.t
    number = ObjectFileId(callback_data.file)
    is_open = await open_to_tenants(ctx.work, ctx.me, number, is_open=callback_data.is_open)
    await ctx.chat.toast(t("Tenants of the object see it now.") if is_open else t("Tenants do not see it any more."))
    await ctx.chat.show(await file_screen(ctx.work, ctx.me, t, number))


@router.callback_query(SetValidity.filter())
async def ask_validity(_query: object, callback_data: SetValidity, ctx: Context) -> None:
    """Ask for the day."""
    view, _premises = await show_object_file(ctx.work, ctx.me, ObjectFileId(callback_data.file))
    until = view.kept.valid_until if view.kept is not None else None
    await ctx.forms.start(FORM, ctx, Validity(until=until), only="until", context={"file": callback_data.file})


async def files_screen(ctx: Context, premises_id: PremisesId, asked: int = 0, notice: Markup | None = None) -> Screen:
    """A page of the list, with what has just happened."""
    t = ctx.t
    page = await page_found(partial(list_object_files, ctx.work, ctx.me, premises_id), asked)
    listed = list_screen(
        t,
        title=t("📎 {object}: documents", object=page.found.premises.name),
        page=page.of(_item(t, one) for one in page.found.items),
        turn=OpenObjectFiles(premises=premises_id),
        empty=t("No documents yet. Add contracts, acts, photos: several files at once if you like."),
        actions=[Button(t("➕ Add"), AddFiles(premises=premises_id))],
        back=OpenObject(premises=premises_id),
    )
    return listed if notice is None else Screen(lines(notice, "", listed.text), listed.rows)


async def file_screen(
    work: Work, me: Person, t: Localizer, number: ObjectFileId, notice: Markup | None = None
) -> Screen:
    """What is known of a document, and what can be changed."""
    view, premises = await show_object_file(work, me, number)
    return _card(t, view, premises, number, notice)


def _card(t: Localizer, view: FileView, premises: Premises, number: ObjectFileId, notice: Markup | None) -> Screen:
    is_open = view.kept is not None and view.kept.for_tenants
    readers = t("🙈 Only for us") if is_open else t("👁 For tenants")
    text = lines(*((notice, "") if notice is not None else ()), file_line(t, view), Markup.escape(premises.name))
    return Screen(
        text,
        [
            [Button(t("📥 Receive"), GetFile(file=number)), Button(t("📅 Valid until"), SetValidity(file=number))],
            [
                Button(readers, OpenToTenants(file=number, is_open=not is_open)),
                Button(t("🗑 Remove"), AskToRemove(file=number)),
            ],
            [Button(t("‹ Back"), OpenObjectFiles(premises=premises.id)), menu_button(t)],
        ],
    )


def _item(t: Localizer, view: FileView) -> Item:
    number = view.kept.id if view.kept is not None else 0
    return Item(file_line(t, view), label_of(file_name(t, view), "📎"), GetFile(file=number))


@router.callback_query(AskToRemove.filter())
async def ask(_query: object, callback_data: AskToRemove, ctx: Context) -> None:
    """Say what will happen."""
    t = ctx.t
    number = ObjectFileId(callback_data.file)
    view, premises = await show_object_file(ctx.work, ctx.me, number)
    question = lines(
        bold(t("Remove this document?")),
        "",
        file_line(t, view),
        t("It leaves {object} for everybody; for two days this can be undone.", object=premises.name),
    )
    keep = (t("‹ Keep it"), OpenFile(file=number))
    await ctx.chat.show(confirm_screen(question, keep=keep, go=(t("🗑 Remove"), RemoveFile(file=number))))


@router.callback_query(RemoveFile.filter())
async def remove(_query: object, callback_data: RemoveFile, ctx: Context) -> None:
    """Remove it and show the rest."""
    t = ctx.t
    number = ObjectFileId(callback_data.file)
    view, premises = await show_object_file(ctx.work, ctx.me, number)
    await remove_object_file(ctx.work, ctx.me, number)
    notice = t("Removed: {name}", name=file_name(t, view))
    rest = await files_screen(ctx, premises.id, notice=notice)
    undo = [Button(t("↩️ Undo"), PutBack(file=number))]
    *rows, last = rest.rows
    await ctx.chat.show(Screen(rest.text, [*rows, [*undo, *last]]))


@router.callback_query(PutBack.filter())
async def put_back(_query: object, callback_data: PutBack, ctx: Context) -> None:
    """Put it back and show it."""
    number = ObjectFileId(callback_data.file)
    await restore_object_file(ctx.work, ctx.me, number)
    await ctx.chat.show(await file_screen(ctx.work, ctx.me, ctx.t, number, ctx.t("It is back in its place.")))
