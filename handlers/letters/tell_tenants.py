"""The same to the tenants of several objects ("no water tomorrow"): objects, words, a look at it, and out it goes."""

from dataclasses import dataclass, replace

from aiogram import Router
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question, Review
from bot.forms.screens import menu_button
from bot.forms.wording import asking, label
from bot.lists.object_labels import objects_apart
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen, label_of
from domain.estate.objects.premises import PremisesId
from domain.files.stored_file import FileId
from domain.letters.letter import MOST_FILES, MOST_TEXT
from domain.letters.tell_tenants import let_objects, tell_tenants
from domain.people.person import Person
from handlers.letters.callbacks import ChooseWhom, OpenLetterList, TellTenants
from handlers.letters.words import MOST_PUSHED, shortened

router = Router(name="tell_tenants")

ALL = "all"


@dataclass(kw_only=True)
class Announcement:
    """What is to be said, and to the tenants of which objects."""

    offered: tuple[tuple[int, str, tuple[int, ...]], ...] = ()
    """Every object that is let: its id, its name, its tenants."""
    chosen: tuple[int, ...] = ()
    text: str | None = None
    files: tuple[FileId, ...] = ()

    @property
    def tenants(self) -> set[int]:
        """Who is going to be written to."""
        return {tenant for number, _, tenants in self.offered if number in self.chosen for tenant in tenants}

    @property
    def names(self) -> list[str]:
        """What the chosen objects are called."""
        return [name for number, name, _ in self.offered if number in self.chosen]


def _ask_objects(t: Localizer, draft: Announcement) -> Markup:
    count = t.n("{count} tenant", "{count} tenants", len(draft.tenants))
    return lines(t("To the tenants of which objects?"), t("Chosen: {tenants}", tenants=count) if draft.chosen else None)


def _objects(t: Localizer, draft: Announcement, _me: Person) -> list[Choice]:
    every = [Choice(t("All objects"), ALL)] if len(draft.offered) > 1 else []
    return [*every, *(_object(t, f"{number}:{name}") for number, name, _ in draft.offered)]


def _object(t: Localizer, value: str) -> Choice:
    return Choice(t("All objects") if value == ALL else label_of(value.partition(":")[2]), value)


def _choose(value: str, draft: Announcement) -> Announcement:
    every = tuple(number for number, _, _ in draft.offered)
    if value == ALL:
        return replace(draft, chosen=() if draft.chosen == every else every)
    number = int(value.partition(":")[0])
    wanted = set(draft.chosen) ^ {number}
    return replace(draft, chosen=tuple(one for one in every if one in wanted))


def _chosen(draft: Announcement) -> frozenset[str]:
    values = [f"{number}:{name}" for number, name, _ in draft.offered if number in draft.chosen]
    return frozenset([*values, ALL] if len(values) == len(draft.offered) else values)


def _preview(filled: CompletedForm[Announcement], ctx: Context) -> Markup:
    t, draft = ctx.t, filled.draft
    count = t.n("{count} tenant", "{count} tenants", len(draft.tenants))
    return lines(
        bold(t("📣 To {tenants}", tenants=count)),
        ", ".join(draft.names) if len(draft.names) < 6 else t.n("{count} object", "{count} objects", len(draft.names)),
        "",
        Markup.escape(shortened(draft.text, MOST_PUSHED)) if draft.text else None,
        t.n("📎 {count} file", "📎 {count} files", len(draft.files)) if draft.files else None,
    )


async def _tell(filled: CompletedForm[Announcement], ctx: Context) -> None:
    draft, t = filled.draft, ctx.t
    told = await tell_tenants(
        ctx.work.once(f"form:{filled.nonce}"),
        ctx.me,
        [PremisesId(one) for one in draft.chosen],
        draft.text or "",
        draft.files,
    )
    away = told["unreached"]
    text = lines(
        bold(t.n("✉️ Sent to {count} tenant", "✉️ Sent to {count} tenants", told["letters"])),
        t.n(
            "The bot does not reach {count} of them (yet): the message waits until it does.",
            "The bot does not reach {count} of them (yet): the message waits until it does.",
            away,
        )
        if away
        else None,
    )
    await ctx.chat.show(Screen(text, [[Button(t("✉️ Messages"), OpenLetterList()), menu_button(t)]]))


FORM = Form(
    name="tell_tenants",
    title=label("Message to tenants"),
    draft=Announcement,
    questions=(
        Question(
            key="objects",
            kind=AnswerKind.CHOICES,
            ask=_ask_objects,
            choices=_objects,
            choice=_object,
            pick=_choose,
            chosen=_chosen,
            known=lambda draft: bool(draft.chosen),
            label=label("Objects"),
        ),
        Question(
            key="text",
            kind=AnswerKind.TEXT,
            ask=asking("What shall I tell them? You can send a photo or a file, too, with the words under it."),
            value=lambda text, _draft, _ctx: text.strip(),
            files=lambda files, draft: replace(draft, files=(*draft.files, *files)[:MOST_FILES]),
            one_file=True,
            known=lambda draft: bool(draft.text or draft.files),
            label=label("Text"),
            most_typed=MOST_TEXT,
        ),
    ),
    review=Review(show=_preview, save=label("✉️ Send")),
    done=_tell,
)


@router.callback_query(TellTenants.filter())
async def begin(_query: object, callback_data: TellTenants, ctx: Context) -> None:
    """Ask for the objects, unless one is known already."""
    t = ctx.t
    await ctx.forms.leave(ctx.state)
    let = await let_objects(ctx.work, ctx.me)
    called = objects_apart(t, (one.premises for one in let))
    offered = tuple(
        (int(one.premises.id), called[one.premises.id], tuple(int(tenant.id) for tenant in one.tenants)) for one in let
    )
    if not offered:
        text = t("Nobody rents your objects at present. Once a lease runs, its tenant can be written to here.")
        await ctx.chat.show(Screen(text, [[Button(t("‹ Back"), ChooseWhom()), menu_button(t)]]))
        return
    chosen = tuple(number for number, _, _ in offered if number == callback_data.premises)
    await ctx.forms.start(FORM, ctx, Announcement(offered=offered, chosen=chosen))
