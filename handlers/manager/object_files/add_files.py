"""Adding documents to an object: the files, several at once, what they are, until when valid, and for whom."""

import datetime as dt
from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.meaning import by_beginnings
from bot.forms.model import AnswerContext, Choice, CompletedForm, Context, Form, Question
from bot.forms.wording import asking, label
from bot.localization import Localizer
from bot.names.days import read_day
from domain.estate.object_files.keep_object_files import add_object_files
from domain.estate.object_files.list_object_files import list_object_files
from domain.estate.object_files.object_file import FileSort
from domain.estate.objects.premises import PremisesId
from domain.files.stored_file import FileId
from domain.people.person import Person
from domain.typed.days import Toward
from handlers.manager.object_files.callbacks import AddFiles
from handlers.manager.object_files.files import files_screen

router = Router(name="add_files")

SORTS = {
    FileSort.CONTRACT: "Contract",
    FileSort.ACT: "Act",
    FileSort.PHOTO: "Photo",
    FileSort.OTHER: "Something else",
}
"""What documents are, on buttons; gettext messages."""
FOR_US, FOR_TENANTS = "us", "tenants"


@dataclass(kw_only=True)
class Papers:
    """Documents that are about to be added."""

    files: tuple[FileId, ...] = ()
    sort: FileSort | None = None
    valid_until: dt.date | None = None
    for_tenants: bool | None = None


def _ask_files(t: Localizer, draft: Papers) -> Markup:
    if draft.files:
        return t.n("{count} file is here. More?", "{count} files are here. More?", len(draft.files))
    return t("Send the files: PDF, Word, Excel, photos; several at once if you like.")


def _read_day(text: str, draft: Papers, ctx: AnswerContext) -> Papers:
    today = ctx.t.today
    return replace(draft, valid_until=read_day(text, ctx, today, Toward.NEXT))


def _readers(t: Localizer, _draft: Papers, _me: Person) -> list[Choice]:
    return [Choice(t("Only for us"), FOR_US), Choice(t("For tenants, too"), FOR_TENANTS)]


async def _add(filled: CompletedForm[Papers], ctx: Context) -> None:
    draft, premises_id = filled.draft, PremisesId(filled.context["premises"])
    count = await add_object_files(
        ctx.work.once(f"form:{filled.nonce}"),
        ctx.me,
        premises_id,
        draft.files,
        draft.sort or FileSort.OTHER,
        valid_until=draft.valid_until,
        for_tenants=bool(draft.for_tenants),
    )
    added = ctx.t.n("{count} document added.", "{count} documents added.", count)
    await ctx.chat.show(await files_screen(ctx, premises_id, notice=added))


FORM = Form(
    name="add_object_files",
    title=label("New documents"),
    draft=Papers,
    questions=(
        Question(
            key="files",
            kind=AnswerKind.FILES,
            ask=_ask_files,
            files=lambda files, draft: replace(draft, files=tuple(dict.fromkeys((*draft.files, *files)))),
        ),
        Question(
            key="sort",
            kind=AnswerKind.CHOICE,
            ask=asking("What is it?"),
            choices=lambda t, _draft, _me: [Choice(t(named), one.value) for one, named in SORTS.items()],
            of=FileSort,
        ),
        Question(
            key="valid_until",
            kind=AnswerKind.DAY,
            ask=asking(
                "Until which day is it valid? For example: 31 May. I remind you a month before, later if less is left."
            ),
            read=_read_day,
            of=dt.date.fromisoformat,
            optional=True,
            hangs_on=("sort",),
            applies=lambda draft: draft.sort is not FileSort.PHOTO,
        ),
        Question(
            key="for_tenants",
            kind=AnswerKind.CHOICE,
            ask=asking("Who shall see it?"),
            choices=_readers,
            of=lambda value: value == FOR_TENANTS,
            meant=by_beginnings(
                {FOR_US: r"нам|мне|себе|us(?!\w)|me(?!\w)", FOR_TENANTS: r"аренд|всем|все(?!\w)|tenant|every|all"}
            ),
        ),
    ),
    done=_add,
)


@router.callback_query(AddFiles.filter())
async def begin(_query: object, callback_data: AddFiles, ctx: Context) -> None:
    """Ask for the files."""
    page = await list_object_files(ctx.work, ctx.me, PremisesId(callback_data.premises), limit=1)
    await ctx.forms.start(FORM, ctx, Papers(), context={"premises": int(page.premises.id)})
