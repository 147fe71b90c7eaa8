"""A realtor sends another text or photos while a draft is open: it adds to it, replaces it, or waits for its turn."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from markupsafe import Markup

from bot.files.card_photos import add_photos
from bot.forms.model import Context, FormProgress
from bot.forms.runner import Forms
from bot.forms.state import Filling, forget_kept
from bot.localization import Localizer, bold, lines, quiet
from bot.message_kinds import keep_recognised
from bot.pending import PendingMessage, drop_pending, find_pending, keep_pending, pending_messages
from bot.screen import Button, Screen
from bot.telegram.message_content import has_picture, words_of
from domain.files.stored_file import FileId
from domain.matching.intake import Intent
from domain.matching.intake.drafts import Read
from domain.matching.intake.recognising import how_plainly_property
from domain.matching.intake.separating import separate
from domain.matching.intake.taking import Unread, adds_only, combined, read_text
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.matching.terms import Deal
from domain.people.person import Person
from domain.plainness import Plainness
from handlers.realtor.callbacks import TakeText
from handlers.realtor.intake.understand_text import (
    KIND,
    MOST_QUOTED,
    is_listing,
    is_realtor,
    open_text,
    several_screen,
)
from handlers.realtor.words import lead_line, property_line, shorten

router = Router(name="second_text")

OurDraft = PropertyDraft | LeadDraft


async def open_review(_event: object, forms: Forms, state: FSMContext) -> bool | dict[str, FormProgress[Any]]:
    """Whether a draft of ours is being looked over, and which."""
    progress = await forms.open(state)
    if progress is None or not progress.is_review or not isinstance(progress.draft, OurDraft):
        return False
    return {"progress": progress}


async def another_at_photos(message: Message, forms: Forms, state: FSMContext) -> bool | dict[str, FormProgress[Any]]:
    """Whether photos for a property come with a listing under them that is another one's."""
    progress = await forms.open(state)
    if progress is None or progress.at != "photos" or not isinstance(progress.draft, PropertyDraft):
        return False
    words = words_of([message])
    if not has_picture(message) or how_plainly_property(words) < Plainness.PLAINLY:
        return False
    return False if _may_be_of(words, progress.draft) else {"progress": progress}


def _may_be_of(words: str, draft: PropertyDraft) -> bool:
    """Whether the text can be of this property: rooms and area do not differ where both are said."""
    read = read_text(words, meant=None, alone=True, currency="RUB", home_city=None)
    if not isinstance(read, Read) or not isinstance(read.draft, PropertyDraft):
        return False
    pairs = ((draft.rooms, read.draft.rooms), (draft.area, read.draft.area))
    return all(None in (mine, theirs) or mine == theirs for mine, theirs in pairs)


@router.message(StateFilter(Filling.answer), is_realtor, is_listing, another_at_photos)
async def listing_at_photos(
    message: Message, album: Sequence[Message], progress: FormProgress[Any], ctx: Context
) -> None:
    """Keep it until the present draft is done with."""
    await keep_recognised(KIND, album or [message], ctx)
    await ctx.forms.go_on(progress, ctx, notice=await _waiting(ctx))


@router.message(StateFilter(Filling.answer), is_realtor, is_listing, open_review)
async def second_text(message: Message, album: Sequence[Message], progress: FormProgress[Any], ctx: Context) -> None:
    """Add photos and what is plainly an addition; ask about everything else."""
    messages = album or [message]
    t, state = ctx.t, ctx.state
    kept = await ctx.photos.keep(ctx.work, ctx.me, messages)
    said = words_of(messages)
    draft = progress.draft
    if not said and isinstance(draft, PropertyDraft):
        progress.draft = add_photos(kept, draft)
        await ctx.forms.go_on(progress, ctx)
    elif not said:
        await ctx.forms.go_on(progress, ctx, notice=t("Photos belong to a property, and this is a lead."))
    elif isinstance(draft, PropertyDraft) and draft == PropertyDraft(photos=draft.photos):
        texts = await keep_pending(state, separate(said), (*draft.photos, *kept), KIND.name, said)
        await ctx.forms.leave(state)
        if len(texts) > 1:
            await ctx.chat.send(several_screen(t, texts))
        await open_text(texts[0], ctx)
    elif (addition := _addition(said, draft, ctx.me)) is not None and _is_plain_addition(said, draft, addition):
        _add(progress, addition, kept)
        await ctx.forms.go_on(progress, ctx, notice=t("Added to the draft."))
    else:
        texts = await keep_pending(state, separate(said), kept, KIND.name, said)
        if len(texts) > 1:
            await ctx.forms.go_on(progress, ctx, notice=await _waiting(ctx))
        else:
            await ctx.chat.show(_what_is_it(t, progress, texts[0]))


