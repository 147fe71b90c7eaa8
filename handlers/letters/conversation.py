"""A conversation: its letters in pages, the newest last; opening it marks them read; it can be muted or settled."""

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import BLANK, Button, Row, Screen, label_of, pairs
from domain.estate.parties.party import PartyId
from domain.letters.letter import LetterId
from domain.letters.quiet_letters import mute_letters, need_no_answer
from domain.letters.read_letters import read_letters
from domain.letters.show_letters import ConversationView, show_letters
from domain.people.person import Person
from domain.work import Work
from handlers.letters.callbacks import (
    AnswerLetter,
    GetFiles,
    NoAnswer,
    OpenLetter,
    OpenLetterList,
    OpenLetters,
    QuietLetters,
    ReadOn,
    WriteLetter,
)
from handlers.letters.words import MOST_SHOWN, attached, is_cut, letter_lines, unreached, who
from handlers.letters.writing import stay_with

router = Router(name="conversation")

PAGE = 5
"""Letters on a page: with the longest shown of each they fit one message."""


@router.callback_query(OpenLetters.filter())
async def open_letters(_query: object, callback_data: OpenLetters, ctx: Context) -> None:
    """The latest letters."""
    await stay_with(ctx.state, callback_data.other)
    screen = await conversation_screen(ctx.work, ctx.me, ctx.t, PartyId(callback_data.other))
    await ctx.chat.show(screen, new=callback_data.new)


@router.callback_query(ReadOn.filter())
async def read_on(_query: object, callback_data: ReadOn, ctx: Context) -> None:
    """The letters before or after those shown."""
    await stay_with(ctx.state, callback_data.other)
    await ctx.chat.show(
        await conversation_screen(
            ctx.work,
            ctx.me,
            ctx.t,
            PartyId(callback_data.other),
            before=LetterId(callback_data.before) if callback_data.before else None,
            after=LetterId(callback_data.after) if callback_data.after else None,
        )
    )


@router.callback_query(QuietLetters.filter())
async def hear_less(_query: object, callback_data: QuietLetters, ctx: Context) -> None:
    """Mute or unmute; the message stays, its button turns."""
    t = ctx.t
    wanted = callback_data.quiet
    await mute_letters(ctx.work, ctx.me, PartyId(callback_data.other), quiet=wanted)
    await ctx.chat.change_button(_quiet_button(t, callback_data.other, is_muted=wanted))
    if wanted:
        await ctx.chat.toast(t("Nothing from here will be pushed any more. It all waits in your messages."))
    else:
        await ctx.chat.toast(t("New messages from here will be pushed again."))


@router.callback_query(NoAnswer.filter())
async def no_answer(_query: object, callback_data: NoAnswer, ctx: Context) -> None:
    """Take it off the unanswered ones."""
    await need_no_answer(ctx.work, ctx.me, PartyId(callback_data.other))
    await ctx.chat.toast(ctx.t("Off the list of those that wait for an answer."))
    await ctx.chat.show(await conversation_screen(ctx.work, ctx.me, ctx.t, PartyId(callback_data.other)))


async def conversation_screen(
    work: Work,
    me: Person,
    t: Localizer,
    party_id: PartyId,
    *,
    before: LetterId | None = None,
    after: LetterId | None = None,
) -> Screen:
    """A page of the conversation, which is read by showing it."""
    view = await show_letters(work, me, party_id, before=before, after=after, limit=PAGE)
    if not view.letters and view.total:
        # there is nothing (any more) beyond the page that was left
        view = await show_letters(work, me, party_id, limit=PAGE)
    if view.letters:
        await read_letters(work, me, party_id, view.letters[-1].letter.id)
    return _screen(t, view)


def _screen(t: Localizer, view: ConversationView) -> Screen:
    between = view.other.between
    several = len(view.other.objects) > 1
    body = [part for one in view.letters for part in ("", letter_lines(t, one, between.name, names_object=several))]
    if not body:
        body = ["", t("Nothing has been written here yet.")]
    text = lines(bold(t("✉️ {who}", who=who(t, between))), *body, *_note(t, view))
    return Screen(
        text,
        [
            _paging(t, view),
            *pairs(_parts(t, view)),
            *_actions(t, view),
            [Button(t("✉️ Messages"), OpenLetterList()), menu_button(t)],
        ],
    )


def _note(t: Localizer, view: ConversationView) -> list[Markup | str]:
    between = view.other.between
    if not between.is_open:
        return ["", quiet(t("This conversation has ended and can only be read."))]
    said = unreached(t, view.other)
    return ["", said] if said is not None else []


def _paging(t: Localizer, view: ConversationView) -> Row:
    shown = len(view.letters)
    if view.total <= shown:
        return []
    party_id = view.other.between.party.id
    first, last = view.letters[0].letter.id, view.letters[-1].letter.id
    where = t("{first}–{last} of {total}", first=view.earlier + 1, last=view.earlier + shown, total=view.total)
    return [
        Button(t("‹ Earlier"), ReadOn(other=party_id, before=first)) if view.earlier else Button(BLANK, NoAction()),
        Button(where, NoAction()),
        Button(t("Later ›"), ReadOn(other=party_id, after=last)) if view.later else Button(BLANK, NoAction()),
    ]


def _parts(t: Localizer, view: ConversationView) -> list[Button]:
    """What does not fit the conversation: files, and letters that are cut."""
    parts = []
    for one in view.letters:
        if one.files:
            parts.append(Button(label_of(attached(t, one.files)), GetFiles(letter=one.letter.id)))
        if is_cut(one.text, MOST_SHOWN):
            parts.append(Button(label_of(t.time(one.letter.sent_at), "📄"), OpenLetter(letter=one.letter.id)))
    return parts


def _actions(t: Localizer, view: ConversationView) -> list[Row]:
    between = view.other.between
    actions: list[Button] = []
    settled: Row = []
    if between.is_open:
        last = view.letters[-1].letter.id if view.letters else None
        answer = AnswerLetter(letter=last) if last is not None else WriteLetter(party=between.party.id)
        actions.append(Button(t("✍️ Write"), answer))
        if view.waits and not view.later:
            settled = [Button(t("✔️ No answer"), NoAnswer(other=between.party.id))]
    if view.total:
        actions.append(_quiet_button(t, between.party.id, is_muted=view.is_muted))
    return [actions, settled]


def _quiet_button(t: Localizer, party_id: int, *, is_muted: bool) -> Button:
    label = t("🔔 Unmute") if is_muted else t("🔕 Mute")
    return Button(label, QuietLetters(other=party_id, quiet=not is_muted))
