"""The page without a mouse and without eyes: everything is reached by keys, named, and strong enough in contrast."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.types import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from playwright.async_api import Page, expect

from sandbox import Person, Telegram
from tests.browser.conftest import OpenPage, until
from tests.browser.test_every_kind import KINDS

UNNAMED = """
() => [...document.querySelectorAll('button, a[href], input, select, textarea, dialog, section, aside, nav, img')]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.getAttribute('aria-label') || node.getAttribute('alt') || node.textContent.trim()
    || node.labels?.length || node.getAttribute('aria-labelledby')))
  .map((node) => node.outerHTML.slice(0, 120))
"""
FOCUSED = """
(({ activeElement: at, body }) => (at === body ? '' : at.getAttribute('aria-label') || at.textContent.trim()))(document)
"""
WEAK = """
() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  const colour = (css) => {
    brush.clearRect(0, 0, 1, 1); brush.fillStyle = css; brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255).map((v) => (v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage.includes('gradient')) {
        // of a gradient's colours the one nearest to the words counts
        const stops = (style.backgroundImage.match(/(rgba?|color)\\([^)]*\\)/g) ?? []).map(colour);
        const own = light(colour(getComputedStyle(node).color));
        layers.push(stops.sort((a, b) => Math.abs(light(a) - own) - Math.abs(light(b) - own))[0]);
        break;
      }
      const back = colour(style.backgroundColor);
      layers.push(back);
      if (back[3] === 1) break;
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim()) continue;
    if (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (node.closest('.spoiler, .unseen, .room, script, [aria-busy=true]')) continue;
    const style = getComputedStyle(node);
    const back = behind(node);
    const opacity = (at) => (at ? Number(getComputedStyle(at).opacity) * opacity(at.parentElement) : 1);
    const ink = colour(style.color);
    const front = over([...ink.slice(0, 3), ink[3] * opacity(node)], back);
    const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
    const ratio = (high + .05) / (low + .05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) found.push(`${ratio.toFixed(2)} ${node.className} ${node.textContent.slice(0, 40)}`);
  }
  return [...new Set(found)];
}
"""


async def focused(page: Page) -> str:
    name: Any = await page.evaluate(FOCUSED)
    return str(name)


async def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    for _ in range(40):
        if name in await focused(page):
            return
        await page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"Tab does not lead to {name!r}, but to {await focused(page)!r}")


async def test_a_whole_talk_by_keys_alone(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person, boris: Person
) -> None:
    await bot.set_my_commands([BotCommand(command="menu", description="Start page")])
    rows = [[("Agree", "yes"), ("Decline", "no")], [("Later", "later")]]
    markup = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=t, callback_data=d) for t, d in row] for row in rows]
    )
    await bot.send_message(boris.id, "First offer")
    await bot.send_message(boris.id, "45 %?", reply_markup=markup)
    async with opened(address) as page:
        # a list that is still being drawn would be passed by
        await expect(page.get_by_role("region", name="Boris").get_by_text("45 %?")).to_be_visible()
        await expect(page.locator(".person")).to_have_count(2)
        await tab_to(page, "Anna Kim")
        await page.keyboard.press("ArrowDown")
        assert "Boris Lebedev" in await focused(page)
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("region", name="Boris").get_by_role("combobox")).to_be_focused()
        await page.keyboard.type("/m")
        await expect(page.get_by_role("option")).to_have_count(1)
        await page.keyboard.press("Enter")
        await until(telegram, lambda: boris.messages[-1].text == "/menu", "the command is not sent")
        await page.keyboard.type("hello")
        await page.keyboard.press("Enter")
        await until(telegram, lambda: boris.messages[-1].text == "hello", "the text is not sent")
        await page.keyboard.press("Shift+Tab")
        await tab_to(page, "Later", back=True)
        await page.keyboard.press("ArrowUp")
        assert await focused(page) == "Agree"
        await page.keyboard.press("ArrowRight")
        assert await focused(page) == "Decline"
        await page.keyboard.press("Enter")
        await until(telegram, lambda: [one.data for one in boris.spinning] == ["no"], "nothing was pressed")
        await bot.edit_message_text("Declined", chat_id=boris.id, message_id=boris.heard[-1].id)
        await expect(page.get_by_role("region", name="Boris").locator(".from-bot").last).to_be_focused()
        await page.keyboard.press("ArrowUp")
        assert "First offer" in await focused(page)
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("menu")).to_be_visible()
        await page.keyboard.press("ArrowDown")
        assert "Forward" in await focused(page)
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("menu")).to_have_count(0)
        assert "First offer" in await focused(page)
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("region", name="Boris").get_by_role("combobox")).to_be_focused()


async def test_focus_is_always_seen(opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "A message")
    async with opened(address) as page:
        for _ in range(14):
            await page.keyboard.press("Tab")
            seen = await page.evaluate(
                """() => { const at = document.activeElement; const shown = (node) => {
                  const style = getComputedStyle(node);
                  return style.outlineStyle !== 'none' || style.boxShadow.includes('inset'); };
                  return at === document.body || [at, at.parentElement, at.firstElementChild].some(shown); }"""
            )
            assert seen, await focused(page)


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
async def test_everything_has_a_name_and_enough_contrast(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person, is_dark: bool
) -> None:
    for kind in KINDS:
        await kind.say(bot, anna.id)
    anna.writes("mine, with https://example.org")
    anna.sends_document(b"x", "mine.pdf")
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Key", callback_data="k")]])
    await bot.send_message(anna.id, "Buttons", reply_markup=markup)
    telegram.person("Vera").start()
    async with opened(f"{address}/#{anna.id}", is_dark=is_dark, width=1400) as page:
        await expect(page.locator(".message").last).to_contain_text("Buttons")
        await page.get_by_role("button", name="For developers").click()
        for tab in ("Calls", "Updates", "Trouble", "Clock"):
            await page.get_by_role("tab", name=tab).click()
            assert await page.evaluate(UNNAMED) == []
            assert await page.evaluate(WEAK) == []
        for landmark in ("navigation", "main", "complementary"):
            await expect(page.get_by_role(landmark)).to_have_count(1)
        identifiers = await page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
        assert len(identifiers) == len(set(identifiers))
        await expect(page.locator("#news")).to_have_attribute("aria-live", "polite")
        assert await page.evaluate("document.documentElement.lang") == "en"


async def test_a_phone_shows_one_chat_at_a_time(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person, boris: Person
) -> None:
    await bot.send_message(boris.id, "A push")
    async with opened(address, width=360, height=640) as page:
        await expect(page.get_by_role("navigation")).to_be_visible()
        await expect(page.locator(".pane")).to_have_count(0)
        await page.get_by_role("button", name="Anna Kim").first.click()
        await expect(page.locator(".pane")).to_be_visible()
        await expect(page.get_by_role("navigation")).to_be_hidden()
        await expect(page.locator(".back .badge")).to_have_text("1")
        await page.get_by_role("button", name="Back to the people").click()
        await expect(page.get_by_role("navigation")).to_be_visible()
        await expect(page.locator(".pane")).to_have_count(0)
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
