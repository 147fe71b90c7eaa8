"""Any one field of a row is changed: a menu of fields, the field's own question, the change, the card as it is then.

    EDIT = FieldEdit(
        name="edit_lead",
        title=label("Edit lead"),
        press=EditLead,
        draft=LeadDraft,
        questions=QUESTIONS,
        load=lambda ctx, press: show_lead(ctx.work, ctx.me, LeadId(press.lead)),
        version=lambda view: view.lead.version,
        as_draft=lambda view: LeadDraft.of(view.lead),
        about=lambda t, view, _press: lead_line(t, view.lead),
        save=lambda ctx, press, changes: edit_lead(ctx.work, ctx.me, LeadId(press.lead), press.version, changes),
        show=lambda ctx, press, notice: show_card(ctx, press.lead, notice),
        back=lambda press: OpenLead(lead=press.lead),
    )

Its button (`EditLead`) says which row, as it was at which `version` (0: as it is by then), and which `field`, empty for
the menu. Who comes late, because the row has changed since, is told and shown the card.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import Callback
from bot.forms.model import CompletedForm, Context, Form, Question
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Row, Screen, pairs
from domain.refusal import Conflict

P = TypeVar("P", bound=Callback)
V = TypeVar("V")
D = TypeVar("D")


@dataclass(frozen=True, kw_only=True)
class FieldEdit(Generic[P, V, D]):
    """How the fields of one kind of row are changed; `router` and `form` are handed in with the rest."""

    name: str
    title: Callable[[Localizer], Markup]
    press: type[P]
    draft: type[D]
    questions: tuple[Question[D], ...]
    load: Callable[[Context, P], Awaitable[V]]
    """The row with what is shown of it; refuses whoever may not change it, and raises `Conflict` if nobody can."""
    version: Callable[[V], int]
    as_draft: Callable[[V], D]
    about: Callable[[Localizer, V, P], Markup | str]
    """Which row it is, under the question what to change."""
    save: Callable[[Context, P, dict[str, Any]], Awaitable[Any]]
    """Change these fields; markup that it gives is said above the card in place of “Saved.”."""
    show: Callable[[Context, P, Markup | None], Awaitable[None]]
    """The card, with what has just happened."""
    back: Callable[[P], CallbackData]
    """To the card."""
    saved: type[Any] | None = None
    """What of the draft is saved, where the draft is one of these and knows more."""
    names: Callable[[Question[D], V, P], bool] = lambda _question, _view, _press: True
    """Whether the menu offers the question."""
    first: tuple[tuple[str, Callable[[Localizer], Markup]], ...] = ()
    """Fields without a question here, before the others: `instead` asks about them."""
    more: Callable[[Context, V, P], Sequence[Button]] = lambda _ctx, _view, _press: ()
    """What is changed on screens of its own, after the other fields."""
    instead: Callable[[Context, V, P], Awaitable[bool]] | None = None
    """Ask something else than the button says, where that comes first; True if it did."""
    after: Callable[[Context, P, Any], Awaitable[bool]] | None = None
    """Show what follows from what saving gave; False if that is the card."""
    layout: Callable[[Sequence[Button]], list[Row]] = pairs
    last: Callable[[Localizer, V, Row], list[Row]] = lambda _t, _view, ways_back: [ways_back]
    """The rows below the fields, of which one leads back."""
    router: Router = field(init=False)
    form: Form[D] = field(init=False)

    def __post_init__(self) -> None:
        form = Form(
            name=self.name,
            title=self.title,
            draft=self.draft,
            questions=self.questions,
            done=self._save,
            back=self._back,
        )
        object.__setattr__(self, "form", form)
        object.__setattr__(self, "router", Router(name=self.name))
        self.router.callback_query.register(self._pressed, self.press.filter())

    async def _pressed(self, _query: object, callback_data: Any, ctx: Context) -> None:
        """Show the fields, or ask about one."""
        pressed: P = callback_data
        seen, key = _said(pressed, "version"), _said(pressed, "field")
        try:
            view = await self.load(ctx, pressed)
            if seen not in (0, self.version(view)):
                raise Conflict
        except Conflict as conflict:
            await ctx.chat.toast(ctx.t.refusal(conflict))
            await self.show(ctx, pressed, None)
            return
        press = pressed.model_copy(update={"version": self.version(view)})
        if self.instead is not None and await self.instead(ctx, view, press):
            return
        question, new = self.form.question(key), bool(_said(press, "new"))
        if question is None:
            await ctx.forms.leave(ctx.state)
            await ctx.chat.show(self._menu(ctx, view, press), new=new)
            return
        context = press.model_dump(mode="json")
        await ctx.forms.start(self.form, ctx, self.as_draft(view), only=question.key, context=context, new=new)

    def _menu(self, ctx: Context, view: V, press: P) -> Screen:
        t = ctx.t
        asked = [
            (one.key, one.label)
            for one in self.form.applicable(self.as_draft(view))
            if one.label is not None and self.names(one, view, press)
        ]
        here = {"new": False} if "new" in type(press).model_fields else {}
        named = [
            Button(name(t), press.model_copy(update={**here, "field": key})) for key, name in [*self.first, *asked]
        ]
        ways_back = [Button(t("‹ Back"), self.back(press)), menu_button(t)]
        text = lines(bold(t("What shall we change?")), Markup.escape(self.about(t, view, press)))
        return Screen(text, [*self.layout([*named, *self.more(ctx, view, press)]), *self.last(t, view, ways_back)])

    async def _save(self, filled: CompletedForm[D], ctx: Context) -> None:
        press = self._press(filled.context)
        part: Any = self.saved or self.draft
        names, after = [one.name for one in fields(part)], filled.draft
        try:
            before = self.as_draft(await self.load(ctx, press))
            changes = {one: getattr(after, one) for one in names if getattr(after, one) != getattr(before, one)}
            given = await self.save(ctx, press, changes)
        except Conflict as conflict:
            await self.show(ctx, press, ctx.t.refusal(conflict))
            return
        if self.after is None or not await self.after(ctx, press, given):
            await self.show(ctx, press, given if isinstance(given, Markup) else ctx.t("Saved."))

    async def _back(self, filled: CompletedForm[D], ctx: Context) -> None:
        await self.show(ctx, self._press(filled.context), None)

    def _press(self, context: Mapping[str, Any]) -> P:
        """The button behind the question; it was answered where it stood, so the card takes its place."""
        here = {"new": False} if "new" in self.press.model_fields else {}
        return self.press(**{**context, **here})


def _said(press: Callback, name: str) -> Any:
    """What the button says, if it says anything of the kind."""
    return getattr(press, name, None)
