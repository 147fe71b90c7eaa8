"""A person talks with the bot on the page: presses, answers, shares, forwards, edits; what follows is seen at once."""

from pathlib import Path

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LabeledPrice,
    ReplyKeyboardMarkup,
)
from playwright.async_api import Page, expect

from sandbox import Person, Telegram
from sandbox.images import picture
from tests.browser.conftest import OpenPage, until


def inline(*labels: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=label, callback_data=label.lower()) for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=[row])


async def test_a_stranger_presses_start(opened: OpenPage, telegram: Telegram, address: str, bot: Bot) -> None:
    await bot.set_my_description("Realtors find each other here.")
    maria = telegram.person("Maria", language_code="en")
    async with opened(f"{address}/#{maria.id}") as page:
        await expect(page.get_by_text("Realtors find each other here.")).to_be_visible()
        await page.get_by_role("button", name="Start", exact=True).click()
        await expect(page.locator(".own")).to_contain_text("/start")
        await expect(page.get_by_role("combobox", name="Message")).to_be_focused()


async def test_somebody_new_is_added(opened: OpenPage, telegram: Telegram, address: str, anna: Person) -> None:
    async with opened(f"{address}/#{anna.id}") as page:
        await page.get_by_role("button", name="New person").click()
        form = page.get_by_role("dialog", name="New person")
        await form.get_by_label("First name").fill("Timur")
        await form.get_by_label("Username").fill("timur")
        await form.get_by_label("Phone").fill("+996500000001")
        await form.get_by_label("Telegram's language").select_option("en")
        await form.get_by_role("button", name="Add").click()
        await expect(page.get_by_role("region", name="Chat with the bot: Timur")).to_be_visible()
        await expect(page.get_by_role("region", name="Chat with the bot: Anna Kim")).to_be_visible()
    timur = list(telegram.people.values())[-1].user
    assert (timur.username, timur.phone, timur.language_code) == ("timur", "+996500000001", "en")


