"""Writing a letter: by a button, or by replying in Telegram to a letter; each message sent is one letter.

Words, photos and documents go out at once, an album as one letter. What is sent next goes to the same person, until
another button or command is used.
"""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters import Filter, StateFilter
from aiogram.types import Message
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.state import Filling
from bot.lists.object_labels import objects_apart
from bot.localization import Localizer, bold, lines, quiet
from bot.nonces import new_nonce
from bot.screen import Button, Row, Screen, label_of, pairs
from bot.telegram.message_content import words_of
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from domain.files.stored_file import FileId
from domain.letters.letter import LetterDraft, LetterId
from domain.letters.send_letter import send_letter
from domain.letters.show_correspondent import Correspondent, show_correspondent
from domain.letters.show_letters import show_letter
from domain.refusal import Refusal
from handlers.letters.callbacks import AnswerLetter, DoneWriting, OpenLetters, SendHeld, WriteLetter
from handlers.letters.conversation import conversation_screen
from handlers.letters.words import unreached, who
from handlers.letters.writing import Addressee, Held, Writing, addressee, hold, let_go, stop, write_to

router = Router(name="write_letter")

COMMAND = F.text.regexp(r"^/[A-Za-z]")
MOST_OBJECTS = 6
"""Objects that are offered as what a letter is about."""


class RepliesToLetter(Filter):
    """A reply in Telegram to a message that can be answered: it has the button for it."""

    async def __call__(self, message: Message) -> bool | dict[str, AnswerLetter | DoneWriting]:
        """Which button it is."""
        replied = message.reply_to_message
        markup = replied.reply_markup if replied is not None else None
        datas = [key.callback_data or "" for row in markup.inline_keyboard for key in row] if markup else []
        for data in datas:
            found = AnswerLetter.of(data) or DoneWriting.of(data)
            if found is not None:
                return {"replied": found}
        return False


@router.callback_query(WriteLetter.filter())
async def write(_query: object, callback_data: WriteLetter, ctx: Context) -> None:
    """Ask for the letter."""
    await ctx.forms.leave(ctx.state)
    other = await show_correspondent(ctx.work, ctx.me, PartyId(callback_data.party))
    await _ask(ctx, other, Addressee(callback_data.party, callback_data.premises or None), new=callback_data.new)


@router.callback_query(AnswerLetter.filter())
async def answer(_query: object, callback_data: AnswerLetter, ctx: Context) -> None:
    """Ask for the answer, about the same object."""
    await ctx.forms.leave(ctx.state)
    view, between = await show_letter(ctx.work, ctx.me, LetterId(callback_data.letter))
    other = await show_correspondent(ctx.work, ctx.me, between.party.id)
    to = Addressee(between.party.id, view.letter.premises_id, None if view.is_mine else view.letter.id)
    await _ask(ctx, other, to, new=callback_data.new)


@router.callback_query(DoneWriting.filter())
async def done(_query: object, callback_data: DoneWriting, ctx: Context) -> None:
    """What is typed is no letter any more."""
    await stop(ctx.state)
    await ctx.chat.show(await conversation_screen(ctx.work, ctx.me, ctx.t, PartyId(callback_data.party)))


@router.message(RepliesToLetter(), ~COMMAND, F.text | F.photo | F.document)
async def reply(message: Message, replied: AnswerLetter | DoneWriting, ctx: Context, album: Sequence[Message]) -> None:
    """Send it to whom the answered letter is from, whatever is being filled in meanwhile."""
    if isinstance(replied, DoneWriting):
        to = Addressee(replied.party)
    else:
        view, between = await show_letter(ctx.work, ctx.me, LetterId(replied.letter))
        to = Addressee(between.party.id, view.letter.premises_id, None if view.is_mine else view.letter.id)
    draft = await _taken(to, album or [message], ctx)
    await send_letter(ctx.work, ctx.me, draft)
    if await ctx.state.get_state() != Filling.answer.state:
        await write_to(ctx.state, to, ctx.work.now())
    await _sent(ctx, to)


@router.message(StateFilter(Writing.letter), ~COMMAND, F.text | F.photo | F.document)
async def take(message: Message, ctx: Context, album: Sequence[Message]) -> None:
    """Send it; after a long silence, ask first."""
    to = await addressee(ctx.state)
    if to is None:
        raise Refusal("Please choose whom to write to, and send it again.")
    draft = await _taken(to, album or [message], ctx)
    if to.is_stale(ctx.work.now()):
        await _hold_back(ctx, to, draft)
        return
    await send_letter(ctx.work, ctx.me, draft)
    await write_to(ctx.state, to, ctx.work.now())
    await _sent(ctx, to)


