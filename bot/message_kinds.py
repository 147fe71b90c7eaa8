"""What a message plainly is, whoever's it is: each role hands in the kinds of message that people send it unasked.

Asked by an open question before it refuses an answer, by what nobody understood, and where another role is in front.
"""

import itertools
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass

from aiogram.types import Message
from markupsafe import Markup

from bot.forms.model import Context
from bot.localization import Localizer
from bot.pending import PendingMessage, keep_pending
from bot.telegram.message_content import has_picture, words_of
from domain.people.person import Person, Role
from domain.plainness import Plainness


@dataclass(frozen=True, kw_only=True)
class MessageKind:
    """A kind of message that people of a role send without being asked."""

    name: str
    role: Role
    looks_like: Callable[[Localizer], Markup]
    """A sentence: this looks like a listing."""
    whose: Callable[[Localizer], Markup]
    """A sentence: which role keeps such things."""
    take: Callable[[Localizer], Markup]
    """The button that makes of it what it is."""
    recognise: Callable[[str, Context], Awaitable[Plainness]]
    open: Callable[[PendingMessage, Context], Awaitable[None]]
    """Go on with one that waits; its role is in front, and no form is open."""
    separate: Callable[[str], Sequence[str]] = lambda text: (text,)
    """The texts of the things in a message."""
    takes_photos: bool = False
    """Whether photos without words are of this kind."""
    paper: Callable[[Localizer], Markup] | None = None
    """The button that makes of a paper without words (a receipt) what it is; None if papers are not of this kind."""

    @property
    def takes_papers(self) -> bool:
        """Whether what comes with the words is a paper: kept sealed, a picture or not."""
        return self.paper is not None


class MessageKinds:
    """All kinds of message, as the roles hand them in."""

    def __init__(self) -> None:
        self._kinds: dict[str, MessageKind] = {}

    def add(self, kind: MessageKind) -> None:
        """Hand a kind in."""
        self._kinds[kind.name] = kind

    def __iter__(self) -> Iterator[MessageKind]:
        """All of them."""
        return iter(self._kinds.values())

    def named(self, name: str) -> MessageKind | None:
        """The kind with this name; None if it is of another release."""
        return self._kinds.get(name)

    async def of_words(self, words: str, ctx: Context) -> list[tuple[MessageKind, Plainness]]:
        """How plainly the words are of each kind; empty for no words."""
        return [(one, await one.recognise(words, ctx)) for one in self] if words else []

    async def plainest(
        self, sent: Sequence[Message], ctx: Context, least: Plainness
    ) -> tuple[MessageKind, Plainness] | None:
        """The kind that a message or album is most plainly of, the role in front first; None if less than `least`."""
        words, me = words_of(sent), ctx.me
        if words.startswith("/"):
            return None
        found = await self.of_words(words, ctx)
        if any(map(has_picture, sent)) and all(level < Plainness.PROBABLY for _, level in found):
            found += self._of_pictures(me)

        def rank(pair: tuple[MessageKind, Plainness]) -> tuple[Plainness, bool, bool]:
            kind, level = pair
            is_theirs = kind.role in me.all_roles
            # what one keeps oneself is meant, unless it is plain that it is something else
            level = Plainness.PROBABLY if level is Plainness.RATHER and not is_theirs else level
            return level, kind.role is me.active_role, is_theirs

        best = max(found, key=rank, default=None)
        return best if best is not None and best[1] >= least else None

    def _of_pictures(self, me: Person) -> list[tuple[MessageKind, Plainness]]:
        """What pictures without telling words may be, to somebody with these roles, or with none yet."""
        return [
            (one, Plainness.PROBABLY) for one in self if one.takes_photos and (one.role in me.roles or not me.roles)
        ]

    def of_papers(self, me: Person) -> list[MessageKind]:
        """The kinds that a paper without words may be of, for this person."""
        return [one for one in self if one.takes_papers and one.role in me.all_roles]


async def keep_recognised(kind: MessageKind, sent: Sequence[Message], ctx: Context) -> list[PendingMessage]:
    """Put a message or an album aside as being of the kind: every thing in it, each with what it came with."""
    kept: list[PendingMessage] = []
    for group in await _groups(kind, sent, ctx):
        words = words_of(group)
        keeps = ctx.documents if kind.takes_papers else ctx.photos
        files = await keeps.keep(ctx.work, ctx.me, group)
        texts = kind.separate(words) if words else ("",)
        kept += await keep_pending(ctx.state, texts, files, kind.name, words, sealed=kind.takes_papers)
    return kept


async def _groups(kind: MessageKind, sent: Sequence[Message], ctx: Context) -> list[Sequence[Message]]:
    """The album as one, or in parts where every caption is a thing of its own."""
    starts = [at for at, one in enumerate(sent) if words_of([one])]
    if len(starts) < 2:
        return [sent]
    for at in starts:
        if await kind.recognise(words_of([sent[at]]), ctx) < Plainness.PROBABLY:
            return [sent]
    borders = [0, *starts[1:], len(sent)]
    return [sent[begin:end] for begin, end in itertools.pairwise(borders)]
