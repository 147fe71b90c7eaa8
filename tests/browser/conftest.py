"""A real browser before the chat page: Chromium opens it as people do, and no error may stand in its console."""

import asyncio
import contextlib
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from aiogram import Bot
from playwright.async_api import Browser, Page, async_playwright, expect

from sandbox import Person, Telegram
from sandbox.clock import Clock
from sandbox.server import address_of, serve
from sandbox.session import InProcessSession

PATIENCE = 20_000
"""Milliseconds to wait for something to be seen; machines of the gate are slow."""
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OpenPage = Callable[..., AbstractAsyncContextManager[Page]]
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs the browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Debian's Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            await browser.close()


@pytest.fixture
def opened(browser: Browser) -> OpenPage:
    """Opens a page as somebody's browser would: `async with opened(address, width=360) as page`."""

    @asynccontextmanager
    async def opened(
        address: str, *, width: int = 1280, height: int = 800, is_dark: bool = False, language: str = "en-GB"
    ) -> AsyncIterator[Page]:
        context = await browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if is_dark else "light",
            locale=language,
            timezone_id="Europe/Moscow",
        )
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        complaints: list[str] = []
        page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(address)
        try:
            yield page
        finally:
            await context.close()
        assert complaints == []

    return opened


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    """A Telegram whose clock runs and can be moved; nobody is in it yet."""
    telegram = Telegram(Clock(), name="Property")
    yield telegram
    await telegram.close()


@pytest.fixture
async def address(telegram: Telegram) -> AsyncIterator[str]:
    """Where its page is."""
    runner = await serve(telegram, port=0)
    yield address_of(runner)
    await runner.cleanup()


@pytest.fixture
def bot(telegram: Telegram) -> Bot:
    """What the test makes say and answer things."""
    return Bot(telegram.token, session=InProcessSession(telegram))


@pytest.fixture
def anna(telegram: Telegram) -> Person:
    """A person who has started the bot."""
    anna = telegram.person("Anna", last_name="Kim", username="anna_kim", language_code="en", phone="+79000000001")
    anna.start()
    return anna


@pytest.fixture
def boris(telegram: Telegram) -> Person:
    """Another one."""
    boris = telegram.person("Boris", last_name="Lebedev", language_code="en", phone="+79000000002")
    boris.start()
    return boris


async def until(telegram: Telegram, seen: Callable[[], bool], or_else: str) -> None:
    """Wait until the person's doing has reached Telegram."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE / 1000):
            while not seen():
                await telegram.change_after(telegram.version, 1)
    assert seen(), or_else
