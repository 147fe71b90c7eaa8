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

from bot.contents import has_words_or_file, shortened, words_of
from bot.documents import Documents
from bot.forms import Forms, Surrounding, menu_button
from bot.photos import Photos
from bot.press import ForgetWaiting, NextText, OpenWaiting
from bot.recognising import MessageKind, Plainness, keep_waiting
from bot.screen import Button, Row, Screen
from bot.speech import Speech, bold, lines, quiet
from bot.waiting import Waiting, found, take_up, waiting
from domain.people.about_me import about_me
from domain.people.switch_role import switch_role
from handlers.common.leaving import with_note
from handlers.common.presses import TakeUp
from handlers.common.role_words import INVITATIONS
from handlers.common.start import menu_screen

router = Router(name="waiting")
elsewhere = Router(name="of_another_role")


@router.callback_query(NextText.filter())
async def next_one(_query: object, around: Surrounding, forms: Forms, photos: Photos, documents: Documents) -> None:
    """Go on with what waits longest."""
    texts = await waiting(around.state)
    await _go_on(texts[0] if texts else None, texts[0].kind if texts else "", around, forms, photos, documents)


@router.callback_query(OpenWaiting.filter())
async def open_waiting(
    _query: object,
    callback_data: OpenWaiting,
    around: Surrounding,
    forms: Forms,
    photos: Photos,
    documents: Documents,
) -> None:
    """Go on with this one, as what its sender says it is."""
    one = await found(around.state, callback_data.text)
    await _go_on(one, callback_data.kind, around, forms, photos, documents)


@router.callback_query(ForgetWaiting.filter())
async def forget(_query: object, callback_data: ForgetWaiting, around: Surrounding, forms: Forms) -> None:
    """It is not wanted."""
    await take_up(around.state, callback_data.text)
    progress = await forms.open(around.state)
    if progress is not None:
        await forms.go_on(progress, around, notice=around.t("Thrown away."))
        return
    await around.chat.show(with_note(around.t("Thrown away."), await menu_screen(around)))


async def _go_on(
    one: Waiting | None, name: str, around: Surrounding, forms: Forms, photos: Photos, documents: Documents
) -> None:
    t, me = around.t, around.me
    kind = forms.kinds.named(name)
    if one is None or kind is None:
        await around.chat.toast(t("This text has been dealt with already."))
        progress = await forms.open(around.state)
        if progress is not None:
            await forms.go_on(progress, around)
        else:
            await around.chat.show(await menu_screen(around))
        return
    if kind.role not in me.all_roles:
        await around.chat.show(needs_role(t, kind, [one]))
        return
    if me.active_role is not kind.role:
        await switch_role(around.work, me, kind.role)
        around = dataclasses.replace(around, me=(await about_me(around.work, me)).person)
    await forms.leave(around.state)
    await kind.open(await _as_kind(one, kind, around, photos, documents), around)


async def _as_kind(
    one: Waiting, kind: MessageKind, around: Surrounding, photos: Photos, documents: Documents
) -> Waiting:
    """With what came with it kept as the kind keeps it: papers sealed, photos of cards for everybody who sees those."""
    if not one.photos or one.sealed is kind.takes_papers:
        return one
    if kind.takes_papers:
        kept = await documents.seal_photos(around.work, around.me, one.photos)
    else:
        kept = await photos.open_papers(around.work, around.me, one.photos)
    return dataclasses.replace(one, photos=kept, sealed=kind.takes_papers)


async def is_elsewhere(
    message: Message, album: Sequence[Message], around: Surrounding, forms: Forms
) -> bool | dict[str, Any]:
    """Whether a message is more plainly of a kind of another role than of any of the role in front."""
    if around.me.active_role is None:
        return False
    sent = album or [message]
    best = await forms.kinds.plainest(sent, around, Plainness.PROBABLY)
    if best is None or best[0].role is around.me.active_role:
        return False
    words = words_of(sent)
    says_what = bool(words) and await best[0].recognise(words, around) >= Plainness.PROBABLY
    if not says_what and any(one.role is around.me.active_role for one in forms.kinds.of_papers(around.me)):
        return False  # a picture alone may be a paper of the role in front, too: that is asked
    return {"kind": best[0]}


@elsewhere.message(StateFilter(None), has_words_or_file, is_elsewhere)
async def offer(
    message: Message,
    album: Sequence[Message],
    kind: MessageKind,
    around: Surrounding,
    forms: Forms,
    photos: Photos,
    documents: Documents,
) -> None:
    """Keep it, say what it looks like and whose that is, and let its sender choose."""
    kept = await keep_waiting(kind, album or [message], around, photos, documents)
    t, me = around.t, around.me
    if kind.role not in me.all_roles:
        rows = await _as_in_front(kept, around, forms)
        await around.chat.show(needs_role(t, kind, kept, rows))
        return
    first = kept[0]
    looks = kind.looks_like(t) if first.text else t("Photos belong to a property.")
    text = lines(bold(looks), _quoted(first), kind.whose(t))
    rows = [
        [Button(kind.take(t), OpenWaiting(text=first.id, kind=kind.name))],
        *await _as_in_front(kept, around, forms),
    ]
    await around.chat.show(Screen(text, [*rows, [_forget(t, first), menu_button(t)]]))


async def _as_in_front(kept: Sequence[Waiting], around: Surrounding, forms: Forms) -> list[Row]:
    """What the role in front would make of it, if anything."""
    first = kept[0]
    rows: list[Row] = []
    for kind in forms.kinds:
        is_front = kind.role is around.me.active_role and bool(first.text) and len(kept) == 1
        if is_front and await kind.recognise(first.text, around) >= Plainness.PERHAPS:
            rows.append([Button(kind.take(around.t), OpenWaiting(text=first.id, kind=kind.name))])
    return rows


def needs_role(t: Speech, kind: MessageKind, kept: Sequence[Waiting], rows: Sequence[Row] = ()) -> Screen:
    """What it takes to go on with something that waits; it waits on."""
    text = lines(
        bold(kind.looks_like(t)),
        _quoted(kept[0]),
        kind.whose(t),
        t("It is kept until you choose."),
    )
    become = Button(t(INVITATIONS[kind.role]), TakeUp(role=kind.role))
    return Screen(text, [[become], *rows, [_forget(t, kept[0]), menu_button(t)]])


async def kept_for_later(
    sent: Sequence[Message],
    around: Surrounding,
    forms: Forms,
    photos: Photos,
    documents: Documents,
    least: Plainness = Plainness.PERHAPS,
) -> Markup | None:
    """Keep what somebody sends before they have taken up a role, and say so; None where it is only a greeting."""
    best = await forms.kinds.plainest(sent, around, least)
    if best is None:
        return None
    kind, t = best[0], around.t
    kept = await keep_waiting(kind, sent, around, photos, documents)
    looks = kind.looks_like(t) if kept[0].text else t("Photos belong to a property.")
    return lines(
        looks, t("It is kept: once you have chosen “{role}”, we go on with it.", role=t(INVITATIONS[kind.role]))
    )


def _forget(t: Speech, one: Waiting) -> Button:
    return Button(t("🗑 Not needed"), ForgetWaiting(text=one.id))


def _quoted(one: Waiting) -> Markup | None:
    return quiet(shortened(" ".join(one.text.split()))) if one.text else None
