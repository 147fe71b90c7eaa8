"""A realtor sends a listing or a request in plain words, typed or forwarded, with photos or without: a card comes out.

What cannot be told from the text (is something offered or looked for?) is asked; nothing is guessed silently.
"""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.callbacks import DropPending
from bot.files.card_photos import add_photos
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.message_kinds import MessageKind, keep_recognised
from bot.pending import PendingMessage, drop_pending
from bot.screen import Button, Screen
from bot.telegram.message_content import has_picture, left_out, words_of
from domain.matching.intake import Intent
from domain.matching.intake.drafts import Read
from domain.matching.intake.recognising import how_plainly_property
from domain.matching.intake.separating import separate
from domain.matching.intake.taking import Puzzle, Unread, read_text
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.properties.property_draft import PropertyDraft
from domain.people.person import Person, Role
from domain.plainness import Plainness
from handlers.realtor.callbacks import AddLead, AddProperty, TakeText
from handlers.realtor.intake.reviewing import source_of
from handlers.realtor.leads import add_lead
from handlers.realtor.properties import add_property
from handlers.realtor.words import shorten

router = Router(name="understand_text")

MEANT = {"S": Intent.SELL, "L": Intent.RENT_OUT, "B": Intent.BUY, "T": Intent.RENT_IN}
MOST_QUOTED = 160
"""Characters of a text that are repeated to tell it from others."""

KINDS = {
    "land": "land",
    "commercial": "business premises",
    "room": "a room",
    "garage": "a garage or a parking place",
    "business": "a business",
    "hotel": "a hotel or a hostel",
    "exchange": "an exchange",
}
"""What is not matched here, as it is called in a sentence."""


def is_realtor(_event: object, me: Person) -> bool:
    """Whether the role in front is the realtor's."""
    return me.active_role is Role.REALTOR


def is_listing(message: Message) -> bool:
    """Words or photos, but no command."""
    said = words_of([message])
    return (has_picture(message) or bool(said)) and not said.startswith("/")


@router.message(StateFilter(None), is_realtor, is_listing)
async def understand_text(message: Message, album: Sequence[Message], ctx: Context) -> None:
    """Show what was understood, or ask."""
    sent = album or [message]
    unused = left_out(ctx.t, sent)
    if unused is not None:
        await ctx.chat.send(Screen(unused, []))
    kept = await keep_recognised(KIND, sent, ctx)
    if len(kept) > 1:
        await ctx.chat.send(several_screen(ctx.t, kept))
    await open_text(kept[0], ctx)


async def recognise(text: str, _around: Context) -> Plainness:
    """How plainly a text is a listing or a request."""
    return how_plainly_property(text)


async def open_text(text: PendingMessage, ctx: Context, how: str = "") -> None:
    """Make a waiting text a draft to look over; `how` is what its sender has said about it (see `TakeText`)."""
    if not text.text:
        await drop_pending(ctx.state, text.id)
        draft = add_photos(text.photos, PropertyDraft())
        await ctx.forms.start(add_property.FORM, ctx, draft, review=True)
        return
    read = read_text(
        text.text,
        meant=MEANT.get(how),
        alone=how in ("1", "w"),
        currency=ctx.me.currency,
        home_city=ctx.me.home_city,
    )
    if isinstance(read, Unread):
        if read.why is Puzzle.NOTHING:
            await drop_pending(ctx.state, text.id)
        await ctx.chat.show(puzzle_screen(ctx.t, text, read))
        return
    await drop_pending(ctx.state, text.id)
    await open_draft(read, text, ctx, new=how == "w")


KIND = MessageKind(
    name="listing",
    role=Role.REALTOR,
    looks_like=lambda t: t("This looks like a listing or a client's request."),
    whose=lambda t: t("Realtors keep those here, as cards that find each other."),
    take=lambda t: t("🏠 Make a card"),
    recognise=recognise,
    open=open_text,
    separate=separate,
    takes_photos=True,
)


def several_screen(t: Localizer, kept: Sequence[PendingMessage]) -> Screen:
    """How many objects a message has, and the way to say that it is one after all."""
    said = t.n(
        "There is {count} object in this message.",
        "There are {count} objects in this message: one card after another. What waits is in the menu.",
        len(kept),
    )
    whole = [Button(t("🧩 It is one object"), TakeText(text=kept[-1].id, how="w"))] if kept[-1].whole else []
    return Screen(said, [whole])


async def open_draft(
    read: Read[PropertyDraft] | Read[LeadDraft], text: PendingMessage, ctx: Context, *, new: bool = False
) -> None:
    """Show a draft that was read, with the photos that came with it; `new` below what stands in the chat."""
    forms = ctx.forms
    context = {
        "from_text": True,
        "of": [text.number, text.total],
        "unsure": {doubt.field: list(doubt.others) for doubt in read.doubts},
        "source": source_of(text.text, read.draft),
        "contacts_left_out": read.contacts_left_out,
        "per_metre": f"{read.per_metre.minor}:{read.per_metre.currency}" if read.per_metre else None,
    }
    if isinstance(read.draft, PropertyDraft):
        draft = add_photos(text.photos, read.draft)
        await forms.start(add_property.FORM, ctx, draft, context=context, review=True, new=new)
    else:
        await forms.start(add_lead.FORM, ctx, read.draft, context=context, review=True, new=new)


def puzzle_screen(t: Localizer, text: PendingMessage, read: Unread) -> Screen:
    """What is asked about a text, or said of one that is not for here."""

    def take(label: str, how: str) -> Button:
        return Button(t(label), TakeText(text=text.id, how=how))

    drop = Button(t("🗑 Not needed"), DropPending(text=text.id))
    anyway = [
        [take("I am selling", "S"), take("I am letting", "L")],
        [take("Looking to buy", "B"), take("Looking to rent", "T")],
    ]
    quoted = quiet(shorten(" ".join(text.text.split()), MOST_QUOTED))
    match read.why:
        case Puzzle.UNCLEAR:
            return Screen(lines(bold(t("Is this an offer or a request?")), quoted), [*anyway, [drop, menu_button(t)]])
        case Puzzle.NOT_PROPERTY:
            said = t("This does not look like property. If it is, tell me what it is about:")
            return Screen(lines(said, quoted), [*anyway, [drop, menu_button(t)]])
        case Puzzle.OTHER_KIND:
            said = t(
                "This looks like {kind}. I match flats, serviced apartments, houses and townhouses.",
                kind=t(KINDS[read.kind or "land"]),
            )
            return Screen(lines(said, quoted), [[take("It is a home", "1")], [drop, menu_button(t)]])
        case Puzzle.SEVERAL:
            said = t("There seem to be several offers in this text. Please send them one by one.")
            return Screen(lines(said, quoted), [[take("It is one offer", "1")], [drop, menu_button(t)]])
        case _:
            said = t(
                "I found neither a price nor an area nor a place here. "
                "Send a listing or a request in one message, for example:"
            )
            example = t("Selling a 2-room flat, 54 m², 5/9, Arbatskaya metro, 18.5m, commission 50/50")
            add = [Button(t("🏠 Add property"), AddProperty()), Button(t("👤 Add lead"), AddLead())]
            return Screen(lines(said, quiet(example)), [add, [menu_button(t)]])
