"""The photos of a card: looked through one at a time, more added by sending an album, and those not wanted taken off.

    PHOTOS = CardPhotos(
        name="photos_of_object",
        press=PhotosOfObject,
        remove=RemoveObjectPhoto,
        load=lambda ctx, press: premises_to_change(ctx.work, ctx.me, PremisesId(press.premises)),
        of=lambda one: one,
        title=lambda t, one: one.name,
        save=lambda ctx, one, version, photos: edit_premises(ctx.work, ctx.me, one.id, version, {"photos": photos}),
        add=lambda one: EditObject(premises=one.id, version=one.version, field="photos"),
        back=lambda one: OpenObject(premises=one.id),
    )

Both buttons say which row and which `photo`: its place for the one, the file for the other, with the row's `version`.
`router` is handed in with the rest, `ahead` before whoever else takes messages.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Protocol, TypeVar

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import Message
from markupsafe import Markup

from bot.callbacks import Callback
from bot.confirm import outcome
from bot.files.photo_carousel import photos_screen
from bot.files.photos_shown import photos_sent_to, say_unused
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import Context, Question
from bot.forms.wording import label
from bot.localization import Localizer
from bot.screen import Screen
from domain.files.stored_file import FileId
from domain.typed import limits


class WithPhotos(Protocol):
    """A row with photos."""

    @property
    def photos(self) -> tuple[FileId, ...]:
        """In the order in which they are shown."""

    @property
    def version(self) -> int:
        """How often it has changed."""


P = TypeVar("P", bound=Callback)
V = TypeVar("V")


@dataclass(frozen=True, kw_only=True)
class CardPhotos(Generic[P, V]):
    """How the photos of one kind of row are kept."""

    name: str
    press: type[P]
    remove: type[Callback]
    load: Callable[[Context, Any], Awaitable[V]]
    """The row, by either button; refuses whoever may not change it."""
    of: Callable[[V], WithPhotos]
    title: Callable[[Localizer, V], Markup | str]
    save: Callable[[Context, V, int, tuple[FileId, ...]], Awaitable[object]]
    add: Callable[[V], CallbackData]
    """Asks for more."""
    back: Callable[[V], CallbackData]
    router: Router = field(init=False)
    ahead: Router = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "router", Router(name=self.name))
        object.__setattr__(self, "ahead", Router(name=f"sent_to_{self.name}"))
        self.router.callback_query.register(self._pressed, self.press.filter())
        self.router.callback_query.register(self._removed, self.remove.filter())
        self.ahead.message.register(self._sent, photos_sent_to(self.press))

    async def _pressed(self, _query: object, callback_data: Any, ctx: Context) -> None:
        await self._show(ctx, callback_data, callback_data.photo)

    async def _sent(self, message: Message, album: Sequence[Message], shown: Any, ctx: Context) -> None:
        """Photos sent while those of a row are on the screen are its own."""
        messages = album or [message]
        view = await self.load(ctx, shown)
        row = self.of(view)
        kept = await ctx.photos.keep(ctx.work, ctx.me, messages)
        await self.save(ctx, view, row.version, with_photos(row.photos, kept))
        await say_unused(messages, ctx)
        await self._show(ctx, shown, -1)

    async def _removed(self, _query: object, callback_data: Any, ctx: Context) -> None:
        view = await self.load(ctx, callback_data)
        rest = tuple(one for one in self.of(view).photos if one != FileId(callback_data.photo))
        notice = await outcome(ctx, self.save(ctx, view, callback_data.version, rest), ctx.t("Removed."))
        await ctx.chat.toast(notice)
        await self._show(ctx, callback_data, 0)

    async def _show(self, ctx: Context, press: Callback, index: int) -> None:
        view = await self.load(ctx, press)
        photos = self.of(view).photos
        await ctx.chat.show(self._screen(ctx.t, press, view, index if index >= 0 else len(photos) - 1))

    def _screen(self, t: Localizer, press: Callback, view: V, index: int) -> Screen:
        row = self.of(view)
        which = {name: one for name, one in press.model_dump().items() if name not in ("photo", "version")}

        def removal(photo: FileId) -> Callback:
            return self.remove(**{**which, "version": row.version, "photo": photo})

        return photos_screen(
            t,
            self.title(t, view),
            row.photos,
            index,
            turn=lambda to: self.press(**{**which, "photo": to}),
            add=self.add(view),
            removal=removal,
            back=self.back(view),
        )


def with_photos(photos: tuple[FileId, ...], more: Sequence[FileId]) -> tuple[FileId, ...]:
    """The photos that are there and the new ones, as many as an album holds."""
    return tuple(dict.fromkeys((*photos, *more)))[: limits.MOST_PHOTOS]


D = TypeVar("D")


def add_photos(kept: Sequence[FileId], draft: D) -> D:
    """The draft, a dataclass with `photos`, with these besides."""
    known: Any = draft
    changed: D = replace(known, photos=with_photos(known.photos, kept))
    return changed


def photos_question() -> Question[Any]:
    """Asks for the `photos` of a draft."""
    return Question(
        key="photos",
        kind=AnswerKind.FILES,
        label=label("Photos"),
        ask=_ask,
        photos=add_photos,
        optional=True,
        later=True,
    )


def _ask(t: Localizer, draft: Any) -> Markup:
    count = len(draft.photos)
    if count >= limits.MOST_PHOTOS:
        return t("There are {count} photos, and more do not fit.", count=count)
    if count:
        return t.n(
            "{count} photo so far. Send more, or tap Done.", "{count} photos so far. Send more, or tap Done.", count
        )
    return t("Send the photos, up to {most}; an album at once is fine.", most=limits.MOST_PHOTOS)
