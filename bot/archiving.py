"""A row is put away after being asked, and brought back at once or later.

    ARCHIVE = Archiving(
        name="archive_lead",
        archive=ArchiveLead,
        restore=RestoreLead,
        load=lambda ctx, press: show_lead(ctx.work, ctx.me, LeadId(press.lead)),
        is_active=lambda view: view.lead.is_active,
        question=lambda t, view: archive_question(t, view.lead.name, t("Colleagues do not see it.")),
        done=lambda t, view: archived(t, view.lead.name),
        do=lambda ctx, press: archive_lead(ctx.work, ctx.me, LeadId(press.lead)),
        undo=lambda ctx, press: restore_lead(ctx.work, ctx.me, LeadId(press.lead)),
        restored=lambda ctx, press, given: ...,
        show=lambda ctx, press, notice: show_card(ctx, press.lead, notice),
        card=lambda press: OpenLead(lead=press.lead),
        listed=lambda t, view: Button(t("👤 My leads"), MyLeads()),
    )

Both buttons say which row; the first one says whether it is `sure`. Who was not the first to do it, or cannot, is told
and shown the card.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from bot.callbacks import Callback
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen
from domain.refusal import Conflict, Refusal

A = TypeVar("A", bound=Callback)
B = TypeVar("B", bound=Callback)
V = TypeVar("V")
Label = Callable[[Localizer], Markup]


@dataclass(frozen=True, kw_only=True)
class Archiving(Generic[A, B, V]):
    """How one kind of row is put away and brought back; its `router` is handed in with the rest."""

    name: str
    archive: type[A]
    restore: type[B]
    load: Callable[[Context, A], Awaitable[V]]
    """The row; refuses whoever may not change it."""
    is_active: Callable[[V], bool]
    question: Callable[[Localizer, V], Markup]
    """What will follow, for who has not been asked yet."""
    done: Callable[[Localizer, V], Markup]
    """Said once it is done, above the way to take it back."""
    do: Callable[[Context, A], Awaitable[object]]
    undo: Callable[[Context, B], Awaitable[Any]]
    restored: Callable[[Context, B, Any], Awaitable[Markup]]
    """Said above the card of what is back; given what undoing gave."""
    show: Callable[[Context, A | B, Markup | None], Awaitable[None]]
    """The card, with what has just happened."""
    card: Callable[[A], CallbackData]
    listed: Callable[[Localizer, V], Button]
    """The way to the list from which it has gone."""
    keep: Label = lambda t: t("‹ Keep it")
    go: Label = lambda t: t("🗄 To archive")
    back: Label = lambda t: t("↩️ Restore")
    router: Router = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "router", Router(name=self.name))
        self.router.callback_query.register(self._archive, self.archive.filter())
        self.router.callback_query.register(self._restore, self.restore.filter())

    async def _archive(self, _query: object, callback_data: Any, ctx: Context) -> None:
        """Ask, or do it."""
        t, press = ctx.t, callback_data
        view = await self.load(ctx, press)
        if not press.sure and self.is_active(view):
            sure = press.model_copy(update={"sure": True})
            keep = (self.keep(t), self.card(press))
            await ctx.chat.show(confirm_screen(self.question(t, view), keep=keep, go=(self.go(t), sure)))
            return
        try:
            await self.do(ctx, press)
        except Conflict as conflict:
            await ctx.chat.toast(t.refusal(conflict))
            await self.show(ctx, press, None)
            return
        except Refusal as refusal:
            await self.show(ctx, press, t.refusal(refusal))
            return
        facts = {name: one for name, one in press.model_dump().items() if name in self.restore.model_fields}
        back = Button(self.back(t), self.restore(**facts))
        await ctx.chat.show(Screen(self.done(t, view), [[back, self.listed(t, view)], [menu_button(t)]]))

    async def _restore(self, _query: object, callback_data: Any, ctx: Context) -> None:
        """Bring it back and show it."""
        press = callback_data
        try:
            given = await self.undo(ctx, press)
        except Conflict as conflict:
            await ctx.chat.toast(ctx.t.refusal(conflict))
            await self.show(ctx, press, None)
            return
        await self.show(ctx, press, await self.restored(ctx, press, given))


def archive_question(t: Localizer, name: Markup | str, follows: Markup) -> Markup:
    """Whether something goes to the archive, and what follows from it."""
    return lines(bold(t("Put it into the archive?")), Markup.escape(name), "", follows)


def archived(t: Localizer, name: Markup | str) -> Markup:
    """That it has gone there."""
    return lines(bold(t("In the archive")), Markup.escape(name))
