"""The developer's drawer shows what passes between Telegram and the bot, orders trouble, and moves the clock."""

import datetime as dt

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from playwright.async_api import Page, expect

from sandbox import Person, Telegram
from tests.browser.conftest import OpenPage, until


async def open_tab(page: Page, name: str) -> None:
    if await page.get_by_role("complementary").count() == 0:
        await page.get_by_role("button", name="For developers").click()
    await page.get_by_role("tab", name=name).click()


async def test_calls_and_updates_are_listed_with_their_json(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    async with opened(f"{address}/#{anna.id}") as page:
        await open_tab(page, "Calls")
        await bot.send_message(anna.id, "Hello")
        line = page.get_by_role("complementary").locator("li", has_text="sendMessage")
        await expect(line).to_contain_text("200")
        await line.locator("summary").click()
        await expect(line.locator("pre").first).to_contain_text('"text": "Hello"')
        await open_tab(page, "Updates")
        update = page.get_by_role("tabpanel", name="Updates").locator("li").first
        await update.locator("summary").click()
        await expect(update.locator("pre")).to_contain_text('"text": "/start"')


async def test_trouble_comes_when_it_is_ordered(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    async with opened(f"{address}/#{anna.id}") as page:
        await open_tab(page, "Trouble")
        await page.get_by_role("button", name="429 for the next call").click()
        await expect(page.get_by_text("Waiting for their call: 1")).to_be_visible()
        with pytest.raises(TelegramRetryAfter):
            await bot.send_message(anna.id, "too soon")
        await page.get_by_label("Slow network").check()
        await until(telegram, lambda: [one.seconds for one in telegram.trouble.faults] == [2], "not slow")
        await page.get_by_label("Slow network").uncheck()
        await until(telegram, lambda: not telegram.trouble.faults, "still slow")
        await page.get_by_label("Real limits").check()
        await until(telegram, lambda: telegram.limits.is_on, "no limits")
        await page.get_by_label("Anna Kim: bot blocked").check()
        await until(telegram, lambda: anna.chat.is_blocked, "not blocked")
        waiting = len(telegram.updates.log)
        await page.get_by_role("button", name="Deliver the last update again").click()
        await until(telegram, lambda: len(telegram.updates.log) == waiting + 1, "not repeated")
        await page.get_by_role("button", name="Restart the bot").click()
        await expect(page.get_by_text("this bot cannot be restarted from here")).to_be_visible()


async def test_the_clock_moves_forward(opened: OpenPage, telegram: Telegram, address: str, anna: Person) -> None:
    before = telegram.now()
    async with opened(f"{address}/#{anna.id}") as page:
        await open_tab(page, "Clock")
        await page.get_by_role("button", name="+1 day").click()
        await until(telegram, lambda: telegram.now() - before >= dt.timedelta(days=1), "the clock stands")
        await expect(page.locator(".day")).to_contain_text("Yesterday")
