"""/messages: one's conversations, the latest first, with what is new in each; or only the new or the unanswered."""

from aiogram import Router
from aiogram.filters import Command
from markupsafe import Markup

from bot.forms.model import Context
from bot.lists.list_screen import PAGE, Item, ListPage, list_screen, on_page
from bot.localization import Localizer, bold
from bot.screen import Button, Row, Screen, label_of
from domain.letters.correspondence import names_apart
from domain.letters.list_letters import ConversationsPage, ListedConversation, list_letters
from domain.letters.repository import ShownLetter
from domain.people.person import Action
from handlers.letters.callbacks import ChooseWhom, OpenLetterList, OpenLetters
from handlers.letters.words import hint, who_exactly
from handlers.letters.writing import stop

router = Router(name="my_letters")


@router.message(Command("messages"))
async def letters(_message: object, ctx: Context) -> None:
    """Leave whatever was being filled in and show the first page."""
    await ctx.forms.leave(ctx.state)
    await stop(ctx.state)
    await ctx.state.set_state(None)
    await ctx.chat.show(await letters_screen(ctx, OpenLetterList()))


@router.callback_query(OpenLetterList.filter())
async def turn_page(_query: object, callback_data: OpenLetterList, ctx: Context) -> None:
    """Show a page; nothing is being written any more."""
    await stop(ctx.state)
    screen = await letters_screen(ctx, callback_data)
    await ctx.chat.show(screen, new=callback_data.new)


async def letters_screen(ctx: Context, asked: OpenLetterList) -> Screen:
    """A page of the list."""
    t = ctx.t
    shown = ShownLetter(asked.only)
    page = await list_letters(ctx.work, ctx.me, shown, offset=asked.page * PAGE, limit=PAGE)
    total = {
        ShownLetter.ALL: page.counts.all,
        ShownLetter.UNREAD: page.counts.unread,
        ShownLetter.WAITING: page.counts.waiting,
    }[shown]
    number = on_page(asked.page, total)
    if number != asked.page:
        page = await list_letters(ctx.work, ctx.me, shown, offset=number * PAGE, limit=PAGE)
    called = names_apart(one.between for one in page.items)
    may_write = ctx.me.may(Action.WRITE_LETTERS)
    return list_screen(
        t,
        title=t("✉️ Messages"),
        page=ListPage([_item(t, one, called[one.between.party.id]) for one in page.items], total, number),
        turn=lambda to: asked.model_copy(update={"page": to, "new": False}),
        empty=_empty(t, shown, may_write=may_write),
        note=_unread(t, page),
        filters=[_filters(t, page, shown)],
        actions=[Button(t("✍️ Write"), ChooseWhom())] if may_write else [],
    )


def _item(t: Localizer, one: ListedConversation, called: str) -> Item:
    name = who_exactly(t, one.between)
    new = t.n("{count} new", "{count} new", one.unread) if one.unread else None
    head = Markup(" · ").join([bold(name), new] if new else [name])
    mine = one.last.from_manager == one.between.is_manager
    said = hint(t, one.text, len(one.last.files))
    words = t("You: {words}", words=said) if mine else said
    line = Markup("{}\n{} · {}\n").format(head, words, t.ago(one.last.sent_at))
    return Item(line, label_of(called, "✉️"), OpenLetters(other=one.between.party.id))


def _unread(t: Localizer, page: ConversationsPage) -> Markup | None:
    count = page.counts.unread_letters
    if count:
        return t.n("{count} unread message", "{count} unread messages", count)
    return t("All is read.") if page.counts.all else None


def _filters(t: Localizer, page: ConversationsPage, shown: ShownLetter) -> Row:
    """All, the new and the unanswered; nothing to filter while there is nothing."""
    if not page.counts.all:
        return []
    labels = {
        ShownLetter.ALL: t("All"),
        ShownLetter.UNREAD: t("New: {count}", count=page.counts.unread),
        ShownLetter.WAITING: t("Unanswered: {count}", count=page.counts.waiting),
    }
    return [
        Button(Markup("• {}").format(label) if one is shown else label, OpenLetterList(only=one.value))
        for one, label in labels.items()
    ]


def _empty(t: Localizer, shown: ShownLetter, *, may_write: bool) -> Markup:
    match shown:
        case ShownLetter.UNREAD:
            return t("Nothing new: you have read everything.")
        case ShownLetter.WAITING:
            return t("Nobody waits for your answer.")
        case _ if may_write:
            return t("No messages yet. Write the first one: words, photos and files arrive at once.")
        case _:
            return t("No messages yet.")
