"""/privacy: what is kept and why; everything can be taken along as a document, and erased."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress

from aiogram import Router
from aiogram.filters import Command

from bot.callbacks import Callback
from bot.files.archive import packed
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.pin.pin_middleware import OPEN
from bot.screen import Button, Screen
from domain.files.own_files import own_files
from domain.privacy.export_data import export_data
from domain.refusal import NotFound
from handlers.common.callbacks import AskToErase, OpenPrivacy
from handlers.common.privacy.leaving import arrive

router = Router(name="privacy")

FILE_NAME = "my-data.json"
ARCHIVE_NAME = "my-data-{}.zip"


class Export(Callback, prefix="exp"):
    """Get everything in one document."""


@router.message(Command("privacy"), flags=OPEN)
@router.callback_query(OpenPrivacy.filter(), flags=OPEN)
async def show_privacy(_event: object, ctx: Context) -> None:
    """Say what is kept and why."""
    await arrive(ctx, _screen(ctx.t))


@router.callback_query(Export.filter())
async def export(_query: object, ctx: Context) -> None:
    """Send the document; with photos and files, if there are any, as a ZIP, or several."""
    everything = await export_data(ctx.work, ctx.me)
    content = json.dumps(everything, ensure_ascii=False, indent=2).encode()
    files = await own_files(ctx.work, ctx.me)
    said = ctx.t("Everything I keep about you, as of now.")
    if not files:
        await ctx.chat.send_document(content, FILE_NAME, said)
        return

    async def contents() -> AsyncIterator[tuple[str, bytes]]:
        yield FILE_NAME, content
        for one in files:
            with suppress(NotFound, FileNotFoundError):
                called, inside = await ctx.documents.content(one)
                yield f"files/{one}-{called or 'photo.jpg'}", inside

    number = 0
    async for part in packed(contents()):
        number += 1
        await ctx.chat.send_document(part, ARCHIVE_NAME.format(number), said if number == 1 else None)


def _screen(t: Localizer) -> Screen:
    text = lines(
        bold(t("Your data")),
        "",
        t(
            "I keep what you have given me: names, phone, e-mail, birth date, country and agency, "
            "your cards, objects and talks."
        ),
        t(
            "Typed names, phone, e-mail, birth date, messages, documents and notes on clients are encrypted "
            "with a key of your own."
        ),
        t("Colleagues see your cards without your contacts; both sides get contacts when they have agreed."),
        t("I send nothing to anybody else and show no advertising."),
        "",
        t("You can take everything along or erase it, without asking anybody."),
    )
    return Screen(
        text,
        [
            [Button(t("📦 Get my data"), Export()), Button(t("🗑 Erase everything"), AskToErase())],
            [menu_button(t)],
        ],
    )
