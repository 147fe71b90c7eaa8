"""Two people who know nothing about us open the page and reach each other's contact, in the real product."""

import asyncio
import datetime as dt
import re
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from demo.local import run_locally
from settings import read_settings
from tests.browser.conftest import OpenPage
from tests.support.world import MASTER_KEY

MARIA, TIMUR = 1_000_009, 1_000_010
LISTING = "Продам 2-к квартиру 54 м2, 5/9, м. Сокол, 18,5 млн, комиссия 50/50"
REQUEST = "Куплю двушку на Соколе до 20 млн, от 50 м²"


@pytest.fixture
async def product(tmp_path: Path) -> AsyncIterator[str]:
    """The local Telegram with the real bot and the demo people; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = read_settings(
        _env_file=None, data_dir=tmp_path, master_key=MASTER_KEY, bot_token=None, sandbox_listen=f"127.0.0.1:{port}"
    )
    stop = asyncio.Event()
    said: asyncio.Queue[str] = asyncio.Queue()
    running = asyncio.create_task(run_locally(settings, stop, said.put_nowait))
    greeting = asyncio.create_task(said.get())
    await asyncio.wait([running, greeting], return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        running.result()
    yield f"http://127.0.0.1:{port}"
    stop.set()
    await running


@dataclass
class Phone:
    """One person's chat, on a page with room for two or for one."""

    page: Page
    name: str
    is_narrow: bool

    async def look(self) -> Locator:
        """Their chat; on a narrow page it is opened from the list."""
        chat = self.page.get_by_role("region", name=f"Чат с ботом: {self.name}")
        if self.is_narrow and not await chat.is_visible():
            if await self.page.locator(".pane").count():
                await self.page.get_by_role("button", name="К списку людей").click()
            line = re.compile(f"^{self.name}")
            await self.page.get_by_role("navigation").get_by_role("button", name=line).click()
        await expect(chat).to_be_visible()
        return chat

    async def taps(self, label: str, in_message: str = "") -> None:
        chat = await self.look()
        message = chat.locator(".message", has=self.page.locator(".key", has_text=label), has_text=in_message).last
        await message.locator(".key", has_text=label).first.click()

    async def writes(self, text: str) -> None:
        chat = await self.look()
        await chat.get_by_role("combobox").fill(text)
        await chat.get_by_role("button", name="Отправить", exact=True).click()

    async def sees(self, words: str) -> None:
        chat = await self.look()
        await expect(
            chat.locator(".from-bot", has_text=re.compile(re.escape(words).replace(r"\ ", r"\s"))).last
        ).to_be_visible()

    async def becomes_realtor(self) -> None:
        chat = await self.look()
        await chat.get_by_role("button", name="Начать", exact=True).click()
        await self.taps("🏠")
        await chat.locator(".reply-key").first.click()
        await self.page.get_by_role("dialog").get_by_role("button", name="Отправить").click()
        await self.taps("Пропустить", "шаг 1")
        await self.taps("Пропустить", "шаг 2")
        await self.sees("Рабочий стол риэлтора")


@pytest.mark.parametrize("width", [1280, 360])
async def test_two_newcomers_reach_a_shared_contact(opened: OpenPage, product: str, width: int) -> None:
    is_narrow = width < 700
    chats = "" if is_narrow else f"#{MARIA},{TIMUR}"
    async with opened(f"{product}/{chats}", width=width, height=800, language="ru-RU") as page:
        maria, timur = Phone(page, "Мария Орлова", is_narrow), Phone(page, "Тимур Садыков", is_narrow)
        for person in (maria, timur):
            await person.becomes_realtor()
        await maria.writes(LISTING)
        await maria.taps("✅ Сохранить")
        await maria.sees("Сохранено")
        await timur.writes(REQUEST)
        await timur.taps("✅ Сохранить")
        await timur.sees("Сохранено")
        await timur.taps("👀")
        await timur.sees("Мария")
        await timur.taps("👍")
        await timur.taps("45 %")
        await timur.sees("Предложено")
        await maria.sees("Новое совпадение")
        await maria.taps("✅ Принять", "Новое совпадение")
        for person, other in ((maria, "Тимур"), (timur, "Мария")):
            await person.sees("Договорились")
            card = (await person.look()).locator(".contact", has_text=other)
            await expect(card.last).to_be_visible()
            await expect(card.last).to_contain_text("+790000000")
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_the_bot_is_restarted_and_reminded_from_the_page(opened: OpenPage, product: str) -> None:
    """What is pressed while it restarts is answered afterwards; its clock moves with the page's."""
    async with opened(f"{product}/#{MARIA}", language="en-GB") as page:
        await page.get_by_role("button", name="Start", exact=True).click()
        await expect(page.locator(".from-bot").last).to_be_visible()
        await page.get_by_role("button", name="For developers").click()
        await page.get_by_role("tab", name="Trouble").click()
        await page.get_by_role("button", name="Restart the bot").click()
        await expect(page.get_by_text("The bot is back")).to_be_visible()
        await page.get_by_role("tab", name="Clock").click()
        await page.get_by_role("button", name="+1 week").click()
        later = dt.datetime.now(dt.UTC) + dt.timedelta(days=7)
        await expect(page.locator("output")).to_contain_text(str(later.year))
        heard = await page.locator(".from-bot").count()
        await page.get_by_role("combobox", name="Message").fill("/menu")
        await page.keyboard.press("Enter")
        await expect(page.locator(".from-bot")).to_have_count(heard + 1)
