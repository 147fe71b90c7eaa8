"""What waits is gone on with, in the role that uses it, or thrown away; what is another role's is offered there.

A message that is plainly of another role than the one in front is not taken for what that role would make of it.
"""

import dataclasses
from collections.abc import Sequence
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import Message
from markupsafe import Markup

from bot.callbacks import DropPending, OpenNextPending, OpenPending
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.message_kinds import MessageKind, keep_recognised
from bot.pending import PendingMessage, drop_pending, find_pending, pending_messages
from bot.screen import Button, Row, Screen
from bot.telegram.message_content import has_words_or_file, shortened, words_of
from domain.people.about_me import about_me
from domain.people.switch_role import switch_role
from domain.plainness import Plainness
from handlers.common.callbacks import TakeUpRole
from handlers.common.privacy.leaving import with_note
from handlers.common.roles.role_words import INVITATIONS
from handlers.common.roles.start import menu_screen

router = Router(name="waiting")
elsewhere = Router(name="of_another_role")


@router.callback_query(OpenNextPending.filter())
async def next_one(_query: object, ctx: Context) -> None:
    """Go on with what waits longest."""
    texts = await pending_messages(ctx.state)
    await _go_on(texts[0] if texts else None, texts[0].kind if texts else "", ctx)


@router.callback_query(OpenPending.filter())
async def open_waiting(_query: object, callback_data: OpenPending, ctx: Context) -> None:
    """Go on with this one, as what its sender says it is."""
    one = await find_pending(ctx.state, callback_data.text)
    await _go_on(one, callback_data.kind, ctx)


@router.callback_query(DropPending.filter())
async def forget(_query: object, callback_data: DropPending, ctx: Context) -> None:
    """It is not wanted."""
    await drop_pending(ctx.state, callback_data.text)
    progress = await ctx.forms.open(ctx.state)
    if progress is not None:
        await ctx.forms.go_on(progress, ctx, notice=ctx.t("Thrown away."))
        return
    await ctx.chat.show(with_note(ctx.t("Thrown away."), await menu_screen(ctx)))


async def _go_on(one: PendingMessage | None, name: str, ctx: Context) -> None:
    t, me = ctx.t, ctx.me
    kind = ctx.forms.kinds.named(name)
    if one is None or kind is None:
        await ctx.chat.toast(t("This text has been dealt with already."))
        progress = await ctx.forms.open(ctx.state)
        if progress is not None:
            await ctx.forms.go_on(progress, ctx)
        else:
            await ctx.chat.show(await menu_screen(ctx))
        return
    if kind.role not in me.all_roles:
        await ctx.chat.show(needs_role(t, kind, [one]))
        return
    if me.active_role is not kind.role:
        await switch_role(ctx.work, me, kind.role)
        ctx = dataclasses.replace(ctx, me=(await about_me(ctx.work, me)).person)
    await ctx.forms.leave(ctx.state)
    await kind.open(await _as_kind(one, kind, ctx), ctx)


async def _as_kind(one: PendingMessage, kind: MessageKind, ctx: Context) -> PendingMessage:
    """With what came with it kept as the kind keeps it: papers sealed, photos of cards for everybody who sees those."""
    if not one.photos or one.sealed is kind.takes_papers:
        return one
    if kind.takes_papers:
        kept = await ctx.documents.seal_photos(ctx.work, ctx.me, one.photos)
    else:
        kept = await ctx.photos.open_papers(ctx.work, ctx.me, one.photos)
    return dataclasses.replace(one, photos=kept, sealed=kind.takes_papers)


async def is_elsewhere(message: Message, album: Sequence[Message], ctx: Context) -> bool | dict[str, Any]:
    """Whether a message is more plainly of a kind of another role than of any of the role in front."""
    if ctx.me.active_role is None:
        return False
    sent = album or [message]
    best = await ctx.forms.kinds.plainest(sent, ctx, Plainness.PROBABLY)
    if best is None or best[0].role is ctx.me.active_role:
        return False
    words = words_of(sent)
    says_what = bool(words) and await best[0].recognise(words, ctx) >= Plainness.PROBABLY
    if not says_what and any(one.role is ctx.me.active_role for one in ctx.forms.kinds.of_papers(ctx.me)):
        return False  # a picture alone may be a paper of the role in front, too: that is asked
    return {"kind": best[0]}


@elsewhere.message(StateFilter(None), has_words_or_file, is_elsewhere)
async def offer(message: Message, album: Sequence[Message], kind: MessageKind, ctx: Context) -> None:
    """Keep it, say what it looks like and whose that is, and let its sender choose."""
    kept = await keep_recognised(kind, album or [message], ctx)
    t, me = ctx.t, ctx.me
    if kind.role not in me.all_roles:
        rows = await _as_in_front(kept, ctx)
        await ctx.chat.show(needs_role(t, kind, kept, rows))
        return
    first = kept[0]
    looks = kind.looks_like(t) if first.text else t("Photos belong to a property.")
    text = lines(bold(looks), _quoted(first), kind.whose(t))
    rows = [
        [Button(kind.take(t), OpenPending(text=first.id, kind=kind.name))],
        *await _as_in_front(kept, ctx),
    ]
    await ctx.chat.show(Screen(text, [*rows, [_forget(t, first), menu_button(t)]]))


async def _as_in_front(kept: Sequence[PendingMessage], ctx: Context) -> list[Row]:
    """What the role in front would make of it, if anything."""
    first = kept[0]
    rows: list[Row] = []
    for kind in ctx.forms.kinds:
        is_front = kind.role is ctx.me.active_role and bool(first.text) and len(kept) == 1
        if is_front and await kind.recognise(first.text, ctx) >= Plainness.PERHAPS:
            rows.append([Button(kind.take(ctx.t), OpenPending(text=first.id, kind=kind.name))])
    return rows


def needs_role(t: Localizer, kind: MessageKind, kept: Sequence[PendingMessage], rows: Sequence[Row] = ()) -> Screen:
    """What it takes to go on with something that waits; it waits on."""
    text = lines(
        bold(kind.looks_like(t)),
        _quoted(kept[0]),
        kind.whose(t),
        t("It is kept until you choose."),
    )
    become = Button(t(INVITATIONS[kind.role]), TakeUpRole(role=kind.role))
    return Screen(text, [[become], *rows, [_forget(t, kept[0]), menu_button(t)]])


async def kept_for_later(sent: Sequence[Message], ctx: Context, least: Plainness = Plainness.PERHAPS) -> Markup | None:
    """Keep what somebody sends before they have taken up a role, and say so; None where it is only a greeting."""
    best = await ctx.forms.kinds.plainest(sent, ctx, least)
    if best is None:
        return None
    kind, t = best[0], ctx.t
    kept = await keep_recognised(kind, sent, ctx)
    looks = kind.looks_like(t) if kept[0].text else t("Photos belong to a property.")
    return lines(
        looks, t("It is kept: once you have chosen “{role}”, we go on with it.", role=t(INVITATIONS[kind.role]))
    )


def _forget(t: Localizer, one: PendingMessage) -> Button:
    return Button(t("🗑 Not needed"), DropPending(text=one.id))


def _quoted(one: PendingMessage) -> Markup | None:
    return quiet(shortened(" ".join(one.text.split()))) if one.text else None
