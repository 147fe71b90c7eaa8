"""Whatever the bot can send is shown on the page as Telegram shows it."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    LabeledPrice,
)
from playwright.async_api import Locator, expect

from sandbox import Person, Telegram
from sandbox.images import picture
from sandbox.methods import METHODS
from tests.browser.conftest import OpenPage

Say = Callable[[Bot, int], Awaitable[object]]
TEXT = (
    "<b>bold</b> <i>italic</i> <u>under</u> <s>gone</s> <code>mono</code> <tg-spoiler>secret</tg-spoiler> 🏠\n"
    '<a href="https://example.org/a">a link</a> /help @somebody +7 900 000-00-00 <blockquote>a quote</blockquote>'
    "<pre>two\nlines</pre><blockquote expandable>one\ntwo\nthree\nfour\nfive</blockquote>"
)


def png(name: str = "a.png") -> BufferedInputFile:
    return BufferedInputFile(picture(640, 480), name)


def data(name: str) -> BufferedInputFile:
    return BufferedInputFile(b"x" * 2048, name)


async def says_text(bot: Bot, chat: int) -> object:
    return await bot.send_message(chat, TEXT, parse_mode="HTML")


async def copies(bot: Bot, chat: int) -> object:
    sent = await bot.send_message(chat, "the original")
    return await bot.copy_message(chat, chat, sent.message_id)


async def forwards(bot: Bot, chat: int) -> object:
    sent = await bot.send_message(chat, "the original")
    return await bot.forward_message(chat, chat, sent.message_id)


async def pins(bot: Bot, chat: int) -> object:
    sent = await bot.send_message(chat, "keep this")
    return await bot.pin_chat_message(chat, sent.message_id)


async def bills(bot: Bot, chat: int) -> object:
    prices = [LabeledPrice(label="November", amount=4_600_000)]
    return await bot.send_invoice(chat, "Rent", "For November", "rent-11", "RUB", prices, provider_token="t")


@dataclass(frozen=True)
class Kind:
    """What the bot does, and the part of the page that shows it."""

    method: str
    say: Say
    seen_in: str
    words: str


def photos(count: int) -> Say:
    return lambda bot, chat: bot.send_media_group(chat, [InputMediaPhoto(media=png()) for _ in range(count)])


def documents(bot: Bot, chat: int) -> Awaitable[object]:
    return bot.send_media_group(chat, [InputMediaDocument(media=data(f"{name}.pdf")) for name in "ab"])


KINDS = (
    Kind("sendMessage", says_text, ".words", "bold italic under gone mono"),
    Kind("sendPhoto", lambda bot, chat: bot.send_photo(chat, png(), caption="a room"), ".photo", ""),
    Kind("sendDocument", lambda bot, chat: bot.send_document(chat, data("lease.pdf")), ".file", "lease.pdf"),
    Kind("sendVideo", lambda bot, chat: bot.send_video(chat, data("tour.mp4")), ".file", "Video"),
    Kind("sendAnimation", lambda bot, chat: bot.send_animation(chat, data("a.gif")), ".file", "GIF"),
    Kind("sendAudio", lambda bot, chat: bot.send_audio(chat, data("a.mp3")), ".file", "a.mp3"),
    Kind("sendVoice", lambda bot, chat: bot.send_voice(chat, data("a.oga")), ".file", "Voice message"),
    Kind("sendSticker", lambda bot, chat: bot.send_sticker(chat, data("a.webp")), ".sticker", "👍"),
    Kind("sendMediaGroup", photos(3), ".album.of-3", ""),
    Kind("sendMediaGroup", photos(10), ".album.of-10", ""),
    Kind("sendMediaGroup", documents, ".files", "a.pdf"),
    Kind("sendContact", lambda bot, chat: bot.send_contact(chat, "+79001234567", "Irina"), ".contact", "Irina"),
    Kind("sendLocation", lambda bot, chat: bot.send_location(chat, 55.75, 37.6), ".place .map", ""),
    Kind("sendVenue", lambda bot, chat: bot.send_venue(chat, 55.75, 37.6, "Home", "Forest 4"), ".place", "Forest 4"),
    Kind("sendInvoice", bills, ".bill", "46,000.00"),
    Kind("copyMessage", copies, ".words", "the original"),
    Kind("forwardMessage", forwards, ".origin", "Forwarded from Property"),
    Kind("pinChatMessage", pins, ".notice", "Bot pinned: «keep this»"),
)
SHOWN_ELSEWHERE = {"sendchataction"}
"""Tested where it is seen: in the header."""


def test_no_way_of_sending_is_forgotten() -> None:
    """A method that sends and is not in the table fails here."""
    sending = {name for name in METHODS if name.startswith(("send", "copy", "forward"))}
    assert sending - SHOWN_ELSEWHERE <= {kind.method.lower() for kind in KINDS}


@pytest.mark.parametrize("width", [360, 1280])
async def test_every_kind_is_shown(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person, width: int
) -> None:
    async with opened(f"{address}/#{anna.id}", width=width) as page:
        for kind in KINDS:
            await kind.say(bot, anna.id)
            message = page.locator(".message").last
            await expect(message.locator(kind.seen_in)).to_contain_text(kind.words)
            await fits(message, width)
        await expect(page.locator(".pinned")).to_contain_text("keep this")
        for image in await page.locator(".message img").all():
            assert await image.evaluate("image => image.complete && image.naturalWidth > 0")
            assert await image.get_attribute("alt")
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def fits(message: Locator, width: int) -> None:
    """Nothing hangs over the edge of the screen."""
    box = await message.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


KEYS = (
    ("Сейчас", "3 мес", "6 мес", "12 мес"),
    ("‹ Октябрь", "Сегодня", "Декабрь ›"),
    ("‹", "Сегодня", "Итоги", "Список", "›"),
    ("✅ Согласиться на 45 %", "↔️ Ответить своей"),
    ("📱 Телефон", "🎂 Рождение", "🌍 Страна"),
)
LINES_OF_WORDS = """key => {
  const broken = [], walker = document.createTreeWalker(key, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of node.data.matchAll(/\\S+/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (tops.size > 1) broken.push(word[0]);
    }
  return broken;
}"""
"""The words of a key that stand on more than one line."""


@pytest.mark.parametrize("width", [320, 360])
async def test_no_word_of_a_key_is_broken_on_a_phone(
    opened: OpenPage, address: str, bot: Bot, anna: Person, width: int
) -> None:
    rows = [[InlineKeyboardButton(text=label, callback_data=label[:8]) for label in row] for row in KEYS]
    await bot.send_message(anna.id, "Ноябрь", reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))
    async with opened(f"{address}/#{anna.id}", width=width, language="ru-RU") as page:
        keys = page.locator(".key")
        await expect(keys).to_have_count(sum(len(row) for row in KEYS))
        for key in await keys.all():
            assert await key.evaluate(LINES_OF_WORDS) == []
            is_whole = await key.evaluate("key => key.scrollWidth <= key.clientWidth + 1")
            assert is_whole or width < 360, await key.text_content()


async def test_the_head_says_whom_one_talks_to_and_who_one_is(opened: OpenPage, address: str, anna: Person) -> None:
    async with opened(f"{address}/#{anna.id}", width=360) as page:
        who = page.locator(".pane > header .who")
        await expect(who.locator("b")).to_have_text("Property")
        await expect(who.locator("small")).to_contain_text("you are Anna Kim")


async def test_markup_is_real(opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person) -> None:
    """Bold is bold, a hidden word is hidden until it is wanted, a quote unfolds, a link leads where it says."""
    await says_text(bot, anna.id)
    async with opened(f"{address}/#{anna.id}") as page:
        words = page.locator(".words").last
        for tag, content in (("b", "bold"), ("i", "italic"), ("u", "under"), ("s", "gone"), ("code >> nth=0", "mono")):
            await expect(words.locator(tag)).to_have_text(content)
        await expect(words.get_by_role("link", name="a link")).to_have_attribute("href", "https://example.org/a")
        await expect(words.locator("pre")).to_have_text("two\nlines")
        hidden = words.get_by_role("button", name="Show what is hidden")
        await hidden.click()
        await expect(hidden).to_have_count(0)
        await expect(words.locator(".spoiler")).to_have_text("secret")
        await words.get_by_role("button", name="Unfold the quote").click()
        await expect(words.locator(".folded")).to_have_count(0)
        await words.get_by_role("link", name="/help").click()
        await expect(page.locator(".own").last).to_contain_text("/help")


async def test_a_foreign_update_cannot_write_into_the_page(
    opened: OpenPage, telegram: Telegram, address: str, anna: Person
) -> None:
    """Words are words, whatever they look like."""
    entities = [{"type": "text_link", "offset": 0, "length": 1, "url": "javascript:document.title='taken'"}]
    form = {"chat_id": anna.id, "text": "<img src=x onerror=1>", "entities": json.dumps(entities)}
    await telegram.call(telegram.token, "sendMessage", form)
    async with opened(f"{address}/#{anna.id}") as page:
        await expect(page.locator(".words").last).to_contain_text("<img src=x onerror=1>")
        await page.locator(".words a").last.click()
        assert "taken" not in await page.title()