async def test_a_pressed_button_spins_until_it_is_answered(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    await bot.send_message(anna.id, "Agree?", reply_markup=inline("Yes", "No"))
    async with opened(f"{address}/#{anna.id}") as page:
        yes = page.get_by_role("button", name="Yes")
        await yes.click()
        await expect(yes).to_have_attribute("aria-busy", "true")
        await bot.answer_callback_query(anna.spinning[0].id, "Agreed")
        await expect(yes).to_have_attribute("aria-busy", "false")
        await expect(page.locator(".toast")).to_have_text("Agreed")
        await page.get_by_role("button", name="No", exact=True).click()
        await until(telegram, lambda: bool(anna.spinning), "no press")
        await bot.answer_callback_query(anna.spinning[0].id, "Are you sure?", show_alert=True)
        alert = page.get_by_role("alertdialog")
        await expect(alert).to_contain_text("Are you sure?")
        await alert.get_by_role("button", name="OK").click()
        await expect(alert).to_have_count(0)


async def test_a_message_changes_in_place_and_what_is_half_typed_stays(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    for number in range(30):
        await bot.send_message(anna.id, f"line {number}")
    sent = await bot.send_message(anna.id, "Saved", reply_markup=inline("Show"))
    async with opened(f"{address}/#{anna.id}", height=600) as page:
        text = page.get_by_role("combobox", name="Message")
        await text.fill("half a thou")
        await page.locator(".scroller").evaluate("node => { node.scrollTop = 100 }")
        await expect(page.get_by_role("button", name="To the latest messages")).to_be_visible()
        await bot.edit_message_text("Matches 4", chat_id=anna.id, message_id=sent.message_id)
        await bot.send_message(anna.id, "and something new")
        await expect(page.get_by_text("and something new").first).to_be_attached()
        await expect(page.locator(".message").nth(-2)).to_contain_text("edited")
        assert await page.locator(".scroller").evaluate("node => node.scrollTop") == 100
        await expect(text).to_have_value("half a thou")
        await expect(text).to_be_focused()
        await expect(page.locator(".to-end .badge")).to_have_text("1")
        await page.get_by_role("button", name="To the latest messages").click()
        await expect(page.locator(".message").last).to_be_in_viewport()
        await until(telegram, lambda: not anna.unread, "not read")


async def test_drafts_wait_for_their_person(
    opened: OpenPage, telegram: Telegram, address: str, anna: Person, boris: Person
) -> None:
    async with opened(f"{address}/#{anna.id}") as page:
        text = page.get_by_role("combobox", name="Message")
        await text.fill("for later")
        await page.locator(f'[data-person="{boris.id}"].person').click()
        await expect(page.get_by_role("region", name="Chat with the bot: Boris Lebedev")).to_be_visible()
        await expect(text).to_have_value("")
        await page.locator(f'[data-person="{anna.id}"].person').click()
        await expect(text).to_have_value("for later")


async def test_one_time_keyboard_contact_and_place(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    keys = [
        [KeyboardButton(text="My number", request_contact=True)],
        [KeyboardButton(text="Here", request_location=True)],
    ]
    keyboard = ReplyKeyboardMarkup(keyboard=keys, one_time_keyboard=True, input_field_placeholder="Or type it")
    await bot.send_message(anna.id, "How to reach you?", reply_markup=keyboard)
    async with opened(f"{address}/#{anna.id}") as page:
        await expect(page.get_by_placeholder("Or type it")).to_be_visible()
        await page.get_by_role("button", name="My number").click()
        await expect(page.get_by_role("dialog")).to_contain_text("+79000000001")
        await page.get_by_role("button", name="Share").click()
        await expect(page.locator(".own .contact")).to_contain_text("Anna Kim")
        await expect(page.get_by_role("button", name="My number")).to_have_count(0)
        await bot.send_message(anna.id, "And where?", reply_markup=keyboard)
        await page.get_by_role("button", name="Here", exact=True).click()
        await page.get_by_role("dialog", name="Where are you?").get_by_role("button").nth(2).click()
        await expect(page.locator(".own .map")).to_be_visible()
    assert anna.messages[-1].location == {"latitude": 42.8765, "longitude": 74.6036}


async def test_a_forced_reply_answers_its_question(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    await bot.send_message(anna.id, "Your commission?", reply_markup=ForceReply(input_field_placeholder="45"))
    async with opened(f"{address}/#{anna.id}") as page:
        await expect(page.locator(".task")).to_contain_text("Your commission?")
        await page.get_by_placeholder("45").fill("47")
        await page.keyboard.press("Enter")
        await expect(page.locator(".own").last.locator(".quote")).to_contain_text("Your commission?")
        await expect(page.locator(".task")).to_be_hidden()


async def test_links_to_the_bot_start_it(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    link = f"https://t.me/{telegram.bot.username}?start=invite_7"
    await bot.send_message(anna.id, f"Invite: {link}")
    async with opened(f"{address}/#{anna.id}") as page:
        await page.get_by_role("link", name=link).click()
        await expect(page.locator(".own").last).to_contain_text("/start invite_7")
        await page.get_by_role("button", name="Chat actions").click()
        await page.get_by_role("menuitem", name="Open a link to the bot").click()
        await page.get_by_label("A link t.me").fill(link.replace("7", "8"))
        await page.get_by_role("button", name="Open", exact=True).click()
        await expect(page.locator(".own").last).to_contain_text("/start invite_8")


async def test_pinned_action_and_the_blocked_bot(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    sent = await bot.send_message(anna.id, "House rules")
    await bot.pin_chat_message(anna.id, sent.message_id)
    async with opened(f"{address}/#{anna.id}") as page:
        await expect(page.locator(".pinned")).to_contain_text("House rules")
        await bot.send_chat_action(anna.id, "upload_document")
        await expect(page.get_by_text("the bot is sending a file")).to_be_visible()
        await bot.send_message(anna.id, "Here it is")
        await expect(page.get_by_text("the bot is sending a file")).to_have_count(0)
        await page.get_by_role("button", name="Chat actions").click()
        await page.get_by_role("menuitem", name="Block the bot").click()
        await expect(page.get_by_role("button", name="Unblock the bot")).to_be_visible()
        assert anna.chat.is_blocked
        await page.get_by_role("button", name="Unblock the bot").click()
        await expect(page.get_by_role("combobox", name="Message")).to_be_visible()


async def test_photos_files_and_a_contact_are_sent(
    opened: OpenPage, telegram: Telegram, address: str, anna: Person, boris: Person, tmp_path: Path
) -> None:
    for name in ("a.png", "b.png", "c.png"):
        (tmp_path / name).write_bytes(picture(64, 48))
    (tmp_path / "lease.pdf").write_bytes(b"%PDF-1.4")
    async with opened(f"{address}/#{anna.id}") as page:
        await page.get_by_label("Photos").set_input_files([tmp_path / "a.png", tmp_path / "b.png", tmp_path / "c.png"])
        await page.get_by_label("Caption").fill("three rooms")
        await page.get_by_role("dialog").get_by_role("button", name="Send").click()
        await expect(page.locator(".own .album.of-3")).to_be_visible()
        await page.get_by_label("File").set_input_files(tmp_path / "lease.pdf")
        await expect(page.locator(".own .file")).to_contain_text("lease.pdf")
        await attach(page, "Contact")
        await page.get_by_role("dialog").get_by_role("button", name="Boris").click()
        await expect(page.locator(".own .contact")).to_contain_text("Boris Lebedev")
        await attach(page, "Location")
        await page.get_by_role("dialog").get_by_role("button").first.click()
        await expect(page.locator(".own .map")).to_be_visible()
    assert [shown.kind for shown in anna.messages[-6:]] == [
        "photo",
        "photo",
        "photo",
        "document",
        "contact",
        "location",
    ]
    assert len({shown.album for shown in anna.messages[-6:-3]}) == 1


async def attach(page: Page, what: str) -> None:
    await page.get_by_role("button", name="Attach").click()
    await page.get_by_role("menuitem", name=what).click()


async def test_an_own_message_is_edited_and_answered(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    anna.writes("Arbat, 18 million")
    async with opened(f"{address}/#{anna.id}") as page:
        await page.locator(".own").last.click(button="right")
        await page.get_by_role("menuitem", name="Edit").click()
        text = page.get_by_role("combobox", name="Message")
        await expect(text).to_have_value("Arbat, 18 million")
        await text.fill("Arbat, 19 million")
        await page.keyboard.press("Enter")
        await expect(page.locator(".own").last).to_contain_text("Arbat, 19 million")
        await expect(page.locator(".own").last).to_contain_text("edited")
        await bot.send_message(anna.id, "Which floor?")
        await page.locator(".from-bot").last.click(button="right")
        await page.get_by_role("menuitem", name="Reply").click()
        await text.fill("The fifth")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("of nine")
        await page.keyboard.press("Enter")
        await expect(page.locator(".own").last.locator(".quote")).to_contain_text("Which floor?")
    assert anna.messages[-1].text == "The fifth\nof nine"
    assert [kind for update in telegram.updates.log for kind in update if kind == "edited_message"]


async def test_a_message_is_forwarded_to_the_bot_in_another_chat(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person, boris: Person
) -> None:
    await bot.send_message(anna.id, "A card of Anna's")
    async with opened(f"{address}/#{anna.id}") as page:
        await page.locator(".from-bot").last.click(button="right")
        await page.get_by_role("menuitem", name="Forward").click()
        await page.get_by_role("dialog").get_by_role("button", name="Boris").click()
        there = page.get_by_role("region", name="Chat with the bot: Boris Lebedev")
        await expect(there.locator(".own").last).to_contain_text("A card of Anna's")
        await expect(there.locator(".own .origin")).to_contain_text("Forwarded from Property")


async def test_a_bill_is_paid(opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person) -> None:
    prices = [LabeledPrice(label="November", amount=4_600_000)]
    await bot.send_invoice(anna.id, "Rent", "For November", "rent-11", "RUB", prices, provider_token="t")
    async with opened(f"{address}/#{anna.id}") as page:
        await page.get_by_role("button", name="Pay 46000.00 RUB").click()
        await page.get_by_role("dialog").get_by_label("the bank will refuse").check()
        await page.get_by_role("dialog").get_by_role("button", name="Pay").click()
        await until(telegram, lambda: bool(telegram.checkouts), "nothing is tried")
        await bot.answer_pre_checkout_query(next(iter(telegram.checkouts)), ok=True)
        await expect(page.get_by_text("Your card was declined")).to_be_visible()
        await page.get_by_role("button", name="OK").click()
        await page.get_by_role("button", name="Pay 46000.00 RUB").click()
        await page.get_by_role("dialog").get_by_role("button", name="Pay").click()
        await until(telegram, lambda: len(telegram.checkouts) == 2, "nothing is paid")
        await bot.answer_pre_checkout_query(list(telegram.checkouts)[-1], ok=True)
        await expect(page.locator(".notice")).to_contain_text("Paid:")
        await expect(page.get_by_role("button", name="Pay 46000.00 RUB")).to_have_count(0)


async def test_a_push_arrives_in_the_other_chat_and_counts_in_the_list(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person, boris: Person
) -> None:
    vera = telegram.person("Vera")
    vera.start()
    async with opened(f"{address}/#{anna.id},{boris.id}") as page:
        await expect(page.get_by_role("region", name="Chat with the bot: Boris")).to_contain_text("/start")
        await bot.send_message(boris.id, "A new match, 94 %")
        await bot.send_message(vera.id, "A new match, 81 %")
        await expect(page.get_by_role("region", name="Chat with the bot: Boris")).to_contain_text("A new match, 94 %")
        await expect(page.locator("#news")).to_have_text("Boris Lebedev. Bot: A new match, 94 %")
        line = page.locator(f'[data-person="{vera.id}"].person')
        await expect(line.locator(".badge")).to_have_text("1")
        await expect(page).to_have_title("(1) Telegram")
        await line.click()
        await until(telegram, lambda: not vera.unread, "not read")
        await expect(line.locator(".badge")).to_have_count(0)


async def test_commands_are_offered_with_what_they_do(
    opened: OpenPage, telegram: Telegram, address: str, bot: Bot, anna: Person
) -> None:
    commands = [BotCommand(command="menu", description="Start page"), BotCommand(command="me", description="Who I am")]
    await bot.set_my_commands([*commands, BotCommand(command="settings", description="Language")])
    async with opened(f"{address}/#{anna.id}", language="ru-RU") as page:
        await page.get_by_role("button", name="Меню команд").click()
        await expect(page.get_by_role("option")).to_have_count(3)
        await expect(page.get_by_role("option").first).to_contain_text("Start page")
        text = page.get_by_role("combobox", name="Сообщение")
        await text.fill("/me")
        await expect(page.get_by_role("option")).to_have_count(2)
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        await expect(page.locator(".own").last).to_contain_text("/me")
        await expect(page.get_by_role("listbox")).to_be_hidden()
