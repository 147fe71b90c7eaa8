"""A letter is read whole, and its photos and documents are received."""

from aiogram import Router

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import MOST_TEXT, Button, Screen, shown_length
from domain.letters.correspondence import Correspondence
from domain.letters.letter import LetterId
from domain.letters.show_letters import LetterView, show_letter
from domain.refusal import NotFound, Refusal
from handlers.letters.callbacks import AnswerLetter, GetFiles, OpenLetter, OpenLetters
from handlers.letters.words import attached, who
from handlers.letters.writing import stay_with

router = Router(name="one_letter")


@router.callback_query(OpenLetter.filter())
async def open_letter(_query: object, callback_data: OpenLetter, ctx: Context) -> None:
    """All its words."""
    view, between = await show_letter(ctx.work, ctx.me, LetterId(callback_data.letter))
    await stay_with(ctx.state, between.party.id)
    await ctx.chat.show(_screen(ctx.t, view, between), new=callback_data.new)


@router.callback_query(GetFiles.filter())
async def get_files(_query: object, callback_data: GetFiles, ctx: Context) -> None:
    """Its files, each in a message of its own."""
    t = ctx.t
    view, between = await show_letter(ctx.work, ctx.me, LetterId(callback_data.letter))
    await stay_with(ctx.state, between.party.id)
    answer = [[Button(t("✍️ Answer"), AnswerLetter(letter=view.letter.id, new=True))]] if between.is_open else []
    sent = 0
    for file in view.letter.files:
        try:
            await ctx.chat.send_stored(file, rows=answer)
            sent += 1
        except NotFound:
            # its sender has been erased since
            continue
    if not sent:
        raise Refusal("These files were erased together with who had sent them.")


def _screen(t: Localizer, view: LetterView, between: Correspondence) -> Screen:
    head = bold(t("✉️ {who}", who=who(t, between)))
    when = t("You, {moment}", moment=view.letter.sent_at) if view.is_mine else t.fact(view.letter.sent_at)
    words = t.fact(view.text) if view.text is not None else t("This message was erased together with its author.")
    text = lines(head, when, "", words, attached(t, view.files) if view.files else None)
    party = between.party.id
    files = [Button(t("📎 Files"), GetFiles(letter=view.letter.id))] if view.files else []
    write = [Button(t("✍️ Answer"), AnswerLetter(letter=view.letter.id))] if between.is_open else []
    return Screen(
        # the longest letter fills a message by itself
        text if shown_length(text) <= MOST_TEXT else words,
        [[*files, *write], [Button(t("‹ Back"), OpenLetters(other=party)), menu_button(t)]],
    )