@router.message(RepliesToLetter(), ~COMMAND)
@router.message(StateFilter(Writing.letter), ~COMMAND)
async def cannot_pass_on(_message: Message) -> None:
    """A sticker or a voice message."""
    raise Refusal("I pass on words, photos and files. A video or a voice message can be sent as a file.")


@router.callback_query(SendHeld.filter())
async def send_held(_query: object, callback_data: SendHeld, ctx: Context) -> None:
    """Send what was held back."""
    to, held = await addressee(ctx.state), await let_go(ctx.state, callback_data.nonce)
    if to is None or held is None:
        await ctx.chat.toast(ctx.t("This has been sent, or left, already."))
        return
    draft = _draft(to, held.text, tuple(FileId(one) for one in held.files), held.source)
    await send_letter(ctx.work.once(f"held:{held.nonce}"), ctx.me, draft)
    await write_to(ctx.state, to, ctx.work.now())
    await _sent(ctx, to)


async def _taken(to: Addressee, sent: Sequence[Message], ctx: Context) -> LetterDraft:
    """What was sent as a letter; the message with the words is the one to correct."""
    files = await ctx.documents.keep(ctx.work, ctx.me, sent)
    said = next((one for one in sent if one.text or one.caption), sent[0])
    return _draft(to, words_of(sent), files, said.message_id)


def _draft(to: Addressee, text: str, files: tuple[FileId, ...], source: int | None) -> LetterDraft:
    return LetterDraft(
        party_id=PartyId(to.party),
        text=text,
        files=files,
        premises_id=PremisesId(to.premises) if to.premises else None,
        source_id=source,
        answers=LetterId(to.answers) if to.answers else None,
    )


async def _ask(ctx: Context, other: Correspondent, to: Addressee, *, new: bool) -> None:
    other.between.must_be_open()
    only = other.objects[0].id if len(other.objects) == 1 else None
    premises = to.premises if to.premises in {one.id for one in other.objects} else only
    to = Addressee(to.party, premises, to.answers)
    await write_to(ctx.state, to, ctx.work.now())
    await ctx.chat.show(_asking(ctx.t, other, to), new=new)


def _asking(t: Localizer, other: Correspondent, to: Addressee) -> Screen:
    about = next((one.name for one in other.objects if one.id == to.premises), None)
    text = lines(
        bold(t("✍️ To: {who}", who=who(t, other.between))),
        quiet(t("About: {object}", object=about)) if about else None,
        "",
        t("Write your message; photos and files can come with it. It goes out at once."),
        *_aside(unreached(t, other)),
    )
    return Screen(text, [*pairs(_objects(t, other, to), 2), _ways(t, to.party, t("✖️ Cancel"))])


def _objects(t: Localizer, other: Correspondent, to: Addressee) -> list[Button]:
    """What the letter can be about, where there are several objects."""
    if len(other.objects) < 2:
        return []
    called, buttons = objects_apart(t, other.objects), []
    for one in other.objects[:MOST_OBJECTS]:
        chosen = one.id == to.premises
        press = WriteLetter(party=to.party, premises=0 if chosen else one.id)
        buttons.append(Button(label_of(called[one.id], "•" if chosen else "🏠"), press))
    return buttons


async def _sent(ctx: Context, to: Addressee) -> None:
    t = ctx.t
    other = await show_correspondent(ctx.work, ctx.me, PartyId(to.party))
    away, name = unreached(t, other), other.between.name
    head = t("✉️ Sent: {name}", name=name) if away is None else t("✉️ Kept for {name}", name=name)
    is_writing = await ctx.state.get_state() == Writing.letter.state
    more = quiet(t("What you send next goes there, too.")) if is_writing else None
    await ctx.chat.send(Screen(lines(bold(head), *_aside(away), more), [_ways(t, to.party, t("✅ Done"))]))


async def _hold_back(ctx: Context, to: Addressee, draft: LetterDraft) -> None:
    t = ctx.t
    held = Held(new_nonce(), draft.text, [int(one) for one in draft.files], draft.source_id)
    await hold(ctx.state, held)
    other = await show_correspondent(ctx.work, ctx.me, PartyId(to.party))
    text = t("It has been a while. Is this for {name}?", name=other.between.name)
    send = Button(t("✉️ Send it"), SendHeld(nonce=held.nonce))
    await ctx.chat.show(Screen(text, [[Button(t("✖️ No"), DoneWriting(party=to.party)), send]]))


def _ways(t: Localizer, party: int, out: Markup) -> Row:
    return [Button(t("📜 History"), OpenLetters(other=party)), Button(out, DoneWriting(party=party))]


def _aside(said: Markup | None) -> list[Markup | str]:
    return ["", said] if said is not None else []
