"""Of what came with a message one file is kept, sealed; what of the message is not used is named."""

from collections.abc import Sequence

from aiogram.types import Message

from bot.forms.model import Context
from bot.localization import lines
from bot.screen import Screen
from bot.telegram.message_content import has_file, left_out, one_alone
from domain.files.stored_file import FileId


async def keep_one_paper(sent: Sequence[Message], ctx: Context) -> FileId | None:
    """The first file of a message or an album; None if none came."""
    if not any(has_file(one) for one in sent):
        return None
    kept = await ctx.documents.keep(ctx.work, ctx.me, sent)
    unused = lines(left_out(ctx.t, sent, documents=True), one_alone(ctx.t, kept))
    if unused:
        await ctx.chat.send(Screen(unused, []))
    return kept[0] if kept else None
