"""The words of a letter's arrival: a push with its words, the first file and ways to answer; the other files follow."""

import datetime as dt

from markupsafe import Markup

from bot.localization import Localizer, bold, lines, quiet
from bot.notification_views import InboxEntry, NotificationView, NotificationViews
from bot.screen import Button, Screen
from bot.telegram.sender import PushContent
from domain.estate.parties.party import PartyId
from domain.letters.letter import LetterId
from domain.letters.letter_to_push import file_to_push, letter_to_push
from domain.letters.show_correspondent import show_correspondent
from domain.notifications.notification import Notification, NotificationKind
from domain.notifications.subject import LETTERS
from domain.people.person import Person
from domain.refusal import Refusal
from domain.work import Work
from handlers.letters.callbacks import AnswerLetter, OpenLetter, OpenLetters
from handlers.letters.conversation import conversation_screen
from handlers.letters.words import MOST_PUSHED, hint, is_cut, shortened, who


def register_letter_notifications(notification_views: NotificationViews) -> None:
    """Hand in the words of letters, and what a conversation is called."""
    notification_views.by_kind[NotificationKind.LETTER] = NotificationView("✉️", _line, _push, _opened)
    notification_views.names[LETTERS] = _name


async def _line(work: Work, me: Person, t: Localizer, notification: Notification) -> InboxEntry:
    letter, text, _about, between = await letter_to_push(work, me, LetterId(notification.data["letter_id"]))
    words = hint(t, text, len(letter.files))
    return InboxEntry(t("{name}: {words}", name=between.name, words=words), Markup.escape(between.name))


async def _push(work: Work, me: Person, t: Localizer, notification: Notification) -> PushContent | None:
    letter, text, about, between = await letter_to_push(work, me, LetterId(notification.data["letter_id"]))
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
    first = letter.files[0] if notification.data.get("leads") and letter.files else None
    return PushContent(Screen(screen_text, rows, document=first))


async def _opened(work: Work, me: Person, t: Localizer, notification: Notification) -> Screen:
    return await conversation_screen(work, me, t, PartyId(notification.data["party_id"]))


async def _name(work: Work, me: Person, t: Localizer, party_id: int) -> Markup:
    other = await show_correspondent(work, me, PartyId(party_id))
    return t("Messages: {name}", name=other.between.name)


async def render_letter_file(work: Work, me: Person, t: Localizer, data: dict[str, object]) -> PushContent | None:
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
    return PushContent(Screen(t("📎 {name}", name=between.name), [[answer]], document=file))
