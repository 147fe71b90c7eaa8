"""How letters are put into words: who the other side is, a letter in a conversation, what the bot cannot deliver."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.localization import Localizer, bold, lines, quiet
from bot.screen import utf16_length
from domain.letters.correspondence import Correspondence, WritingReach
from domain.letters.show_correspondent import Correspondent
from domain.letters.show_letters import Attachment, LetterView

MOST_SHOWN = 450
"""Characters of a letter within a conversation; a button leads to the rest."""
MOST_PUSHED = 3500
"""Characters of a letter in a message of its own, with room for who it is from."""
MOST_HINTED = 70
"""Characters of a letter on a line of a list."""
MOST_NAMED, MOST_CALLED = 3, 32
"""Documents of a letter that are named, and characters of a name."""
KINDS = {"owner": "owner", "tenant": "tenant", "manager": "manager", "landlord": "landlord"}
"""What the other side is called within a sentence; gettext messages."""


def who(t: Localizer, between: Correspondence) -> Markup:
    """The other side with what they are: "Irina Petrova, tenant"."""
    return t("{name}, {kind}", name=between.name, kind=t(KINDS[between.kind]))


def who_exactly(t: Localizer, between: Correspondence) -> Markup:
    """The same with the object that one has to do with them about, and the end of their phone."""
    about, *rest = [*between.facts, None][:2]
    digits = [t("…{digits}", digits=one) for one in rest if one]
    return Markup(" · ").join(part for part in (who(t, between), about, *digits) if part)


def shortened(text: str, most: int) -> str:
    """The beginning of what somebody has written, in Telegram's units: an emoji has two."""
    if utf16_length(text) <= most:
        return text
    begins = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)]
    return begins.decode("utf-16-le", "ignore").rstrip() + "…"


def is_cut(text: str | None, most: int) -> bool:
    """Whether there is more to a letter than is shown."""
    return text is not None and shortened(text, most) != text


def hint(t: Localizer, text: str | None, files: int) -> Markup:
    """A letter on one line."""
    if text is None:
        return quiet(t("erased"))
    if not text:
        return t.n("📎 {count} file", "📎 {count} files", files)
    line = t("“{words}”", words=shortened(" ".join(text.split()), MOST_HINTED))
    return lines(line) if not files else Markup("{} 📎").format(line)


def letter_lines(t: Localizer, view: LetterView, name: str, *, names_object: bool) -> Markup:
    """A letter within its conversation: who, when, about what, the words, what came with them."""
    letter = view.letter
    author = bold(t("You") if view.is_mine else Markup.escape(name))
    marks = [t("read")] if view.is_mine and letter.read_at is not None else []
    if letter.edited_at is not None:
        marks.append(t("corrected"))
    head = Markup(" · ").join([author, t.fact(letter.sent_at), *marks])
    about = quiet(t("About: {object}", object=view.about)) if view.about and names_object else None
    if view.text is None:
        return lines(head, quiet(t("This message was erased together with its author.")))
    words = Markup.escape(shortened(view.text, MOST_SHOWN)) if view.text else None
    return lines(head, about, words, attached(t, view.files) if view.files else None)


def attached(t: Localizer, files: Sequence[Attachment]) -> Markup:
    """What came with a letter, by name; photos have none."""
    called = [one.called for one in files if one.called]
    named = [Markup.escape(shortened(one, MOST_CALLED)) for one in called[:MOST_NAMED]]
    if len(called) > MOST_NAMED:
        rest = len(called) - MOST_NAMED
        named.append(t.n("{count} more file", "{count} more files", rest))
    photos = sum(one.called is None for one in files)
    if photos:
        named.append(t.n("{count} photo", "{count} photos", photos))
    return Markup("📎 ") + Markup(", ").join(named)


def unreached(t: Localizer, other: Correspondent) -> Markup | None:
    """What keeps the bot from telling the other side, and what to do; nothing if it does not."""
    name = other.between.name
    match other.between.reach:
        case WritingReach.NOT_JOINED:
            waits = t("{name} has not joined the bot yet and will read this on joining.", name=name)
            return _and_call(t, waits, other)
        case WritingReach.BLOCKED:
            return _and_call(t, t("{name} has blocked the bot and gets no news from it.", name=name), other)
        case _:
            return None


def _and_call(t: Localizer, said: Markup, other: Correspondent) -> Markup:
    return lines(said, t("If it is urgent, call: {phone}", phone=other.phone.spaced) if other.phone else None)
