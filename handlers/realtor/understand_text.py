"""A realtor sends a listing or a request in plain words, typed or forwarded, with photos or without: a card comes out.

What cannot be told from the text (is something offered or looked for?) is asked; nothing is guessed silently.
"""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from bot.contents import has_picture, left_out, words_of
from bot.forms import Forms, Surrounding, menu_button
from bot.photos import Photos
from bot.screen import Button, Screen
from bot.speech import Speech, bold, lines, quiet
from domain.matching.intake import Intent
from domain.matching.intake.drafts import Read
from domain.matching.intake.taking import Puzzle, Unread, read_text
from domain.matching.lead_draft import LeadDraft
from domain.matching.property_draft import PropertyDraft
from domain.people.person import Person, Role
from handlers.realtor import add_lead, add_property
from handlers.realtor.presses import AddLead, AddProperty, NextText, TakeText
from handlers.realtor.property_questions import add_photos
from handlers.realtor.waiting_texts import WaitingText, put_aside, take_up, waiting
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
async def understand_text(
    message: Message,
    album: Sequence[Message],
    around: Surrounding,
    forms: Forms,
    photos: Photos,
) -> None:
    """Show what was understood, or ask."""
    messages = album or [message]
    kept = await photos.keep(around.work, around.me, messages)
    text = words_of(messages)
    unused = left_out(around.t, messages)
    if unused is not None:
        await around.chat.send(Screen(unused, []))
    if not text:
        await forms.start(add_property.FORM, around, add_photos(kept, PropertyDraft()), review=True)
        return
    await open_text(await put_aside(around.state, text, kept), around, forms)


@router.callback_query(NextText.filter(), is_realtor)
async def next_text(_query: object, around: Surrounding, forms: Forms) -> None:
    """Show what was understood from the text that waits longest."""
    texts = await waiting(around.state)
    if not texts:
        await around.chat.toast(around.t("This text has been dealt with already."))
        return
    await forms.leave(around.state)
    await open_text(texts[0], around, forms)


async def open_text(text: WaitingText, around: Surrounding, forms: Forms, how: str = "") -> None:
    """Make a waiting text a draft to look over; `how` is what its sender has said about it (see `TakeText`)."""
    read = read_text(
        text.text,
        meant=MEANT.get(how),
        alone=how == "1",
        currency=around.me.currency,
        home_city=around.me.home_city,
    )
    if isinstance(read, Unread):
        if read.why is Puzzle.NOTHING:
            await take_up(around.state, text.id)
        await around.chat.show(puzzle_screen(around.t, text, read))
        return
    await take_up(around.state, text.id)
    await open_draft(read, text, around, forms)


async def open_draft(
    read: Read[PropertyDraft] | Read[LeadDraft], text: WaitingText, around: Surrounding, forms: Forms
) -> None:
    """Show a draft that was read, with the photos that came with it."""
    context = {
        "from_text": True,
        "unsure": {doubt.field: list(doubt.others) for doubt in read.doubts},
        "contacts_left_out": read.contacts_left_out,
        "per_metre": f"{read.per_metre.minor}:{read.per_metre.currency}" if read.per_metre else None,
    }
    if isinstance(read.draft, PropertyDraft):
        draft = add_photos(text.photos, read.draft)
        await forms.start(add_property.FORM, around, draft, context=context, review=True)
    else:
        await forms.start(add_lead.FORM, around, read.draft, context=context, review=True)


def puzzle_screen(t: Speech, text: WaitingText, read: Unread) -> Screen:
    """What is asked about a text, or said of one that is not for here."""

    def take(label: str, how: str) -> Button:
        return Button(t(label), TakeText(text=text.id, how=how))

    anyway = [
        [take("I am selling", "S"), take("I am letting", "L")],
        [take("Looking to buy", "B"), take("Looking to rent", "T")],
    ]
    quoted = quiet(shorten(" ".join(text.text.split()), MOST_QUOTED))
    match read.why:
        case Puzzle.UNCLEAR:
            return Screen(lines(bold(t("Is this an offer or a request?")), quoted), [*anyway, [menu_button(t)]])
        case Puzzle.NOT_PROPERTY:
            said = t("This does not look like property. If it is, tell me what it is about:")
            return Screen(lines(said, quoted), [*anyway, [menu_button(t)]])
        case Puzzle.OTHER_KIND:
            said = t(
                "This looks like {kind}. I match flats, serviced apartments, houses and townhouses.",
                kind=t(KINDS[read.kind or "land"]),
            )
            return Screen(lines(said, quoted), [[take("It is a home", "1")], [menu_button(t)]])
        case Puzzle.SEVERAL:
            said = t("There seem to be several offers in this text. Please send them one by one.")
            return Screen(lines(said, quoted), [[take("It is one offer", "1")], [menu_button(t)]])
        case _:
            said = t(
                "I found neither a price nor an area nor a place here. "
                "Send a listing or a request in one message, for example:"
            )
            example = t("Selling a 2-room flat, 54 m², 5/9, Arbatskaya metro, 18.5m, commission 50/50")
            add = [Button(t("🏠 Add property"), AddProperty()), Button(t("👤 Add lead"), AddLead())]
            return Screen(lines(said, quiet(example)), [add, [menu_button(t)]])
