"""Being called otherwise than in Telegram: a first name and a surname of one's own, or Telegram's again."""

from dataclasses import dataclass, replace

from aiogram import Router

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, CompletedForm, Context, Form, Question
from bot.localization import Localizer
from bot.screen import label_of
from domain.people.about_me import about_me
from domain.people.change_profile import change_names
from domain.people.names import Names, parse_name, telegrams
from domain.people.person import Person
from handlers.common.callbacks import ChangeNames
from handlers.common.privacy.leaving import step_out, with_note
from handlers.common.profile import profile_questions as ask_for
from handlers.common.profile.me import me_screen

router = Router(name="change_names")

AS_IN_TELEGRAM, REMOVE = "telegram", "remove"


@dataclass
class Called:
    """What somebody wants to be called."""

    first: str | None = None
    last: str | None = None
    as_in_telegram: bool = False
    has_last: bool = False
    """Whether there is a surname to take back."""


def _first_names(t: Localizer, _draft: Called, me: Person) -> list[Choice]:
    return [Choice(label_of(t("As in Telegram: {name}", name=telegrams(me).full)), AS_IN_TELEGRAM)]


async def _keep(filled: CompletedForm[Called], ctx: Context) -> None:
    said = filled.draft
    names = None if said.as_in_telegram or said.first is None else Names(said.first, said.last)
    await change_names(ctx.work, ctx.me, names)
    await ctx.chat.show(with_note(ctx.t("Saved."), await me_screen(ctx)))


FORM = Form(
    name="names",
    title=lambda t: t("Name"),
    draft=Called,
    questions=(
        Question[Called](
            key="first",
            kind=AnswerKind.NAME,
            ask=lambda t, _draft: ask_for.ask_first_name(t),
            value=lambda text, _draft, _ctx: parse_name(text),
            choices=_first_names,
            pick=lambda _value, draft: replace(draft, as_in_telegram=True),
            per_row=1,
        ),
        Question[Called](
            key="last",
            kind=AnswerKind.NAME,
            ask=lambda t, _draft: ask_for.ask_last_name(t),
            value=lambda text, _draft, _ctx: parse_name(text),
            choices=lambda t, draft, _me: [Choice(t("🗑 Remove"), REMOVE)] if draft.has_last else [],
            of=lambda _value: None,
            hangs_on=("first",),
            applies=lambda draft: not draft.as_in_telegram,
            optional=True,
            skip=lambda draft: draft,
            known=lambda _draft: False,
        ),
    ),
    done=_keep,
)


@router.callback_query(ChangeNames.filter())
async def ask(_query: object, ctx: Context) -> None:
    """Ask for the names."""
    await step_out(ctx)
    mine = await about_me(ctx.work, ctx.me)
    last = mine.names.last
    await ctx.forms.start(FORM, ctx, Called(last=last, has_last=last is not None))