@router.callback_query(TakeText.filter(), is_realtor)
async def take_text(_query: object, callback_data: TakeText, ctx: Context) -> None:
    """Do with a waiting text what its sender says."""
    t, state = ctx.t, ctx.state
    progress = await ctx.forms.open(state)
    text = await find_pending(state, callback_data.text)
    if text is None:
        await _dealt_with(progress, ctx)
        return
    how = callback_data.how
    if how == "w":
        await _as_one(text, progress, ctx)
        return
    draft = progress.draft if progress is not None else None
    if progress is None or not isinstance(draft, OurDraft) or how == "r":
        await ctx.forms.leave(state)
        await open_text(text, ctx, how)
    elif how == "m" and (addition := _addition(text.text, draft, ctx.me)) is not None:
        await drop_pending(state, text.id)
        _add(progress, addition, text.photos)
        await ctx.forms.go_on(progress, ctx, notice=t("Added to the draft."))
    elif how == "m":
        await ctx.forms.go_on(progress, ctx, notice=t("There is nothing in this text to add."))
    elif how == "n":
        await ctx.forms.go_on(progress, ctx, notice=await _waiting(ctx))
    else:
        await ctx.chat.show(_what_is_it(t, progress, text))


async def _dealt_with(progress: FormProgress[Any] | None, ctx: Context) -> None:
    """Nothing waits any more: back to where one was."""
    await ctx.chat.toast(ctx.t("This text has been dealt with already."))
    menu = ctx.menus.of(ctx.me)
    if progress is not None:
        await ctx.forms.go_on(progress, ctx)
    elif menu is not None:
        await ctx.chat.show(await menu.render(ctx.work, ctx.me, ctx.t))


async def _as_one(last: PendingMessage, progress: FormProgress[Any] | None, ctx: Context) -> None:
    """The message was about one object after all: its parts wait no more, and the whole is read."""
    state = ctx.state
    others = [one.id for one in await pending_messages(state) if one.group == last.group and one.id != last.id]
    await drop_pending(state, *others)
    if progress is not None and progress.context.get("of", [1, 1])[1] > 1:
        await ctx.forms.leave(state)
        await forget_kept(state, progress.nonce)
    else:
        await ctx.forms.leave(state)
    await open_text(replace(last, text=last.whole, number=1, total=1), ctx, "w")


async def _waiting(ctx: Context) -> Markup:
    count = len(await pending_messages(ctx.state))
    return ctx.t.n("{count} text waits for its turn.", "{count} texts wait for their turn.", count)


def _addition(text: str, draft: OurDraft, me: Person) -> Read[PropertyDraft] | Read[LeadDraft] | None:
    """The text read as being about the same thing."""
    if isinstance(draft, PropertyDraft):
        meant = Intent.RENT_OUT if draft.deal is Deal.RENT else Intent.SELL
    else:
        meant = Intent.RENT_IN if draft.deal is Deal.RENT else Intent.BUY
    stated = draft.price if isinstance(draft, PropertyDraft) else draft.budget
    currency = stated.currency if stated is not None else me.currency
    read = read_text(text, meant=meant, alone=True, currency=currency, home_city=draft.city)
    return read if isinstance(read, Read) else None


def _is_plain_addition(text: str, draft: OurDraft, addition: Read[Any]) -> bool:
    """Whether it says only what is open yet, and does not begin an offer or a request of its own."""
    by_itself = read_text(text, meant=None, alone=True, currency="RUB", home_city=None)
    return isinstance(by_itself, Unread) and adds_only(draft, addition.draft)


def _add(progress: FormProgress[Any], addition: Read[Any], photos: Sequence[FileId]) -> None:
    progress.draft = combined(progress.draft, addition.draft)
    if isinstance(progress.draft, PropertyDraft):
        progress.draft = add_photos(tuple(photos), progress.draft)
    open_fields = {"city", "property_type", "deal"}
    doubts = {one.field: list(one.others) for one in addition.doubts if one.field not in open_fields}
    progress.context = {**progress.context, "unsure": {**progress.context.get("unsure", {}), **doubts}}
    progress.follow("city")


def _what_is_it(t: Localizer, progress: FormProgress[Any], text: PendingMessage) -> Screen:
    draft = progress.draft
    open_one = property_line(t, draft) if isinstance(draft, PropertyDraft) else lead_line(t, draft)

    def take(label: str, how: str) -> Button:
        return Button(t(label), TakeText(text=text.id, how=how))

    said = lines(
        bold(t("What is this text?")),
        quiet(shorten(" ".join(text.text.split()), MOST_QUOTED)),
        "",
        t("A draft is still open: {draft}", draft=open_one),
    )
    return Screen(said, [[take("➕ Another one", "n"), take("🧩 An addition", "m")], [take("🔁 In place of it", "r")]])
