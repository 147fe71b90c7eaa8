"""/grant and /revoke: an admin gives somebody a role or takes it away, in one line or step by step."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from aiogram import Router
from aiogram.filters import Command, CommandObject
from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Choice, Context, Form, Question
from bot.forms.screens import menu_button
from bot.localization import LANGUAGES, Localizer
from bot.menus import role_name
from bot.screen import Button, Screen
from bot.telegram.commands import publish_commands_of
from domain.people.grant import grant, look_up, revoke
from domain.people.handle import Handle
from domain.people.person import AVAILABLE_ROLES, Person, PersonId, Role
from domain.refusal import Refusal
from domain.work import Work
from handlers.admin.callbacks import GiveRole, TakeRole, is_admin

router = Router(name="change_role")
router.message.filter(is_admin)
router.callback_query.filter(is_admin)

Change = Callable[[Work, Person, Handle, Role], Awaitable[PersonId]]


@dataclass
class RoleDraft:
    """Which role, and whose."""

    role: str | None = None
    whom: str | None = None


def role_called(t: Localizer, text: str) -> Role | None:
    """The role with this name, as commands have it or as it is called in either language."""
    said = text.strip().lower()
    speeches = [Localizer(language, t.zone, t.now) for language in LANGUAGES]
    called = {role: {role.value, *(str(role_name(one, role)).lower() for one in speeches)} for role in Role}
    return next((role for role, names in called.items() if said in names), None)


def parse_role(t: Localizer, text: str) -> Role:
    """A role by its name; refused with those that exist."""
    role = role_called(t, text)
    if role is None:
        known = ", ".join(role_name(t, one) for one in AVAILABLE_ROLES)
        raise Refusal("There is no role “{said}”. There is: {known}.", said=text[:40], known=known)
    return role


def _roles(t: Localizer, _draft: RoleDraft, _me: Person) -> list[Choice]:
    return [Choice(role_name(t, role).capitalize(), role.value) for role in AVAILABLE_ROLES]


def _ask_whom(t: Localizer, _draft: RoleDraft) -> Markup:
    return t("Whose? Write a @username or the number of a Telegram account; they have written to the bot before.")


QUESTIONS = (
    Question[RoleDraft](
        key="role",
        kind=AnswerKind.ROLE,
        ask=lambda t, _draft: t("Which role?"),
        value=lambda text, _draft, ctx: parse_role(ctx.t, text).value,
        choices=_roles,
        of=str,
    ),
    Question[RoleDraft](
        key="whom",
        kind=AnswerKind.ACCOUNT,
        ask=_ask_whom,
        value=lambda text, _draft, _ctx: str(Handle.parse(text)),
    ),
)


GIVING = Form(
    name="give_role",
    title=lambda t: t("Give a role"),
    draft=RoleDraft,
    questions=QUESTIONS,
    done=lambda filled, ctx: _change(ctx, grant, filled.draft),
)
TAKING = Form(
    name="take_role",
    title=lambda t: t("Take a role away"),
    draft=RoleDraft,
    questions=QUESTIONS,
    done=lambda filled, ctx: _change(ctx, revoke, filled.draft),
)


@router.message(Command("grant"))
async def grant_by_line(_message: object, command: CommandObject, ctx: Context) -> None:
    """`/grant @anna realtor`, in either order; what is missing is asked."""
    await ctx.forms.start(GIVING, ctx, _draft_of(ctx.t, command.args))


@router.message(Command("revoke"))
async def revoke_by_line(_message: object, command: CommandObject, ctx: Context) -> None:
    """`/revoke @anna realtor`, in either order; what is missing is asked."""
    await ctx.forms.start(TAKING, ctx, _draft_of(ctx.t, command.args))


@router.callback_query(GiveRole.filter())
async def begin_giving(_query: object, ctx: Context) -> None:
    """Ask which role and whose."""
    await ctx.forms.start(GIVING, ctx, RoleDraft())


@router.callback_query(TakeRole.filter())
async def begin_taking(_query: object, ctx: Context) -> None:
    """Ask which role and whose."""
    await ctx.forms.start(TAKING, ctx, RoleDraft())


def _draft_of(t: Localizer, args: str | None) -> RoleDraft:
    draft = RoleDraft()
    for word in (args or "").split()[:2]:
        role = role_called(t, word)
        if role is not None:
            draft = replace(draft, role=role.value)
        elif draft.whom is None and (word.startswith("@") or word.isdigit() or draft.role is not None):
            draft = replace(draft, whom=str(Handle.parse(word)))
        else:
            parse_role(t, word)
    return draft


async def _change(ctx: Context, change: Change, draft: RoleDraft) -> None:
    t = ctx.t
    role = parse_role(t, draft.role or "")
    person_id = await change(ctx.work, ctx.me, Handle.parse(draft.whom or ""), role)
    person = await look_up(ctx.work, ctx.me, PersonId(person_id))
    await publish_commands_of(ctx.chat.bot, ctx.menus, person)
    name = role_name(t, role)
    if change is grant:
        text = t("{name} now has the role “{role}” and will be told.", name=person.name, role=name)
    else:
        text = t("{name} no longer has the role “{role}” and will be told.", name=person.name, role=name)
    more = [Button(t("🔑 Give a role"), GiveRole()), Button(t("🚫 Take a role"), TakeRole())]
    await ctx.chat.show(Screen(text, [more, [menu_button(t)]]))
