"""The words of a letter's arrival: a push with its words, the first file and ways to answer; the other files follow."""

import datetime as dt

from markupsafe import Markup

from bot.notices import Notice, Notices, Told
from bot.screen import Button, Screen
from bot.sender import Event
from bot.speech import Speech, bold, lines, quiet
from domain.estate.party import PartyId
from domain.messages.letter import LetterId
from domain.messages.letter_to_push import file_to_push, letter_to_push
from domain.messages.show_correspondent import show_correspondent
from domain.notifications.notification import Kind, Notification
from domain.notifications.subject import LETTERS
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work
from handlers.letters.conversation import conversation_screen
from handlers.letters.presses import AnswerLetter, OpenLetter, OpenLetters
from handlers.letters.words import MOST_PUSHED, hint, is_cut, shortened, who


def register_letter_news(notices: Notices) -> None:
    """Hand in the words of letters, and what a conversation is called."""
    notices.by_kind[Kind.LETTER] = Notice("✉️", _line, _push, _opened)
    notices.names[LETTERS] = _name


async def _line(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    letter, text, _about, between = await letter_to_push(work, me, LetterId(news.data["letter_id"]))
    words = hint(t, text, len(letter.files))
    return Told(t("{name}: {words}", name=between.name, words=words), Markup.escape(between.name))


async def _push(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    letter, text, about, between = await letter_to_push(work, me, LetterId(news.data["letter_id"]))
    if text is None:
        return None
    head = t("✏️ Corrected: {who}", who=who(t, between)) if letter.edits else t("✉️ {who}", who=who(t, between))
    words = Markup.escape(shortened(text, MOST_PUSHED)) if text else None
    screen_text = lines(
        bold(head),
        quiet(about) if about else None,
        *(["", words] if words else []),
    )
    whole = [Button(t("📄 All of it"), OpenLetter(letter=letter.id, new=True))] if is_cut(text, MOST_PUSHED) else []
    rows = [
        [
            Button(t("✍️ Answer"), AnswerLetter(letter=letter.id, new=True)),
            Button(t("📜 History"), OpenLetters(other=between.party.id, new=True)),
        ],
        whole,
    ]
    first = letter.files[0] if news.data.get("leads") and letter.files else None
    return Event(Screen(screen_text, rows, document=first))


async def _opened(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    return await conversation_screen(work, me, t, PartyId(news.data["party_id"]))


async def _name(work: Work, me: Person, t: Speech, party_id: int) -> Markup:
    other = await show_correspondent(work, me, PartyId(party_id))
    return t("Messages: {name}", name=other.between.name)


async def render_letter_file(work: Work, me: Person, t: Speech, data: dict[str, object]) -> Event | None:
    """A file of a letter, after the letter itself."""
    letter_id, number = LetterId(int(str(data["letter_id"]))), int(str(data["number"]))
    try:
        found = await file_to_push(work, me, letter_id, number, dt.datetime.fromisoformat(str(data["due"])))
    except Refusal:
        return None
    if found is None:
        return None
    file, between = found
    answer = Button(t("✍️ Answer"), AnswerLetter(letter=letter_id, new=True))
    return Event(Screen(t("📎 {name}", name=between.name), [[answer]], document=file))
